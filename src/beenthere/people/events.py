"""What happens between people who trust each other when two are kept apart."""

from beenthere.core import clock
from beenthere.core.events import PairBlocked, on
from beenthere.people.models import TrustedPerson


@on(PairBlocked)
def trust_no_more(event: PairBlocked) -> None:
    """Whoever keeps somebody away is not let in by them.

    The other way round it stands: who is kept away would see that it ended, and whoever keeps them away need not help.
    """
    TrustedPerson.objects.open().filter(owner=event.by, person=event.whom).update(ended_at=clock.now())
