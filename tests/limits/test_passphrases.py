"""Passphrases: any letters and any length that a person may want; hidden, but not from their own helpers."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from beenthere.people.models import Person
from beenthere.people.tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


def joins_with(passphrase: str) -> bool:
    typed = {"name": "Reader", "sign_in_word": "reader", "sixteen": "on", "offered": "", "which": "own"}
    key = {"form_key": "00000000-0000-4000-8000-000000000000"}
    return Client().post(reverse("people:join"), typed | key | {"own": passphrase}).status_code == 302


@pytest.mark.parametrize("passphrase", ["q1w2e3r4t5y6", "1qaz2wsx3edc", "111222tianya"])
def test_what_many_people_use_is_refused(passphrase: str) -> None:
    assert not joins_with(passphrase)
    assert not Person.objects.exists()


@pytest.mark.parametrize("passphrase", ["é" * 12, "夜の海は静かで好きですよね", "small letters", "a long one " * 17])
def test_any_letters_and_a_long_sentence_are_fine(passphrase: str) -> None:
    assert joins_with(passphrase)


def test_the_field_is_hidden_and_helpers_may_fill_it() -> None:
    page = Client().get(reverse("people:sign-in")).content.decode()
    assert 'type="password" name="passphrase" autocomplete="current-password"' in page
    assert "onpaste" not in page
    assert 'autocomplete="new-password"' in Client().get(reverse("people:join")).content.decode()


def test_the_site_hashes_slowly() -> None:
    """The tests put a quick hasher before it; a site has this one alone."""
    assert settings.PASSWORD_HASHERS[1:] == ["django.contrib.auth.hashers.ScryptPasswordHasher"]
    assert make.PASSPHRASE
