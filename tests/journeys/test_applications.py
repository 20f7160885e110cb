"""Amara keeps what she applies for, is asked gently whether she comes back to it, and prints a list for her worker."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.plans.models import Application, FollowUp
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


def keeps(phone: Peer, what: str, place: str) -> None:
    """Keep something that was sent today."""
    phone.writes(what, into=pgettext_lazy("application", "What is it for?"))
    phone.writes(place, into="With whom, or where?")
    phone.page.locator("input[name=stage][value=no-answer]").check()
    phone.unfolds("More about it (if you like)")
    phone.page.locator("input[name=sent_on]").fill(clock.today().isoformat())
    is_well(phone)
    phone.presses("Keep it")


def comes_back_today(phone: Peer, words: str) -> None:
    """Choose today to come back to it."""
    phone.follows("Choose a day")
    phone.writes(words, into="What would you like to do then?")
    phone.page.locator("input[name=on]").fill(clock.today().isoformat())
    phone.presses("Keep it")


def test_an_application_is_kept_comes_back_gently_and_is_printed(phone_of: Callable[[Person], Peer]) -> None:
    phone = phone_of(person("Amara"))
    at(phone, "plans:plan")
    phone.follows("My applications")
    is_well(phone)
    phone.follows("Keep the first")
    keeps(phone, "Mornings", "Bread by the Canal")
    phone.page.locator("[aria-pressed=true]").wait_for()
    comes_back_today(phone, "Ask Jo")
    phone.presses("Talked with them")
    is_well(phone)
    at(phone, "home:front")
    phone.presses("In a week", about="Ask Jo")
    phone.does_not_read("Ask Jo")
    at(phone, "plans:applications")
    phone.sees("Talked with them")
    phone.follows("A list to print or take along")
    is_well(phone)
    phone.page.emulate_media(media="print")
    assert phone.page.get_by_role("heading", level=1).is_visible() is False
    assert "Bread by the Canal" in phone.page.locator(".alone").inner_text()
    assert len(Application.objects.get().moves) == 2
    assert FollowUp.objects.get().on == clock.today() + dt.timedelta(days=7)
