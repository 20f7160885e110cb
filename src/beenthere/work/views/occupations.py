"""Occupations: a list to search, and a page for each."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from beenthere.core.access import public
from beenthere.work import comparing, kinds_near
from beenthere.work.about import about
from beenthere.work.choosing_postings import count_for
from beenthere.work.models import LICENCES, Occupation
from beenthere.work.reads import fields_with_counts, matching

ON_A_PAGE = 20


@public
def occupations(request: HttpRequest) -> HttpResponse:
    """Search occupations in plain words."""
    found = matching(request.GET.dict())
    narrowed = found.narrowed
    page = Paginator(narrowed, ON_A_PAGE).get_page(request.GET.get("page"))
    is_start = not any(request.GET.values())
    context = {
        "narrowed": narrowed,
        "query": narrowed.query,
        "page_obj": page,
        "cards": [] if is_start else found.cards(list(page)),
        "fields": fields_with_counts() if is_start else [],
        "licence": LICENCES["noc"],
    }
    return render(request, "work/occupations.html", context)


@public
def occupation(request: HttpRequest, noc: str) -> HttpResponse:
    """One occupation, where its facts come from, and what one can do with it."""
    row = get_object_or_404(Occupation.objects.public(), noc=noc)
    shown = {
        "occupation": row,
        "all_facts": about(row),
        "licence": LICENCES["noc"],
        "leading": kinds_near.leading_to(row),
        "related": kinds_near.related_to(row),
        "compare": comparing.address([row.noc]),
        "offered": count_for(row.noc),
    }
    return render(request, "work/occupation.html", shown)
