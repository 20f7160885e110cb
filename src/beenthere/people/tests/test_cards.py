"""The card: shown until it is put away; each code sets a new passphrase once."""

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from beenthere.core import clock
from beenthere.people import actions, jobs
from beenthere.people.backends import hashed
from beenthere.people.models import Letter, Person, RecoveryCard, RecoveryCode
from beenthere.people.tests import make

pytestmark = pytest.mark.django_db


def recover(word: str, code: str, passphrase: str = "another quiet sentence") -> Client:
    client = Client()
    client.post(reverse("people:recover"), make.recovery_form(word, code, passphrase))
    return client


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("people:account")).status_code == 200


def test_a_code_sets_a_new_passphrase_and_signs_in() -> None:
    joined = make.joined()
    client = recover(joined.sign_in_word_full, joined.recovery_codes[3].lower().replace("-", " "))
    assert is_signed_in(client)
    assert Client().login(sign_in_word=joined.sign_in_word_full, passphrase="another quiet sentence")
    assert not Client().login(sign_in_word=joined.sign_in_word_full, passphrase=make.PASSPHRASE)


def test_a_code_works_once() -> None:
    joined = make.joined()
    recover(joined.sign_in_word_full, joined.recovery_codes[0])
    assert not is_signed_in(recover(joined.sign_in_word_full, joined.recovery_codes[0]))
    assert is_signed_in(recover(joined.sign_in_word_full, joined.recovery_codes[1]))


def test_a_code_fits_its_own_account_only() -> None:
    amara, ravi = make.joined("Amara"), make.joined("Ravi")
    assert not is_signed_in(recover(ravi.sign_in_word_full, amara.recovery_codes[0]))
    assert RecoveryCode.objects.filter(used_at=None).count() == 20


def test_a_used_code_ends_every_other_session_and_a_letter_tells() -> None:
    joined = make.joined()
    elsewhere = make.signed_in(joined.person)
    assert is_signed_in(elsewhere)
    recover(joined.sign_in_word_full, joined.recovery_codes[0])
    assert not is_signed_in(elsewhere)
    assert "9 codes still work" in Letter.objects.get().text


def test_the_letter_about_the_last_code_asks_for_a_new_card() -> None:
    joined = make.joined()
    RecoveryCode.objects.exclude(pk=RecoveryCode.objects.earliest("pk").pk).delete()
    last = next(code for code in joined.recovery_codes if is_signed_in(recover(joined.sign_in_word_full, code)))
    assert last
    assert "The last code" in Letter.objects.get().text


def test_the_answer_to_a_wrong_code_is_that_of_a_wrong_word() -> None:
    person = make.person()
    pages = [
        Client().post(reverse("people:recover"), make.recovery_form(word, "AAAA-BBBB-CCCC")).content.decode()
        for word in (person.sign_in_word, "nobody-maple-41")
    ]
    assert all("do not go together, or the code was used before" in page for page in pages)


def test_a_guesser_of_codes_is_slowed() -> None:
    for _ in range(4):
        recover("amara-maple-41", "AAAA-BBBB-CCCC")
    page = Client().post(reverse("people:recover"), make.recovery_form("amara-maple-41", "AAAA-BBBB-CCCC"))
    assert "tried too often" in page.content.decode()


def test_the_card_is_shown_until_it_is_put_away() -> None:
    joined = make.joined()
    client = make.signed_in(joined.person)
    assert joined.recovery_codes[0] in client.get(reverse("people:card")).content.decode()
    client.post(reverse("people:card"))
    page = client.get(reverse("people:card")).content.decode()
    assert joined.recovery_codes[0] not in page
    assert "10 codes on it still work" in page
    assert not RecoveryCard.objects.exists()


def test_a_forgotten_card_is_put_away_after_a_day() -> None:
    make.person()
    jobs.sweep()
    assert RecoveryCard.objects.exists()
    with clock.at(clock.now() + dt.timedelta(days=1, minutes=1)):
        jobs.sweep()
    assert not RecoveryCard.objects.exists()


def test_a_new_card_ends_the_codes_of_the_old_one() -> None:
    joined = make.joined()
    client = make.signed_in(joined.person)
    page = client.post(reverse("people:new-card"), {"passphrase": make.PASSPHRASE}, follow=True)
    new = re.findall(r"\b\w{4}-\w{4}-\w{4}\b", page.content.decode())
    assert len(new) == 10
    assert not is_signed_in(recover(joined.sign_in_word_full, joined.recovery_codes[0]))
    assert is_signed_in(recover(joined.sign_in_word_full, new[0]))


def test_a_new_card_needs_the_passphrase() -> None:
    joined = make.joined()
    page = make.signed_in(joined.person).post(reverse("people:new-card"), {"passphrase": "a guess of somebody"})
    assert page.status_code == 422
    assert "This is not your passphrase" in page.content.decode()
    assert is_signed_in(recover(joined.sign_in_word_full, joined.recovery_codes[0]))


def test_no_code_lies_in_the_clear_in_the_database() -> None:
    joined = make.joined()
    everything = str(list(RecoveryCode.objects.values())) + str(list(RecoveryCard.objects.values()))
    assert joined.recovery_codes[0] not in everything
    assert joined.recovery_codes[0].replace("-", "") not in everything


@pytest.mark.django_db(transaction=True)
def test_a_race_for_one_code_has_one_winner() -> None:
    joined = make.joined()

    def use(number: int) -> bool:
        try:
            return bool(
                actions.recover(
                    sign_in_word=joined.sign_in_word_full,
                    code=joined.recovery_codes[0],
                    encoded=hashed(f"passphrase of try {number}"),
                )
            )
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        won = list(pool.map(use, range(6)))
    assert won.count(True) == 1
    assert Person.objects.get().check_password(f"passphrase of try {won.index(True)}")
    assert Letter.objects.count() == 1
