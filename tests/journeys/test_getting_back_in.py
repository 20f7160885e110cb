"""Amara loses her phone, and gets back in with Benoît and her sister; a stranger who tries the same is stopped."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db.models import F

from beenthere.people.models import Person, Return
from beenthere.people.tests.make import person
from tests.browser import axe_finds
from tests.journeys.conftest import at
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]
NEW = "une phrase tranquille de plus"
NOT_OPEN = (
    "It is not open. Perhaps the word and the code do not go together, perhaps two have not confirmed, "
    "or three days have not passed since."
)


def trusts(owner: Peer, friend: Peer) -> None:
    """Amara makes a code and gives it to somebody, who types it and says yes."""
    at(owner, "people:trusted")
    owner.presses("Make a code for somebody I trust")
    code = owner.main.locator(".code").last.inner_text()
    types_code(friend, code)
    friend.presses("Yes, I accept")
    friend.sees("You are one of their trusted people now.")


def types_code(friend: Peer, code: str) -> None:
    at(friend, "people:trust-code")
    friend.writes(code, into="The code that they gave you")
    friend.presses("Go on")


def begins(phone: Peer, word: str) -> list[str]:
    """Begin a way back; the two codes that it shows."""
    at(phone, "people:sign-in")
    phone.follows("Ask two people whom you trust")
    phone.writes(word, into="Your sign-in word")
    phone.presses("Give me the two codes")
    assert phone.page.get_by_role("heading", level=1).count() == 1
    if phone.language == "en":
        assert axe_finds(phone.page) == []
    return [code.inner_text() for code in phone.main.locator(".code").all()]


def finishes(phone: Peer, word: str, own_code: str) -> None:
    at(phone, "people:finish-return")
    phone.writes(word, into="Your sign-in word")
    phone.writes(own_code, into="The code that you kept for yourself")
    phone.ticks("I write my own below")
    phone.writes(NEW, into="Your own passphrase")
    phone.presses("Set my new passphrase")


def three_days_pass() -> None:
    Return.objects.update(notice_at=F("notice_at") - dt.timedelta(hours=72))


@pytest.fixture
def circle(phone_of: Callable[[Person | None], Peer]) -> tuple[str, Peer, list[Peer]]:
    """Amara's sign-in word, her old phone, and the phones of Benoît and of her sister, whom she trusts."""
    amara, benoit, sister = (person(name) for name in ("Amara", "Benoît", "Nadège"))
    old_phone, friends = phone_of(amara), [phone_of(benoit), phone_of(sister)]
    for friend in friends:
        trusts(old_phone, friend)
    return str(amara.sign_in_word), old_phone, friends


Circle = tuple[str, Peer, list[Peer]]


def test_a_stranger_who_tries_is_stopped(phone_of: Callable[[Person | None], Peer], circle: Circle) -> None:
    word, old_phone, (benoits, _sisters) = circle
    thiefs, danas = phone_of(None), phone_of(person("Dana"))
    told, kept = begins(thiefs, word)
    types_code(danas, told)
    danas.sees("Nothing here has this code. Check each letter, or ask whoever gave it to you for a new one.")
    types_code(benoits, told)
    benoits.presses("Yes, I spoke with them")  # Benoît was fooled; it takes two, and she sees it
    at(old_phone, "plans:plan")
    old_phone.presses("Stop it")
    old_phone.sees("It is stopped. Nobody gets in this way.")
    three_days_pass()
    finishes(thiefs, word, kept)
    thiefs.sees(NOT_OPEN)


def test_amara_loses_her_phone_and_gets_back_in(phone_of: Callable[[Person | None], Peer], circle: Circle) -> None:
    word, old_phone, friends = circle
    new_phone = phone_of(None)
    told, kept = begins(new_phone, word)
    for friend in friends:
        types_code(friend, told)
        friend.sees("Only if you spoke with %(name)s yourself, and know the voice or the face.", name="Amara")
        friend.presses("Yes, I spoke with them")
    finishes(new_phone, word, kept)
    new_phone.sees(NOT_OPEN)
    three_days_pass()
    finishes(new_phone, word, kept)
    at(new_phone, "people:account")
    new_phone.is_on("My account")
    at(old_phone, "people:account")
    old_phone.is_on("Sign in")
