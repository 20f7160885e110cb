"""The public screens of services: a list to search, and the page of one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from beenthere.core.access import public
from beenthere.core.kept import kept_for_visitors
from beenthere.directory import reads_services as reads
from beenthere.directory.choosing_services import needs_of
from beenthere.directory.happened import counts_of
from beenthere.directory.models import Service
from beenthere.directory.needs import NEEDS
from beenthere.directory.shown_services import MOST_NEEDS, complete, shown

ON_A_PAGE = 15


@public
@kept_for_visitors(seconds=60)
def services(request: HttpRequest) -> HttpResponse:
    """Search the services and narrow them down."""
    narrowed = reads.matching(request.GET.dict())
    page = Paginator(narrowed, ON_A_PAGE).get_page(request.GET.get("page"))
    told = {
        "query": narrowed.query,
        "narrowed": narrowed,
        "doors": reads.doors(narrowed) if page.number == 1 else [],
        "page_obj": page,
        "lines": reads.lines(narrowed, list(page)),
        "nearest": reads.nearest(narrowed) if not narrowed else [],
    }
    return render(request, "directory/services.html", told)


@public
@kept_for_visitors(seconds=60)
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything about one service, by telephone first."""
    found = get_object_or_404(complete(Service.objects.public()), slug=slug)
    as_of, counts = counts_of(found)
    needs = [(need.code, need.label) for need in NEEDS if need.code in needs_of(found)][:MOST_NEEDS]
    told = {"service": found, "shown": shown(found), "as_of": as_of, "counts": counts, "needs": needs}
    return render(request, "directory/service.html", told)
