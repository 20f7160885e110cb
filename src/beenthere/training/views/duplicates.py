"""The committee's screens for two records that look alike."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow
from beenthere.people.requests import PersonRequest
from beenthere.training.actions import merging as actions
from beenthere.training.forms.importing import MergeForm
from beenthere.training.importing import sentences
from beenthere.training.models import DuplicatePair, PairState
from beenthere.training.rules import is_researcher

ON_A_PAGE = 25
SETTLED_SHOWN = 10


@allow(is_researcher)
@require_safe
def duplicates(request: PersonRequest) -> HttpResponse:
    """Pairs to look at, the likeliest first, and what was settled lately."""
    pairs = DuplicatePair.objects.visible_to(request.user).select_related("a", "b")
    page = Paginator(pairs.open(), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page_obj": page,
        "lines": [(pair, sentences.of_likeness(pair.why)) for pair in page],
        "settled": pairs.exclude(state=PairState.OPEN).order_by("-decided_at")[:SETTLED_SHOWN],
    }
    return render(request, "training/importing/duplicates.html", shown)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: PersonRequest, pair_id: int) -> HttpResponse:
    """Two records side by side, differences first; make them one."""
    found = _pair(request, pair_id)
    form = MergeForm(found.a, found.b, request.POST or None)
    if form.is_valid():
        if actions.merge(by=request.user, pair=found, stays=form.stays, taken=form.taken):
            messages.success(
                request, _("They are one record now. Both histories are kept, and you can part them again.")
            )
        else:
            messages.info(request, _("Somebody was quicker: this pair is settled already."))
        return redirect("research:duplicates")
    why = sentences.of_likeness(found.why)
    shown = {"pair": found, "form": form, "why": why, "is_open": found.state == PairState.OPEN}
    return render(request, "training/importing/pair.html", shown, status=422 if form.errors else 200)


@allow(is_researcher)
@require_POST
def two(request: PersonRequest, pair_id: int) -> HttpResponse:
    """Say that these are two trainings."""
    if actions.tell_apart(by=request.user, pair=_pair(request, pair_id)):
        messages.success(request, _("Two trainings. Nobody is asked about them again."))
    return redirect("research:duplicates")


@allow(is_researcher)
@require_POST
def part(request: PersonRequest, pair_id: int) -> HttpResponse:
    """Make two of them again."""
    if actions.part(by=request.user, pair=_pair(request, pair_id)):
        messages.success(request, _("They are two records again."))
    return redirect("research:duplicates")


def _pair(request: PersonRequest, pair_id: int) -> DuplicatePair:
    pairs = DuplicatePair.objects.visible_to(request.user).select_related("a", "b", "a__merged_into", "b__merged_into")
    return get_object_or_404(pairs, pk=pair_id)
