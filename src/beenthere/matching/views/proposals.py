"""What an organisation proposes to somebody who waits."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.core.access import allow
from beenthere.core.limits import ASKING, limited
from beenthere.matching import actions, rules
from beenthere.matching.models import MatchRequest, ProposalLine
from beenthere.people.requests import PersonRequest


@require_POST
@allow(rules.is_peer)
@limited(ASKING)
def take(request: PersonRequest, line_id: UUID) -> HttpResponse:
    """Ask the supporter who was proposed."""
    line = _mine(request, line_id)
    try:
        actions.take_proposed(by=request.user, line=line)
    except (actions.CannotBeAsked, actions.NoLongerOpen):
        messages.info(request, _("They cannot be asked just now. Your request stays as it is."))
    return redirect("matching:suggestions", line.request_id)


@require_POST
@allow(rules.is_peer)
def leave(request: PersonRequest, line_id: UUID) -> HttpResponse:
    """Rather not."""
    line = _mine(request, line_id)
    actions.leave_proposed(by=request.user, line=line)
    messages.success(request, _("You left it. Nobody is told, and your request stays as it is."))
    return redirect("matching:suggestions", line.request_id)


@require_POST
@allow(rules.is_peer)
def no_list(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Let no organisation propose anybody any more."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user), pk=pk)
    actions.be_in_no_list(by=request.user, request=mine)
    return redirect("matching:suggestions", mine.pk)


def _mine(request: PersonRequest, line_id: UUID) -> ProposalLine:
    rows = ProposalLine.objects.visible_to(request.user).select_related("request", "offer__supporter")
    return get_object_or_404(rows, pk=line_id)
