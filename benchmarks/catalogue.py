"""The training list with very many records: words, every choice with its count, and the page, on each database.

The records are made up: names, towns, costs and sentences drawn from the words of the packaged ones and from invented
ones, of which few are frequent and many rare, as in any language. They are written in bulk and indexed by the product.
"""

import argparse
import csv
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
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import killing, load, site

if TYPE_CHECKING:
    from django.test import Client

    from beenthere.training.models import Training

BULK = 2000
SENTENCE = 30  # words in each record's notes
INVENTED = 20_000
FEW = 1000  # a query that finds fewer is a narrow one
ROUNDS, CHANGES = 150, 20
ADDRESS = "/en/training/"
NO_MEMORY = "seen=1"  # whoever has a cookie gets a page of their own, not one that is kept for visitors
SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "xo",
    "za",
    "bre",
    "cla",
    "dro",
)
COMMON = ("support", "recovery", "group", "community", "listening", "wellness", "online", "family", "youth", "rights")


def main() -> None:
    """In a process of its own, since its memory is measured."""
    parser = argparse.ArgumentParser()
    parser.add_argument("records", type=int, nargs="+")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seconds", type=float, default=5.0, help="how long requests are counted (default: 5)")
    parser.add_argument("--datasette", action="store_true", help="also beside Datasette, which is fetched for it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="beenthere-catalogue-") as folder, ExitStack() as stack:
        prepare(Path(folder), options.database, stack)
        here = 0
        for size in sorted(options.records):
            grow(here, size)
            here = size
            tell(size, options.database)
        ours = per_second(options.seconds, addresses(here), "the list, as served")
        if options.datasette:
            from benchmarks import datasette

            datasette.tell(Path(folder), options.seconds, ours)
        killing.let_go()


def prepare(folder: Path, database: str, stack: ExitStack) -> None:
    """Tables without a row, and the files of the pages."""
    killing.point_at(folder, database, stack)
    import django

    django.setup()
    from beenthere.core.memory import settle
    from beenthere.home import standing

    standing.make_tables()
    standing.collect_static()
    settle()  # as a web process does


def grow(here: int, size: int) -> None:
    """Write so many more records, and index them a chunk at a time as an import does."""
    from beenthere.core.search import index_some
    from beenthere.core.search.writing import CHUNK
    from beenthere.training.catalogue.findable import KIND, entry_of
    from beenthere.training.models import Training

    began, numbers = time.perf_counter(), iter(range(here, size))
    while some := [record(number) for number in islice(numbers, BULK)]:
        Training.objects.bulk_create(some)
        rest = iter(some)
        while chunk := list(islice(rest, CHUNK)):
            index_some(KIND, {each.slug: entry_of(each) for each in chunk})
    settle()
    print(f"  ({size:,} written and indexed in {time.perf_counter() - began:.0f} s)", file=sys.stderr, flush=True)


def settle() -> None:
    """What PostgreSQL does by itself a minute after so many rows came: until then it plans for an empty table."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE core_searchentry")
            cursor.execute("ANALYZE")


def invented(number: int) -> str:
    """A word that nobody uses."""
    letters = []
    for _ in range(3 + number % 2):
        number, which = divmod(number, len(SYLLABLES))
        letters.append(SYLLABLES[which])
    return "".join(letters)


def rare(dice: Random) -> int:
    """The number of a word: the smaller, the more frequent, as in any language."""
    return int(INVENTED ** dice.random()) - 1


def record(number: int) -> "Training":
    """One made-up training: the same for the same number."""
    from beenthere.core.places import places
    from beenthere.training.models import Training

    dice = Random(number)
    place, french = dice.choice(places()), dice.random() < 0.25
    words = [invented(rare(dice)) for _ in range(SENTENCE)]
    name = ["Formation en pair-aidance"] if french else ["Peer support training"]
    name += [dice.choice(COMMON), *(invented(rare(dice)) for _ in range(2)), str(number)]
    return Training(
        slug=f"record-{number}",
        name=" ".join(name),
        name_language="fr" if french else "en",
        provider=f"{invented(rare(dice)).title()} {dice.choice(['Centre', 'Association', 'Network'])}",
        province=dice.choice([place.province, place.province, place.province, "national"]),
        city=dice.choice([place.name_en, place.name_en, ""]),
        languages=dice.choice(["French" if french else "English", ""]),
        delivery=dice.choice(["online", "in-person", "hybrid", ""]),
        hours=dice.choice(["16", "40", "120", "200", ""]),
        cost=dice.choice(["0", "250", "sliding scale", "", ""]),
        prerequisites=dice.choice(["Lived experience; interview", "Police check", "", ""]),
        credential=dice.choice(["Certificate", "Peer Support Canada certification", "", ""]),
        audience=dice.choice(["adult", "family", "youth", "women", "veterans", "Indigenous", ""]),
        notes=" ".join([dice.choice(COMMON), *words]),
        standing=dice.choices(["running", "paused", "unconfirmed", "historic"], [6, 1, 1, 2])[0],
        source_url="https://example.org/page",
        source_date="2026",
    )


CHOICES = (
    "province=ON", "language=fr&cost=free", "delivery=online&audience=families", "near=Toronto", "length=days",
    "near=Rankin+Inlet&language=fr&cost=free&audience=families", "province=NU&peers=not-said", "",
)  # fmt: skip


def narrow_queries(size: int) -> list[str]:
    """Words that few hold, some with choices, some with a slip of the keyboard."""
    dice = Random(7)
    found = []
    for turn in range(ROUNDS):
        words = record(dice.randrange(size)).notes.split()[1:]
        word = min(words, key=len) if turn % 10 else max(words, key=len)[::-1]
        rarest = max(words, key=lambda each: (words.count(each) == 1, len(each)))
        found.append(f"?q={rarest}+{word}&{CHOICES[turn % len(CHOICES)]}")
    return found


def broad_queries() -> list[str]:
    """Words that very many hold, with and without choices, and no words at all."""
    dice = Random(8)
    words = ["peer+support", "training", "formation", "peer+support+training+family", *COMMON, "recovery+group", ""]
    return [f"?q={dice.choice(words)}&{CHOICES[turn % len(CHOICES)]}" for turn in range(ROUNDS)]


def addresses(size: int) -> list[str]:
    """Narrow and broad ones in turn."""
    return [ADDRESS + each for pair in zip(narrow_queries(size), broad_queries(), strict=True) for each in pair]


def tell(size: int, database: str) -> None:
    """What a page takes inside one process, from its address to its last letter; then what a change takes."""
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1", "cookie": NO_MEMORY})
    queries = [*narrow_queries(size), *broad_queries()]
    seconds(client, ADDRESS)  # loads the templates
    cold = 1000 * seconds(client, ADDRESS + "?q=peer+support+training+family")
    timed = [Timed(*both(client, ADDRESS + query), count_of(query)) for query in queries]
    for name, aim, some in (
        ("narrow", 50, [each for each in timed if each.found < FEW]),
        ("broad", 150, [each for each in timed if each.found >= FEW]),
    ):
        if len(some) < 2:
            continue
        wall, own = (statistics.quantiles(times, n=20)[-1] for times in zip(*(each[:2] for each in some), strict=True))
        figures = f"median {statistics.median(each.wall for each in some):.0f} ms, p95 {wall:.0f} ms (aim: under {aim})"
        print(
            f"{size:>9,} on {database:10} {name:7} {len(some):>4} pages: {figures}; "
            f"p95 of this process's own time {own:.0f} ms",
            flush=True,
        )
    changes = [1000 * change(number, size) for number in range(CHANGES)]
    again = 1000 * seconds(client, ADDRESS + "?q=peer+support+training+family")
    print(
        f"{size:>9,} on {database:10} words not yet remembered {cold:.0f} ms, after a change {again:.0f} ms; "
        f"a change is written in {statistics.median(changes):.0f} ms, {max(changes):.0f} at most (aim: under 200); "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most",
        flush=True,
    )


class Timed(NamedTuple):
    """Milliseconds by the clock, those that the process itself worked, and how many were found.

    On a machine that does other things as well, the clock tells of these too.
    """

    wall: float
    own: float
    found: int


def both(client: "Client", address: str) -> tuple[float, float]:
    began = time.process_time()
    wall = seconds(client, address)
    return 1000 * wall, 1000 * (time.process_time() - began)


def seconds(client: "Client", address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    took = time.perf_counter() - began
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}, so there is nothing to measure.")
    return took


def count_of(query: str) -> int:
    """How many a query finds."""
    from django.http import QueryDict

    from beenthere.training.catalogue.reads import matching

    return len(matching(QueryDict(query.removeprefix("?")).dict()))


def change(number: int, size: int) -> float:
    """One record gets another length, as if the committee published it: the whole transaction."""
    from beenthere.training.catalogue.writing import Source, write
    from beenthere.training.models import Origin, Training

    training = Training.objects.get(slug=f"record-{number}")
    began = time.perf_counter()
    write(
        training,
        {"hours": str(size + number), "city": "Iqaluit" if size % 3 else "Moncton"},
        Source(Origin.COMMITTEE, "https://example.org/"),
    )
    return time.perf_counter() - began


def per_second(seconds_: float, asked: list[str], name: str) -> float:
    """Requests a second over kept connections, each for another address, as the site serves itself."""
    from django.db import connections

    connections.close_all()
    port = site.free_port()
    with site.running(port) as server:
        figure = load.measure_many(port, asked, NO_MEMORY, seconds_)
        memory = max(site.megabytes_per_web_process(server))
    print(
        f"{name}: {figure.per_second:,.1f} req/s, p95 {figure.p95_ms:.0f} ms; {memory:.0f} MB PSS a web process",
        flush=True,
    )
    return figure.per_second


def rows() -> Iterator[dict[str, str]]:
    """Every record with its first value of four facets, for another program to serve."""
    from beenthere.training.catalogue.facets import facets_of
    from beenthere.training.models import Training

    for each in Training.objects.order_by("pk").iterator(chunk_size=BULK):
        values = {name: next(iter(sorted(some))) for name, some in facets_of(each).items()}
        four = {name: values[name] for name in ("language", "delivery", "audience", "cost")}
        yield four | {"slug": each.slug, "name": each.name, "provider": each.provider, "city": each.city,
                      "province": each.province, "notes": each.notes}  # fmt: skip


def write_csv(file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        table = None
        for row in rows():
            if table is None:
                table = csv.DictWriter(lines, list(row))
                table.writeheader()
            table.writerow(row)


def on_both(sizes: list[int]) -> None:
    """On each database, in a process of its own; beside Datasette once."""
    import subprocess

    for database, more in (("sqlite", ["--datasette"]), ("postgresql", [])):
        command = [sys.executable, "-m", "benchmarks.catalogue", *map(str, sizes), "--database", database, *more]
        subprocess.run(command, check=True, env=os.environ | {"BEENTHERE_DATA_FOLDER": ""})


if __name__ == "__main__":
    main()
