"""A second reader publishes, and whoever gives a training confirms it by a link without a password."""

from collections.abc import Callable

import pytest

from beenthere.people.models import Person
from beenthere.training import actions
from beenthere.training.committee.providers import code_for
from beenthere.training.models import ProviderLink, Training, Upkeep
from beenthere.training.tests.make import committee, proposal, training
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


def test_a_second_reader_publishes(phone_of: Callable[[Person | None], Peer]) -> None:
    ravi, ines, _jo = committee()
    record = training(hours="40")
    proposal(record, facts={"hours": "44"})
    ravis, iness = phone_of(ravi), phone_of(ines)
    reads_the_first(ravis)
    ravis.presses("Keep what I found")
    ravis.sees("Kept. One more reader, and it is published.")
    reads_the_first(iness)
    iness.presses("Keep what I found")
    iness.sees("Published. The record says it now, with its source.")
    record.refresh_from_db()
    assert record.hours == "44"
    at(iness, "research:history", record.slug)
    iness.sees("published by %(who)s", who="Ines")
    is_well(iness)


def reads_the_first(phone: Peer) -> None:
    at(phone, "home:front")
    phone.goes_to("Me")
    phone.follows("The research committee")
    is_well(phone)
    phone.main.get_by_role("link", name="Listening well").click()
    phone.reads("44")
    is_well(phone)
    phone.ticks("I do not work for this provider and gain nothing by this.")
    phone.ticks("It is right: the source says so. Publish it.")


def test_a_provider_confirms_by_a_link(phone_of: Callable[[Person | None], Peer]) -> None:
    record = training(hours="40")
    link = actions.make_link(training=record)
    assert link is not None
    provider = phone_of(None)
    at(provider, "training:confirm", code_for(link.pk))
    provider.reads("40")
    is_well(provider)
    provider.follows("Correct it")
    is_well(provider)
    provider.follows("Is this still right?")
    provider.presses("Still right", whole=True)
    provider.sees("Thank you. The record now says that you confirmed it.")
    is_well(provider)
    assert Training.objects.get().confirmed_from == "provider"


def test_what_is_due_is_taken_on(phone_of: Callable[[Person | None], Peer]) -> None:
    ravi, *_others = committee()
    record = training()
    ravis = phone_of(ravi)
    at(ravis, "research:due")
    is_well(ravis)
    ravis.presses("I look after this")
    ravis.sees("You look after it now.")
    ravis.page.locator(".cards").get_by_role("link", name=record.name).click()
    ravis.presses("Make one now")
    ravis.reads("/training/confirm/")
    is_well(ravis)
    ravis.presses("I sent it")
    ravis.sees("Noted. After 30 days without an answer the record says so.")
    link, upkeep = ProviderLink.objects.get(training=record), Upkeep.objects.get(training=record)
    assert (upkeep.keeper, link.sent_at is not None, link.answered_at) == (ravi, True, None)
