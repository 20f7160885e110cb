"""Phones for people whom the tests already know."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser

from beenthere.people.models import Person
from beenthere.people.tests.make import signed_in
from tests.journeys.peer import Peer


@pytest.fixture
def phone_of(browser: Browser, live_server: object, language: str) -> Callable[[Person | None], Peer]:
    """A phone, without scripts in French; signed in, or in the hand of somebody who cannot sign in."""

    def hand_over(somebody: Person | None) -> Peer:
        phone = Peer(browser, str(live_server), language=language, javascript=language == "en")
        if somebody:
            cookie = signed_in(somebody).cookies["sessionid"].value
            phone.page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": str(live_server)}])
        return phone

    return hand_over


def at(phone: Peer, name: str, *arguments: object) -> None:
    """Go straight to a screen."""
    with translation.override(phone.language):
        phone.opens(reverse(name, args=arguments))
