"""Very many jobs that are offered, in files as the publisher writes them: how they come in, how soon they are found.

The jobs are made up: titles of the catalogue, words, towns and terms drawn by chance. In a process of its own, since
its memory is measured.
"""

import argparse
import datetime as dt
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from random import Random

from benchmarks import catalogue
from benchmarks.occupations import bring_in

MONTH = 50_000
ROUNDS = 300
WORDS = ("senior", "assistant", "night", "junior", "seasonal", "bilingual", "lead", "relief", "trainee", "on-site")
EVERY_CHOICE = (
    "", "", "near=Halifax", "hours=part", "week=half", "province=ON&hours=full", "home=yes", "near=Toronto&pay=20",
    "times=evening&term=permanent", "new=week",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.postings")
    parser.add_argument("postings", type=int)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="beenthere-postings-") as folder, ExitStack() as stack:
        catalogue.prepare(Path(folder), options.database, stack)
        from beenthere.work.seed import load_seed

        load_seed()
        for start in range(0, options.postings, MONTH):
            file = month(Path(folder), start, min(MONTH, options.postings - start))
            for again in ("", " again") if not start else ("",):
                bring_in("import_postings", file, f" {min(MONTH, options.postings - start):,}{again}")
        catalogue.settle()
        search()


def month(folder: Path, start: int, number: int) -> Path:
    """A month's file, in UTF-16 with tabs."""
    from beenthere.core import clock
    from beenthere.core.places import PROVINCES, places
    from beenthere.work.models import Occupation
    from beenthere.work.tests.make_postings import COLUMNS, KITCHEN

    dice, towns, kinds = Random(start), list(places()), list(Occupation.objects.all())
    file = folder / f"jobs-{start}.csv"
    with file.open("w", encoding="utf-16", newline="") as lines:
        lines.write("\t".join(COLUMNS) + "\r\n")
        for each in range(start, start + number):
            town, kind, hours = dice.choice(towns), dice.choice(kinds), dice.choice((10, 20, 30, 37.5, 40))
            told = KITCHEN | {
                "WIC Job Location Snapshot ID": str(80_000_000 + each),
                "Job Title": f"{dice.choice(WORDS)} {kind.title_en.lower()}"[:200],
                "Original Job Title": f"{dice.choice(WORDS)} {dice.choice(WORDS)} {each % 977}",
                "NOC21 Code": kind.noc,
                "Province/Territory": PROVINCES[town.province].name_en,
                "City": town.name_en,
                "Employment Type": dice.choice(("Full time", "Part time")),
                "Employment Term Evening": dice.choice("01"),
                "Employment Term Telework": dice.choice("0001"),
                "Salary Minimum": f"{dice.randint(16, 45)}",
                "Salary Maximum": "50",
                "Hours Minimum": str(hours),
                "Hours Maximum": str(hours),
                "First Posting Date": f"{clock.today() - dt.timedelta(days=dice.randint(0, 80)):%Y/%m/%d}",
            }
            lines.write("\t".join(told.get(name, "NA") for name in COLUMNS) + "\r\n")
    return file


def search() -> None:
    """From the words to the jobs of the first page and what each further choice would leave."""
    from beenthere.work.choosing_postings import matching, rows
    from beenthere.work.models import Posting

    dice, slugs = Random(7), list(Posting.objects.values_list("slug", flat=True)[:5000])
    titles = [row.title_en.split() for row in Posting.objects.filter(slug__in=dice.sample(slugs, min(200, len(slugs))))]
    times = []
    for turn in range(ROUNDS + 1):
        typed = dict(each.split("=") for each in EVERY_CHOICE[turn % len(EVERY_CHOICE)].split("&") if each)
        words = dice.choice(titles)
        typed["q"] = ("", " ".join(words[:2]), words[-1], words[-1][:5])[turn % 4]
        began = time.perf_counter()
        narrowed = matching(typed)
        found = rows(narrowed, 0, 20)
        assert len(narrowed.choices) > 5
        assert found or len(narrowed) == 0
        if turn:
            times.append(1000 * (time.perf_counter() - began))
    print(
        f"search among {Posting.objects.count():,} jobs: median {statistics.median(times):.0f} ms,"
        f" p95 {statistics.quantiles(times, n=20)[-1]:.0f} ms (aim: under 50), longest {max(times):.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    main()
