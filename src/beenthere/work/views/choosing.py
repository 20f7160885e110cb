"""Ways to an occupation that begin elsewhere: with others beside it, with what was done, with what one likes.

Each answers an address and keeps nothing.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beenthere.core.access import public
from beenthere.work import comparing, finding, kinds_near
from beenthere.work.exploring import ideas, levels
from beenthere.work.interests import ACTIVITIES, PICTURES, liked
from beenthere.work.models import LICENCES, Activity, Edition, Occupation

MOST_DONE, MOST_LIKED = 6, 40


@public
def comparison(request: HttpRequest) -> HttpResponse:
    """Put up to four occupations side by side, and search for another."""
    rows, query = comparing.chosen(request.GET.getlist("o")), request.GET.get("q", "").strip()
    shown = {
        "shown": comparing.compare(rows),
        "query": query,
        "found": comparing.further(rows, query),
        "keep": [("o", row.noc) for row in rows],
        "editions": list(Edition.objects.public()),
    }
    return render(request, "work/compare.html", shown)


@public
def near(request: HttpRequest) -> HttpResponse:
    """Show what is near to what somebody has done."""
    done, query = comparing.chosen(request.GET.getlist("o")), request.GET.get("q", "").strip()
    nocs = [row.noc for row in done]
    found = [noc for noc in finding.find(query, MOST_DONE + len(nocs)) if noc not in nocs] if query else []
    shown = {
        "done": [(row, [noc for noc in nocs if noc != row.noc]) for row in done],
        "nocs": nocs,
        "query": query,
        "found": Occupation.objects.public().in_order_of(found[:MOST_DONE]),
        "keep": [("o", noc) for noc in nocs],
        "suggestions": kinds_near.near_to(nocs) if nocs else [],
        "full": len(nocs) >= comparing.MOST,
        "edition": Edition.objects.public().filter(name="oasis").first(),
    }
    return render(request, "work/near.html", shown)


@public
def interests(request: HttpRequest) -> HttpResponse:
    """Explore interests by pictures and short activities; what comes out are ideas."""
    chosen = liked(request.GET.getlist("like")[:MOST_LIKED])
    codes, asks = {thing.code for thing in chosen}, request.GET.get("asks", "")
    asks = asks if asks in dict(levels()) else ""
    shown = {
        "pictures": [(thing, thing.code in codes) for thing in PICTURES],
        "activities": [(thing, thing.code in codes) for thing in ACTIVITIES],
        "more": Activity.objects.public().general(),
        "licence": LICENCES["onet"],
        "chosen": chosen,
        "ideas": ideas(chosen, asks) if chosen else [],
        "levels": levels(),
        "asks": asks,
    }
    return render(request, "work/interests.html", shown)
