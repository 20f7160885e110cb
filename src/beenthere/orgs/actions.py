"""What people and the operator do with organisations, roles and invitations."""

import datetime as dt
import secrets
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from beenthere.core import clock, codes, keys
from beenthere.core.access import NotAllowed, require
from beenthere.core.audit import record
from beenthere.core.events import MembershipEnded, publish
from beenthere.orgs import reads, rules
from beenthere.orgs.models import Invitation, Kind, Membership, Organisation, Requirement, Role, SetupCode

if TYPE_CHECKING:
    from beenthere.people.models import Person

INVITATION_DAYS = 30


@transaction.atomic
def open_organisation(
    *,
    coordinator: "Person",
    name: str,
    kind: str = Kind.ORGANISATION,
    province: str = "",
    about_en: str = "",
    about_fr: str = "",
) -> Organisation:
    """Make an organisation with its first coordinator. Only the set-up page and the operator's commands come here."""
    organisation_id = uuid.uuid4()
    keys.make_key(organisation_id)
    organisation = Organisation.objects.create(
        id=organisation_id,
        slug=_free_slug(name),
        name=name,
        kind=kind,
        province=province,
        about_en=about_en,
        about_fr=about_fr,
    )
    record("organisation.opened", by=coordinator, thing=organisation)
    _give_role(coordinator, organisation, Role.COORDINATOR)
    return organisation


@transaction.atomic
def make_setup_code() -> str:
    """Make the code for the set-up page; an older one stops working."""
    SetupCode.objects.filter(used_at=None).delete()
    code = codes.from_hex(secrets.token_hex(8))
    SetupCode.objects.create(code_token=reads.code_token(code))
    return code


@transaction.atomic
def set_up(
    *, by: "Person", code: str, name: str, kind: str, province: str, hears_concerns: bool
) -> tuple[Organisation, Invitation | None]:
    """Make the first organisation; if somebody else is to hear concerns, also an invitation for them."""
    require(rules.may_set_up, by, code)
    if SetupCode.objects.filter(code_token=reads.code_token(code), used_at=None).update(used_at=clock.now()) != 1:
        raise NotAllowed
    organisation = open_organisation(coordinator=by, name=name, kind=kind, province=province)
    if hears_concerns:
        _give_role(by, organisation, Role.CONCERNS)
        return organisation, None
    return organisation, invite(by=by, organisation=organisation, role=Role.CONCERNS)


@transaction.atomic
def invite(
    *, by: "Person", organisation: Organisation, role: str, invitation_id: uuid.UUID | None = None
) -> Invitation:
    """Make an invitation: it opens one role, to one person, for thirty days. The same id makes one invitation."""
    require(rules.may_invite_as, by, organisation, role)
    invitation = Invitation(pk=invitation_id or uuid.uuid4(), organisation=organisation, role=Role(role), made_by=by)
    same = Invitation.objects.filter(pk=invitation.pk).first()
    if same:
        require(rules.may_take_back, by, same)
        return same
    return _send_out(invitation, by)


@transaction.atomic
def invite_host(*, organisation: Organisation) -> Invitation:
    """Invite a coordinator where nobody is left who could. Only the operator's command comes here."""
    if reads.people_with_role(organisation.pk, Role.COORDINATOR):
        raise NotAllowed
    return _send_out(Invitation(organisation=organisation, role=Role.COORDINATOR), None)


@transaction.atomic
def invite_researcher(*, organisation: Organisation) -> Invitation:
    """Invite somebody to the research committee. Only the operator's command comes here."""
    return _send_out(Invitation(organisation=organisation, role=Role.RESEARCH), None)


def _send_out(invitation: Invitation, by: "Person | None") -> Invitation:
    invitation.code_token = reads.code_token(reads.code_of(invitation))
    invitation.expires_at = invitation.made_at + dt.timedelta(days=INVITATION_DAYS)
    invitation.save(force_insert=True)
    record("invitation.made", by=by, thing=invitation)
    return invitation


@transaction.atomic
def take_back(*, by: "Person", invitation: Invitation) -> None:
    """Make an invitation that nobody used yet stop working."""
    require(rules.may_take_back, by, invitation)
    open_one = Invitation.objects.filter(pk=invitation.pk, used_at=None, withdrawn_at=None)
    if open_one.update(withdrawn_at=clock.now()):
        record("invitation.taken_back", by=by, thing=invitation)


@transaction.atomic
def accept_invitation(*, by: "Person", code: str) -> Membership:
    """Take the role that an invitation opens; whoever already has it keeps it and the code stays good for another."""
    require(rules.was_invited, by, code)
    invitation = Invitation.objects.select_related("organisation").get(code_token=reads.code_token(code))
    held = Membership.objects.current().filter(person=by, organisation=invitation.organisation_id, role=invitation.role)
    if membership := held.first():
        return membership
    # Conditions on this table alone: with a join, PostgreSQL lets everybody who waited for the row through.
    unused = Invitation.objects.filter(pk=invitation.pk, used_at=None, withdrawn_at=None)
    if invitation.is_open and unused.update(used_at=clock.now()) == 1:
        record("invitation.accepted", by=by, thing=invitation)
        return _give_role(by, invitation.organisation, invitation.role)
    if membership := held.first():
        return membership  # the same button, pressed twice at once
    raise NotAllowed


@transaction.atomic
def ask_of_supporters(*, by: "Person", organisation: Organisation, asked: Sequence[tuple[str, str]]) -> None:
    """Say what the organisation asks of its supporters, each in English and in French; what stays keeps its row."""
    require(rules.coordinates, by, organisation)
    wanted = list(dict.fromkeys(asked))
    for row in organisation.requirements.all():
        if (row.text_en, row.text_fr) not in wanted:
            row.delete()
    for place, (english, french) in enumerate(wanted):
        Requirement.objects.update_or_create(
            organisation=organisation, text_en=english, text_fr=french, defaults={"place": place}
        )
    record("organisation.asks", by=by, thing=organisation)


@transaction.atomic
def leave(*, by: "Person", membership: Membership) -> None:
    """Lay down one's own role."""
    require(rules.may_leave, by, membership)
    _end(membership, by)


@transaction.atomic
def end_role(*, by: "Person", membership: Membership) -> None:
    """End the role of somebody else in an organisation that one coordinates."""
    require(rules.may_end, by, membership)
    _end(membership, by)


def _end(membership: Membership, by: "Person") -> None:
    if not Membership.objects.filter(pk=membership.pk, ended_at=None).update(ended_at=clock.now()):
        return
    record("membership.ended", by=by, thing=membership)
    publish(
        MembershipEnded(
            person_id=membership.person_id, organisation_id=membership.organisation_id, role=membership.role
        )
    )


def _give_role(person: "Person", organisation: Organisation, role: str) -> Membership:
    membership, made = Membership.objects.get_or_create(
        person=person, organisation=organisation, role=role, ended_at=None
    )
    if made:
        record("membership.began", by=person, thing=membership)
    return membership


def _free_slug(name: str) -> str:
    wished = slugify(name)[:70] or "group"
    taken = set(Organisation.objects.filter(slug__startswith=wished).values_list("slug", flat=True))
    return next(slug for number in range(1, len(taken) + 2) if (slug := _numbered(wished, number)) not in taken)


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"
