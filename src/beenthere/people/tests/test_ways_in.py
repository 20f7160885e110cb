"""Passkeys and authenticator codes: what they open, and what nobody gets in with."""

import json
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from beenthere.core import clock
from beenthere.people import actions, one_time
from beenthere.people.backends import hashed
from beenthere.people.models import CodeMaker, Passkey, Person
from beenthere.people.reads import open_letters
from beenthere.people.tests.authenticator import Device
from beenthere.people.tests.make import PASSPHRASE, joined, person, recovery_form, signed_in

pytestmark = pytest.mark.django_db
OPTIONS = re.compile(r'<script id="passkey-options" type="application/json">(.+?)</script>')


def adds(owner: Person, device: Device) -> Client:
    client = signed_in(owner)
    page = client.post(reverse("people:passkey-add"), {"name": "My phone", "passphrase": PASSPHRASE}).text
    found = OPTIONS.search(page)
    assert found
    client.post(reverse("people:passkey-made"), {"credential": device.makes(json.loads(found[1]))})
    return client


def enters(device: Device) -> Client:
    client = Client()
    asked = client.post(reverse("people:passkey-begin")).json()
    client.post(reverse("people:passkey-enter"), {"credential": device.answers(asked)})
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("people:account")).status_code == 200


def with_codes(owner: Person) -> str:
    client = signed_in(owner)
    client.post(reverse("people:codes-add"), {"passphrase": PASSPHRASE})
    secret = str(CodeMaker.objects.get(person=owner).secret)
    client.post(reverse("people:codes-confirm"), {"code": one_time.code_at(secret, clock.now().timestamp())})
    return secret


def next_code(secret: str) -> str:
    """The code after the one with which the app was set up: that one counts no more."""
    return one_time.code_at(secret, clock.now().timestamp() + one_time.STEP)


def types_passphrase(owner: Person) -> Client:
    client = Client()
    client.post(reverse("people:sign-in"), {"sign_in_word": owner.sign_in_word, "passphrase": PASSPHRASE})
    return client


def test_a_passkey_signs_in_without_word_and_passphrase() -> None:
    amara, phone = person("Amara"), Device()
    adds(amara, phone)
    assert is_in(enters(phone))
    assert any("way to sign in" in letter.text for letter in open_letters(amara))


def test_without_the_passphrase_none_is_added() -> None:
    wrong = {"name": "Theirs", "passphrase": "a guess of mine"}
    page = signed_in(person("Amara")).post(reverse("people:passkey-add"), wrong)
    assert page.status_code == 422
    assert not OPTIONS.search(page.text)


def test_a_removed_passkey_signs_in_no_more() -> None:
    amara, phone = person("Amara"), Device()
    client = adds(amara, phone)
    row = Passkey.objects.get(person=amara)
    client.post(reverse("people:passkey-remove", args=[row.pk]), {"passphrase": PASSPHRASE})
    assert not is_in(enters(phone))


@pytest.mark.parametrize("wrong", ["another site", "nobody laid a finger on it"])
def test_what_does_not_fit_the_question_opens_nothing(wrong: str) -> None:
    amara, phone = person("Amara"), Device()
    adds(amara, phone)
    phone.origin = "http://elsewhere.example" if wrong == "another site" else phone.origin
    phone.flags = 0x01 if wrong == "nobody laid a finger on it" else phone.flags
    assert not is_in(enters(phone))


def test_a_passkey_of_somebody_else_with_the_same_name_opens_nothing() -> None:
    amara, phone = person("Amara"), Device()
    adds(amara, phone)
    assert not is_in(enters(Device(credential_id=phone.credential_id)))


def test_an_answer_counts_once() -> None:
    amara, phone, client = person("Amara"), Device(), Client()
    adds(amara, phone)
    heard = {"credential": phone.answers(client.post(reverse("people:passkey-begin")).json())}
    assert client.post(reverse("people:passkey-enter"), heard).headers["location"] != reverse("people:sign-in")
    client.post(reverse("people:sign-out"))
    phone.uses = 0
    Passkey.objects.update(uses=0)
    assert client.post(reverse("people:passkey-enter"), heard).headers["location"] == reverse("people:sign-in")


