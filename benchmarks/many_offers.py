"""Suggestions for one person among very many supporters: the whole action, its time and its memory, on each database.

The rows are written in bulk, since a hundred thousand people cannot each walk through the screens here; they are
sealed with keys of their own and indexed by the product's own job, as those of real people are.
"""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from benchmarks import killing

if TYPE_CHECKING:
    from beenthere.core.models import SealingKey
    from beenthere.experience.models import AboutMe, LivedExperience
    from beenthere.orgs.models import Organisation
    from beenthere.people.models import Person

ROUNDS = 100
BULK = 2000


def main() -> None:
    """In a process of its own, since its memory is measured."""
    parser = argparse.ArgumentParser()
    parser.add_argument("supporters", type=int, nargs="+")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="beenthere-offers-") as folder, ExitStack() as stack:
        killing.prepared(Path(folder), options.database, stack).kill()
        here = 0
        for size in sorted(options.supporters):
            _grow(here, size)
            here = size
            if options.database == "postgresql":
                _analyse()
            _tell(size, options.database)
        killing.let_go()


def _analyse() -> None:
    """What PostgreSQL does by itself a minute after so many rows came: until then it plans for an empty table."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _grow(here: int, size: int) -> None:
    from beenthere.core import keys
    from beenthere.matching.actions import indexing

    began = time.perf_counter()
    numbers = iter(range(here, size))
    while some := list(islice(numbers, BULK)):
        with keys.held():
            _write(some)
        while indexing.bring_in_step(most=BULK):
            pass
    print(f"  ({size:,} written and indexed in {time.perf_counter() - began:.0f} s)", file=sys.stderr, flush=True)


def _write(numbers: list[int]) -> None:
    """People, what they tell, what they lived through, their offers and the yes to each."""
    from django.db import transaction

    from beenthere.core import clock
    from beenthere.core.models import SealingKey
    from beenthere.experience.models import AboutMe, LivedExperience
    from beenthere.matching.models import Offer, OfferApproval, OfferSlot
    from beenthere.people.models import Person

    dice, ids = Random(numbers[0]), [uuid4() for _ in numbers]
    SealingKey.objects.bulk_create(_keys(ids))
    people = [
        Person(id=pk, name=f"Supporter {number}", sign_in_token=str(pk), joined_at=clock.now())
        for pk, number in zip(ids, numbers, strict=True)
    ]
    offers = [
        Offer(supporter=person, training="trained", paths=dice.sample(["job", "learning", "own"], 2),
              fields=dice.sample("12345", 2), capacity=dice.randint(1, 4))
        for person in people
    ]  # fmt: skip
    with transaction.atomic():
        organisation = _organisation()
        Person.objects.bulk_create(people)
        AboutMe.objects.bulk_create(_about(person, dice) for person in people)
        LivedExperience.objects.bulk_create(row for person in people for row in _lived(person, dice))
        Offer.objects.bulk_create(offers)
        OfferApproval.objects.bulk_create(
            OfferApproval(offer=offer, supporter_id=offer.supporter_id, organisation=organisation, state="yes")
            for offer in offers
        )
        OfferSlot.objects.bulk_create(
            OfferSlot(number=number, offer=offer) for number, offer in zip(numbers, offers, strict=True)
        )


def _keys(ids: "list[UUID]") -> "Iterator[SealingKey]":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from beenthere.core import keys
    from beenthere.core.models import SealingKey

    master = AESGCM(keys.master_key())
    for pk in ids:
        yield SealingKey(owner=pk, wrapped=keys.encrypt(master, AESGCM.generate_key(256), str(pk)))


def _organisation() -> "Organisation":
    from beenthere.orgs.models import Organisation

    return Organisation.objects.get_or_create(slug="phare", defaults={"name": "Phare"})[0]


def _about(person: "Person", dice: Random) -> "AboutMe":
    from beenthere.core.places import places
    from beenthere.experience.models import AboutMe
    from beenthere.home.demo import crowd

    return AboutMe(
        person=person, languages=dice.sample(["en", "fr", "asl", "es"], 2), area=dice.choice(places()).code,
        ways=dice.sample(["video", "phone", "in_person", "text"], 2), free=dice.sample(crowd.TIMES, 5),
    )  # fmt: skip


def _lived(person: "Person", dice: Random) -> "Iterator[LivedExperience]":
    from beenthere.experience.models import LivedExperience
    from beenthere.home.demo import crowd

    for code in dice.sample(crowd.LIVED, 4):
        row = LivedExperience(person=person, kind="lived", word=code, shown="on_offer")
        row.token = row.keyed_token()
        yield row


def _tell(size: int, database: str) -> None:
    """One person asks: what the first page of suggestions takes, from their wishes to five people with reasons."""
    from beenthere.core import keys
    from beenthere.core.places import places
    from beenthere.experience.actions import tell
    from beenthere.home.demo import crowd
    from beenthere.home.demo.people import has_lived, joins
    from beenthere.matching.actions import ask_for_match
    from beenthere.matching.reads.suggestions import suggestions_before
    from beenthere.matching.wishes import Wishes

    asker = joins("Somebody", "en")
    for part, value in {
        "languages": ["en"],
        "ways": ["video"],
        "area": places()[0].code,
        "free": crowd.TIMES[:5],
    }.items():
        tell(by=asker, part=part, value=value, shown="me")
    has_lived(asker, crowd.LIVED[:5], shown="me")
    wishes = Wishes(must_ways=("video",), nice_paths=("job",), nice_fields=("1",), nice_near=True)
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        with keys.held():
            found = suggestions_before(asker, wishes)
        times.append(1000 * (time.perf_counter() - began))
    began = time.perf_counter()
    ask_for_match(by=asker, wishes=wishes, people=found)
    written = 1000 * (time.perf_counter() - began)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    p95 = statistics.quantiles(times, n=20)[-1]
    print(
        f"among {size:>9,} on {database:10}: {len(found)} people, median {statistics.median(times):.0f} ms, p95 "
        f"{p95:.0f} ms, slowest {max(times):.0f} ms, written in {written:.0f} ms; {megabytes:.0f} MB at most, "
        f"index {_index_kilobytes():.0f} kB (aim at 100,000: under 50 ms and 300 MB)",
        flush=True,
    )


def _index_kilobytes() -> float:
    from beenthere.matching.models import IndexBits

    return sum(len(bytes(bits)) for bits in IndexBits.objects.values_list("bits", flat=True)) / 1024


if __name__ == "__main__":
    os.nice(5)
    main()
