"""People for tests, made as real people are made."""

from django.test import Client

from beenthere.people import actions
from beenthere.people.models import Person

PASSPHRASE = "five quiet words for tests"


def person(name: str = "Amara", language: str = "en", province: str = "ON") -> Person:
    """Somebody with an account."""
    return joined(name, language, province).person


def joined(name: str = "Amara", language: str = "en", province: str = "ON") -> actions.Joined:
    """Somebody new, with what stands on their card."""
    return actions.join(
        name=name, sign_in_word=name, passphrase=PASSPHRASE, language=language, province=province
    )  # fmt: skip


def signed_in(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(person)
    return client
