"""Finding occupations. Nothing here knows who is looking."""

from collections import Counter
from dataclasses import dataclass, field

from beenthere.core.places import fold
from beenthere.core.search import find
from beenthere.work.fields import BROAD
from beenthere.work.models import Occupation
from beenthere.work.seed import KIND


@dataclass(frozen=True)
class Finding:
    """What was found, and what we had to do to the words to find it."""

    occupations: list[Occupation] = field(default_factory=list)
    searched_for: str = ""
    partly: bool = False


def search_occupations(query: str, in_field: str = "", teer: int | None = None) -> Finding:
    """Find occupations by words, field and what they ask; without words, all of them from A to Z."""
    rows = Occupation.objects.public()
    if in_field:
        rows = rows.in_field(in_field)
    if teer is not None:
        rows = rows.asking(teer)
    if not query:
        return Finding(sorted(rows, key=lambda row: fold(row.title)))
    found = find(KIND, query)
    return Finding(rows.in_order_of(found), found.searched_for, found.partly)


def fields_with_counts() -> list[tuple[str, str, int]]:
    """The ten fields of work, each with how many occupations stand in it here."""
    counts = Counter(Occupation.objects.public().values_list("field", flat=True))
    return [(field, str(name), counts[field]) for field, name in BROAD.items()]


def find_occupation(text: str) -> Occupation | None:
    """The occupation with this code, or with exactly this title in either language."""
    wanted = fold(text)
    rows = Occupation.objects.public()
    return next((row for row in rows if wanted in {row.noc, fold(row.title_en), fold(row.title_fr)}), None)


def near(text: str, limit: int = 5) -> list[Occupation]:
    """The few occupations that fit what was typed best."""
    found = find(KIND, text, limit)
    # Some of the words, and those spelled anew: that is no longer what somebody meant.
    far_off = found.partly and found.searched_for
    return [] if far_off else Occupation.objects.public().in_order_of(found)
