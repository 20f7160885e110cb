"""Who may do what in the database of trainings."""

from typing import TYPE_CHECKING

from beenthere.orgs.models import Membership, Role

if TYPE_CHECKING:
    from beenthere.people.models import Person
    from beenthere.training.models import Proposal, Training


def is_researcher(person: "Person") -> bool:
    """Sits on the research committee now."""
    return Membership.objects.current().filter(person=person, role=Role.RESEARCH).exists()


def may_read(person: "Person", proposal: "Proposal") -> bool:
    """Reads for the committee, and did not propose it."""
    return is_researcher(person) and proposal.by_id != person.pk


def may_propose(person: "Person | None", training: "Training | None") -> bool:
    """Anybody may, with an account or without; but not for a record that became part of another."""
    return training is None or training.merged_into_id is None
