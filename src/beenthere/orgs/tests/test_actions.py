import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from beenthere.core import clock, events, keys
from beenthere.core.access import NotAllowed
from beenthere.core.models import AuditEntry
from beenthere.orgs import actions, jobs, reads, rules
from beenthere.orgs.models import Invitation, Membership, Organisation, Role
from beenthere.orgs.tests import make
from beenthere.people.models import Person
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db


def test_an_organisation_has_its_own_key_and_a_coordinator() -> None:
    chloe, phare = make.coordinator()
    assert keys.has_key(phare.pk)
    assert rules.coordinates(chloe, phare)
    assert rules.is_coordinator(chloe)


def test_two_organisations_of_one_name_get_two_addresses() -> None:
    first, second = make.organisation("Le Phare"), make.organisation("Le Phare")
    assert (first.slug, second.slug) == ("le-phare", "le-phare-2")


def test_a_name_without_latin_letters_gets_an_address_too() -> None:
    assert make.organisation("ᐃᓄᒃ").slug == "group"


def test_somebody_comes_in_by_an_invitation() -> None:
    chloe, phare = make.coordinator()
    benoit = person("Benoît")
    invitation = actions.invite(by=chloe, organisation=phare, role=Role.SUPPORTER)
    actions.accept_invitation(by=benoit, code=reads.code_of(invitation).lower())
    assert rules.holds(benoit, phare, Role.SUPPORTER)
    assert not rules.is_coordinator(benoit)


def test_an_invitation_is_forgotten_a_year_after_it_ran_out() -> None:
    chloe, phare = make.coordinator()
    invitation = actions.invite(by=chloe, organisation=phare, role=Role.MEMBER)
    with clock.at(invitation.expires_at + dt.timedelta(days=364)):
        jobs.sweep()
        assert Invitation.objects.exists()
    with clock.at(invitation.expires_at + dt.timedelta(days=366)):
        jobs.sweep()
    assert not Invitation.objects.exists()


def test_the_code_is_nowhere_in_the_table() -> None:
    chloe, phare = make.coordinator()
    invitation = actions.invite(by=chloe, organisation=phare, role=Role.MEMBER)
    row = Invitation.objects.filter(pk=invitation.pk).values().get()
    assert reads.code_of(invitation) not in str(row)
    assert reads.code_of(invitation).replace("-", "") not in str(row)


def test_an_invitation_works_once() -> None:
    chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.MEMBER))
    actions.accept_invitation(by=person("Benoît"), code=code)
    with pytest.raises(NotAllowed):
        actions.accept_invitation(by=person("Dana"), code=code)
    assert reads.find_invitation(code) is None


def test_saying_yes_twice_is_saying_yes() -> None:
    chloe, phare = make.coordinator()
    benoit = person("Benoît")
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.MEMBER))
    assert actions.accept_invitation(by=benoit, code=code) == actions.accept_invitation(by=benoit, code=code)


def test_whoever_has_the_role_already_leaves_the_invitation_to_others() -> None:
    chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.COORDINATOR))
    actions.accept_invitation(by=chloe, code=code)
    assert reads.find_invitation(code) is not None


def test_an_invitation_expires_after_thirty_days() -> None:
    chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.MEMBER))
    with clock.at(clock.now() + dt.timedelta(days=29)):
        assert reads.find_invitation(code)
    with clock.at(clock.now() + dt.timedelta(days=31)), pytest.raises(NotAllowed):
        actions.accept_invitation(by=person("Benoît"), code=code)


def test_an_invitation_can_be_taken_back() -> None:
    chloe, phare = make.coordinator()
    invitation = actions.invite(by=chloe, organisation=phare, role=Role.MEMBER)
    actions.take_back(by=chloe, invitation=invitation)
    actions.take_back(by=chloe, invitation=invitation)
    assert reads.find_invitation(reads.code_of(invitation)) is None
    assert AuditEntry.objects.filter(verb="invitation.taken_back").count() == 1


