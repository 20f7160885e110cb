"""Who may do what in an organisation."""

from typing import TYPE_CHECKING

from beenthere.orgs import reads
from beenthere.orgs.models import Invitation, Kind, Membership, MembershipQuerySet, Organisation, Role

if TYPE_CHECKING:
    from beenthere.people.models import Person


def is_coordinator(person: "Person") -> bool:
    """Coordinates at least one organisation, or hosts a group, that runs here."""
    return Organisation.objects.coordinated_by(person).exists()


def coordinates(person: "Person", organisation: Organisation) -> bool:
    """Coordinates this organisation, or hosts this group, now."""
    return holds(person, organisation, Role.COORDINATOR)


def may_invite_as(person: "Person", organisation: Organisation, role: str) -> bool:
    """Coordinates it; whoever holds a coalition names the research committee, nobody else does."""
    return coordinates(person, organisation) and (role != Role.RESEARCH or organisation.kind == Kind.COALITION)


def holds(person: "Person", organisation: Organisation, role: str) -> bool:
    """Has this role in this organisation now."""
    return Membership.objects.current().filter(person=person, organisation=organisation, role=role).exists()


def on_the_research_committee(person: "Person") -> bool:
    """Sits on the research committee now."""
    return research_committee().filter(person=person).exists()


def research_committee() -> MembershipQuerySet:
    """The roles of those who sit on the research committee now; somebody may have been named by two coalitions."""
    return Membership.objects.current().filter(role=Role.RESEARCH)


def may_leave(person: "Person", membership: Membership) -> bool:
    """A role is one's own to lay down, at any time."""
    return membership.person_id == person.id


def may_end(person: "Person", membership: Membership) -> bool:
    """Whoever coordinates may end the role of somebody else there."""
    return membership.person_id != person.id and coordinates(person, membership.organisation)


def may_take_back(person: "Person", invitation: Invitation) -> bool:
    """Whoever coordinates the organisation may take an invitation back."""
    return coordinates(person, invitation.organisation)


def was_invited(person: "Person", code: str) -> bool:
    """Holds the code of an invitation; whether it is still open is claimed when they say yes."""
    return reads.invitation_of(code) is not None


def may_set_up(person: "Person", code: str) -> bool:
    """Holds the code that the server printed, and nothing was made here before."""
    return reads.needs_setup() and reads.is_setup_code(code)
