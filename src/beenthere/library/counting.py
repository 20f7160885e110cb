"""Counting what people said of cards, once a month: a number that moved with each click would tell who clicked."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from beenthere.core import clock, keys
from beenthere.core.rounding import BASE, rounded
from beenthere.library.models import Tried
from beenthere.library.models.cards import Saying

AT_A_TIME = 500
Cell = dict[str, set[str]]  # who said what; for one card


def first_of_month() -> dt.date:
    """The day as of which this month's numbers are counted."""
    return clock.today().replace(day=1)


def counted(before: dt.date) -> dict[str, dict[str, int]]:
    """How many said what of each card before a day, in fives, once five said something; opened and then forgotten."""
    cards = defaultdict[str, Cell](lambda: defaultdict(set))
    with keys.held():
        for row in _every():
            said = row.said or {}
            if said.get("on", "") < before.isoformat() and said.get("what") in Saying.values:
                cards[said["card"]][said["what"]].add(row.person_id.hex)
    return {card: _in_fives(card, cell) for card, cell in cards.items() if len(set().union(*cell.values())) >= BASE}


def _in_fives(card: str, cell: Cell) -> dict[str, int]:
    return {what: rounded(len(who), f"{card}/{what}", who, chance_of) for what, who in cell.items()}


def _every() -> Iterator[Tried]:
    last = UUID(int=0)
    while some := list(Tried.objects.filter(pk__gt=last).order_by("pk")[:AT_A_TIME]):
        yield from some
        last = some[-1].pk


def chance_of(text: str) -> float:
    """Always the same number from 0 up to 1 for a text, which only this server can work out."""
    return int(keys.token(text, purpose="library.rounding")[:13], 16) / 16**13
