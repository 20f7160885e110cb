"""The devices on which I am signed in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.core.access import allow
from beenthere.core.sessions import kept_as
from beenthere.people import actions, reads, rules
from beenthere.people.models import SignedInDevice
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def devices(request: PersonRequest) -> HttpResponse:
    """Where I am signed in, and since when."""
    found = reads.devices_of(request.user, kept_as(request.session.session_key))
    return render(request, "people/devices.html", {"devices": found, "others": sum(not one.here for one in found)})


@require_POST
@allow(rules.is_peer)
def end_device(request: PersonRequest, device_id: UUID) -> HttpResponse:
    """Sign out on one of them."""
    device = get_object_or_404(SignedInDevice.objects.visible_to(request.user), pk=device_id)
    actions.end_device(by=request.user, device=device)
    messages.success(request, _("Signed out there."))
    return redirect("people:devices")


@require_POST
@allow(rules.is_peer)
def end_other_devices(request: PersonRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    actions.end_other_devices(by=request.user, session=kept_as(request.session.session_key))
    messages.success(request, _("You are signed in on this device only."))
    return redirect("people:devices")
