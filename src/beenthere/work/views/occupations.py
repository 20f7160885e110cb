"""Occupations: a list to search, and a page for each."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from beenthere.core.access import public
from beenthere.work.forms import SearchForm
from beenthere.work.models import Occupation
from beenthere.work.reads import Finding, fields_with_counts, search_occupations

ON_A_PAGE = 20


@public
def occupations(request: HttpRequest) -> HttpResponse:
    """Search occupations in plain words."""
    form = SearchForm(request.GET)
    finding = Finding()
    if form.is_valid():
        asked = form.cleaned_data
        finding = search_occupations(asked["q"], asked["field"], int(asked["asks"]) if asked["asks"] else None)
    page_obj = Paginator(finding.occupations, ON_A_PAGE).get_page(request.GET.get("page"))
    fields = fields_with_counts() if form.is_blank else []
    context = {"form": form, "finding": finding, "page_obj": page_obj, "fields": fields}
    return render(request, "work/occupations.html", context)


@public
def occupation(request: HttpRequest, noc: str) -> HttpResponse:
    """One occupation, where its facts come from, and what one can do with it."""
    row = get_object_or_404(Occupation.objects.public(), noc=noc)
    return render(request, "work/occupation.html", {"occupation": row})
