"""The screens of the research committee."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beenthere.core.access import allow
from beenthere.people.requests import PersonRequest
from beenthere.training.models import Proposal
from beenthere.training.rules import is_researcher


@allow(is_researcher)
@require_safe
def start(request: PersonRequest) -> HttpResponse:
    """What waits to be read, oldest first, and where else the committee works."""
    waiting = Proposal.objects.visible_to(request.user).waiting().order_by("made_at")
    return render(request, "training/committee/start.html", {"waiting": waiting})
