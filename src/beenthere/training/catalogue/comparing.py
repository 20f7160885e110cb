"""Up to four trainings side by side: first what differs, then what is the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.validators import slug_re
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from beenthere.core.search import find
from beenthere.training.catalogue import record
from beenthere.training.catalogue.findable import KIND
from beenthere.training.models import Training

MOST = 4
MOST_FOUND = 6
MOST_NAMED = 20
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
    wanted = list(dict.fromkeys(slug for slug in slugs[:MOST_NAMED] if slug_re.match(slug)))
    found = {row.slug: row for row in Training.objects.public().filter(slug__in=wanted)}
    return [found[slug] for slug in wanted if slug in found][:MOST]


def compare(trainings: Sequence[Training]) -> Comparison:
    """Put them side by side."""
    slugs = [row.slug for row in trainings]
    columns = [Column(row, address(slug for slug in slugs if slug != row.slug)) for row in trainings]
    told = [(_label(name, trainings), _values(name, trainings)) for name in COMPARED]
    told.insert(COMPARED.index("hours"), (_("Length to compare"), [record.band(row) for row in trainings]))
    not_stated = _("not stated")
    rows = [Row(label, [value or not_stated for value in values], columns) for label, values in told if any(values)]
    unstated = [label for label, values in told if not any(values)]
    return Comparison(columns, [r for r in rows if r.differs], [r for r in rows if not r.differs], unstated)


def _label(name: str, trainings: Sequence[Training]) -> str:
    """What a row is called. A length that one source tells in weeks and another in days goes by neither."""
    labels = {record.label_of(row, name) for row in trainings if record.value_of(row, name)}
    return _("How long") if len(labels) > 1 else next(iter(labels), record.plain_label(name))


def _values(name: str, trainings: Sequence[Training]) -> list[str]:
    values = [record.value_of(row, name) for row in trainings]
    if name != "weeks" or _label(name, trainings) != _("How long"):
        return values
    return [value and _with_unit(row, value) for row, value in zip(trainings, values, strict=True)]


def _with_unit(training: Training, value: str) -> str:
    """Weeks are said beside lengths that say their own unit."""
    label = record.label_of(training, "weeks")
    told = _("%(choice)s: %(instead)s") % {"choice": "{}", "instead": "{}"}
    return value if label == _("How long") else format_html(told, label, value)


def further(trainings: Sequence[Training], query: str) -> list[tuple[Training, str]]:
    """What a search finds besides, each with the address of the comparison with it."""
    slugs = [row.slug for row in trainings]
    found = [slug for slug in find(KIND, query) if slug not in slugs][:MOST_FOUND] if query else []
    rows = {row.slug: row for row in Training.objects.public().filter(slug__in=found)}
    return [(rows[slug], address([*slugs, slug])) for slug in found if slug in rows]
