"""Who may do what in the database of trainings."""

from typing import TYPE_CHECKING

from beenthere.orgs.models import Membership, Role

if TYPE_CHECKING:
    from beenthere.people.models import Person
    from beenthere.training.models import Proposal


def is_researcher(person: "Person") -> bool:
    """Sits on the research committee now."""
    return Membership.objects.current().filter(person=person, role=Role.RESEARCH).exists()


def may_read(person: "Person", proposal: "Proposal") -> bool:
    """Reads for the committee, and did not propose it."""
    return is_researcher(person) and proposal.by_id != person.pk
