"""People for tests, made as real people are made."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from beenthere.people import actions, passphrases
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


def without_passphrase(name: str = "Nobody") -> Person:
    """Somebody whose account nobody can open, as in the demo."""
    return actions.join(name=name, sign_in_word=name, passphrase=None, language="en").person


def recovery_form(sign_in_word: str, code: str, passphrase: str = "another quiet sentence") -> dict[str, str]:
    """The form on which a code sets a new passphrase, filled in."""
    return {
        "sign_in_word": sign_in_word,
        "code": code,
        "offered": passphrases.offered("en"),
        "which": "own",
        "own": passphrase,
    }


def counted_hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every call of the tests' hasher from now on, whose work is what takes the time."""
    calls: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        calls.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return calls
