"""What happens between people who trust each other when two are kept apart."""

from django.db.models import Q

from beenthere.core import clock
from beenthere.core.events import PairBlocked, on
from beenthere.people.models import TrustedPerson


@on(PairBlocked)
def trust_no_more(event: PairBlocked) -> None:
    """Whoever keeps somebody away is not let in by them, nor the other way round."""
    either = Q(owner=event.by, person=event.whom) | Q(owner=event.whom, person=event.by)
    TrustedPerson.objects.open().filter(either).update(ended_at=clock.now())
