"""How long it takes to make a résumé of two pages into a PDF."""

import statistics
import time

from beenthere.plans.resume import pdf
from beenthere.plans.resume.facts import About, Fact, Kind
from beenthere.plans.resume.sheet import Sheet, Style, lay_out

ROUNDS = 41
SENTENCE = "I listened to people who waited, told them what comes next, and wrote down what they needed from us. "


def sheet(number: int) -> Sheet:
    """A full one, with words of its own: the compiler remembers what it has seen."""
    facts = [
        Fact(
            kind=Kind.WORK, title=f"Kitchen helper {number} {year}", place="Bank Street Kitchen", start=f"{year}-02",
            end=f"{year + 1}-01", words=f"{number} " + 3 * SENTENCE,
        )
        for year in range(2010, 2016)
    ]  # fmt: skip
    facts += [Fact(kind=Kind.BREAK, title="For my mother", start="2016-02", end="2021-01", words=SENTENCE)]
    facts += [Fact(kind=Kind.STUDY, title=f"Course {each}", place="Adult school", end="2022-06") for each in (1, 2)]
    facts += [Fact(kind=Kind.SKILL, title=f"Cooking for {each}0 people") for each in range(1, 9)]
    about = About(name="Amara", line=f"I cook for {number}, and I remember names", town="Ottawa", phone="613-555-0123")
    return lay_out(about, facts, Style())


def measured() -> tuple[float, float, float]:
    """Milliseconds of the first, which loads the compiler; then the middle one and the slowest of twenty."""
    times = []
    for number in range(ROUNDS):
        told = sheet(number)
        began = time.perf_counter()
        if not pdf.made(told).startswith(b"%PDF"):
            raise SystemExit("No PDF was made.")
        times.append(1000 * (time.perf_counter() - began))
    first, *rest = times
    return first, statistics.median(rest), statistics.quantiles(rest, n=20)[-1]
