"""How long the what-if takes for three variants: the calculation alone, and from sealed rows to the page."""

import datetime as dt
import statistics
import time
from collections.abc import Callable

from django.test import Client

from beenthere.core import keys
from beenthere.people.models import Person
from beenthere.plans import actions, rules
from beenthere.plans.models import MOST_VARIANTS, Variant
from beenthere.work.earnings import Course, Now, Rule, Shape, Tier, Work, what_if
from beenthere.work.earnings import Variant as Thought
from benchmarks import site

TIERS = (Tier(35_000, 75), Tier(50_000, 50), Tier(75_000, 25))
FIRST = dt.date(2027, 1, 1)
ROUNDS = 31


def calculation() -> float:
    """Milliseconds of the pure calculation: three variants of twelve months."""
    rule, now = Rule(Shape.TIERS, tiers=TIERS), Now(95_000)
    thoughts = [Thought(Work(800 * number, 1_900), Course(900, 12_000, since=2)) for number in (1, 2, 3)]
    return median(lambda: sum(len(what_if([rule], now, each, FIRST)) for each in thoughts))


def whole() -> float:
    """Milliseconds of the whole answer: session, keys, sealed rows, the rule, the picture and the tables."""
    with keys.held():
        amara = next(each for each in Person.objects.all() if each.name == "Amara")
        actions.tell_money_now(by=amara, told={"benefit": "ns-regular", "support": 950})
        while rules.has_room_for_variant(amara):
            actions.make_variant(by=amara, told={"name": "One more", "work_hours": 20, "pay": 1_900})
        if Variant.objects.visible_to(amara).count() != MOST_VARIANTS:
            raise SystemExit("There are not three variants to compare.")
        client = Client(headers={"host": "localhost", "cookie": site.cookie_for(amara)})
    return median(lambda: client.get("/en/plan/money/").content.count(b"<tbody>"))


def median(measure: Callable[[], int]) -> float:
    """Milliseconds, the middle one of some rounds; each must show something."""
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        if not measure():
            raise SystemExit("Nothing was calculated.")
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)
