"""Up to four trainings side by side: first what differs, then what is the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.validators import slug_re
from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.search import find
from beenthere.training.catalogue import record
from beenthere.training.catalogue.findable import KIND
from beenthere.training.models import Training

MOST = 4
MOST_FOUND = 6
COMPARED = ("standing", *record.SHOWN)


@dataclass(frozen=True)
class Row:
    """One fact of each training, in the order of the page."""

    label: str
    values: list[str]
    columns: "list[Column]"

    @property
    def differs(self) -> bool:
        return len(set(self.values)) > 1

    @property
    def cells(self) -> "list[tuple[Column, str]]":
        return list(zip(self.columns, self.values, strict=True))


@dataclass(frozen=True)
class Column:
    """One training of the comparison, and the address of the comparison without it."""

    training: Training
    without: str


@dataclass(frozen=True)
class Comparison:
    """The trainings, the facts in which they differ, those they share, and those that none of them states."""

    columns: list[Column]
    differing: list[Row]
    same: list[Row]
    unstated: list[str]

    @property
    def has_room(self) -> bool:
        return len(self.columns) < MOST


def address(slugs: Iterable[str]) -> str:
    """Where these are compared."""
    return f"{reverse('training:compare')}?{urlencode([('t', slug) for slug in slugs])}"


def chosen(slugs: Sequence[str]) -> list[Training]:
    """The trainings of these names, in this order, four at most."""
    wanted = list(dict.fromkeys(slug for slug in slugs[:20] if slug_re.match(slug)))
    found = {row.slug: row for row in Training.objects.public().filter(slug__in=wanted)}
    return [found[slug] for slug in wanted if slug in found][:MOST]


def compare(trainings: Sequence[Training]) -> Comparison:
    """Put them side by side."""
    slugs = [row.slug for row in trainings]
    columns = [Column(row, address(slug for slug in slugs if slug != row.slug)) for row in trainings]
    told = [(name, [record.value_of(row, name) for row in trainings]) for name in COMPARED]
    told.insert(COMPARED.index("hours"), ("band", [record.band(row) for row in trainings]))
    not_stated = _("not stated")
    rows = [
        Row(_label(name), [value or not_stated for value in values], columns) for name, values in told if any(values)
    ]
    unstated = [_label(name) for name, values in told if not any(values)]
    return Comparison(columns, [r for r in rows if r.differs], [r for r in rows if not r.differs], unstated)


def _label(name: str) -> str:
    return _("Length to compare") if name == "band" else record.plain_label(name)


def further(trainings: Sequence[Training], query: str) -> list[tuple[Training, str]]:
    """What a search finds besides, each with the address of the comparison with it."""
    slugs = [row.slug for row in trainings]
    found = [slug for slug in find(KIND, query) if slug not in slugs][:MOST_FOUND] if query else []
    rows = {row.slug: row for row in Training.objects.public().filter(slug__in=found)}
    return [(rows[slug], address([*slugs, slug])) for slug in found if slug in rows]
