"""When a quarter is over, each organisation's mirror of it is published, once."""

import datetime as dt

from django.db import IntegrityError

from beenthere.core.jobs import every
from beenthere.orgs.models import Organisation
from beenthere.reports.actions import keep_publication
from beenthere.reports.models import Publication
from beenthere.reports.reads import last_quarter, mirror_of


@every(minutes=12 * 60)
def publish_what_is_over() -> None:
    """The quarter that ended last; what was published stays as it is."""
    first, last = last_quarter()
    there = Publication.objects.filter(first=first).values("organisation")
    for organisation in Organisation.objects.running().filter(opened_at__date__lte=last).exclude(pk__in=there):
        publish(organisation, first, last)


def publish(organisation: Organisation, first: dt.date, last: dt.date) -> Publication | None:
    """Publish the mirror of one period, once. What is counted is opened and weighed before anything is written."""
    mirror = mirror_of(organisation, first, last)
    try:
        return keep_publication(organisation=organisation, first=first, last=last, mirror=mirror)
    except IntegrityError:
        return None
