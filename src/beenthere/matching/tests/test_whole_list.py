"""A coordinator proposes for everybody who waits at once; each still chooses, and each supporter still answers."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from beenthere.consent.actions import block
from beenthere.consent.models import Look
from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.events import OrganisationClosed, publish
from beenthere.matching import actions, jobs, reads
from beenthere.matching.models import Ask, MatchRequest, Offer, Proposal, ProposalLine, Shown
from beenthere.matching.tests import make
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.reads import open_letters
from beenthere.people.tests import make as people
from beenthere.people.tests.make import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def chloe() -> Person:
    return people.person("Chloé")


@pytest.fixture
def here(chloe: Person) -> Organisation:
    return orgs.organisation("Phare", chloe)


@pytest.fixture
def benoit(here: Organisation, chloe: Person) -> Offer:
    return make.offer(people.person("Benoît"), here, chloe, capacity=1)


def waits(name: str, here: Organisation, *, agreed: bool = True, **wishes: object) -> MatchRequest:
    request = make.request(people.person(name), organisations=[here], **wishes)  # type: ignore[arg-type]
    MatchRequest.objects.filter(pk=request.pk).update(in_list=agreed)
    request.refresh_from_db()
    return request


def offered(chloe: Person, here: Organisation) -> Proposal:
    made = actions.propose_list(by=chloe, organisation=here)
    actions.offer_proposal(by=chloe, proposal=made)
    return made


def page_of(request: MatchRequest) -> str:
    return signed_in(request.person).get(reverse("matching:suggestions", args=[request.pk])).text


def proposals_in(page: str) -> bool:
    return "looked at everyone who waits" in page


def test_only_who_agreed_is_in_it(chloe: Person, here: Organisation, benoit: Offer) -> None:
    waits("Ola", here, agreed=False)
    amara = waits("Amara", here)
    made = actions.propose_list(by=chloe, organisation=here)
    assert [(line.request, line.offer) for line in made.lines.all()] == [(amara, benoit)]


def test_the_tick_stands_in_the_form_and_is_off(here: Organisation, benoit: Offer) -> None:
    client = signed_in(people.person("Amara"))
    form = {"organisations": [here.pk], "must_within": "", "in_list": "on"}
    assert "checked" not in client.get(reverse("matching:ask")).text.partition('name="in_list"')[2].partition(">")[0]
    client.post(reverse("matching:ask"), form)
    assert MatchRequest.objects.get().in_list


def test_the_tick_needs_an_organisation_and_stays_when_the_request_is_changed(here: Organisation) -> None:
    amara = people.person("Amara")
    page = signed_in(amara).post(reverse("matching:ask"), {"must_within": "", "in_list": "on"})
    assert (page.status_code, MatchRequest.objects.count()) == (422, 0)
    assert "Tick an organisation first" in page.text
    mine = make.request(amara, organisations=[here])
    MatchRequest.objects.update(in_list=True)
    change = signed_in(amara).get(reverse("matching:change", args=[mine.pk])).text
    assert "checked" in change.partition('name="in_list"')[2].partition(">")[0]


def test_all_are_placed_even_if_one_could_have_had_the_others_place(
    chloe: Person, here: Organisation, benoit: Offer
) -> None:
    make.about(benoit.supporter, languages=["fr"])
    odile = make.offer(make.about(people.person("Odile"), languages=["fr", "en"]), here, chloe, capacity=1)
    either, only_odile = waits("Amara", here, must_languages=("fr",)), waits("Kim", here, must_languages=("en",))
    made = actions.propose_list(by=chloe, organisation=here)
    assert {line.request: line.offer for line in made.lines.all()} == {either: benoit, only_odile: odile}


def test_a_coordinator_sees_names_waits_musts_and_load_and_no_other_reason(
    chloe: Person, here: Organisation, benoit: Offer
) -> None:
    make.lived(benoit.supporter, "A winter in a shelter")
    amara = make.lived(people.person("Amara"), "A winter in a shelter", shown="me")
    request = make.request(amara, organisations=[here], must_ways=(), words="Please do not hurry me")
    MatchRequest.objects.filter(pk=request.pk).update(in_list=True)
    actions.propose_list(by=chloe, organisation=here)
    page = signed_in(chloe).get(reverse("desk:whole-list", args=[here.slug])).text
    assert "Amara" in page
    assert "Benoît" in page
    assert not any(word in page for word in ("winter", "hurry"))


def test_offered_each_sees_who_and_why_and_nobody_was_asked(chloe: Person, here: Organisation, benoit: Offer) -> None:
    amara = waits("Amara", here)
    offered(chloe, here)
    assert proposals_in(page_of(amara))
    assert Ask.objects.count() == 0
    assert any("proposes a supporter" in letter.text for letter in open_letters(amara.person))
    assert not open_letters(benoit.supporter)[1:]


def test_taking_it_is_an_ordinary_ask(chloe: Person, here: Organisation, benoit: Offer) -> None:
    amara = waits("Amara", here)
    line = offered(chloe, here).lines.get()
    signed_in(amara.person).post(reverse("matching:proposed-take", args=[line.pk]))
    ask = Ask.objects.get()
    assert (ask.state, ask.supporter) == ("asked", benoit.supporter)
    assert actions.accept_request(by=benoit.supporter, ask=ask).asker == amara.person


def test_leaving_it_tells_nobody(chloe: Person, here: Organisation, benoit: Offer) -> None:
    amara = waits("Amara", here)
    line = offered(chloe, here).lines.get()
    before = len(open_letters(chloe))
    signed_in(amara.person).post(reverse("matching:proposed-leave", args=[line.pk]))
    assert not proposals_in(page_of(amara))
    assert (len(open_letters(chloe)), Ask.objects.count()) == (before, 0)


def test_saying_no_longer_takes_one_out_at_once(chloe: Person, here: Organisation, benoit: Offer) -> None:
    amara = waits("Amara", here)
    actions.propose_list(by=chloe, organisation=here)
    signed_in(amara.person).post(reverse("matching:no-list", args=[amara.pk]))
    assert not ProposalLine.objects.exists()
    assert not reads.in_the_list(here).exists()


@pytest.mark.parametrize("who", ["asker", "supporter"])
def test_whoever_is_kept_apart_is_never_proposed_and_the_desk_cannot_tell(
    chloe: Person, here: Organisation, benoit: Offer, who: str
) -> None:
    amara = waits("Amara", here)
    pair = (amara.person.pk, benoit.supporter.pk)
    actions.propose_list(by=chloe, organisation=here)
    before = signed_in(chloe).get(reverse("desk:whole-list", args=[here.slug])).text
    block(by=pair[0], whom=pair[1]) if who == "asker" else block(by=pair[1], whom=pair[0])
    made = offered(chloe, here)
    assert "Benoît" in before
    assert [line.offer for line in made.lines.all()] == [benoit]
    assert not proposals_in(page_of(amara))
    assert not any("proposes" in letter.text for letter in open_letters(amara.person))


def test_a_change_that_breaks_a_must_is_not_shown_to_the_one_who_waits(
    chloe: Person, here: Organisation, benoit: Offer
) -> None:
    make.about(benoit.supporter, languages=["fr"])
    odile = make.offer(make.about(people.person("Odile"), languages=["en"]), here, chloe, capacity=1)
    kim = waits("Kim", here, must_languages=("en",))
    line = actions.propose_list(by=chloe, organisation=here).lines.get(offer=odile)
    signed_in(chloe).post(reverse("desk:line", args=[line.pk]), {"offer": str(benoit.pk)})
    actions.offer_proposal(by=chloe, proposal=line.proposal)
    assert not proposals_in(page_of(kim))


def test_a_line_can_be_taken_out(chloe: Person, here: Organisation, benoit: Offer) -> None:
    waits("Amara", here)
    line = actions.propose_list(by=chloe, organisation=here).lines.get()
    page = signed_in(chloe).post(reverse("desk:line", args=[line.pk]), {"offer": "nobody"}, follow=True).text
    assert not ProposalLine.objects.exists()
    assert "Amara: nobody for now. Making the list anew brings them back" in page


def test_who_is_proposed_counts_among_fifteen_in_a_week(chloe: Person, here: Organisation, benoit: Offer) -> None:
    amara = waits("Amara", here)
    for made in make.supporters(15, here, chloe, capacity=1):
        Shown.objects.create(asker=amara.person, request=amara, offer=made, page=0)
    Offer.objects.exclude(pk=benoit.pk).update(paused_at=clock.now())
    Shown.objects.filter(offer=benoit).delete()
    offered(chloe, here)
    assert not proposals_in(page_of(amara))


def test_it_is_offered_once(chloe: Person, here: Organisation, benoit: Offer) -> None:
    waits("Amara", here)
    made = offered(chloe, here)
    assert not actions.offer_proposal(by=chloe, proposal=made)


def test_after_two_weeks_it_is_gone(chloe: Person, here: Organisation, benoit: Offer) -> None:
    amara = waits("Amara", here)
    offered(chloe, here)
    with clock.at(clock.now() + dt.timedelta(days=15)):
        jobs.sweep()
        assert not Proposal.objects.exists()
        assert reads.in_the_list(here).filter(pk=amara.pk).exists()


def test_nobody_else_makes_or_changes_a_list(chloe: Person, here: Organisation, benoit: Offer, client: Client) -> None:
    waits("Amara", here)
    line = actions.propose_list(by=chloe, organisation=here).lines.get()
    otto, _kettle = orgs.coordinator("Otto", "Kettle")
    for address in (reverse("desk:whole-list", args=[here.slug]), reverse("desk:line", args=[line.pk])):
        assert signed_in(otto).get(address).status_code in {403, 404}
    with pytest.raises(NotAllowed):
        actions.propose_list(by=otto, organisation=here)


def test_nobody_is_proposed_to_themselves_or_to_whom_they_walk_with(
    chloe: Person, here: Organisation, benoit: Offer
) -> None:
    mine = make.request(benoit.supporter, organisations=[here])
    MatchRequest.objects.filter(pk=mine.pk).update(in_list=True)
    odile = make.offer(people.person("Odile"), here, chloe, capacity=2, paths=["own"])
    match = make.match(people.person("Kim"), odile)
    assert match.asker
    again = make.request(match.asker, organisations=[here])
    MatchRequest.objects.filter(pk=again.pk).update(in_list=True)
    pairs = {(request.person, offer.supporter) for request, offer in reads.whole_list(here)}
    assert pairs == {(benoit.supporter, odile.supporter), (match.asker, benoit.supporter)}


def test_the_desk_cannot_tell_whoever_left_it_from_whoever_said_nothing(
    chloe: Person, here: Organisation, benoit: Offer
) -> None:
    amara = waits("Amara", here)
    line = offered(chloe, here).lines.get()
    before = signed_in(chloe).get(reverse("desk:whole-list", args=[here.slug])).content
    actions.leave_proposed(by=amara.person, line=line)
    after = signed_in(chloe).get(reverse("desk:whole-list", args=[here.slug])).content
    assert len(before) == len(after)
    assert reads.whole_list(here) == []


def test_a_closed_organisation_proposes_nothing(chloe: Person, here: Organisation, benoit: Offer) -> None:
    amara = waits("Amara", here)
    offered(chloe, here)
    publish(OrganisationClosed(here.pk))
    assert not proposals_in(page_of(amara))


def what_is_said(request: MatchRequest) -> str:
    return page_of(request).partition("proposed somebody to you")[2].partition("</p>")[0]


def test_a_place_that_is_gone_is_told_and_a_rest_and_a_block_look_alike(
    chloe: Person, here: Organisation, benoit: Offer
) -> None:
    amara = waits("Amara", here)
    offered(chloe, here)
    actions.pause_offer(by=benoit.supporter, offer=benoit)
    while_resting = what_is_said(amara)
    actions.resume_offer(by=benoit.supporter, offer=benoit)
    back = what_is_said(amara)
    block(by=benoit.supporter.pk, whom=amara.person_id)
    assert (back, what_is_said(amara)) == ("", while_resting)
    assert "who has no room any more" in while_resting


def test_one_sees_ones_line_as_the_desk_sees_it_and_no_look_is_written(chloe: Person, here: Organisation) -> None:
    amara = waits("Amara", here, must_languages=("fr",))
    mine = signed_in(amara.person).get(reverse("matching:ask-as-seen", args=[amara.pk])).text
    assert not Look.objects.exists()
    theirs = signed_in(chloe).get(reverse("desk:desk")).text
    assert desk_line(mine) == desk_line(theirs) != ""
    assert "As the desk of Phare sees it" in mine


def desk_line(page: str) -> str:
    return page.partition("<p><strong>Amara</strong>")[2].partition("</ul>")[0]


def test_the_heading_counts_whoever_is_proposed_too(chloe: Person, here: Organisation, benoit: Offer) -> None:
    make.offer(people.person("Farah"), here, chloe)
    amara = waits("Amara", here)
    actions.show_people(by=amara.person, request=amara)
    line = offered(chloe, here).lines.get()
    amara.shown.filter(offer=line.offer).update(page=0)
    page = signed_in(amara.person).get(reverse("matching:suggestions", args=[amara.pk]))
    assert [card.name for card, _field in page.context["people"]] != [page.context["proposed"][1].name]
    assert "2 people who could walk with you" in page.text
