"""How well the search finds the packaged trainings: two sets of queries, judged before the search was tuned.

For each query people wrote down which rows answer it. Of these, `recall` is the share among the first ten found; for
the first of them, `mrr` is one divided by its place. The first set guides the tuning, the second never did.
"""

import csv
import sys
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
FIRST, SECOND = FOLDER / "judged_first.csv", FOLDER / "judged_second.csv"
PLACES = 10


@dataclass(frozen=True)
class Answered:
    """One query, the language of the page, what answers it, and what was found, best first."""

    query: str
    language: str
    relevant: frozenset[str]
    found: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The share of what answers it that stands among the first ten; of more than ten, ten are enough."""
        return len(self.relevant & set(self.found)) / min(len(self.relevant), PLACES)

    @property
    def reciprocal_rank(self) -> float:
        """One divided by the place of the first that answers it, or nothing."""
        return next((1 / place for place, key in enumerate(self.found, 1) if key in self.relevant), 0.0)


def answered(file: Path) -> list[Answered]:
    """Ask every query of a judged set. The packaged trainings must be loaded."""
    from django.utils.translation import override

    from beenthere.core.search import find
    from beenthere.training.catalogue.findable import KIND

    slugs, answers = row_slugs(), []
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            relevant = frozenset(slugs[int(number) - 1] for number in row["relevant"].replace(";", " ").split())
            with override(row["language"]):
                found = tuple(find(KIND, row["query"], PLACES))
            answers.append(Answered(row["query"], row["language"], relevant, found))
    return answers


def row_slugs() -> list[str]:
    """The address of every row of the file, in its order."""
    from beenthere.training.seed import FILE, training_of

    with FILE.open(encoding="utf-8-sig", newline="") as lines:
        return [training_of(row).slug for row in csv.DictReader(lines)]


def mean(numbers: Iterable[float]) -> float:
    some = list(numbers)
    return sum(some) / len(some)


def figures(answers: list[Answered]) -> tuple[float, float]:
    """Recall among the first ten, and mean reciprocal rank."""
    return mean(each.recall for each in answers), mean(each.reciprocal_rank for each in answers)


def tell(file: Path) -> tuple[float, float]:
    """Print the figures of a set, and everything that it misses."""
    answers = answered(file)
    recall, rank = figures(answers)
    print(f"{file.stem}: {len(answers)} queries, recall@10 {recall:.3f} (aim: 0.95), MRR@10 {rank:.3f} (aim: 0.85)")
    for each in answers:
        missed = sorted(each.relevant - set(each.found))
        if each.recall < 1:
            print(f"  missed for “{each.query}” ({each.language}): {', '.join(missed)}")
        elif each.reciprocal_rank < 1:
            print(
                f"  “{each.query}” ({each.language}): the first that answers stands at {1 / each.reciprocal_rank:.0f}"
            )
    return recall, rank


def main() -> None:
    """In a folder of its own: the packaged trainings alone."""
    from benchmarks import killing

    with tempfile.TemporaryDirectory(prefix="beenthere-quality-") as folder, ExitStack() as stack:
        killing.point_at(Path(folder), "sqlite", stack)
        import django

        django.setup()
        from beenthere.home.standing import make_tables
        from beenthere.training.seed import load_seed

        make_tables()
        load_seed()
        for file in [Path(name) for name in sys.argv[1:]] or [FIRST, SECOND]:
            tell(file)
        killing.let_go()


if __name__ == "__main__":
    main()
