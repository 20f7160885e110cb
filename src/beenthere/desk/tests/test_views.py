import datetime as dt
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beenthere.consent.models import Look
from beenthere.core import clock
from beenthere.desk import actions, reads
from beenthere.matching import actions as matching
from beenthere.matching.models import MatchRequest, Offer, OfferApproval
from beenthere.matching.wishes import Wishes
from beenthere.orgs import reads as orgs
from beenthere.orgs import rules
from beenthere.orgs.models import Invitation, Kind, Organisation, Role
from beenthere.orgs.tests import make
from beenthere.people.models import Person
from beenthere.people.sharing import looks_at
from beenthere.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db


def waits(name: str, *organisations: Organisation) -> MatchRequest:
    """Somebody who waits and lets these organisations know."""
    wishes = Wishes(must_languages=("fr",))
    return matching.ask_for_match(
        by=person(name), wishes=wishes, words="I left hospital in May.", organisations=organisations
    )


def offers(supporter: Person, organisation: Organisation) -> Offer:
    """Somebody who offers support and asked this organisation for a yes."""
    offer = matching.make_offer(by=supporter, training="trained", paths=["job"], fields=[], capacity=2)
    matching.submit_offer(by=supporter, offer=offer, organisations=[organisation])
    return offer


def desk_of(coordinator: Person) -> str:
    answer = signed_in(coordinator).get(reverse("desk:desk"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_desk_names_who_waits_how_long_and_what_must_be_so() -> None:
    chloe, phare = make.coordinator()
    with clock.at(clock.now() - dt.timedelta(days=4, hours=1)):
        waits("Amara", phare)
    page = desk_of(chloe)
    assert "Amara" in page
    assert "has waited 4 days" in page
    assert "French" in page
    assert "hospital" not in page


def test_a_word_ticked_for_those_who_are_asked_is_not_told_to_the_desk() -> None:
    chloe, phare = make.coordinator()
    must = (("token", "a long absence"),)
    wishes = Wishes(must_experiences=must, told=("a long absence",))
    matching.ask_for_match(by=person("Amara"), wishes=wishes, organisations=[phare])
    page = desk_of(chloe)
    assert "Has lived through something that they have lived through too" in page
    assert "a long absence" not in page


def test_who_did_not_let_this_organisation_know_does_not_stand_there() -> None:
    chloe, _phare = make.coordinator()
    nadia, cap = make.coordinator("Nadia", "Cap")
    waits("Amara")
    waits("Lou", cap)
    assert "Amara" not in desk_of(chloe)
    assert "Lou" not in desk_of(chloe)
    assert "Lou" in desk_of(nadia)


def test_each_look_stands_once_a_day_in_the_read_log_of_who_waits() -> None:
    chloe, phare = make.coordinator()
    amara = waits("Amara", phare).person
    for _twice in range(2):
        desk_of(chloe)
    (looked,) = looks_at(amara)
    assert (looked.reader, looked.piece) == ("Chloé", "that you wait, on an organisation’s desk")
    with clock.at(clock.now() + dt.timedelta(days=1, minutes=1)):
        actions.note_looks(by=chloe, desks=reads.desks_of(chloe))
    assert Look.objects.count() == 2


def test_without_the_log_there_is_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    chloe, phare = make.coordinator()
    waits("Amara", phare)

    def broken(**_all: object) -> None:
        raise OSError("The disk is full.")

    monkeypatch.setattr(actions, "look_at_all", broken)
    with pytest.raises(OSError, match="full"):
        desk_of(chloe)


def test_a_yes_to_an_offer_tells_the_supporter_and_shows_their_room() -> None:
    chloe, phare = make.coordinator()
    offer = offers(person("Benoît"), phare)
    browser = signed_in(chloe)
    shown = browser.get(reverse("desk:offer", args=[offer.pk, phare.slug])).content.decode()
    assert "Benoît offers support" in shown
    for _twice in range(2):
        done = browser.post(reverse("desk:approve", args=[offer.pk, phare.slug]))
        assert done.status_code == 302
    assert OfferApproval.objects.get().state == "yes"
    assert "room for 2 of 2" in desk_of(chloe)
    assert browser.get(reverse("desk:offer", args=[offer.pk, phare.slug])).status_code == 302


def test_not_yet_carries_a_kind_sentence() -> None:
    chloe, phare = make.coordinator()
    offer = offers(person("Benoît"), phare)
    address = reverse("desk:not-yet", args=[offer.pk, phare.slug])
    browser = signed_in(chloe)
    assert "Thank you for offering." in browser.get(address).content.decode()
    assert browser.post(address, {"text": ""}).status_code == 422
    browser.post(address, {"text": "Let us meet in June."})
    approval = OfferApproval.objects.get()
    assert (approval.state, approval.words) == ("not_yet", "Let us meet in June.")


def test_nobody_says_yes_to_their_own_offer() -> None:
    chloe, phare = make.coordinator()
    offer = offers(chloe, phare)
    assert signed_in(chloe).post(reverse("desk:approve", args=[offer.pk, phare.slug])).status_code == 404
    assert OfferApproval.objects.get().state == "waiting"


def test_late_answers_name_the_supporter_and_not_who_waits() -> None:
    chloe, phare = make.coordinator()
    benoit, moment = person("Benoît"), clock.now()
    with clock.at(moment - dt.timedelta(days=4)):
        offer = offers(benoit, phare)
        matching.approve_offer(by=chloe, offer=offer, organisation=phare)
        request = matching.ask_for_match(by=person("Amara"), wishes=Wishes())
        matching.choose_supporters(by=request.person, request=request, ranked=[offer])
    page = desk_of(chloe)
    assert "Benoît was asked 4 days ago" in page
    assert "Amara" not in page


def test_an_invitation_is_shown_as_a_link_and_a_card_until_it_is_used() -> None:
    chloe, phare = make.coordinator()
    browser = signed_in(chloe)
    typed = {"organisation": phare.pk, "role": "supporter", "invitation_id": uuid4()}
    for _twice in range(2):
        made = browser.post(reverse("desk:invite"), typed)
    invitation = Invitation.objects.get()
    page = browser.get(made.headers["Location"]).content.decode()
    code = orgs.code_of(invitation)
    assert f"http://testserver/invitation/{code}/" in page
    assert "Phare invites you" in page
    assert "on this computer only" not in page
    for _twice in range(2):
        assert browser.post(reverse("desk:take-back", args=[invitation.pk])).status_code == 302
    assert browser.get(made.headers["Location"]).status_code == 404


def test_an_address_that_opens_here_only_is_said_to_be_one() -> None:
    chloe, phare = make.coordinator()
    browser = signed_in(chloe)
    typed = {"organisation": phare.pk, "role": "supporter", "invitation_id": uuid4()}
    made = browser.post(reverse("desk:invite"), typed)
    page = browser.get(made.headers["Location"], headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "This address works on this computer only." in page


def test_an_offer_that_waits_for_a_yes_is_told_on_the_first_page() -> None:
    chloe, phare = make.coordinator()
    offer = offers(person("Benoît"), phare)
    page = signed_in(chloe).get(reverse("home:front")).content.decode()
    assert "Benoît offers support, and waits for the yes of Phare" in page
    assert reverse("desk:offer", args=[offer.pk, phare.slug]) in page
    assert "Nobody is waiting for an answer from you" not in page


def test_a_coordinator_invites_only_to_her_own_organisation() -> None:
    chloe, _phare = make.coordinator()
    cap = make.organisation("Cap", person("Nadia"))
    typed = {"organisation": cap.pk, "role": "coordinator", "invitation_id": uuid4()}
    assert signed_in(chloe).post(reverse("desk:invite"), typed).status_code == 422
    assert not Invitation.objects.exists()


def test_people_and_roles_show_names_and_roles_only() -> None:
    chloe, phare = make.coordinator()
    benoit = person("Benoît")
    make.member(benoit, phare)
    make.member(person("Lou"), make.organisation("Cap", person("Nadia")))
    page = signed_in(chloe).get(reverse("desk:people")).content.decode()
    assert "Benoît" in page
    assert "peer supporter" in page
    assert "Lou" not in page
    concern = reverse("talk:tell-concern", args=[benoit.pk])
    assert f"/{benoit.pk}/" not in page.replace(concern, "")


def test_a_role_ends_only_after_asking_once_more() -> None:
    chloe, phare = make.coordinator()
    membership = make.member(person("Benoît"), phare)
    browser = signed_in(chloe)
    address = reverse("desk:end-role", args=[membership.pk])
    assert "End the role of Benoît" in browser.get(address).content.decode()
    assert rules.holds(membership.person, phare, Role.SUPPORTER)
    for _twice in range(2):
        assert browser.post(address).status_code == 302
    assert not rules.holds(membership.person, phare, Role.SUPPORTER)


def addresses(chloe: Person, phare: Organisation) -> dict[str, list[object]]:
    """Every address of Chloé's desk, with real things behind it."""
    from beenthere.orgs.actions import invite

    offer = offers(person("Benoît"), phare)
    invitation = invite(by=chloe, organisation=phare, role=Role.MEMBER)
    membership = make.member(person("Sam"), phare)
    return {
        "offer": [offer.pk, phare.slug],
        "approve": [offer.pk, phare.slug],
        "not-yet": [offer.pk, phare.slug],
        "invitation": [invitation.pk],
        "take-back": [invitation.pk],
        "end-role": [membership.pk],
    }


def test_a_coordinator_of_another_organisation_opens_and_changes_nothing() -> None:
    chloe, phare = make.coordinator()
    nadia, _cap = make.coordinator("Nadia", "Cap")
    things = addresses(chloe, phare)
    browser = signed_in(nadia)
    for name, args in things.items():
        address = reverse(f"desk:{name}", args=args)
        assert browser.get(address).status_code in (404, 405), name
        assert browser.post(address, {"text": "No."}).status_code in (404, 405), name
    assert OfferApproval.objects.get().state == "waiting"
    assert Invitation.objects.visible_to(chloe).exists()
    assert orgs.people_with_role(phare.pk, Role.SUPPORTER)


@pytest.mark.parametrize("who", ["Dana", "Benoît"])
def test_nobody_but_coordinators_has_a_desk(who: str) -> None:
    chloe, phare = make.coordinator()
    things = addresses(chloe, phare)
    supporter = orgs.people_with_role(phare.pk, Role.SUPPORTER)[0]
    browser = signed_in(person("Dana") if who == "Dana" else supporter)
    for name, args in {**things, "desk": [], "people": [], "invite": []}.items():
        address = reverse(f"desk:{name}", args=args)
        assert browser.get(address).status_code == 404, name
        assert browser.post(address).status_code == 404, name


def test_a_coordinator_opens_nothing_else_of_who_waits() -> None:
    chloe, phare = make.coordinator()
    request = waits("Amara", phare)
    browser = signed_in(chloe)
    desk_of(chloe)
    for name, args in (("matching:suggestions", [request.pk]), ("talk:with", [request.person_id])):
        assert browser.get(reverse(name, args=args)).status_code == 404, name
    assert not Person.objects.visible_to(chloe).filter(pk=request.person_id).exists()


def test_a_former_coordinator_has_no_desk() -> None:
    from beenthere.orgs.actions import leave

    chloe, _phare = make.coordinator()
    leave(by=chloe, membership=chloe.memberships.get())
    assert signed_in(chloe).get(reverse("desk:desk")).status_code == 404


@pytest.mark.parametrize("name", ["desk:desk", "desk:people"])
def test_queries_do_not_grow_with_rows(name: str) -> None:
    chloe, phare = make.coordinator()
    counts = []
    for number in range(3):
        waits(f"Peer {number}", phare)
        make.member(supporter := person(f"Supporter {number}"), phare)
        offers(supporter, phare)
        counts.append(queries(chloe, name))
    assert counts[1] == counts[2]


def queries(coordinator: Person, name: str) -> int:
    browser = signed_in(coordinator)
    cache.clear()
    with CaptureQueriesContext(connection) as counted:
        browser.get(reverse(name))
    return len(counted)


def test_only_a_coalition_names_the_research_committee() -> None:
    chloe, here = make.coordinator("Chloé", "Phare")
    form = {"organisation": here.pk, "role": Role.RESEARCH, "invitation_id": uuid4()}
    refused = signed_in(chloe).post(reverse("desk:invite"), form)
    Organisation.objects.filter(pk=here.pk).update(kind=Kind.COALITION)
    signed_in(chloe).post(reverse("desk:invite"), form)
    assert refused.status_code == 422
    assert Invitation.objects.get().role == Role.RESEARCH