def test_only_a_coordinator_of_this_organisation_invites() -> None:
    _chloe, phare = make.coordinator()
    elsewhere, _cap = make.coordinator("Nadia", "Cap")
    for nobody in (elsewhere, person("Dana")):
        with pytest.raises(NotAllowed):
            actions.invite(by=nobody, organisation=phare, role=Role.MEMBER)


def test_leaving_takes_one_step_and_keeps_the_history() -> None:
    chloe, phare = make.coordinator()
    benoit = person("Benoît")
    membership = make.member(benoit, phare)
    actions.leave(by=benoit, membership=membership)
    actions.leave(by=benoit, membership=membership)
    assert not rules.holds(benoit, phare, Role.SUPPORTER)
    assert Membership.objects.filter(person=benoit, organisation=phare).count() == 1
    assert not Membership.objects.visible_to(chloe).current().filter(person=benoit).exists()


def test_upper_apps_hear_of_an_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr(actions, "publish", heard.append)
    chloe, phare = make.coordinator()
    actions.leave(by=chloe, membership=Membership.objects.get(person=chloe))
    assert heard == [events.MembershipEnded(chloe.pk, phare.pk, "coordinator")]


def test_a_coordinator_may_end_the_role_of_somebody_else_but_not_elsewhere() -> None:
    chloe, phare = make.coordinator()
    elsewhere, _cap = make.coordinator("Nadia", "Cap")
    membership = make.member(person("Benoît"), phare)
    with pytest.raises(NotAllowed):
        actions.end_role(by=elsewhere, membership=membership)
    with pytest.raises(NotAllowed):
        actions.leave(by=chloe, membership=membership)
    actions.end_role(by=chloe, membership=membership)
    assert not rules.holds(membership.person, phare, Role.SUPPORTER)


def test_organisations_of_the_province_come_first_when_asking() -> None:
    make.organisation("Aurore", province="ON")
    make.organisation("Zénith", province="QC")
    assert [each.name for each in reads.organisations_for_asking("QC")] == ["Zénith", "Aurore"]


def test_the_setup_code_makes_the_first_organisation_once() -> None:
    chloe = person("Chloé")
    code = actions.make_setup_code()
    assert reads.needs_setup()
    phare, invitation = set_up(chloe, code)
    assert rules.coordinates(chloe, phare)
    assert invitation is not None
    assert invitation.role == Role.CONCERNS
    with pytest.raises(NotAllowed):
        set_up(chloe, code)
    assert Organisation.objects.count() == 1


def test_a_new_setup_code_makes_the_old_one_useless() -> None:
    old = actions.make_setup_code()
    actions.make_setup_code()
    assert not reads.is_setup_code(old)
    with pytest.raises(NotAllowed):
        set_up(person("Dana"), old)


def test_erasing_an_account_takes_its_roles_and_keeps_invitations_without_a_name() -> None:
    from beenthere.people.actions import erase

    chloe, phare = make.coordinator()
    invitation = actions.invite(by=chloe, organisation=phare, role=Role.MEMBER)
    erase(by=chloe)
    invitation.refresh_from_db()
    assert invitation.made_by_id is None
    assert not Membership.objects.exists()
    assert Organisation.objects.filter(pk=phare.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_who_take_one_invitation_at_once_one_comes_in() -> None:
    chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.MEMBER))
    comers = [person(f"Somebody {number}") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        came = list(pool.map(lambda comer: accepted(comer, code), comers))
    assert sum(came) == 1
    assert Membership.objects.filter(role=Role.MEMBER).count() == 1


def set_up(by: Person, code: str) -> tuple[Organisation, Invitation | None]:
    return actions.set_up(by=by, code=code, name="Phare", kind="group", province="QC", hears_concerns=False)


def accepted(comer: Person, code: str) -> bool:
    try:
        actions.accept_invitation(by=comer, code=code)
    except NotAllowed:
        return False
    finally:
        connections.close_all()
    return True
