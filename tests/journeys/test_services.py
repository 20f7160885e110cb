"""Amara finds a service by telephone, takes a letter along, keeps it in her plan and says what happened there."""

from collections.abc import Callable

import pytest

from beenthere.directory.happened import mine
from beenthere.directory.models import Service
from beenthere.directory.tests.make import service
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.plans.models import ChosenSupport
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


def test_amara_finds_a_service_and_says_what_happened(phone_of: Callable[[Person | None], Peer]) -> None:
    mill, amara = service("Mill Lane", other_name="Mill Lane", email="mill@example.org"), person("Amara")
    hers = phone_of(amara)
    at(hers, "directory:services")
    is_well(hers)
    hers.main.get_by_role("link", name="Mill Lane").first.click()
    assert hers.main.get_by_role("link", name="250-555-0123").get_attribute("href") == "tel:+12505550123"
    is_well(hers)
    takes_a_letter(hers)
    at(hers, "directory:service", mill.slug)
    hers.follows("Add to my plan")
    hers.presses("Add it to my plan")
    says_what_happened(hers, amara, mill)
    assert ChosenSupport.objects.visible_to(amara).get().service == mill


def takes_a_letter(phone: Peer) -> None:
    phone.follows("Make a letter to them")
    is_well(phone)
    phone.ticks("I need a way in without stairs.")
    phone.presses("Show me the letter")
    phone.sees("I need a way in without stairs.")
    is_well(phone)


def says_what_happened(phone: Peer, amara: Person, mill: Service) -> None:
    at(phone, "directory:service", mill.slug)
    phone.follows("Tell what happened there")
    is_well(phone)
    phone.main.locator("button[value=no-answer]").click()
    phone.sees("Thank you. It is counted with what others told, never by itself.")
    told = mine(amara, mill)
    assert told is not None
    assert told.told["what"] == "no-answer"
