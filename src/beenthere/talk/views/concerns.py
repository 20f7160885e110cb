"""Telling a concern, reading one, deciding it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.consent.actions import look
from beenthere.core.access import allow
from beenthere.core.limits import WRITING, limited
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.talk import actions, reads, rules
from beenthere.talk.forms import ConcernForm, DecisionForm, SendOnForm, WordForm
from beenthere.talk.models import Concern
from beenthere.talk.models.concerns import Part
from beenthere.talk.reads.concerns import Word


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
@limited(WRITING)
def tell(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Tell a concern about somebody whom one has met here."""
    found = reads.person_met(request.user, person_id)
    if found is None:
        raise Http404
    about, where = found
    readers = reads.readers_for(request.user, about, where.organisations)
    form = ConcernForm(request.POST or None, readers=readers, words=where.words, name=str(about))
    if form.is_valid():
        try:
            concern = actions.tell_concern(by=request.user, about=about, **form.cleaned_data)
            return redirect("talk:concern", concern.pk)
        except actions.NobodyToRead:
            form.add_error("reader", _("They can no longer read it. Please choose somebody else."))
    page = {"form": form, "person": about, "readers": readers}
    return render(request, "talk/concern_tell.html", page, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_safe
def concerns(request: PersonRequest) -> HttpResponse:
    """One's own concerns, and those that one was named to read."""
    mine = reads.told_concerns(request.user)
    page = {
        "told": [one for one in mine if rules.told_it(request.user, one)],
        "about_me": [one for one in mine if not rules.told_it(request.user, one)],
        "to_read": reads.concerns_to_read(request.user),
    }
    return render(request, "talk/concerns.html", page)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
@limited(WRITING)
def concern(request: PersonRequest, concern_id: UUID) -> HttpResponse:
    """One concern, as whoever told it, reads it, or was told of it sees it, and something more to say in it."""
    one = _any_side(request, concern_id)
    form = WordForm(request.POST or None)
    if form.is_valid() and rules.has_a_say_in(request.user, one):
        actions.add_word(by=request.user, concern=one, **form.cleaned_data)
        return redirect("talk:concern", one.pk)
    side = _side(request, one)
    if side == "reader" and one.taken_by_id and one.writer_id:
        look(reader=request.user.pk, owner=one.writer_id, what=reads.LOOKED_AT, thing=one.pk)
    page = _page(request, one) | {"form": form}
    return render(request, f"talk/concern_{side}.html", page, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def take(request: PersonRequest, concern_id: UUID) -> HttpResponse:
    """Take a concern on."""
    one = get_object_or_404(Concern.objects.readable_by(request.user), pk=concern_id)
    if actions.take_concern(by=request.user, concern=one):
        return redirect("talk:concern", one.pk)
    messages.info(request, _("Somebody else has taken it on."))
    return redirect("talk:concerns")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: PersonRequest, concern_id: UUID) -> HttpResponse:
    """Decide a concern that one took on."""
    mine = Concern.objects.readable_by(request.user).undecided().filter(taken_by=request.user)
    one = get_object_or_404(mine.select_related("about"), pk=concern_id)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        actions.decide(by=request.user, concern=one, **form.cleaned_data)
        return redirect("talk:concern", one.pk)
    page = {"form": form, "concern": one}
    return render(request, "talk/concern_decide.html", page, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def safe(request: PersonRequest, concern_id: UUID) -> HttpResponse:
    """Say that the other person may be told."""
    actions.say_it_is_safe(by=request.user, concern=_mine(request, concern_id))
    return redirect("talk:concern", concern_id)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def send_on(request: PersonRequest, concern_id: UUID) -> HttpResponse:
    """Bring one's concern to somebody else."""
    one = _mine(request, concern_id)
    where = reads.person_met(request.user, one.about_id) if one.about_id else None
    form = SendOnForm(request.POST or None, readers=reads.others_to_read(one, request.user, where and where[1]))
    if form.is_valid():
        try:
            actions.send_on(by=request.user, concern=one, **form.cleaned_data)
            return redirect("talk:concern", one.pk)
        except actions.NobodyToRead:
            form.add_error("reader", _("They can no longer read it. Please choose somebody else."))
    page = {"form": form, "concern": one}
    return render(request, "talk/concern_send_on.html", page, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: PersonRequest, concern_id: UUID) -> HttpResponse:
    """Take one's concern back, whole."""
    one = _mine(request, concern_id)
    if request.method != "POST":
        return render(request, "talk/concern_withdraw.html", {"concern": one})
    actions.withdraw_concern(by=request.user, concern=one)
    messages.success(request, _("Your concern is taken back. Nobody can read it any more."))
    return redirect("talk:concerns")


def _mine(request: PersonRequest, concern_id: UUID) -> Concern:
    mine = Concern.objects.visible_to(request.user).filter(writer=request.user)
    return get_object_or_404(mine.select_related("about", "organisation"), pk=concern_id)


def _any_side(request: PersonRequest, concern_id: UUID) -> Concern:
    people = ("writer", "about", "organisation", "taken_by")
    seen = Concern.objects.visible_to(request.user).select_related(*people).filter(pk=concern_id).first()
    to_read = Concern.objects.readable_by(request.user).select_related(*people)
    return seen or get_object_or_404(to_read, pk=concern_id)


def _side(request: PersonRequest, one: Concern) -> str:
    if rules.told_it(request.user, one):
        return "writer"
    return "other" if one.about_id == request.user.pk else "reader"


def _page(request: PersonRequest, one: Concern) -> dict[str, object]:
    words = reads.words_of(one, request.user)

    def of(*parts: Part) -> list[Word]:
        return reads.parted(words, *parts)

    return {
        "concern": one,
        "attached": of(Part.ATTACHED),
        "talk": of(Part.WRITER, Part.READER),
        "decision": of(Part.DECISION),
        "substance": of(Part.SUBSTANCE),
        "answers": of(Part.OTHER),
        "readers": reads.readers_of(one),
        "may_write": rules.has_a_say_in(request.user, one),
        "has_taken": rules.has_taken_it(request.user, one),
    }