def test_a_copy_that_counts_behind_opens_nothing() -> None:
    amara, phone = person("Amara"), Device()
    adds(amara, phone)
    copy = Device(credential_id=phone.credential_id, key=phone.key)
    for _ in range(3):
        enters(phone)
    assert not is_in(enters(copy))


def test_the_question_is_the_same_whoever_asks() -> None:
    adds(person("Amara"), Device())
    questions = [Client().post(reverse("people:passkey-begin")).json() for _ in range(2)]
    for question in questions:
        question.pop("challenge")
    assert questions[0] == questions[1]
    assert "allowCredentials" not in questions[0]


def test_with_codes_the_passphrase_alone_opens_nothing_and_a_code_does() -> None:
    amara = person("Amara")
    secret = with_codes(amara)
    client = types_passphrase(amara)
    assert not is_in(client)
    client.post(reverse("people:second-step"), {"code": next_code(secret)})
    assert is_in(client)


def test_a_code_works_once() -> None:
    amara = person("Amara")
    code = {"code": next_code(with_codes(amara))}
    types_passphrase(amara).post(reverse("people:second-step"), code)
    again = types_passphrase(amara)
    assert again.post(reverse("people:second-step"), code).status_code == 422
    assert not is_in(again)


def test_who_has_not_typed_the_passphrase_is_asked_for_no_code() -> None:
    amara, stranger = person("Amara"), Client()
    with_codes(amara)
    wrong = {"sign_in_word": amara.sign_in_word, "passphrase": "a guess of mine"}
    assert stranger.post(reverse("people:sign-in"), wrong).status_code == 422
    assert stranger.get(reverse("people:second-step")).headers["location"] == reverse("people:sign-in")


def test_many_codes_from_many_devices_are_slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    amara = person("Amara")
    with_codes(amara)
    monkeypatch.setattr(settings, "LIMITS_HOLD", True)
    for number in range(12):
        client, device = types_passphrase(amara), f"10.0.0.{number}"
        page = client.post(reverse("people:second-step"), {"code": "000000"}, REMOTE_ADDR=device)
    assert "Many codes were tried" in page.text


def test_until_the_first_code_was_typed_nothing_is_asked_for() -> None:
    amara = person("Amara")
    signed_in(amara).post(reverse("people:codes-add"), {"passphrase": PASSPHRASE})
    assert is_in(types_passphrase(amara))


def test_a_code_of_the_card_lets_in_without_the_app_and_ends_it() -> None:
    made, client = joined("Amara"), Client()
    with_codes(made.person)
    client.post(reverse("people:recover"), recovery_form(made.sign_in_word_full, made.recovery_codes[0]))
    assert is_in(client)
    assert not CodeMaker.objects.exists()


def test_a_torn_answer_is_refused_like_any_other() -> None:
    client = Client()
    for torn in ("{}", "[]", '{"rawId": "AAAA", "response": {"authenticatorData": "AA"}}', "[" * 5000):
        client.post(reverse("people:passkey-begin"))
        answer = client.post(reverse("people:passkey-enter"), {"credential": torn})
        assert answer.headers["location"] == reverse("people:sign-in")


def test_a_new_passphrase_ends_a_second_step_begun_with_the_old_one() -> None:
    amara = person("Amara")
    secret = with_codes(amara)
    begun = types_passphrase(amara)
    actions.change_passphrase(by=amara, encoded=hashed("another quiet sentence"))
    begun.post(reverse("people:second-step"), {"code": next_code(secret)})
    assert not is_in(begun)


def test_a_way_back_ends_passkeys_too() -> None:
    made, client, phone = joined("Amara"), Client(), Device()
    adds(made.person, phone)
    client.post(reverse("people:recover"), recovery_form(made.sign_in_word_full, made.recovery_codes[0]))
    assert not is_in(enters(phone))


def test_codes_end_with_the_passphrase_typed_once_more() -> None:
    amara = person("Amara")
    with_codes(amara)
    signed_in(amara).post(reverse("people:codes-end"), {"passphrase": PASSPHRASE})
    assert is_in(types_passphrase(amara))


def test_on_an_address_in_numbers_no_passkey_is_offered() -> None:
    page = signed_in(person("Amara")).get(reverse("people:ways-in"), headers={"host": "127.0.0.1"})
    assert "passkeys need one with a name" in page.text
    assert Client().post(reverse("people:passkey-begin"), headers={"host": "127.0.0.1"}).status_code == 404
