"""Ideas of work from what somebody likes just now. What was chosen stands in the address and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from beenthere.core import bitsets
from beenthere.core.search import ordering, sets_of
from beenthere.work.fields import ASKS_SHORT
from beenthere.work.findable import KIND, interests_of
from beenthere.work.interests import INTERESTS, Thing, weights_of
from beenthere.work.models import Occupation

MOST_IDEAS, OF_A_FIELD = 12, 3
READ = 200


@dataclass(frozen=True)
class Idea:
    """An occupation, and what it shares with what was liked."""

    occupation: Occupation
    because: list[str]


def ideas(liked: Sequence[Thing], asks: str = "") -> list[Idea]:
    """Occupations to which what was liked belongs, from several fields, so that one does not crowd out the others."""
    weights = weights_of(liked)
    sets = sets_of(KIND)
    among = sets.everything & (sets.of("asks", asks) if asks else sets.everything)
    planes: list[int] = []
    for letter, weight in weights.items():
        bitsets.add(planes, sets.of("interest", letter) & among, weight)
        bitsets.add(planes, sets.of("first", letter) & among, weight)  # where it comes first, it counts twice
    touched = bitsets.union(planes)
    keys = ordering.keys_of(ordering.numbers(sets, touched, planes, 0, READ))
    rows = Occupation.objects.public().in_order_of(list(keys.values()))
    chosen = _of_several_fields(rows)
    letters = interests_of(chosen)
    return [Idea(row, [str(INTERESTS[each]) for each in letters[row.noc] if each in weights]) for row in chosen]


def _of_several_fields(rows: Sequence[Occupation]) -> list[Occupation]:
    found, counts = list[Occupation](), dict[str, int]()
    for row in rows:
        counts[row.field] = counts.get(row.field, 0) + 1
        if counts[row.field] <= OF_A_FIELD and len(found) < MOST_IDEAS:
            found.append(row)
    return found


def levels() -> list[tuple[str, str]]:
    """What a job usually asks, to narrow ideas down by."""
    return [(str(code), str(label)) for code, label in ASKS_SHORT.items()]
