"""Joining: one screen, then the card."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import translation

from beenthere.core import keys
from beenthere.core.sealed import KeyMissing
from beenthere.people import actions, passphrases
from beenthere.people.models import Person, RecoveryCard, RecoveryCode
from beenthere.people.tests import make

pytestmark = pytest.mark.django_db


def form(**changed: Any) -> dict[str, Any]:
    filled = {
        "name": "Amara",
        "sign_in_word": "Amara",
        "offered": passphrases.offered("en"),
        "which": "offered",
        "own": "",
        "sixteen": "on",
        "form_key": str(uuid4()),
    }
    return {**filled, **changed}


def test_somebody_joins_and_sees_the_card(client: Client) -> None:
    page = client.post(reverse("people:join"), form(), follow=True)
    person = Person.objects.get()
    assert person.name == "Amara"
    assert re.fullmatch(r"amara-[a-z]+-\d\d", person.sign_in_word)
    assert page.redirect_chain == [(reverse("people:card"), 302)]
    text = page.content.decode()
    assert person.sign_in_word in text
    assert all(code in text for code in RecoveryCard.objects.get().codes)
    assert RecoveryCode.objects.count() == 10


def test_she_signs_in_again_with_the_passphrase_that_was_offered(client: Client) -> None:
    filled = form()
    client.post(reverse("people:join"), filled)
    assert client.login(sign_in_word=Person.objects.get().sign_in_word, passphrase=filled["offered"].upper())


def test_an_offered_passphrase_stands_in_the_page(client: Client) -> None:
    page = client.get(reverse("people:join")).content.decode()
    offer = re.search(r'name="offered" value="([^"]+)"', page)
    assert offer is not None
    assert page.count(offer[1]) == 2


def test_the_page_of_the_passphrase_is_kept_in_no_cache(client: Client) -> None:
    assert "no-store" in client.get(reverse("people:join"))["Cache-Control"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": "x" * 61}, "Please shorten it"),
        ({"sign_in_word": "!!"}, "with letters or digits"),
        ({"which": "own", "own": "short"}, "at least 12 characters"),
        ({"which": "own", "own": "123456789987654321"}, "easily guessed"),
        ({"which": "offered", "own": "bread and butter pudding"}, "Which do you want?"),
        ({"sixteen": ""}, "16 or older"),
    ],
)
def test_a_mistake_is_told_and_nothing_typed_is_lost(client: Client, changed: dict[str, str], sentence: str) -> None:
    filled = form(**{"name": "Amara the first"} | changed)
    page = client.post(reverse("people:join"), filled)
    text = page.content.decode()
    assert page.status_code == 422
    assert sentence in text
    assert filled["name"] in text
    assert filled["offered"] in text, "what she may have written down already stays offered"
    assert f'value="{filled["own"] or "-"}"' not in text, "passphrases are never shown back"
    assert not Person.objects.exists()


def test_an_offer_that_is_not_ours_is_replaced(client: Client) -> None:
    client.post(reverse("people:join"), form(offered="a"))
    assert not Person.objects.get().check_password("a")


def test_the_same_form_twice_makes_one_account(client: Client) -> None:
    filled = form()
    client.post(reverse("people:join"), filled)
    second = Client()
    page = second.post(reverse("people:join"), filled, follow=True)
    assert Person.objects.get().sign_in_word in page.content.decode()
    assert RecoveryCode.objects.count() == 10


def test_a_form_key_alone_opens_nobodys_account(client: Client) -> None:
    filled = form()
    client.post(reverse("people:join"), filled)
    first = Person.objects.get()
    other = Client()
    other.post(reverse("people:join"), {**filled, "which": "own", "own": "something quite different"})
    assert Person.objects.count() == 2
    assert other.session["_auth_user_id"] != str(first.pk)


@pytest.mark.django_db(transaction=True)
def test_the_same_form_twice_at_the_same_moment_makes_one_account() -> None:
    filled = form()

    def post(_: int) -> int:
        try:
            return Client().post(reverse("people:join"), filled).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(post, range(4))) == {302}
    assert Person.objects.count() == 1


def test_nobodys_word_is_ever_taken() -> None:
    words = {make.person("Amara").sign_in_word for _ in range(6)}
    assert len(words) == 6


def test_a_full_set_of_endings_grows_longer_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = make.person("Amara").sign_in_word
    drawn = iter([taken] * actions.joining.TRIES_PER_LENGTH + ["amara-maple-123"])
    monkeypatch.setattr("beenthere.people.sign_in_words.with_ending", lambda *_: next(drawn))
    assert make.person("Amara").sign_in_word == "amara-maple-123"


def test_only_a_keyed_token_of_the_word_can_be_searched() -> None:
    person = make.person("Amara")
    row = Person.objects.filter(pk=person.pk).values().get()
    assert "amara" not in str({key: value for key, value in row.items() if key != "sign_in_word"}).lower()
    assert isinstance(row["sign_in_word"], bytes)


def test_a_failed_join_leaves_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    destroyed: list[Any] = []
    monkeypatch.setattr(keys, "make_key", made.append)
    monkeypatch.setattr(keys, "destroy_key", destroyed.append)
    with pytest.raises(KeyMissing):
        make.person("Amara")
    assert made == destroyed
    assert not Person.objects.exists()


def test_without_a_passphrase_nobody_can_sign_in() -> None:
    joined = actions.join(name="Demo", sign_in_word="demo", passphrase=None, language="en")
    assert joined.recovery_codes == []
    assert not Client().login(sign_in_word=joined.sign_in_word_full, passphrase="")


def test_where_she_was_going_is_kept_through_the_card(client: Client) -> None:
    going = "/en/invitation/abc/"
    page = client.post(reverse("people:join"), form(next=going), follow=True)
    assert f'value="{going}"' in page.content.decode()
    assert client.post(reverse("people:card"), {"next": going}).headers["Location"] == going


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_no_other_site_can_be_the_next_page(client: Client, address: str) -> None:
    page = client.post(reverse("people:join"), form(next=address))
    assert "elsewhere" not in page.headers["Location"]
    assert "javascript" not in page.headers["Location"]


def test_in_french_the_words_are_french(client: Client) -> None:
    with translation.override("fr"):
        client.post("/fr/join/", form(offered=passphrases.offered("fr")))
    assert Person.objects.get().language == "fr"
