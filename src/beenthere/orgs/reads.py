"""What other apps ask about organisations."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Case, IntegerField, Value, When

from beenthere.core import codes, keys
from beenthere.orgs.models import Invitation, Membership, Organisation, OrganisationQuerySet, Role, SetupCode

if TYPE_CHECKING:
    from beenthere.people.models import Person


def needs_setup() -> bool:
    """Say whether no organisation was ever made here."""
    return not Organisation.objects.exists()


def is_setup_code(typed: str) -> bool:
    """Say whether this is the unused code that the server printed last."""
    return SetupCode.objects.filter(code_token=code_token(typed), used_at=None).exists()


def organisations_for_asking(province: str = "") -> OrganisationQuerySet:
    """The organisations that run here, those of the province first."""
    here_first = Case(When(province=province, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Organisation.objects.running().order_by(here_first, "name")


def people_with_role(organisation_id: UUID, role: str) -> "list[Person]":
    """The people who have this role there now."""
    rows = list(Membership.objects.current().filter(organisation_id=organisation_id, role=role).with_people())
    keys.load(row.person_id for row in rows)
    return [row.person for row in rows]


def leaves_an_empty_desk(person: "Person", membership: Membership) -> bool:
    """Say whether nobody would coordinate there any more if this person laid down this role."""
    if membership.person_id != person.pk or membership.role != Role.COORDINATOR or membership.ended_at:
        return False
    others = Membership.objects.current().filter(organisation_id=membership.organisation_id, role=Role.COORDINATOR)
    return not others.exclude(person_id=person.pk).exists()


def invitation_of(typed: str) -> Invitation | None:
    """Find the invitation of a code, however it was typed; it may no longer be open."""
    return Invitation.objects.filter(code_token=code_token(typed)).select_related("organisation").first()


def find_invitation(typed: str) -> Invitation | None:
    """Find the open invitation of a code, however it was typed."""
    invitation = invitation_of(typed)
    return invitation if invitation and invitation.is_open else None


def code_of(invitation: Invitation) -> str:
    """Work out the code of an invitation again: only this server can, with its master key."""
    return codes.from_hex(keys.token(str(invitation.id), purpose="invitation code"))


def code_token(typed: str) -> str:
    """The form in which a code is stored and compared."""
    return keys.token(codes.tidied(typed), purpose="code of an organisation")
