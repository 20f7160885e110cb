"""Somebody tests names at the door: existing or not, the same bytes, the same work, the same rows asked for."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beenthere.people import backends, passphrases
from beenthere.people.actions import erase
from beenthere.people.models import Person, SlowedDevice, token_of_word
from beenthere.people.tests import make
from tests.attackers.tries import without_marks

pytestmark = pytest.mark.django_db
NOBODY = "nobody-maple-41"
OF_THE_MOMENT = {"Content-Length", "Expires"}  # as long as the word that was typed; as late as it is
OFFERED = passphrases.offered("en")
Try = Callable[[Client, str], Any]


def signs_in(client: Client, word: str) -> Any:
    return client.post(reverse("people:sign-in"), {"sign_in_word": word, "passphrase": "not the right one"})


def uses_a_code(client: Client, word: str) -> Any:
    # What the site offered stays offered, so that two pages can be compared.
    return client.post(reverse("people:recover"), make.recovery_form(word, "AAAA-BBBB-CCCC") | {"offered": OFFERED})


TRIES = pytest.mark.parametrize("try_", [signs_in, uses_a_code], ids=lambda each: each.__name__)


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every call of the hasher, whose work is what takes the time."""
    return make.counted_hashes(monkeypatch)


def words() -> dict[str, str]:
    """Sign-in words of every kind of account there may or may not be."""
    erased = make.person("Erased")
    gone = erased.sign_in_word
    erase(by=erased)
    return {
        "somebody's": make.person("Amara").sign_in_word,
        "nobody's": NOBODY,
        "an erased account's": gone,
        "one that nobody can open": make.without_passphrase().sign_in_word,
        "no word at all": "zzzz-zzzz-zzzz",
    }


def met_by(try_: Try, word: str, hashes: list[str]) -> tuple[object, ...]:
    """Bytes, work and questions to both databases of one try from a device that never came before."""
    SlowedDevice.objects.all().delete()
    cache.clear()
    client = Client()
    client.get(reverse("people:sign-in"))
    hashes.clear()
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        answer = try_(client, word)
    asked = Counter(re.sub(r"\d+|'[^']*'|\s\sLIMIT.*", "", each["sql"].split("WHERE")[0]) for each in [*data, *keys])
    told = {name: value for name, value in answer.headers.items() if name not in OF_THE_MOMENT}
    return without_marks(answer, word), told, len(hashes), tuple(sorted(asked.items()))


@TRIES
def test_every_word_meets_the_same_bytes_the_same_work_and_the_same_questions(try_: Try, hashes: list[str]) -> None:
    known = words()
    met_by(try_, "warm-up-11", hashes)
    met = {kind: met_by(try_, word, hashes) for kind, word in known.items()}
    assert met["nobody's"][2] == 1, "without the work of a hash there would be nothing to compare"
    assert [kind for kind, each in met.items() if each != met["nobody's"]] == []


def test_joining_with_a_word_that_somebody_has_looks_like_joining_with_any_other() -> None:
    """No word is ever taken: an ending makes each of them one's own."""
    make.person("Amara")
    form = {"name": "Dana", "sixteen": "on", "offered": "", "which": "own", "own": "a quiet sentence of mine"}
    met = []
    for number, word in enumerate(("Amara", "zzyzx")):
        typed = form | {"sign_in_word": word, "form_key": f"00000000-0000-4000-8000-00000000000{number}"}
        answer = Client().post(reverse("people:join"), typed)
        met.append((answer.status_code, answer.headers["Location"], len(answer.content)))
    assert met[0] == met[1] == (302, reverse("people:card"), 0)
    assert Person.objects.count() == 3


def test_no_try_locks_the_person_out() -> None:
    amara = make.joined("Amara")
    for _ in range(12):
        signs_in(Client(REMOTE_ADDR="192.0.2.66"), amara.sign_in_word_full)
    here = Client(REMOTE_ADDR="192.0.2.7")
    answer = here.post(
        reverse("people:sign-in"), {"sign_in_word": amara.sign_in_word_full, "passphrase": make.PASSPHRASE}
    )
    assert answer.status_code == 302


def test_it_bites_where_no_account_means_no_work(hashes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    amara = make.person("Amara")
    met_by(signs_in, "warm-up-11", hashes)
    nobody = backends.nobodys_passphrase()
    check = check_password
    monkeypatch.setattr(backends, "check_password", lambda typed, kept: kept != nobody and check(typed, kept))
    assert [met_by(signs_in, word, hashes)[2] for word in (amara.sign_in_word, NOBODY)] == [1, 0]


def test_it_bites_where_the_account_is_looked_at_before_the_passphrase(
    hashes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    amara = make.person("Amara")
    monkeypatch.setattr(backends.SignInWordBackend, "authenticate", _hasty)
    met = [met_by(signs_in, word, hashes) for word in (amara.sign_in_word, NOBODY)]
    assert met[0][:2] == met[1][:2], "the page alone would not tell"
    assert met[0] != met[1]


def _hasty(self: object, request: object, sign_in_word: str = "", passphrase: str = "", **_: object) -> Person | None:
    """What somebody in a hurry would write: find the person, then look at the passphrase."""
    person = Person.objects.filter(sign_in_token=token_of_word(sign_in_word)).first()
    return person if person and person.check_password(passphrase) else None
