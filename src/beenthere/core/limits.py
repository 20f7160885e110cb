"""Limits of what could be abused: some at once, then one each while. Nobody is ever locked out.

Whoever is too fast waits for one turn, not for a day; what they typed is kept. Only a keyed token of who it was is
kept, and the moment at which their turns are all used up no longer.
"""

import datetime as dt
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.db import transaction

from beenthere.core import clock, keys
from beenthere.core.models import Turns

V = TypeVar("V", bound=Callable[..., object])
MOST_REMEMBERED = 10_000


@dataclass(frozen=True)
class Limit:
    """So many at once, then one each so many seconds."""

    name: str
    at_once: int
    seconds: float


class TooFast(Exception):
    """Somebody has to wait for this many seconds; nothing was done."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait for {math.ceil(seconds)} seconds")
        self.seconds = math.ceil(seconds)


FORM = Limit("form", 60, 3)  # any form or button that has no limit of its own
JOINING = Limit("joining", 20, 180)  # for one network: a class of twenty in a library, then one each three minutes
CODES = Limit("codes", 20, 30)
WRITING = Limit("writing", 30, 10)
ASKING = Limit("asking", 12, 120)
INVITING = Limit("inviting", 30, 120)
PROPOSING = Limit("proposing", 12, 180)  # for one network: a class that looks its trainings over together
SEARCHING = Limit("searching", 200, 0.25)
DOWNLOADING = Limit("downloading", 60, 10)  # of all there is: a program may ask often whether it has changed
SECOND_STEP = Limit("second step", 10, 30)  # for one person, whoever tries: codes cannot be guessed by many devices
AREA = Limit("area", 3, 7 * 24 * 3600)  # each new area tells a little about who lives where: three, then one a week


def limited(limit: Limit) -> Callable[[V], V]:
    """Give a view a limit of its own, counted for each form that is sent."""

    def note(view: V) -> V:
        view.limit = limit  # type: ignore[attr-defined]
        return view

    return note


def looked_at(limit: Limit) -> Callable[[V], V]:
    """Give a view a limit that is counted each time somebody looks."""

    def note(view: V) -> V:
        view.look_limit = limit  # type: ignore[attr-defined]
        return view

    return note


@transaction.atomic
def take_turn(limit: Limit, whom: object) -> None:
    """Use one turn, or raise `TooFast`. Counted in a row, so that it holds for all processes and both databases."""
    if not settings.LIMITS_HOLD:
        return
    token = keys.token(f"{limit.name}:{whom}", purpose="core.limit")
    now = clock.now()
    Turns.objects.get_or_create(token=token, defaults={"used_up_to": now})
    row = Turns.objects.select_for_update().get(token=token)
    row.used_up_to = _after(limit, row.used_up_to.timestamp(), now.timestamp())
    row.save(update_fields=["used_up_to"])


def _after(limit: Limit, used_up_to: float, now: float) -> dt.datetime:
    """How far turns are used up after one more; each turn stands for its seconds, and `at_once` may be taken ahead."""
    after = max(used_up_to, now) + limit.seconds
    too_far = after - now - limit.at_once * limit.seconds
    if too_far > 0:
        raise TooFast(too_far)
    return dt.datetime.fromtimestamp(after, dt.UTC)


_looks: dict[tuple[str, object], float] = {}


def take_look(limit: Limit, whom: object) -> None:
    """The same for pages that are only looked at: in the memory of this process, because a look writes no row."""
    if not settings.LIMITS_HOLD:
        return
    now = time.monotonic()
    if len(_looks) >= MOST_REMEMBERED:
        _looks.clear()
    _looks[limit.name, whom] = _after(limit, _looks.get((limit.name, whom), now), now).timestamp()


def forget_old_turns() -> None:
    """Forget everybody who has all their turns again."""
    Turns.objects.filter(used_up_to__lt=clock.now()).delete()
