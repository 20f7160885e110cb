"""Who can read what, who looked, and who was blocked, each with names, ready to be shown to its owner."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from beenthere.consent.models import Block, Connection, Grant, Look
from beenthere.core import things
from beenthere.core.days import in_words
from beenthere.people.models import Person
from beenthere.people.reads import names_of

LOOKS_SHOWN = 100


@dataclass(frozen=True)
class Shared:
    """One piece that somebody can read until a day."""

    grant: Grant
    reader: str
    piece: str

    @property
    def sentence(self) -> str:
        """“Benoît can read Back to school until 1 March 2027.”"""
        day = in_words(self.grant.until)
        words = _("%(reader)s can read “%(piece)s” until %(day)s.")
        return words % {"reader": self.reader, "piece": self.piece, "day": day}


@dataclass(frozen=True)
class Looked:
    """Somebody read a piece."""

    look: Look
    reader: str
    piece: str


@dataclass(frozen=True)
class Blocked:
    """Somebody whom the person keeps away."""

    block: Block
    name: str


def shared_by(person: Person) -> list[Shared]:
    """Everything that others can read today."""
    running = Grant.objects.filter(owner=person.pk).running().order_by("until", "granted_at")
    grants = list(running)
    names = names_of(grant.reader for grant in grants)
    pieces = _pieces({(grant.what, grant.thing) for grant in grants})
    return [Shared(grant, _name(names, grant.reader), _piece(pieces, grant.thing)) for grant in grants]


def looks_at(person: Person) -> list[Looked]:
    """Who looked at what, the latest first."""
    looks = list(Look.objects.visible_to(person).order_by("-at")[:LOOKS_SHOWN])
    names = names_of(look.reader for look in looks if look.reader)
    pieces = _pieces({(look.what, look.thing) for look in looks})
    return [Looked(look, _name(names, look.reader), _piece(pieces, look.thing)) for look in looks]


def blocked_by(person: Person) -> list[Blocked]:
    """Whom the person blocked."""
    blocks = list(Block.objects.visible_to(person).order_by("-since"))
    names = names_of(block.whom for block in blocks)
    return [Blocked(block, _name(names, block.whom)) for block in blocks]


def told_with_names(person: Person) -> dict[str, list[dict[str, Any]]]:
    """The tables of consent, which know people only by id, as their owner reads them in a download."""
    connections = list(Connection.objects.visible_to(person).order_by("opened_at"))
    grants = list(Grant.objects.visible_to(person).order_by("granted_at"))
    looks = list(Look.objects.visible_to(person).order_by("at"))
    blocks = list(Block.objects.visible_to(person).order_by("since"))
    others = [row.other(person.pk) for row in connections] + [row.whom for row in blocks]
    others += [row.owner for row in grants] + [row.reader for row in grants]
    names = names_of([*others, *(row.reader for row in looks if row.reader)])
    mine = {(row.what, row.thing) for row in grants if row.owner == person.pk}
    mine |= {(row.what, row.thing) for row in looks}
    pieces = _pieces(mine)
    return {
        "consent.connection": [
            {"person": _name(names, row.other(person.pk)), "opened_at": row.opened_at, "ended_at": row.ended_at}
            for row in connections
        ],
        "consent.grant": [_told_grant(row, person, names, pieces) for row in grants],
        "consent.look": [
            {"person": _name(names, row.reader), "piece": _piece(pieces, row.thing), "at": row.at} for row in looks
        ],
        "consent.block": [{"person": _name(names, row.whom), "since": row.since} for row in blocks],
    }


def _told_grant(row: Grant, person: Person, names: dict[UUID, str], pieces: dict[UUID, str]) -> dict[str, Any]:
    when = {"until": row.until, "granted_at": row.granted_at, "stopped_at": row.stopped_at}
    if row.owner == person.pk:
        return {"reader": _name(names, row.reader), "piece": _piece(pieces, row.thing), **when}
    # What it is called belongs to whoever shared it, and may have stopped being readable.
    return {"owner": _name(names, row.owner), **when}


def _pieces(wanted: set[tuple[str, UUID]]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for what, pairs in groupby(sorted(wanted, key=str), key=lambda pair: pair[0]):
        found.update(things.names_of(what, [thing for _what, thing in pairs]))
    return found


def _piece(pieces: dict[UUID, str], thing: UUID) -> str:
    return pieces.get(thing) or _("something that is no longer here")


def _name(names: dict[UUID, str], person_id: UUID | None) -> str:
    return (names.get(person_id) if person_id else None) or _("somebody who has left")
