import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from beenthere.orgs import actions, reads
from beenthere.orgs.models import Membership, Organisation, Role
from beenthere.orgs.tests import make
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db


def test_a_visitor_reads_an_invitation_and_comes_back_after_joining(client: Client) -> None:
    chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.SUPPORTER))
    address = reverse("orgs:invitation", args=[code])
    page = client.get(address).content.decode()
    assert "Phare invites you" in page
    assert f"/join/?next={address}" in page


def test_somebody_signed_in_says_yes_with_one_button(client: Client) -> None:
    chloe, phare = make.coordinator()
    benoit = person("Benoît")
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.MEMBER))
    client.force_login(benoit)
    assert client.get(reverse("orgs:invitation", args=[code])).status_code == 200
    for _twice in range(2):
        assert client.post(reverse("orgs:accept", args=[code])).url == reverse("orgs:mine")  # type: ignore[attr-defined]
    assert Membership.objects.filter(person=benoit).count() == 1
    assert "Phare" in client.get(reverse("orgs:mine")).content.decode()


def test_whoever_is_asked_to_the_research_committee_reads_what_it_is_and_finds_the_way_there(client: Client) -> None:
    _chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite_researcher(organisation=phare))
    client.force_login(person("Dana"))
    page = client.get(reverse("orgs:invitation", args=[code])).content.decode()
    assert "to sit on the research committee" in page
    assert "to be a member" not in page
    client.post(reverse("orgs:accept", args=[code]))
    assert reverse("research:start") in client.get(reverse("orgs:mine")).content.decode()


def test_used_and_invented_codes_look_alike(client: Client) -> None:
    chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.MEMBER))
    actions.accept_invitation(by=person("Benoît"), code=code)
    used, invented = (client.get(reverse("orgs:invitation", args=[each])) for each in (code, "0000-0000-0000"))
    assert (used.status_code, invented.status_code) == (404, 404)
    assert used.content.replace(code.encode(), b"") == invented.content.replace(b"0000-0000-0000", b"")


def test_a_printed_code_can_be_typed_as_it_comes(client: Client) -> None:
    chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.MEMBER))
    answer = client.post(reverse("orgs:enter-code"), {"code": code.replace("-", " ").lower()})
    assert answer.url == reverse("orgs:invitation", args=[code])  # type: ignore[attr-defined]


def test_a_wrong_code_keeps_what_was_typed(client: Client) -> None:
    answer = client.post(reverse("orgs:enter-code"), {"code": "nope"})
    assert answer.status_code == 422
    assert 'value="nope"' in answer.content.decode()
    assert "No open invitation has this code" in answer.content.decode()


def test_one_leaves_with_one_button(client: Client) -> None:
    _chloe, phare = make.coordinator()
    benoit = person("Benoît")
    membership = make.member(benoit, phare)
    client.force_login(benoit)
    client.post(reverse("orgs:leave", args=[membership.pk]))
    membership.refresh_from_db()
    assert membership.ended_at
    assert "Before" in client.get(reverse("orgs:mine")).content.decode()


def test_who_would_leave_an_empty_desk_is_asked_once_more(client: Client) -> None:
    chloe, phare = make.coordinator()
    membership = Membership.objects.get(person=chloe, organisation=phare)
    client.force_login(chloe)
    page = client.post(reverse("orgs:leave", args=[membership.pk]))
    assert "Nobody else keeps the desk of Phare" in page.content.decode()
    assert Membership.objects.current().filter(pk=membership.pk).exists()
    client.post(reverse("orgs:leave", args=[membership.pk]), {"sure": "yes"})
    assert not Membership.objects.current().filter(pk=membership.pk).exists()


def test_one_of_two_hosts_leaves_with_one_button(client: Client) -> None:
    chloe, phare = make.coordinator()
    make.member(person("Tova"), phare, Role.COORDINATOR)
    client.force_login(chloe)
    client.post(reverse("orgs:leave", args=[Membership.objects.get(person=chloe).pk]))
    assert not Membership.objects.current().filter(person=chloe).exists()


def test_nobody_leaves_for_somebody_else(client: Client) -> None:
    chloe, phare = make.coordinator()
    membership = make.member(person("Benoît"), phare)
    for other in (chloe, person("Dana")):
        client.force_login(other)
        assert client.post(reverse("orgs:leave", args=[membership.pk])).status_code == 404
    membership.refresh_from_db()
    assert membership.ended_at is None


def test_the_first_organisation_is_made_on_the_setup_page_and_then_the_page_is_gone(client: Client) -> None:
    chloe, code = person("Chloé"), actions.make_setup_code()
    assert "Make my account" in client.get(reverse("orgs:setup")).content.decode()
    client.force_login(chloe)
    typed = {"code": code, "name": "Phare", "kind": "group", "province": "QC", "hears_concerns": "other"}
    wrong = client.post(reverse("orgs:setup"), {**typed, "code": "no"})
    assert wrong.status_code == 422
    assert 'value="Phare"' in wrong.content.decode()
    client.post(reverse("orgs:setup"), typed)
    assert Organisation.objects.get().name == "Phare"
    assert client.get(reverse("orgs:setup")).status_code == 404


def test_somebody_in_no_organisation_sees_that_this_is_fine(client: Client) -> None:
    client.force_login(person("Dana"))
    assert "You take part in no organisation here" in client.get(reverse("orgs:mine")).content.decode()


def test_the_printed_address_has_no_language_and_answers_in_the_reader_s_own(client: Client) -> None:
    chloe, phare = make.coordinator()
    code = reads.code_of(actions.invite(by=chloe, organisation=phare, role=Role.MEMBER))
    with override("en"):  # or the next test would speak French
        answer = client.get(f"/invitation/{code}/", headers={"accept-language": "fr-CA"}, follow=True)
    assert answer.redirect_chain == [(f"/fr/invitation/{code}/", 302)]
    assert "Phare vous invite" in answer.content.decode()


def test_whoever_joins_for_an_invitation_comes_back_to_it(client: Client) -> None:
    chloe, phare = make.coordinator()
    address = reverse(
        "orgs:invitation", args=[reads.code_of(actions.invite(by=chloe, organisation=phare, role="member"))]
    )
    page = client.get(reverse("people:join"), {"next": address}).content.decode()
    assert f'value="{address}"' in page or f"next={address}" in page
