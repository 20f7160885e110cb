"""Jobs that are offered: a list to search, and a page for each."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from beenthere.core.access import public
from beenthere.work.choosing_postings import matching, near, rows
from beenthere.work.models import Edition, Occupation
from beenthere.work.models.postings import Posting

ON_A_PAGE = 20
SEARCH_THERE = "https://www.jobbank.gc.ca/jobsearch/"


@public
def postings(request: HttpRequest) -> HttpResponse:
    """Search the jobs that are offered."""
    narrowed = matching(request.GET.dict())
    page = Paginator(narrowed, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "narrowed": narrowed,
        "query": narrowed.query,
        "page_obj": page,
        "postings": rows(narrowed, page.start_index() - 1, page.end_index()) if narrowed else [],
        "search_there": SEARCH_THERE,
        "are_there": bool(narrowed.sets.everything),
        "edition": Edition.objects.public().filter(name="postings").first(),
    }
    return render(request, "work/postings.html", context)


@public
def posting(request: HttpRequest, slug: str) -> HttpResponse:
    """One job that is offered, how old that is, and where it comes from."""
    row = get_object_or_404(Posting.objects.public().select_related("edition"), slug=slug)
    shown = {
        "posting": row,
        "occupation": Occupation.objects.public().filter(noc=row.noc).first() if row.noc else None,
        "near": near(row),
        "search_there": SEARCH_THERE,
    }
    return render(request, "work/posting.html", shown)
