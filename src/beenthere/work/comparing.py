"""Up to four occupations side by side: first what differs, then what is the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from beenthere.core.templatetags.ui import foreign
from beenthere.work import finding
from beenthere.work.about import About, about
from beenthere.work.models import Occupation
from beenthere.work.paying import Pay

MOST, MOST_FOUND, MOST_LINES = 4, 6, 6
CODE = re.compile(r"\d{5}")


@dataclass(frozen=True)
class Column:
    """One occupation, and the address of the comparison without it."""

    occupation: Occupation
    without: str


@dataclass(frozen=True)
class Row:
    """One fact of each, in the order of the page."""

    label: str
    values: list[list[str]]
    columns: list[Column]

    @property
    def differs(self) -> bool:
        return any(value != self.values[0] for value in self.values)

    @property
    def cells(self) -> list[tuple[Column, list[str]]]:
        return list(zip(self.columns, self.values, strict=True))


@dataclass(frozen=True)
class Comparison:
    """The occupations, the facts in which they differ, and those that they share."""

    columns: list[Column]
    differing: list[Row]
    same: list[Row]

    @property
    def has_room(self) -> bool:
        return len(self.columns) < MOST


def address(nocs: Iterable[str]) -> str:
    """Where these are compared."""
    return f"{reverse('work:compare')}?{urlencode([('o', noc) for noc in nocs])}"


def chosen(nocs: Sequence[str]) -> list[Occupation]:
    """The occupations with these codes, in this order, four at most."""
    wanted = list(dict.fromkeys(noc for noc in nocs[:20] if CODE.fullmatch(noc)))
    return Occupation.objects.public().in_order_of(wanted)[:MOST]


def compare(rows: Sequence[Occupation]) -> Comparison:
    """Put them side by side."""
    nocs = [row.noc for row in rows]
    columns = [Column(row, address(noc for noc in nocs if noc != row.noc)) for row in rows]
    all_about = [about(row) for row in rows]
    told = [_facts(one) for one in all_about]
    not_known = [_("not known here")]
    lines = [
        Row(label, [facts[label] or not_known for facts in told], columns)
        for label in (told[0] if told else {})
        if any(facts[label] for facts in told)
    ]
    return Comparison(columns, [row for row in lines if row.differs], [row for row in lines if not row.differs])


def _facts(one: About) -> dict[str, list[str]]:
    row = one.occupation
    return {
        _("What it usually asks"): [str(row.get_teer_display())],
        pgettext("of work", "Field"): [str(row.get_field_display())],
        _("What people mostly do"): one.interests,
        _("It asks much of"): one.traits,
        _("Pay for an hour in Canada: low, median, high"): _pay(one.pay),
        _("In the coming years"): [one.outlook.future] if one.outlook and one.outlook.future else [],
        _("What one does"): _first(one, "duties"),
        _("What is asked"): _first(one, "requirements"),
    }


def _pay(pay: Pay | None) -> list[str]:
    line = pay.canada if pay else None
    return [f"{line.low} · {line.median} · {line.high}"] if line else []


def _first(one: About, name: str) -> list[str]:
    """The first few lines, marked where they are in the other language."""
    lines = [(line, profile.language) for profile in one.profiles for line in getattr(profile, name)]
    here = get_language()
    return [foreign(line, language) if language != here else line for line, language in lines[:MOST_LINES]]


def further(rows: Sequence[Occupation], query: str) -> list[tuple[Occupation, str]]:
    """What a search finds besides, each with the address of the comparison with it."""
    nocs = [row.noc for row in rows]
    found = [noc for noc in finding.find(query, MOST_FOUND + MOST) if noc not in nocs] if query else []
    others = Occupation.objects.public().in_order_of(found[:MOST_FOUND])
    return [(other, address([*nocs, other.noc])) for other in others]
