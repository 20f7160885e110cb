"""Chloé proposes for everybody who waits; Amara sees who and why, and chooses; Benoît says yes."""

from collections.abc import Callable

import pytest

from beenthere.matching.models import Match
from beenthere.matching.tests import make
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


def test_a_whole_list_is_proposed_and_each_still_chooses(phone_of: Callable[[Person | None], Peer]) -> None:
    chloe, here = orgs.coordinator("Chloé", "Phare")
    benoit, amara = person("Benoît"), person("Amara")
    make.offer(benoit, here, chloe, capacity=1)
    amaras, chloes, benoits = phone_of(amara), phone_of(chloe), phone_of(benoit)
    agrees_to_be_in_a_list(amaras)
    proposes(chloes)
    amaras.opens(amaras.path)
    amaras.sees("%(name)s looked at everyone who waits, and proposes to you:", name="Phare")
    is_well(amaras)
    amaras.presses("Ask them", context="one person")
    at(benoits, "matching:asks")
    benoits.main.get_by_role("link", name="Amara").first.click()
    benoits.presses("Yes", whole=True)
    benoits.is_on("You and %(other)s", other="Amara")
    assert Match.objects.current().filter(asker=amara, supporter=benoit).exists()


def agrees_to_be_in_a_list(phone: Peer) -> None:
    at(phone, "matching:ask")
    phone.unfolds("Who may know that you wait")
    phone.main.get_by_label("Phare").last.check()
    phone.ticks("They may propose a supporter to me when they look at everyone who waits")
    phone.presses("See people")


def proposes(phone: Peer) -> None:
    at(phone, "desk:desk")
    phone.follows("Propose for everyone who waits")
    phone.presses("Make a list")
    phone.reads("Benoît")
    is_well(phone)
    phone.presses("Offer these")
    phone.sees("Offered. Each of them gets a letter, sees who and why, and chooses.")
