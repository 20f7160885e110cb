"""The yearly report: figures and sentences of one year. It counts records and deeds, and no people."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext as _

from beenthere.core import clock
from beenthere.core.kept import kept
from beenthere.core.places import provinces_by_name
from beenthere.training.catalogue.classification import (
    CANADA,
    NOT_SAID,
    audiences_in,
    deliveries_in,
    languages_in,
    provinces_in,
)
from beenthere.training.committee.freshness import freshness
from beenthere.training.figures import missing
from beenthere.training.figures.gaps import Kind
from beenthere.training.figures.yearly import Writing, Year, half_within, read, share
from beenthere.training.models import Proposal, ProposalState, Revision, Standing


@dataclass(frozen=True)
class Bar:
    """One line of a picture: its label, its number, and its length of a hundred."""

    label: str
    number: int
    share: int


@dataclass(frozen=True)
class Table:
    """One picture with its heading."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Deeds:
    """What the committee did in the year: how many, and how quickly; never who."""

    received: int
    published: int
    sent_back: int
    withdrawn: int
    half_within: int | None


def years() -> range:
    """Every year that has a report: from the first writing to this year."""
    first = Revision.objects.public().aggregate(first=Min("at"))["first"]
    now = clock.today().year
    return range(timezone.localtime(first).year if first else now, now + 1)


class Report:
    """Everything that the page of one year shows."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.is_running = year == clock.today().year
        self.until = clock.today() if self.is_running else dt.date(year, 12, 31)
        self.read: Year = _year(year)

    @property
    def total(self) -> int:
        """How many records there are when it ends."""
        return len(self.read.states)

    @property
    def tables(self) -> list[Table]:
        """The pictures: by standing, by province, by language."""
        by_standing = self.read.by(lambda state: [str(state.get("standing", ""))])
        by_province = self.read.by(lambda state: provinces_in(state.get("province", "")) or [NOT_SAID])
        by_language = self.read.by(_columns)
        provinces = {each.code: each.name for each in provinces_by_name()} | {CANADA: _("all of Canada")}
        languages = {code: head for code, (head, _short) in missing.column_names().items() if code != missing.ALL}
        known = {code: by_province[code] for code in by_province if code in provinces}
        not_said = {NOT_SAID: sum(by_province.values()) - sum(known.values())}
        tables = [
            _table(_("Still offered?"), by_standing, {code: str(label) for code, label in Standing.choices}),
            _table(_("Where"), known | not_said, provinces | {NOT_SAID: _("not stated")}),
            _table(_("In which language"), by_language, languages),
        ]
        return [*tables, self.freshness] if self.is_running else tables

    @property
    def freshness(self) -> Table:
        """How fresh what is not over is today, by the rule by which the committee works."""
        now = freshness()
        names = {
            "fresh": _("confirmed within their rhythm"),
            "late": _("confirmed once, longer ago"),
            "never": _("never confirmed"),
        }
        return _table(_("How fresh it is today"), {"fresh": now.fresh, "late": now.late, "never": now.never}, names)

    @property
    def gaps(self) -> list[str]:
        """What is missing, in three sentences."""
        kinds = [_kind(state) for state in self.read.states.values() if state.get("standing") != Standing.HISTORIC]
        return missing.Missing(missing.Chosen(), kinds).in_words

    @property
    def deeds(self) -> Deeds:
        """What became of what was proposed."""
        first, after = _bounds(self.year)
        decided = Proposal.objects.filter(decided_at__gte=first, decided_at__lt=after)
        states = dict(decided.order_by().values_list("state").annotate(number=Count("pk")))
        read_by_us = decided.filter(state__in=[ProposalState.PUBLISHED, ProposalState.SENT_BACK])
        days = [(end - made).days for made, end in read_by_us.values_list("made_at", "decided_at") if end]
        return Deeds(
            received=Proposal.objects.filter(made_at__gte=first, made_at__lt=after).count(),
            published=states.get(ProposalState.PUBLISHED, 0),
            sent_back=states.get(ProposalState.SENT_BACK, 0),
            withdrawn=states.get(ProposalState.WITHDRAWN, 0),
            half_within=half_within(days),
        )


@kept(seconds=300)
def _year(year: int) -> Year:
    """Read every writing up to its end: once for everybody who looks, however they write the address."""
    return read(_writings(year))


def _bounds(year: int) -> tuple[dt.datetime, dt.datetime]:
    zone = timezone.get_current_timezone()
    return dt.datetime(year, 1, 1, tzinfo=zone), dt.datetime(year + 1, 1, 1, tzinfo=zone)


def _writings(year: int) -> Iterator[Writing]:
    first, after = _bounds(year)
    rows = Revision.objects.public().filter(at__lt=after).order_by("training", "number")
    for training, number, at, facts in rows.values_list("training_id", "number", "at", "facts").iterator():
        yield Writing(training, number == 1, at >= first, facts)


def _columns(state: Mapping[str, Any]) -> list[str]:
    spoken = languages_in(state.get("languages", ""))
    return [code for code, languages in missing.COLUMNS.items() if spoken & languages]


def _kind(state: Mapping[str, Any]) -> Kind:
    return Kind(
        provinces=frozenset(provinces_in(state.get("province", ""))),
        languages=languages_in(state.get("languages", "")),
        deliveries=deliveries_in(state.get("delivery", "")),
        audiences=audiences_in(state.get("audience", "")),
        confirmed=False,  # the three sentences only tell whether anything is known
    )


def _table(title: str, counts: Mapping[str, int], names: Mapping[str, str]) -> Table:
    most = max(counts.values(), default=0)
    found = ((label, counts.get(code, 0)) for code, label in names.items())
    return Table(title, tuple(Bar(label, number, share(number, most)) for label, number in found))
