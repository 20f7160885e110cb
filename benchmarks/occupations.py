"""The real files of occupations and wages: how long they take to come in, with how much memory; then searches.

Reads BEENTHERE_DATA; without it there is nothing to measure. In a process of its own, since its memory is measured.
"""

import argparse
import io
import os
import resource
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from random import Random

from benchmarks import catalogue

ROUNDS = 300
FILES = (
    ("import_occupations", "occupations"),
    ("import_wages", "wages/jobbank_wages_2024_by_region.csv"),
    ("import_outlook", "wages/cops_summary_2024_2033.csv"),
)
CHOICES = ("", "", "&field=6", "&asks=5", "&interest=S", "&region=ON&pay=22")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.occupations")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    data = Path(os.environ.get("BEENTHERE_DATA", "../shared/data")).resolve()
    if not (data / "occupations").exists():
        print(f"skipped: the files are not in {data}")
        return
    with tempfile.TemporaryDirectory(prefix="beenthere-occupations-") as folder, ExitStack() as stack:
        catalogue.prepare(Path(folder), options.database, stack)
        for again in ("", " again"):
            for command, name in FILES:
                bring_in(command, data / name, again)
        catalogue.settle()
        search()


def bring_in(command: str, file: Path, again: str) -> None:
    """One command, as an operator runs it; its longest write is what others wait for."""
    from django.core.management import call_command
    from django.db import connection

    slowest, began = Slowest(), time.perf_counter()
    own = time.process_time()
    with connection.execute_wrapper(slowest):
        call_command(command, str(file), stdout=io.StringIO())
    clock, used = time.perf_counter() - began, time.process_time() - own
    print(
        f"{command}{again}: {clock:.1f} s by the clock, {used:.1f} s of its own;"
        f" longest statement {1000 * slowest.seconds:.0f} ms;"
        f" {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most",
        flush=True,
    )


class Slowest:
    """The statement that took longest."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self, execute: object, sql: str, params: object, many: bool, context: object) -> object:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)  # type: ignore[operator]
        finally:
            self.seconds = max(self.seconds, time.perf_counter() - began)


def queries() -> list[str]:
    """Titles as they stand, words of them, beginnings, and slips of the keyboard."""
    from beenthere.work.models import Titles

    dice, rows = Random(5), list(Titles.objects.all())
    found = []
    for turn in range(ROUNDS):
        row = dice.choice(rows)
        words = dice.choice(dice.choice([row.en, row.fr]) or row.en).replace("/", " ").split()
        word = max(words, key=len)
        found.append((" ".join(words[:3]), word, word[:5], word[:3] + word[4:])[turn % 4])
    return found


def search() -> None:
    """From the words to the ready cards of the first page."""
    from beenthere.work.models import Titles
    from beenthere.work.reads import matching

    times, own = [], []
    for turn, query in enumerate(["warm up", *queries()]):
        typed = dict([each.split("=") for each in CHOICES[turn % len(CHOICES)].split("&") if each]) | {"q": query}
        began, used = time.perf_counter(), time.process_time()
        found = matching(typed)
        found.cards(found.narrowed[:20])
        if turn:
            times.append(1000 * (time.perf_counter() - began))
            own.append(1000 * (time.process_time() - used))
    number = sum(len(row.en) + len(row.fr) for row in Titles.objects.all())
    print(
        f"search among {number:,} titles: median {statistics.median(times):.0f} ms,"
        f" p95 {statistics.quantiles(times, n=20)[-1]:.0f} ms (aim: under 50);"
        f" p95 of this process's own time {statistics.quantiles(own, n=20)[-1]:.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    main()
