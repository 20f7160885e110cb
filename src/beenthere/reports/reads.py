"""What is counted of those who ticked “count me”, and what a published mirror shows."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from beenthere.core import clock, keys
from beenthere.core.places import PROVINCES
from beenthere.experience.reads import own_facts
from beenthere.experience.words import language_name, way_name
from beenthere.matching.models import Ask, Match, MatchRequest, Offer, OfferApproval
from beenthere.matching.waiting import usual_range
from beenthere.orgs.models import Membership, Organisation, OrganisationQuerySet
from beenthere.people.models import Person
from beenthere.reports.mirror import Asked, Mirror, Offered, Table
from beenthere.reports.models import CountMe, CountMeQuerySet, Publication
from beenthere.work.kinds import PathKind


def countable_for(person: Person) -> OrganisationQuerySet:
    """The organisations that know the person already, and for which they may let themselves be counted."""
    roles = Membership.objects.current().filter(person=person).values("organisation")
    waits = MatchRequest.objects.open().filter(person=person).values("organisations")
    walks = Match.objects.visible_to(person).exclude(organisation=None).values("organisation")
    counted = CountMe.objects.visible_to(person).values("organisation")
    known = Q(pk__in=roles) | Q(pk__in=waits) | Q(pk__in=walks) | Q(pk__in=counted)
    return Organisation.objects.running().filter(known)


def counted_for(person: Person) -> list[Organisation]:
    """Those that count this person now."""
    rows = CountMe.objects.visible_to(person).filter(organisation__closed_at=None)
    rows = rows.select_related("organisation").order_by("organisation__name")
    return [row.organisation for row in rows]


def mirror_of(organisation: Organisation, first: dt.date, last: dt.date) -> Mirror:
    """Everything that is counted of one period: nothing of anybody who did not tick."""
    counted = CountMe.objects.filter(organisation=organisation)
    with keys.held():
        asked = _asked(organisation, counted, *_moments(first, last))
        offered = _offered(organisation, counted, *_moments(first, last))
    return Mirror(str(organisation.pk), asked, offered, chance_of, usual_range)


def chance_of(text: str) -> float:
    """Always the same number from 0 up to 1 for a text, which only this server can work out."""
    return int(keys.token(text, purpose="reports.rounding")[:13], 16) / 16**13


def _moments(first: dt.date, last: dt.date) -> tuple[dt.datetime, dt.datetime]:
    begins = dt.datetime.combine(first, dt.time(), dt.UTC)
    return begins, dt.datetime.combine(last, dt.time(), dt.UTC) + dt.timedelta(days=1)


def _asked(organisation: Organisation, counted: CountMeQuerySet, since: dt.datetime, until: dt.datetime) -> list[Asked]:
    through = Match.objects.filter(organisation=organisation, asker__isnull=False).values("asker")
    waited = Q(closed_at=None) | Q(closed_at__gte=since)  # whoever still waits counts too, with the wait so far
    rows = MatchRequest.objects.filter(waited, person__in=counted.values("person"), opened_at__lt=until)
    here = rows.filter(Q(organisations=organisation) | Q(person__in=through)).distinct()
    return [
        Asked(
            person=str(row.person_id),
            languages=own.languages or frozenset({row.person.language}),
            region=row.person.province,
            paths=frozenset({*row.wishes.nice_paths, *row.wishes.must_paths}),
            ways=own.ways | frozenset(row.wishes.must_ways),
            waited=min(row.closed_at or until, until) - row.opened_at if row.state != "withdrawn" else None,
        )
        for row in here.select_related("person")
        for own in [own_facts(row.person_id)]
    ]


def _offered(
    organisation: Organisation, counted: CountMeQuerySet, since: dt.datetime, until: dt.datetime
) -> list[Offered]:
    yes = OfferApproval.objects.yes().filter(organisation=organisation).values("offer")
    offers = Offer.objects.filter(pk__in=yes, supporter__in=counted.values("person")).select_related("supporter")
    really = Ask.objects.filter(offer__in=offers, asked_at__gte=since, asked_at__lt=until)
    asks = Counter(really.values_list("offer_id", flat=True))
    return [
        Offered(
            person=str(offer.supporter_id),
            languages=own.languages or frozenset({offer.supporter.language}),
            region=offer.supporter.province,
            paths=frozenset(offer.paths),
            ways=own.ways,
            asks=asks[offer.pk],
        )
        for offer in offers
        for own in [own_facts(offer.supporter_id)]
    ]


@dataclass(frozen=True)
class Shown:
    """One table as it is read: its heading, and its rows with their names."""

    title: str
    rows: list["ShownRow"]


@dataclass(frozen=True)
class ShownRow:
    """One row, with the bars that show it beside the largest of its table."""

    name: str
    requests: int
    people: int
    asks: int
    supporters: int
    wait: str
    most_asks: int
    most_requests: int


def shown_tables(publication: Publication) -> list[Shown]:
    """The tables of a publication in their fixed order; whoever waited longest first in each."""
    lines = list(publication.lines.all())
    found = []
    for table in Table:
        mine = sorted((one for one in lines if one.table == table), key=lambda one: (-(one.wait_high or 0), one.code))
        most = max((one.requests for one in mine), default=0), max((one.asks for one in mine), default=0)
        rows = [
            ShownRow(
                name_of(table, one.code), one.requests, one.people, one.asks, one.supporters,
                _range(one.wait_low, one.wait_high), most[1], most[0],
            )
            for one in mine
        ]  # fmt: skip
        if rows:
            found.append(Shown(str(titles()[table]), rows))
    return found


def titles() -> dict[Table, str]:
    return {
        Table.ALL: _("Everybody"),
        Table.LANGUAGE: _("By language"),
        Table.REGION: _("By province or territory"),
        Table.PATH: _("By path"),
        Table.WAY: _("By way to meet"),
    }


def name_of(table: Table, code: str) -> str:
    """What a row is called, in the language of the page."""
    match table:
        case Table.LANGUAGE:
            return str(language_name(code))
        case Table.REGION:
            return PROVINCES[code].name if code in PROVINCES else code
        case Table.PATH:
            return str(PathKind(code).label) if code in PathKind.values else code
        case Table.WAY:
            return way_name(code)
    return _("all together")


def _range(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return _("not known yet")
    return _("%(low)s to %(high)s days") % {"low": low, "high": high}


def last_quarter() -> tuple[dt.date, dt.date]:
    """The last whole quarter of a year that is over, in the clock's own days."""
    today = clock.today()
    begins = dt.date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = begins - dt.timedelta(days=1)
    return dt.date(last.year, last.month - 2, 1), last
