"""The trainings that ship with the product, into the database and the search."""

from collections import defaultdict
from pathlib import Path

from django.utils.text import slugify

from beenthere.core.importing import Report, Row, bring_in
from beenthere.core.kept import forget
from beenthere.core.search import index_all
from beenthere.training.catalogue.classification import standing_of
from beenthere.training.catalogue.findable import KIND, entries_of
from beenthere.training.catalogue.writing import Source, facts_of, write
from beenthere.training.models import Origin, Revision, Training

FILE = Path(__file__).parent / "data" / "training_canada.csv"


def load_seed(file: Path = FILE) -> Report:
    """Bring in the packaged trainings, or another file of the same form; safe to run twice.

    It looks at the rows of the file alone, however many records stand here.
    """
    report = bring_in(Training, file, training_of, keep)
    forget()
    return report


def make_all_findable() -> None:
    """Put every record into the search anew: needed when the way in which records are found has changed."""
    index_all(KIND, entries_of(Training.objects.public().iterator()))
    forget()


def keep(trainings: list[Training], report: Report) -> None:
    """Write what is new or changed in the file, less what somebody else has written into a record since."""
    known = {row.slug: row for row in Training.objects.filter(slug__in=[one.slug for one in trainings])}
    theirs: dict[int, set[str]] = defaultdict(set)
    for pk, facts in Revision.objects.filter(training__in=known.values()).exclude(
        origin=Origin.PROJECT
    ).values_list("training_id", "facts"):  # fmt: skip
        theirs[pk].update(facts)
    for one in trainings:
        source, before = Source(Origin.PROJECT, one.source_url, one.source_date), known.get(one.slug)
        if before is None:
            write(one, {}, source)
            report.added += 1
            continue
        here, news = facts_of(before), facts_of(one)
        facts = {name: news[name] for name in news if here[name] != news[name] and name not in theirs[before.pk]}
        if before.checked_on or before.merged_into_id or not facts or not write(before, facts, source):
            report.same += 1
        else:
            report.changed += 1


def training_of(row: Row) -> Training:
    """Read one row of the file."""
    only_french = row["languages"] == "French"
    return Training(
        slug=slug_of(row["name"], row["provider"]),
        name=row["name"],
        name_language="fr" if only_french else "en",
        cost=row["cost_cad"],
        standing=standing_of(row["name"], row["notes"]),
        **{name: row[name] for name in SAME_NAME},
    )


SAME_NAME = (
    "provider", "province", "city", "languages", "delivery", "hours", "weeks", "prerequisites", "credential",
    "audience", "website", "source_url", "source_date", "notes",
)  # fmt: skip


# What else stands where the address of a training does (urls.py).
SCREENS = frozenset({"add", "compare", "competencies", "confirm", "gaps", "proposals", "report", "waiting"})


def slug_of(name: str, provider: str) -> str:
    """Name and provider make an address that stays when the order of the file changes."""
    words = slugify(name)[:70].rstrip("-"), slugify(provider)[:48].rstrip("-")
    made = "-".join(filter(None, words))
    return f"{made}-training" if made in SCREENS else made
