"""What somebody writes: keep, change, send to readers, take back, remove."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from beenthere.core.access import allow
from beenthere.core.limits import WRITING, limited
from beenthere.library import actions, illustrated, reads
from beenthere.library.forms import FORMS, WritingForm
from beenthere.library.models import Writing
from beenthere.library.rules import may_read_for_others
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer

CARRIED = ("challenge", "subject", "subject_key")


def own_writing(request: PersonRequest, writing_id: UUID) -> Writing:
    """Fetch one of the person's own; any other does not exist."""
    return get_object_or_404(Writing.objects.visible_to(request.user), pk=writing_id)


@allow(is_peer)
def mine(request: PersonRequest) -> HttpResponse:
    """Show what somebody wrote, where each piece stands, and what readers answered."""
    shown = {"writings": reads.written_by(request.user), "may_read": may_read_for_others(request.user)}
    return render(request, "library/mine.html", shown)


@allow(is_peer)
@limited(WRITING)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest, kind: str) -> HttpResponse:
    """Write a card or a story; it stays with its writer until they send it."""
    if kind not in FORMS:
        raise Http404
    carried = {name: value for name in CARRIED if (value := request.GET.get(name, ""))}
    form = FORMS[kind](request.POST or None, initial=carried)
    if form.is_valid():
        told = form.cleaned_data
        kept = actions.write(
            by=request.user, kind=kind, language=told["language"], words=form.words, new_id=told["new_id"]
        )  # fmt: skip
        return _kept(request, kept)
    return _form(request, form, {"kind": kind})


@allow(is_peer)
@limited(WRITING)
@require_http_methods(["GET", "HEAD", "POST"])
def writing(request: PersonRequest, writing_id: UUID) -> HttpResponse:
    """Show a piece, and change it while it is with its writer."""
    own = own_writing(request, writing_id)
    if not own.is_with_its_writer:
        shown = {"writing": own, "shown": reads.as_readers_see(own), "media": illustrated.of_writing(own)}
        return render(request, "library/writing.html", shown)
    form = FORMS[own.kind].of(own, request.POST or None)
    if form.is_valid():
        actions.change(by=request.user, writing=own, language=form.cleaned_data["language"], words=form.words)
        return _kept(request, own)
    shown = {"kind": own.kind, "writing": own, "answers": reads.answers_to(own)}
    return _form(request, form, shown | {"media": illustrated.of_writing(own)})


def _kept(request: PersonRequest, kept: Writing) -> HttpResponse:
    messages.success(request, _("Kept. Only you can see it until you send it."))
    return redirect("library:send", kept.pk) if "send" in request.POST else redirect("library:mine")


def _form(request: PersonRequest, form: WritingForm, shown: dict[str, Any]) -> HttpResponse:
    page = {"form": form, "about": reads.about(*_subject(form)), **shown}
    return render(request, "library/write.html", page, status=422 if form.is_bound else 200)


def _subject(form: WritingForm) -> tuple[str, str]:
    return str(form["subject"].value() or ""), str(form["subject_key"].value() or "")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: PersonRequest, writing_id: UUID) -> HttpResponse:
    """Show it as readers see it, then ask two of them."""
    own = own_writing(request, writing_id)
    if not own.is_with_its_writer:
        return redirect("library:mine")
    if request.method != "POST":
        shown = {"writing": own, "shown": reads.as_readers_see(own), "media": illustrated.of_writing(own)}
        return render(request, "library/send.html", shown)
    actions.send(by=request.user, writing=own)
    messages.success(request, _("Two peers are asked to read it. You can take it back at any time."))
    return redirect("library:mine")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: PersonRequest, writing_id: UUID) -> HttpResponse:
    """Ask once, then take it back everywhere."""
    own = own_writing(request, writing_id)
    if own.is_with_its_writer:
        return redirect("library:mine")
    if request.method != "POST":
        return render(request, "library/take_back.html", {"writing": own})
    actions.take_back(by=request.user, writing=own)
    messages.success(request, _("Taken back. It is with you alone again."))
    return redirect("library:mine")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, writing_id: UUID) -> HttpResponse:
    """Ask once, then remove it altogether."""
    own = own_writing(request, writing_id)
    if request.method != "POST":
        return render(request, "library/remove.html", {"writing": own})
    actions.remove(by=request.user, writing=own)
    messages.success(request, _("It is gone."))
    return redirect("library:mine")
