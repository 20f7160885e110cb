"""Whoever moved on is told once, kindly, how one becomes a supporter."""

import datetime as dt

import pytest
from django.urls import reverse

from beenthere.consent.actions import block
from beenthere.core import clock
from beenthere.home import jobs
from beenthere.home.models import GivingBack
from beenthere.matching import actions
from beenthere.matching.models import Match
from beenthere.matching.tests import make
from beenthere.orgs.tests import make as orgs
from beenthere.people.actions import erase
from beenthere.people.models import Person
from beenthere.people.reads import open_letters
from beenthere.people.tests import make as people
from beenthere.people.tests.make import signed_in
from beenthere.plans import actions as plans

pytestmark = pytest.mark.django_db
LATER = dt.timedelta(days=15)


def was_told(person: Person) -> int:
    return sum("this page says how" in letter.text for letter in open_letters(person))


def after_two_weeks() -> None:
    with clock.at(clock.now() + LATER):
        jobs.tell_of_giving_back()


def test_two_weeks_after_a_path_is_done_one_is_told_and_never_again() -> None:
    amara = people.person("Amara")
    path = plans.start_path(by=amara, aim="School", kind="learning", hours=2)
    plans.pace_path(by=amara, path=path, pace="done")
    jobs.tell_of_giving_back()
    assert was_told(amara) == 0
    after_two_weeks()
    after_two_weeks()
    assert (was_told(amara), GivingBack.objects.count()) == (1, 1)


def walked(days: int) -> tuple[Person, Person, Match]:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    amara, benoit = people.person("Amara"), people.person("Benoît")
    with clock.at(clock.now() - dt.timedelta(days=days)):
        return amara, benoit, make.match(amara, make.offer(benoit, organisation, chloe))


def test_whoever_walked_with_a_supporter_for_weeks_is_told_and_the_supporter_is_not() -> None:
    amara, benoit, match = walked(days=30)
    actions.end_match(by=amara, match=match)
    after_two_weeks()
    assert (was_told(amara), was_told(benoit)) == (1, 0)


def test_after_a_few_days_together_nobody_is_told() -> None:
    amara, _, match = walked(days=5)
    actions.end_match(by=amara, match=match)
    after_two_weeks()
    assert was_told(amara) == 0


@pytest.mark.parametrize("loss", ["blocked", "erased"])
def test_whoever_lost_their_supporter_is_left_in_peace(loss: str) -> None:
    amara, benoit, _ = walked(days=30)
    erase(by=benoit) if loss == "erased" else block(by=amara.pk, whom=benoit.pk)
    after_two_weeks()
    assert was_told(amara) == 0


def test_whoever_waits_or_walks_just_now_is_left_in_peace() -> None:
    amara = people.person("Amara")
    path = plans.start_path(by=amara, aim="School", kind="learning", hours=2)
    plans.pace_path(by=amara, path=path, pace="done")
    make.request(amara)
    after_two_weeks()
    assert was_told(amara) == 0


def test_the_page_leads_to_an_offer_and_says_that_no_is_fine() -> None:
    page = signed_in(people.person("Amara")).get(reverse("home:giving-back")).text
    assert reverse("matching:offer") in page
    assert "Not now, or never, is a good answer too." in page
