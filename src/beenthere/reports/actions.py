"""Letting oneself be counted, and publishing what was counted."""

import datetime as dt
from collections.abc import Iterable

from django.db import IntegrityError, transaction

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person
from beenthere.reports import reads, rules
from beenthere.reports.models import CountMe, Publication, PublishedLine


@transaction.atomic
def be_counted(*, by: Person, organisations: Iterable[Organisation]) -> None:
    """Be counted for exactly these from now on; for any other, no longer."""
    wanted = list(organisations)
    require(rules.may_be_counted_for, by, wanted)
    CountMe.objects.filter(person=by).exclude(organisation__in=wanted).delete()
    for organisation in wanted:
        CountMe.objects.get_or_create(person=by, organisation=organisation)
    record("person.counted", by=by, thing=None)


def publish(*, organisation: Organisation, first: dt.date, last: dt.date) -> Publication | None:
    """Publish the mirror of one period, once. What is counted is opened and weighed before anything is written."""
    mirror = reads.mirror_of(organisation, first, last)
    try:
        with transaction.atomic():
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
    except IntegrityError:
        return None
    return made
