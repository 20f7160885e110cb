"""Many services, brought in as a file brings them: how long a search takes, and pages for other programs."""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import catalogue, killing

BULK = 200
SENTENCE = 20  # words of each description
ROUNDS = 120
LISTS = {
    "a page of the list": "/hsds/services?page={page}",
    "a page, with everything": "/hsds/services?full=true&page={page}",
    "a search by program": "/hsds/services?search={word}",
    "services at places": "/hsds/service_at_locations?page={page}",
    "organisations": "/hsds/organizations?page={page}",
}
NEEDS = ("food", "housing", "work", "money", "peers", "legal")


def main() -> None:
    """In a process of its own, with tables of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.services")
    parser.add_argument("services", type=int)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="beenthere-services-") as folder, ExitStack() as stack:
        catalogue.prepare(Path(folder), options.database, stack)
        write(options.services)
        tell(options.services)
        killing.let_go()


def write(number: int) -> None:
    """Bring them in, a few at a time."""
    from django.db import transaction

    from beenthere.directory.hsds.reading import read
    from beenthere.directory.hsds.writing import From, keep

    began, numbers = time.perf_counter(), iter(range(number))
    while some := list(islice(numbers, BULK)):
        with transaction.atomic():
            for each in some:
                keep(read(node(each), "bench"), From("bench"))
    catalogue.settle()
    seconds = time.perf_counter() - began
    print(f"  ({number:,} services brought in: {seconds:.0f} s, {number / seconds:,.0f} a second)", file=sys.stderr)


def node(number: int) -> dict[str, Any]:
    """One made-up service: the same for the same number; few of its words are frequent and many rare."""
    from uuid import UUID

    from beenthere.directory.needs import OURS

    dice = Random(number)
    words = [catalogue.invented(catalogue.rare(dice)) for _ in range(SENTENCE)]
    need, common = dice.choice(NEEDS), dice.choice(catalogue.COMMON)
    town, province = dice.choice([("Ottawa", "ON"), ("Nelson", "BC"), ("Gatineau", "QC"), ("Halifax", "NS")])
    address = {"address_1": f"{number} Main Street", "city": town, "state_province": province, "country": "CA"}
    return {
        "id": str(UUID(int=number + 1)),
        "name": f"{common} {words[0]} {number}",
        "description": " ".join([common, *words]),
        "organization": {"name": f"The {words[1]} house"},
        "phones": [{"number": f"250-555-{number % 10000:04}"}],
        "languages": [{"code": dice.choice(["en", "fr"])}],
        "attributes": [{"taxonomy_term": {"taxonomy": OURS, "code": need, "name": need}}],
        "service_at_locations": [{"location": {"name": town, "addresses": [address]}}],
    }


def tell(number: int) -> None:
    """Each kind of question, many times, with other words and pages each time."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    searches = (f"/en/services/?q={words}&seen={place}" for place, words in enumerate(asked(ROUNDS)))
    told(f"a search of {number:,}", client, searches)
    for name, address in LISTS.items():
        pages = range(1, min(ROUNDS // 3, number // 20) + 1)
        told(name, client, (address.format(page=page, word=words) for page, words in zip(pages, asked(ROUNDS))))  # noqa: B905


def asked(rounds: int) -> Iterator[str]:
    """What people type: one frequent word, one rare one, or both."""
    dice = Random(7)
    for turn in range(rounds):
        common, rare = dice.choice(catalogue.COMMON), catalogue.invented(catalogue.rare(dice))
        yield (common, rare, f"{common}+{rare}")[turn % 3]


def told(name: str, client: Any, addresses: Iterator[str]) -> None:
    """The middle and the slowest of twenty, in milliseconds."""
    times = []
    for address in addresses:
        began = time.perf_counter()
        if client.get(address, headers={"cookie": "seen=1"}).status_code != 200:
            raise SystemExit(f"{address} was not answered.")
        times.append(1000 * (time.perf_counter() - began))
    p95 = statistics.quantiles(times, n=20)[-1]
    aim = " (aim: p95 under 50 ms)" if name.startswith("a search of") else ""
    print(f"  {name:24}{statistics.median(times):>15.0f} ms   p95 {p95:.0f} ms{aim}", flush=True)


if __name__ == "__main__":
    os.nice(5)
    main()
