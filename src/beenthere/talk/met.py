"""Who has met whom here, and which of the other's words somebody was shown: each app says it of itself.

A concern may be told about exactly these people, to the organisations through which the two met, with these words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from beenthere.orgs.models import Membership, Organisation, Role
from beenthere.people.models import TrustedPerson
from beenthere.talk.models import Message, Thread

if TYPE_CHECKING:
    import datetime as dt

    from beenthere.people.models import Person

MOST_MESSAGES = 60


@dataclass(frozen=True)
class Said:
    """Words that both of the two could read, and that one of them may attach."""

    name: str  # names them in a form
    mine: bool
    at: "dt.datetime"
    text: str


@dataclass(frozen=True)
class Met:
    """Where two people met."""

    organisations: set[UUID] = field(default_factory=set)
    words: list[Said] = field(default_factory=list)


Finder = Callable[["Person", "Person"], Met | None]
_finders: list[Finder] = []


def meets(function: Finder) -> Finder:
    """Let this function say whether, as far as its app knows, somebody (first) has met somebody else here."""
    if function not in _finders:
        _finders.append(function)
    return function


def met(me: "Person", other: "Person") -> Met | None:
    """Where the first has met the second, from the first one's side; None if they have not met, as far as they know."""
    if me.pk == other.pk:
        return None
    found = [each for finder in _finders if (each := finder(me, other)) is not None]
    if not found:
        return None
    words = sorted((said for each in found for said in each.words), key=lambda said: said.at)
    return Met({pk for each in found for pk in each.organisations}, words)


def said(rows: Iterable[tuple[str, UUID | None, "dt.datetime", str | None]], me: "Person") -> list[Said]:
    """Rows of (name, author, when, text) as words that may be attached; what was erased cannot be."""
    return [Said(name, author == me.pk, at, text) for name, author, at, text in rows if text]


@meets
def wrote_to_each_other(me: "Person", other: "Person") -> Met | None:
    """The last messages between the two."""
    threads = Thread.objects.between(me.pk, other.pk)
    rows = list(Message.objects.filter(thread__in=threads).order_by("-sent_at")[:MOST_MESSAGES])
    words = said(((f"message:{row.pk}", row.author_id, row.sent_at, row.text) for row in rows), me)
    return Met(words=words) if rows else None


@meets
def trust_each_other(me: "Person", other: "Person") -> Met | None:
    """One of them can help to let the other back in."""
    between = TrustedPerson.objects.said_yes().filter(Q(owner=me, person=other) | Q(owner=other, person=me))
    return Met() if between.exists() else None


@meets
def take_part_together(me: "Person", other: "Person") -> Met | None:
    """Somebody with a role knows who coordinates there, and whoever coordinates knows everybody with a role."""
    current = Membership.objects.current()
    mine, theirs = current.filter(person=me), current.filter(person=other)
    above = theirs.filter(role=Role.COORDINATOR, organisation__in=mine.values("organisation"))
    below = theirs.filter(organisation__in=Organisation.objects.coordinated_by(me))
    shared = {*above.values_list("organisation", flat=True), *below.values_list("organisation", flat=True)}
    return Met(organisations=shared) if shared else None
