"""Two come at the same moment: one counts."""

import datetime as dt

import pytest

from beenthere.core import clock
from beenthere.core.tests.races import at_once
from beenthere.matching import actions
from beenthere.matching.models import Ask, Match, MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.tests import make as orgs
from beenthere.people.tests import make as people

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])


@pytest.fixture
def offer() -> Offer:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    return make.offer(people.person("Benoît"), organisation, chloe, capacity=1)


def test_the_last_place_is_given_once(offer: Offer) -> None:
    asks = [make.asked(people.person(name), offer) for name in ("Amara", "Ola", "Kim")]
    at_once(*(lambda ask=ask: actions.accept_request(by=offer.supporter, ask=ask) for ask in asks))
    offer.refresh_from_db()
    assert (Match.objects.count(), offer.taken) == (1, 1)
    assert sorted(Ask.objects.values_list("state", flat=True)) == ["passed", "passed", "yes"]


def test_a_yes_given_twice_at_once_is_one_yes(offer: Offer) -> None:
    ask = make.asked(people.person("Amara"), offer)
    fresh = [Ask.objects.select_related("supporter").get(pk=ask.pk) for _time in range(4)]
    results = at_once(*(lambda one=one: actions.accept_request(by=offer.supporter, ask=one) for one in fresh))
    offer.refresh_from_db()
    assert (Match.objects.count(), offer.taken) == (1, 1)
    assert len({result.pk for result in results if isinstance(result, Match)}) == 1


def test_a_yes_and_a_taking_back_at_once_agree(offer: Offer) -> None:
    ask = make.asked(people.person("Amara"), offer)
    at_once(
        lambda: actions.accept_request(by=offer.supporter, ask=ask),
        lambda: actions.withdraw_request(by=ask.asker, request=MatchRequest.objects.get(pk=ask.request_id)),
    )
    request = MatchRequest.objects.get()
    assert (request.state == "matched") == Match.objects.exists()
    assert (request.state == "withdrawn") == (Ask.objects.get().state == "withdrawn")


def test_asking_twice_at_once_opens_one_request(offer: Offer) -> None:
    amara = people.person("Amara")
    at_once(*(lambda: make.request(amara) for _time in range(4)))
    assert MatchRequest.objects.count() == 1


def test_choosing_twice_at_once_asks_one_person(offer: Offer) -> None:
    amara = people.person("Amara")
    request = make.request(amara)
    fresh = [MatchRequest.objects.get(pk=request.pk) for _time in range(4)]
    at_once(*(lambda one=one: actions.choose_supporters(by=amara, request=one, ranked=[offer]) for one in fresh))
    assert list(Ask.objects.values_list("state", flat=True)) == ["asked"]


def test_going_on_while_the_last_day_ends_is_one_of_the_two(offer: Offer) -> None:
    match = make.match(people.person("Amara"), offer)
    actions.plan_end(by=offer.supporter, match=match, on=clock.today())
    later = clock.now() + dt.timedelta(days=2)

    def ends() -> None:
        with clock.at(later):
            actions.end_on_its_day(match_id=match.pk)

    results = at_once(ends, lambda: actions.take_end_back(by=offer.supporter, match=match))
    assert results == [None, None]
    match.refresh_from_db()
    assert (match.ended_at is None) == (match.ends_on is None)
