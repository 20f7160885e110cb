"""What the clock does for services: once a month it counts what people told."""

from beenthere.core.jobs import every
from beenthere.directory.actions import publish_what_happened
from beenthere.directory.happened import counted, first_of_month
from beenthere.directory.models import HappenedRound


@every(minutes=12 * 60)
def count_what_happened() -> None:
    """This month's numbers, once; what is counted is opened before anything is written."""
    as_of = first_of_month()
    if not HappenedRound.objects.filter(as_of=as_of).exists():
        publish_what_happened(as_of=as_of, counted=counted(as_of))
