"""The people one writes with, and the words between two."""

import datetime as dt
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.consent import reads as consent
from beenthere.core.access import allow
from beenthere.core.limits import WRITING, limited
from beenthere.people.models import Person
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.talk import actions, reads, rules
from beenthere.talk.forms import MessageForm
from beenthere.talk.models import Message, Thread


@allow(is_peer)
@require_safe
def people(request: PersonRequest) -> HttpResponse:
    """Everybody one writes or wrote with."""
    return render(request, "talk/people.html", {"lines": reads.lines_of(request.user)})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
@limited(WRITING)
def with_person(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Read and write with one person."""
    me = request.user
    thread = Thread.objects.visible_to(me).between(me.pk, person_id).first()
    people_seen = Person.objects.visible_to(me).exclude(pk=me.pk)
    other = thread.other(me.pk) if thread else get_object_or_404(people_seen, pk=person_id)
    form = MessageForm(request.POST or None)
    if form.is_valid() and other and rules.may_write(me, other):
        actions.write(by=me, to=other, **form.cleaned_data)
        return redirect("talk:with", person_id)
    return _thread_page(request, thread, other, form)


@allow(is_peer)
@require_safe
def kept(request: PersonRequest, thread_id: UUID) -> HttpResponse:
    """What stays to be read after the other person erased their account."""
    thread = get_object_or_404(Thread.objects.visible_to(request.user), pk=thread_id)
    other = thread.other(request.user.pk)
    return redirect("talk:with", other.pk) if other else _thread_page(request, thread, None, MessageForm())


@allow(is_peer)
@require_POST
def mark_read(request: PersonRequest, message_id: UUID) -> HttpResponse:
    """Say that one has read; nobody else learns it."""
    message = get_object_or_404(Message.objects.visible_to(request.user).select_related("thread"), pk=message_id)
    actions.mark_read(by=request.user, up_to=message)
    return redirect("talk:list")


def _thread_page(
    request: PersonRequest, thread: Thread | None, other: Person | None, form: MessageForm
) -> HttpResponse:
    shown, earlier = reads.shown_to(request.user, thread, _moment(request.GET.get("before", "")))
    words = {
        "other": other,
        "shown": shown,
        "earlier_than": shown[0].message.sent_at.isoformat() if earlier else "",
        "newest_new": next((each.message for each in reversed(shown) if each.new), None),
        "may_write": rules.may_write(request.user, other),
        "walks": other is not None and consent.walk_together(request.user.pk, other.pk),
        "form": form,
    }
    return render(request, "talk/thread.html", words, status=422 if form.is_bound else 200)


def _moment(typed: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(typed)
        return moment.astimezone(dt.UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
