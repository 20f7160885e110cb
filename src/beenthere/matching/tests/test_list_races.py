"""Several have to do with one whole list at the same moment: each who waits is proposed one, and asks one."""

import pytest

from beenthere.core.tests.races import at_once
from beenthere.matching import actions
from beenthere.matching.models import Ask, MatchRequest, Offer, Proposal, ProposalLine
from beenthere.matching.tests import make
from beenthere.orgs.models import Organisation, Role
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.reads import open_letters
from beenthere.people.tests import make as people

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])


@pytest.fixture
def chloe() -> Person:
    return people.person("Chloé")


@pytest.fixture
def here(chloe: Person) -> Organisation:
    return orgs.organisation("Phare", chloe)


@pytest.fixture
def benoit(here: Organisation, chloe: Person) -> Offer:
    return make.offer(people.person("Benoît"), here, chloe, capacity=1)


def waits(name: str, here: Organisation) -> MatchRequest:
    request = make.request(people.person(name), organisations=[here])
    MatchRequest.objects.filter(pk=request.pk).update(in_list=True)
    return MatchRequest.objects.get(pk=request.pk)


def test_two_coordinators_who_propose_at_once_make_one_draft(chloe: Person, here: Organisation, benoit: Offer) -> None:
    waits("Amara", here)
    zoe = people.person("Zoé")
    orgs.member(zoe, here, Role.COORDINATOR)
    both = at_once(*(lambda one=one: actions.propose_list(by=one, organisation=here) for one in (chloe, zoe)))
    assert all(isinstance(made, Proposal) for made in both), both
    assert (Proposal.objects.count(), ProposalLine.objects.count()) == (1, 1)


def test_a_list_offered_twice_at_once_is_offered_once(chloe: Person, here: Organisation, benoit: Offer) -> None:
    amara = waits("Amara", here)
    made = actions.propose_list(by=chloe, organisation=here)
    results = at_once(*(lambda: actions.offer_proposal(by=chloe, proposal=made) for _time in range(4)))
    assert sorted(map(str, results)) == ["False", "False", "False", "True"]
    assert len(open_letters(amara.person)) == 1


def test_taking_back_a_request_while_it_is_proposed_for_leaves_no_offer_of_it(
    chloe: Person, here: Organisation, benoit: Offer
) -> None:
    amara = waits("Amara", here)
    made = actions.propose_list(by=chloe, organisation=here)
    at_once(
        lambda: actions.offer_proposal(by=chloe, proposal=made),
        lambda: actions.withdraw_request(by=amara.person, request=amara),
    )
    assert MatchRequest.objects.get().state == "withdrawn"
    assert not ProposalLine.objects.offered().exists()


def test_taking_the_proposed_one_twice_at_once_asks_once(chloe: Person, here: Organisation, benoit: Offer) -> None:
    waits("Amara", here)
    made = actions.propose_list(by=chloe, organisation=here)
    actions.offer_proposal(by=chloe, proposal=made)
    lines = [made.lines.select_related("request", "offer", "asker").get() for _time in range(3)]
    at_once(*(lambda line=line: actions.take_proposed(by=line.asker, line=line) for line in lines))
    assert list(Ask.objects.values_list("state", flat=True)) == ["asked"]


def test_a_line_changed_while_its_list_is_offered_holds_one_of_the_two(
    chloe: Person, here: Organisation, benoit: Offer
) -> None:
    odile = make.offer(people.person("Odile"), here, chloe, capacity=1)
    waits("Amara", here)
    line = actions.propose_list(by=chloe, organisation=here).lines.select_related("proposal__organisation").get()
    other = odile if line.offer_id == benoit.pk else benoit
    at_once(
        lambda: actions.offer_proposal(by=chloe, proposal=line.proposal),
        lambda: actions.change_line(by=chloe, line=line, offer=other),
    )
    line.refresh_from_db()
    assert (line.state, line.offer_id in {benoit.pk, odile.pk}) == ("offered", True)
