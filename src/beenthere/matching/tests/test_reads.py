"""What the desk and the page of today may know."""

import datetime as dt

import pytest

from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.events import MembershipEnded, OrganisationClosed, publish
from beenthere.matching import actions, reads
from beenthere.matching.models import Offer, OfferApproval
from beenthere.matching.tests import make
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests import make as people

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture
def chloe() -> tuple[Person, Organisation]:
    return orgs.coordinator("Chloé", "Phare")


@pytest.fixture
def benoit(chloe: tuple[Person, Organisation]) -> Offer:
    return make.offer(people.person("Benoît"), chloe[1], chloe[0])


def test_a_desk_sees_only_those_who_let_it_know(chloe: tuple[Person, Organisation]) -> None:
    other = orgs.organisation("Autre")
    start = clock.now()
    with clock.at(start):
        make.request(people.person("Amara"), words="Private", organisations=[chloe[1]], must_languages=("fr",))
        make.request(people.person("Ola"), organisations=[other])
    with clock.at(start + 2 * DAY):
        (line,) = reads.waiting_list(chloe[1])
    assert (line.name, line.days, line.musts) == ("Amara", 2, ["French"])
    assert "Private" not in repr(line)


def test_a_desk_sees_late_answers_without_the_asker(chloe: tuple[Person, Organisation], benoit: Offer) -> None:
    start = clock.now()
    with clock.at(start):
        make.asked(people.person("Amara"), benoit)
        assert reads.late_answers(chloe[1]) == []
    with clock.at(start + 4 * DAY):
        (line,) = reads.late_answers(chloe[1])
    assert (line.supporter, line.days) == ("Benoît", 4)
    assert "Amara" not in repr(line)


def test_a_desk_sees_who_has_room(chloe: tuple[Person, Organisation], benoit: Offer) -> None:
    make.match(people.person("Amara"), benoit)
    (line,) = reads.room(chloe[1])
    assert (line.name, line.room, line.capacity, line.paused) == ("Benoît", 1, 2, False)


def test_an_offer_waits_with_its_facts_and_never_its_words(chloe: tuple[Person, Organisation]) -> None:
    ola = make.lived(make.about(people.person("Ola"), languages=["fr"], ways=["phone"]), "a long absence")
    make.offer(ola, chloe[1])
    (line,) = reads.offers_waiting_for(chloe[0])
    assert (line.name, line.languages, line.ways) == ("Ola", ["French"], ["By phone"])
    assert "a long absence" not in repr(line)
    assert reads.offers_waiting_for(orgs.coordinator("Other", "Autre")[0]) == []


def test_only_a_coordinator_who_was_asked_can_say_yes(chloe: tuple[Person, Organisation]) -> None:
    stranger, other = orgs.coordinator("Other", "Autre")
    offer = make.offer(people.person("Ola"), chloe[1])
    own = make.offer(chloe[0], chloe[1])
    for by, what, organisation in [(stranger, offer, chloe[1]), (stranger, offer, other), (chloe[0], own, chloe[1])]:
        with pytest.raises(NotAllowed):
            actions.approve_offer(by=by, offer=what, organisation=organisation)
    assert not OfferApproval.objects.filter(state="yes").exists()


def test_an_offer_without_a_yes_is_not_suggested(chloe: tuple[Person, Organisation]) -> None:
    make.offer(people.person("Ola"), chloe[1])
    assert reads.people_shown(make.request(people.person("Amara"))) == []


def test_who_leaves_an_organisation_loses_its_yes(chloe: tuple[Person, Organisation], benoit: Offer) -> None:
    ask = make.asked(people.person("Amara"), benoit)
    publish(MembershipEnded(benoit.supporter_id, chloe[1].pk, "supporter"))
    ask.refresh_from_db()
    assert ask.state == "passed"
    assert not benoit.approvals.exists()


def test_a_closed_organisation_says_yes_to_nobody(chloe: tuple[Person, Organisation], benoit: Offer) -> None:
    publish(OrganisationClosed(chloe[1].pk))
    assert reads.people_shown(make.request(people.person("Amara"))) == []


def test_today_tells_what_is_due_to_each_side(benoit: Offer) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, benoit)
    assert [due.text for due in reads.asks_due(benoit.supporter)] == ["Amara asks whether you would walk with them"]
    mine = reads.my_request(amara)
    assert mine is not None
    assert mine.text == "We asked Benoît, and wait for the answer."
    actions.ask_first(by=benoit.supporter, ask=ask, text="When?")
    assert reads.asks_due(benoit.supporter) == []
    assert [due.text for due in reads.asks_due(amara)] == ["Benoît would like to ask you something first"]
