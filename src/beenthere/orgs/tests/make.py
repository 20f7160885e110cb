"""Organisations for tests."""

from beenthere.orgs import actions, reads
from beenthere.orgs.models import Membership, Organisation, Role
from beenthere.people.models import Person
from beenthere.people.tests import make as people


def organisation(name: str = "Phare", coordinator: Person | None = None, **more: str) -> Organisation:
    """An organisation that runs here, with a coordinator."""
    return actions.open_organisation(coordinator=coordinator or people.person("Chloé"), name=name, **more)


def coordinator(name: str = "Chloé", organisation_name: str = "Phare") -> tuple[Person, Organisation]:
    """A coordinator and her organisation."""
    person = people.person(name)
    return person, organisation(organisation_name, person)


def member(person: Person, organisation: Organisation, role: str = Role.SUPPORTER) -> Membership:
    """Somebody who came in by an invitation."""
    host = reads.people_with_role(organisation.pk, Role.COORDINATOR)[0]
    invitation = actions.invite(by=host, organisation=organisation, role=role)
    return actions.accept_invitation(by=person, code=reads.code_of(invitation))
