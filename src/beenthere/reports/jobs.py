"""When a quarter is over, each organisation's mirror of it is published, once."""

from beenthere.core.jobs import every
from beenthere.orgs.models import Organisation
from beenthere.reports.actions import publish
from beenthere.reports.models import Publication
from beenthere.reports.reads import last_quarter


@every(minutes=12 * 60)
def publish_what_is_over() -> None:
    """The quarter that ended last; what was published stays as it is."""
    first, last = last_quarter()
    there = Publication.objects.filter(first=first).values("organisation")
    for organisation in Organisation.objects.running().filter(opened_at__date__lte=last).exclude(pk__in=there):
        publish(organisation=organisation, first=first, last=last)
