"""Writing to somebody, and having read."""

import uuid
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people.actions import settle_letters, write_letter
from beenthere.talk import rules
from beenthere.talk.models import Message, Thread
from beenthere.talk.reads import new_count

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from beenthere.people.models import Person


@transaction.atomic
def write(
    *, by: "Person", to: "Person", text: str, form_token: uuid.UUID | None = None, letter: "Promise | None" = None
) -> Message:
    """Write to somebody; the same form sent twice writes once. A letter of one's own says what it is about."""
    require(rules.may_write, by, to)
    low, high = sorted((by, to), key=lambda person: person.pk)
    thread, _made = Thread.objects.get_or_create(low=low, high=high)
    nothing_new_before = not Message.objects.filter(thread=thread).new_for(to).exists()
    message, made = Message.objects.get_or_create(
        author=by, form_token=form_token or uuid.uuid4(), defaults={"thread": thread, "text": text}
    )
    if not made:
        return message
    # Whoever answers has read what came before.
    side = thread.side_of(by.pk)
    Thread.objects.filter(pk=thread.pk).update(**{"last_at": message.sent_at, f"{side}_read_at": message.sent_at})
    record("message.sent", by=by, thing=message)
    if letter or nothing_new_before:
        # One letter until it is read, however many messages come, and never a word of theirs in it.
        write_letter(to=to, text=letter or _("Somebody has written to you."), route="talk:list")
    return message


@transaction.atomic
def mark_read(*, by: "Person", up_to: Message) -> None:
    """Note, for this person alone, that they have read up to a message; the mark never moves back."""
    require(rules.is_in, by, up_to.thread)
    column = f"{up_to.thread.side_of(by.pk)}_read_at"
    behind = Q(**{column: None}) | Q(**{f"{column}__lt": up_to.sent_at})
    Thread.objects.filter(behind, pk=up_to.thread_id).update(**{column: up_to.sent_at})
    if not new_count(by):
        settle_letters(to=by, route="talk:list")
