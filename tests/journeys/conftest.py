"""Phones for people whom the tests already know."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser

from beenthere.people.models import Person
from beenthere.people.tests.make import signed_in
from tests.browser import axe_finds
from tests.journeys.peer import Peer


@pytest.fixture
def phone_of(browser: Browser, live_server: object, language: str) -> Callable[[Person | None], Peer]:
    """A phone, without scripts in French; signed in, or in the hand of somebody who cannot sign in."""

    def hand_over(somebody: Person | None) -> Peer:
        phone = Peer(browser, str(live_server), language=language, javascript=language == "en")
        return _signed_in(phone, somebody, str(live_server)) if somebody else phone

    return hand_over


@pytest.fixture
def phone_with_scripts(browser: Browser, live_server: object) -> Callable[[Person, str], Peer]:
    """A phone of somebody who is signed in, with scripts in any language."""

    def hand_over(somebody: Person, language: str) -> Peer:
        return _signed_in(Peer(browser, str(live_server), language=language), somebody, str(live_server))

    return hand_over


def _signed_in(phone: Peer, somebody: Person, server: str) -> Peer:
    cookie = signed_in(somebody).cookies["sessionid"].value
    phone.page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": server}])
    return phone


def at(phone: Peer, name: str, *arguments: object) -> None:
    """Go straight to a screen."""
    with translation.override(phone.language):
        phone.opens(reverse(name, args=arguments))


def is_well(phone: Peer) -> None:
    """Axe finds nothing. It needs scripts, which only the English phones of `phone_of` have."""
    if phone.language == "en":
        assert axe_finds(phone.page) == []
