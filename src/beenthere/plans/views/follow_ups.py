"""Days on which somebody wants to come back to an application: choose, do, put off, remove."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beenthere.core.access import allow
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, rules
from beenthere.plans.forms import FollowUpForm
from beenthere.plans.models import FollowUp
from beenthere.plans.views.applications import own_application

BACK_TO = {"today": "home:front", "list": "plans:applications"}


def own_follow_up(request: PersonRequest, follow_up_id: UUID) -> FollowUp:
    """Fetch one of the person's own; any other does not exist."""
    return get_object_or_404(FollowUp.objects.visible_to(request.user), pk=follow_up_id)


def back(request: PersonRequest, follow_up: FollowUp) -> HttpResponse:
    """Return to the page on which the button stood."""
    if name := BACK_TO.get(request.POST.get("next", "")):
        return redirect(name)
    return redirect("plans:application", follow_up.application_id)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Choose a day."""
    mine = own_application(request, application_id)
    form = FollowUpForm(request.user, request.POST or None)
    if form.is_valid() and not rules.has_room_for_follow_up(mine):
        form.add_error(None, _("There are thirty already. You can remove one first."))
    if form.is_valid():
        actions.add_follow_up(by=request.user, application=mine, **form.cleaned_data)
        messages.success(request, _("Kept. It is shown to you then."))
        return redirect("plans:application", mine.pk)
    shown = {"form": form, "application": mine}
    return render(request, "plans/applications/follow_up_new.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def done(request: PersonRequest, follow_up_id: UUID) -> HttpResponse:
    """Call it done."""
    mine = own_follow_up(request, follow_up_id)
    if actions.finish_follow_up(by=request.user, follow_up=mine):
        messages.success(request, _("Done."))
    return back(request, mine)


@allow(is_peer)
@require_POST
def later(request: PersonRequest, follow_up_id: UUID) -> HttpResponse:
    """Put it off by a day or a week, or leave it without a day."""
    mine = own_follow_up(request, follow_up_id)
    actions.put_off_follow_up(by=request.user, follow_up=mine, wait=request.POST.get("wait", ""))
    messages.success(request, _("It can wait."))
    return back(request, mine)


@allow(is_peer)
@require_POST
def reopen(request: PersonRequest, follow_up_id: UUID) -> HttpResponse:
    """Take back that it is done."""
    mine = own_follow_up(request, follow_up_id)
    actions.reopen_follow_up(by=request.user, follow_up=mine)
    return back(request, mine)


@allow(is_peer)
@require_POST
def remove(request: PersonRequest, follow_up_id: UUID) -> HttpResponse:
    """Remove it."""
    mine = own_follow_up(request, follow_up_id)
    actions.remove_follow_up(by=request.user, follow_up=mine)
    messages.success(request, _("It is gone."))
    return back(request, mine)
