"""Everybody's rights: to see who sees what, to take everything along, to be forgotten."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.consent.models import Block, Grant
from beenthere.core import clock, known, privacy
from beenthere.core.access import allow, public
from beenthere.core.sessions import kept_as
from beenthere.people import actions, devices, rules, sessions
from beenthere.people.download import packed
from beenthere.people.forms import ConfirmForm, EraseForm
from beenthere.people.reads import devices_of, erasure_is_confirmed
from beenthere.people.requests import PersonRequest
from beenthere.people.sharing import blocked_by, looks_at, shared_by


@allow(rules.is_peer)
def sharing(request: PersonRequest) -> HttpResponse:
    me = request.user
    context = {"shared": shared_by(me), "looks": looks_at(me), "blocked": blocked_by(me), "known": known.about(me)}
    context["devices"] = devices_of(me, kept_as(request.session.session_key))
    return render(request, "people/sharing.html", context)


@allow(rules.is_peer)
@require_POST
def stop(request: PersonRequest, grant_id: UUID) -> HttpResponse:
    grant = get_object_or_404(Grant.objects.visible_to(request.user), pk=grant_id)
    actions.stop_sharing(by=request.user, grant=grant)
    messages.success(request, _("Stopped. From now on it cannot be opened any more."))
    return redirect("people:sharing")


@allow(rules.is_peer)
def stop_all(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "people/stop_all.html", {"form": None})
    actions.stop_all_sharing(by=request.user)
    actions.end_other_devices(by=request.user, session=kept_as(request.session.session_key))
    messages.success(request, _("Everything is stopped. No piece of yours is shared any more."))
    return redirect("people:sharing")


@allow(rules.is_peer)
@require_POST
def unblock(request: PersonRequest, block_id: UUID) -> HttpResponse:
    block = get_object_or_404(Block.objects.visible_to(request.user), pk=block_id)
    actions.unblock(by=request.user, block=block)
    messages.success(request, _("No longer blocked. You two are not connected by this; that needs a new yes."))
    return redirect("people:sharing")


@allow(rules.is_peer)
def download(request: PersonRequest) -> HttpResponse:
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and sessions.is_really(request, form, request.user):
        actions.note_download(by=request.user)
        response = HttpResponse(packed(request.user), content_type="application/zip")
        name = f"been-there-{clock.today(request.user).isoformat()}.zip"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
    return render(request, "people/download.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
def erase(request: PersonRequest) -> HttpResponse:
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and sessions.is_really(request, form, request.user):
        person_id = request.user.pk
        actions.erase(by=request.user)
        logout(request)
        if not erasure_is_confirmed(person_id):
            messages.warning(request, _("The key to your words could not be destroyed yet. We try again by ourselves."))
        return _forgotten_here(redirect("people:erased"))
    context = {"form": form, **_what_goes_and_stays()}
    return render(request, "people/erase.html", context, status=422 if form.is_bound else 200)


@public
def erased(request: HttpRequest) -> HttpResponse:
    return render(request, "people/erased.html")


def _forgotten_here(response: HttpResponse) -> HttpResponse:
    """Nothing on the device tells any more that there was an account."""
    response.delete_cookie(devices.COOKIE)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _what_goes_and_stays() -> dict[str, list[object]]:
    declared = [privacy.privacy_of(model) for model in privacy.personal_models()]
    goes = [each.title for each in declared if each.on_erasure is privacy.Erasure.DELETE]
    stays = [each for each in declared if each.on_erasure is privacy.Erasure.KEEP_WITHOUT_NAME]
    return {"goes": list(goes), "stays": list(stays)}
