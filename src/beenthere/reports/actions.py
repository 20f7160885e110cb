"""Letting oneself be counted, and publishing what was counted."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person
from beenthere.reports import rules
from beenthere.reports.mirror import Mirror
from beenthere.reports.models import CountMe, Publication, PublishedLine


@transaction.atomic
def be_counted(*, by: Person, organisations: Collection[Organisation]) -> None:
    """Be counted for exactly these from now on; for any other, no longer."""
    require(rules.may_be_counted_for, by, organisations)
    CountMe.objects.filter(person=by).exclude(organisation__in=organisations).delete()
    for organisation in organisations:
        CountMe.objects.get_or_create(person=by, organisation=organisation)
    record("person.counted", by=by, thing=None)


@transaction.atomic
def keep_publication(*, organisation: Organisation, first: dt.date, last: dt.date, mirror: Mirror) -> Publication:
    """Keep what was counted of one period, as it was published."""
    made = Publication.objects.create(
        organisation=organisation, first=first, last=last, busiest_fifth=mirror.busiest_fifth()
    )
    PublishedLine.objects.bulk_create(
        PublishedLine(
            publication=made, table=line.table, code=line.code, requests=line.requests, people=line.people,
            asks=line.asks, supporters=line.supporters,
            wait_low=line.wait and line.wait[0], wait_high=line.wait and line.wait[1],
        )
        for line in mirror.tables()
    )  # fmt: skip
    record("mirror.published", by=None, thing=made)
    return made
