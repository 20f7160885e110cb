"""What happens to the committee's work when something happens further down."""

from beenthere.core.events import MembershipEnded, on
from beenthere.orgs.models import Role
from beenthere.training import rules
from beenthere.training.models import Upkeep


@on(MembershipEnded)
def lay_down_what_they_kept(event: MembershipEnded) -> None:
    """Whoever leaves the committee looks after none of its records any more."""
    if event.role == Role.RESEARCH and not rules.committee().filter(person=event.person_id).exists():
        Upkeep.objects.filter(keeper=event.person_id).update(keeper=None, since=None)
