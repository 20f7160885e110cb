"""The letters about a concern: what waits, never what it says, and never who told it."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from beenthere.people.actions import settle_letters, write_letter
from beenthere.people.models import Person
from beenthere.talk.models import Concern
from beenthere.talk.reads.concerns import readers_of

ROUTE = "talk:concern"


def to_readers(concern: Concern) -> None:
    """Everybody who could take it on."""
    for reader in readers_of(concern):
        _write(reader, _("Somebody tells you of a concern. Please look at it within three days."), concern)


def reminder(concern: Concern) -> None:
    for reader in readers_of(concern):
        _write(reader, _("A concern still waits for you. If you cannot, tell whoever wrote it."), concern)


def settled_for(concern: Concern, readers: Iterable[Person]) -> None:
    """These need not look any more."""
    for reader in readers:
        settle_letters(to=reader, route=ROUTE, route_args=[concern.pk])


def taken(concern: Concern) -> None:
    _to_writer(concern, _("Your concern is being read. You can see by whom."))


def late(concern: Concern) -> None:
    _to_writer(concern, _("Nobody has answered your concern yet. You can send it to somebody else."))


def nobody_left(concern: Concern) -> None:
    _to_writer(concern, _("Whoever was to read your concern no longer can. You can send it to somebody else."))


def new_words(concern: Concern, by: Person) -> None:
    """Whoever is on the other side of what was written."""
    text = _("There are new words in a concern.")
    if concern.taken_by_id == by.pk:
        _to_writer(concern, text)
    elif concern.taken_by:
        _write(concern.taken_by, text, concern)


def decided(concern: Concern) -> None:
    _to_writer(concern, _("Your concern was decided. You can read what and why."))


def told(concern: Concern) -> None:
    if concern.about:
        _write(concern.about, _("Somebody was worried about something between you and others here."), concern)


def _to_writer(concern: Concern, text: Promise) -> None:
    if concern.writer:
        _write(concern.writer, text, concern)


def _write(to: Person, text: Promise, concern: Concern) -> None:
    write_letter(to=to, text=text, route=ROUTE, route_args=[concern.pk])
