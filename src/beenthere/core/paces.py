"""How fast one may do what could be abused: some at once, then one each while. Nobody is ever locked out.

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
class Pace:
    """So many at once, then one each so many seconds."""

    name: str
    at_once: int
    seconds: float


class TooFast(Exception):
    """Somebody has to wait for this many seconds; nothing was done."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait for {math.ceil(seconds)} seconds")
        self.seconds = math.ceil(seconds)


FORM = Pace("form", 60, 3)  # any form or button that has no pace of its own
JOINING = Pace("joining", 20, 180)  # for one network: a class of twenty in a library, then one each three minutes
CODES = Pace("codes", 20, 30)
WRITING = Pace("writing", 30, 10)
ASKING = Pace("asking", 12, 120)
INVITING = Pace("inviting", 30, 120)
SEARCHING = Pace("searching", 200, 0.25)
AREA = Pace("area", 3, 7 * 24 * 3600)  # each new area tells a little about who lives where: three, then one a week


def paced(pace: Pace) -> Callable[[V], V]:
    """Give a view a pace of its own, counted for each form that is sent."""

    def note(view: V) -> V:
        view.pace = pace  # type: ignore[attr-defined]
        return view

    return note


@transaction.atomic
def take_turn(pace: Pace, whom: object) -> None:
    """Use one turn, or raise `TooFast`. Counted in a row, so that it holds for all processes and both databases."""
    if not settings.PACES_HOLD:
        return
    token = keys.token(f"{pace.name}:{whom}", purpose="core.pace")
    now = clock.now()
    Turns.objects.get_or_create(token=token, defaults={"used_up_to": now})
    row = Turns.objects.select_for_update().get(token=token)
    row.used_up_to = _after(pace, row.used_up_to.timestamp(), now.timestamp())
    row.save(update_fields=["used_up_to"])


def _after(pace: Pace, used_up_to: float, now: float) -> dt.datetime:
    """How far turns are used up after one more; each turn stands for its seconds, and `at_once` may be taken ahead."""
    after = max(used_up_to, now) + pace.seconds
    too_far = after - now - pace.at_once * pace.seconds
    if too_far > 0:
        raise TooFast(too_far)
    return dt.datetime.fromtimestamp(after, dt.UTC)


_looks: dict[tuple[str, object], float] = {}


def take_look(pace: Pace, whom: object) -> None:
    """The same for pages that are only looked at: in the memory of this process, because a look writes no row."""
    if not settings.PACES_HOLD:
        return
    now = time.monotonic()
    if len(_looks) >= MOST_REMEMBERED:
        _looks.clear()
    _looks[pace.name, whom] = _after(pace, _looks.get((pace.name, whom), now), now).timestamp()


def forget_old_turns() -> None:
    """Forget everybody who has all their turns again."""
    Turns.objects.filter(used_up_to__lt=clock.now()).delete()
