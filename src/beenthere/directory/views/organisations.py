"""The public screens of the directory: who is listed, and whom to call now."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from beenthere.core.access import public
from beenthere.core.kept import kept_for_visitors
from beenthere.core.places import PROVINCES, provinces_by_name
from beenthere.directory import facts, reads
from beenthere.directory.models import ListedOrganisation

ON_A_PAGE = 15


@public
def organisations(request: HttpRequest) -> HttpResponse:
    """Search the listed organisations and narrow them down; first come those that run here."""
    typed = request.GET.dict()
    narrowed = reads.matching(typed)
    page = Paginator(narrowed, ON_A_PAGE).get_page(typed.get("page"))
    shown = {
        "query": narrowed.query,
        "narrowed": narrowed,
        "page_obj": page,
        "cards": reads.cards([line.key for line in page]),
        "running": [] if narrowed.query or page.number > 1 else reads.running(typed.get("province", "")),
    }
    return render(request, "directory/organisations.html", shown)


@public
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every fact about one organisation."""
    listed = get_object_or_404(ListedOrganisation.objects.public(), slug=slug)
    shown = {
        "organisation": listed,
        "facts": facts.all_facts(listed),
        "notes": facts.notes(listed),
        "runs_here": reads.runs_here(listed),
    }
    return render(request, "directory/organisation.html", shown)


@public
@kept_for_visitors(seconds=60)
def help_now(request: HttpRequest) -> HttpResponse:
    """Show whom to call, for the province in the address or else the person's own."""
    asked = request.GET.get("province", getattr(request.user, "province", ""))
    province = asked if asked in PROVINCES else ""
    order = reads.lines_for(province)
    shown = {
        "province": PROVINCES.get(province),
        "provinces": provinces_by_name(),
        "here": [facts.line_shown(line) for line in order.here],
        "elsewhere": [facts.line_shown(line) for line in order.elsewhere],
    }
    return render(request, "directory/help_now.html", shown)
