"""Counting what people told of services, once a month, and reading it back."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from beenthere.core import clock, keys
from beenthere.core.rounding import BASE, rounded
from beenthere.directory.models import Happened, HappenedCount, HappenedRound, Service, What

if TYPE_CHECKING:
    from beenthere.people.models import Person

AT_A_TIME = 500
Told = tuple[str, str]  # a service and what happened there


def token_of(person: "Person", service: Service) -> str:
    """Under which a person's word about a service is found again; nobody can read either out of it."""
    return keys.token(f"{person.pk.hex}:{service.pk.hex}", purpose="directory.happened")


def mine(person: "Person", service: Service) -> Happened | None:
    """What this person told of this service."""
    return Happened.objects.visible_to(person).filter(token=token_of(person, service)).first()


def chance_of(text: str) -> float:
    """Always the same number from 0 up to 1 for a text, which only this server can work out."""
    return int(keys.token(text, purpose="directory.happened.rounding")[:13], 16) / 16**13


def first_of_month() -> dt.date:
    """The day as of which this month's numbers are counted."""
    return clock.today().replace(day=1)


def counted(before: dt.date) -> dict[Told, int]:
    """How many told what of which service before a day, from five on and in fives; opened and then forgotten."""
    people = defaultdict[Told, set[str]](set)
    with keys.held():
        for row in _every():
            told = row.told or {}
            if told.get("on", "") < before.isoformat() and told.get("what") in What.values:
                people[told["service"], told["what"]].add(row.person_id.hex)
    return {cell: rounded(len(who), "/".join(cell), who, chance_of) for cell, who in people.items() if len(who) >= BASE}


def _every() -> Iterator[Happened]:
    last = UUID(int=0)
    while some := list(Happened.objects.filter(pk__gt=last).order_by("pk")[:AT_A_TIME]):
        yield from some
        last = some[-1].pk


def counts_of(service: Service) -> tuple[dt.date | None, list[tuple[What, int]]]:
    """What is shown of a service, to everybody alike, and as of when."""
    last = HappenedRound.objects.order_by("-as_of").first()
    if last is None:
        return None, []
    rows = dict(HappenedCount.objects.filter(round=last, service=service).values_list("what", "number"))
    return last.as_of, [(what, rows[what]) for what in What if what in rows]
