"""The agreement of two people who walk together."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow, require
from beenthere.core.limits import WRITING, limited
from beenthere.matching.models import Match
from beenthere.meetings import actions, reads, rules, starting
from beenthere.meetings.forms import AgreementForm
from beenthere.meetings.models import AgreementVersion
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer


@allow(is_peer)
@require_safe
def agreement(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """Read the agreement, who wrote it, and whether it suits both."""
    match = get_object_or_404(Match.objects.visible_to(request.user), pk=match_id)
    require(rules.is_one_of_them, request.user, match)
    return render(request, "meetings/agreement.html", {"match": match, **reads.agreement_for(request.user, match)})


@allow(is_peer)
@require_safe
def with_person(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Go to the agreement with somebody, the one of the latest match."""
    matches = Match.objects.visible_to(request.user).between(request.user.pk, person_id)
    latest = matches.order_by("-accepted_at").first()
    if latest is None:
        raise Http404
    return redirect("meetings:agreement", latest.pk)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
@limited(WRITING)
def write(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """Write the agreement, starting from what stands or from a text that is ready."""
    match = get_object_or_404(Match.objects.visible_to(request.user), pk=match_id)
    require(rules.may_agree, request.user, match)
    newest = AgreementVersion.objects.visible_to(request.user).filter(match=match).first()
    start = newest.words if newest else starting.words(request.user.language)
    based_on = newest.number if newest else 0
    form = AgreementForm(request.POST or None, initial={**start, "based_on": based_on})
    if not form.is_valid():
        return _write_page(request, match, form)
    try:
        actions.write_agreement(by=request.user, match=match, words=form.words, based_on=form.cleaned_data["based_on"])
    except actions.ChangedMeanwhile:
        return _write_page(request, match, reads.on_top_of(newest, form), newest)
    messages.success(request, _("Kept. The other one sees it too, and may change it."))
    return redirect("meetings:agreement", match.pk)


@allow(is_peer)
@require_POST
def suits(request: PersonRequest, match_id: UUID, number: int) -> HttpResponse:
    """Say “this suits me” to one version."""
    versions = AgreementVersion.objects.visible_to(request.user).select_related("match")
    actions.say_it_suits(by=request.user, version=get_object_or_404(versions, match=match_id, number=number))
    return redirect("meetings:agreement", match_id)


def _write_page(
    request: PersonRequest, match: Match, form: AgreementForm, theirs: AgreementVersion | None = None
) -> HttpResponse:
    words = {"match": match, "form": form, "theirs": theirs}
    return render(request, "meetings/write.html", words, status=422 if form.is_bound else 200)
