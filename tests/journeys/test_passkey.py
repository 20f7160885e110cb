"""Amara puts a passkey on her phone, signs out, and signs in again with a finger."""

from collections.abc import Callable

import pytest

from beenthere.people.models import Person
from beenthere.people.tests.make import PASSPHRASE, person
from tests.browser import axe_finds
from tests.journeys.conftest import at
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]
FINGER = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_a_finger_signs_in(spoken: str, phone_with_scripts: Callable[[Person, str], Peer]) -> None:
    phone = phone_with_scripts(person("Amara"), spoken)
    devtools = phone.page.context.new_cdp_session(phone.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})
    at(phone, "people:ways-in")
    phone.follows("Add a passkey")
    phone.writes("My phone", into="What do you call the device?")
    phone.writes(PASSPHRASE, into="Your passphrase, once more")
    phone.presses("Go on")
    phone.presses("Make it on this device")
    phone.sees("Kept. From now on it signs you in.")
    assert axe_finds(phone.page) == []
    at(phone, "people:account")
    phone.presses("Sign out")
    at(phone, "people:sign-in")
    phone.presses("Sign in with a passkey")
    phone.is_on("Hello %(name)s", name="Amara")
