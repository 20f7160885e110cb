"""How long suggestions for one peer take among 1,000 supporters: the calculation alone, and all of it."""

import random
import statistics
import time
from collections.abc import Callable
from functools import cache

from django.db import transaction

from beenthere.core import keys
from beenthere.home.demo import crowd, people
from beenthere.matching import jobs
from beenthere.matching.actions import ask_for_match
from beenthere.matching.models import MatchRequest
from beenthere.matching.ranking import suggest
from beenthere.matching.reads import index
from beenthere.matching.reads.suggestions import suggestions_anew
from beenthere.matching.tests.make import thousand_offers
from beenthere.matching.wishes import Wishes
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person

SUPPORTERS = 1_000
ROUNDS = 11


def calculation() -> float:
    """Milliseconds of the pure ranking."""
    wish, offers = thousand_offers(SUPPORTERS)
    return median(lambda: len(suggest(wish, offers)))


@cache
def the_request() -> MatchRequest:
    """One who asks among a thousand, with the index in step, as the job leaves it."""
    with keys.held(), transaction.atomic():
        request = a_request_among_many()
    jobs.keep_index_in_step()
    return request


def whole() -> float:
    """Milliseconds from the rows in the database, most of them sealed, to the suggestions."""
    request = the_request()

    def once() -> int:
        # Each round fetches its keys anew, as each request of a browser does.
        with keys.held():
            return len(suggestions_anew(request))

    return median(once)


def without_index() -> float:
    """The same by weighing every offer, and that the two find the same people."""
    request = the_request()
    found = suggestions_anew(request)
    few, index.FEW = index.FEW, 10**9
    try:
        if suggestions_anew(request) != found:
            raise SystemExit("The index suggests others than weighing everybody does.")
        return whole()
    finally:
        index.FEW = few


def a_request_among_many() -> MatchRequest:
    """Real people by the demo's own deeds: a thousand who offer, and one who asks."""
    dice = random.Random(7)
    organisation = Organisation.objects.order_by("pk").first()
    assert organisation
    coordinator = Person.objects.get(memberships__organisation=organisation, memberships__role="coordinator")
    for number in range(SUPPORTERS):
        person = somebody(f"Supporter {number}", dice)
        people.has_lived(person, dice.sample(crowd.LIVED, 4), shown="on_offer")
        people.gets_role(person, coordinator, organisation)
        offer = people.offers(person, organisation, capacity=2, paths=["job"], fields=["1"], trained=True)
        people.says_yes(coordinator, offer, organisation)
    asker = somebody("Somebody", dice)
    people.has_lived(asker, crowd.LIVED[:5], shown="me")
    return ask_for_match(by=asker, wishes=Wishes(nice_paths=("job",)), words="", organisations=[])


def somebody(name: str, dice: random.Random) -> Person:
    person = people.joins(name, "en")
    place, free = dice.choice(crowd.PLACES["en"]), dice.sample(crowd.TIMES, 5)
    people.tells(person, languages=["en"], ways=["phone", "video"], place=place, free=free)
    return person


def median(measure: Callable[[], int]) -> float:
    """Milliseconds, the middle one of some rounds; each must find five people."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = measure()
        times.append(1000 * (time.perf_counter() - start))
        if found != 5:
            raise SystemExit(f"{found} people were suggested instead of five.")
    return statistics.median(times)
