"""Signing in: the same answer and the same steps whatever is wrong; the device that guesses waits."""

import datetime as dt
import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from beenthere.core import clock
from beenthere.people.devices import COOKIE
from beenthere.people.tests import make

pytestmark = pytest.mark.django_db
WRONG = "do not go together"


def sign_in(client: Client, word: str, passphrase: str = make.PASSPHRASE, **more: str) -> str:
    page = client.post(reverse("people:sign-in"), {"sign_in_word": word, "passphrase": passphrase, **more})
    return page.content.decode() if page.status_code != 302 else page.headers["Location"]


def plain(page: str, word: str) -> str:
    """The page without what differs at each request anyway."""
    return re.sub(r'(csrfmiddlewaretoken" value)="\w+"', "", page).replace(word, "")


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every call of the hasher, whose work is what takes the time."""
    return make.counted_hashes(monkeypatch)


def test_word_and_passphrase_open_the_account(client: Client) -> None:
    person = make.person()
    assert sign_in(client, person.sign_in_word.upper().replace("-", " ")) == reverse("home:front")
    assert client.session["_auth_user_id"] == str(person.pk)


def test_the_answer_is_the_same_whether_or_not_the_account_exists(client: Client) -> None:
    person = make.person()
    wrong_passphrase = sign_in(client, person.sign_in_word, "not the right one")
    no_account = sign_in(client, "nobody-maple-41", "not the right one")
    assert WRONG in wrong_passphrase
    assert plain(wrong_passphrase, person.sign_in_word) == plain(no_account, "nobody-maple-41")


def test_the_work_is_the_same_whether_or_not_the_account_exists(client: Client, hashed: list[str]) -> None:
    person, closed = make.person(), make.without_passphrase()
    sign_in(client, "warm-up-11", "x")
    counts = []
    for word in (person.sign_in_word, "nobody-maple-41", closed.sign_in_word):
        hashed.clear()
        sign_in(Client(), word, "not the right one")
        counts.append(len(hashed))
    assert counts == [1, 1, 1]


def test_a_wrong_code_costs_the_same_work_as_a_wrong_word(hashed: list[str]) -> None:
    person = make.person()
    counts = []
    for word in (person.sign_in_word, "nobody-maple-41"):
        hashed.clear()
        page = Client().post(reverse("people:recover"), make.recovery_form(word, "AAAA-BBBB-CCCC"))
        assert page.status_code == 422
        counts.append(len(hashed))
    assert counts == [1, 1]


def test_after_four_vain_tries_the_device_waits_and_the_account_stays_open(client: Client) -> None:
    person = make.person()
    for _ in range(4):
        sign_in(client, person.sign_in_word, "a guess")
    assert "tried too often" in sign_in(client, person.sign_in_word, "a guess")
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert sign_in(elsewhere, person.sign_in_word) == reverse("home:front")


def test_the_right_passphrase_tells_nothing_while_the_device_waits(client: Client) -> None:
    person = make.person()
    for _ in range(4):
        sign_in(client, person.sign_in_word, "a guess")
    assert "tried too often" in sign_in(client, person.sign_in_word)
    with clock.at(clock.now() + dt.timedelta(seconds=20)):
        assert sign_in(client, person.sign_in_word) == reverse("home:front")


def test_a_guesser_at_the_same_address_does_not_slow_her_own_device(client: Client) -> None:
    person = make.person()
    sign_in(client, person.sign_in_word, own_device="on")
    client.post(reverse("people:sign-out"))
    for _ in range(5):
        sign_in(Client(), person.sign_in_word, "a guess")
    assert sign_in(client, person.sign_in_word) == reverse("home:front")


def test_the_mark_of_her_device_gives_no_free_guesses_at_others(client: Client) -> None:
    amara, ravi = make.person("Amara"), make.person("Ravi")
    sign_in(client, amara.sign_in_word, own_device="on")
    client.post(reverse("people:sign-out"))
    for _ in range(4):
        sign_in(Client(), ravi.sign_in_word, "a guess")
    assert "tried too often" in sign_in(client, ravi.sign_in_word, "a guess")


def test_phones_behind_a_proxy_of_this_machine_count_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "PUBLIC_ADDRESS", "https://support.example.org")
    for _ in range(4):
        sign_in(Client(headers={"X-Forwarded-For": "203.0.113.1"}), "amara", "a guess")
    assert "tried too often" in sign_in(Client(headers={"X-Forwarded-For": "203.0.113.1"}), "amara", "a guess")
    assert WRONG in sign_in(Client(headers={"X-Forwarded-For": "203.0.113.2"}), "amara", "a guess")


def test_without_a_proxy_nobody_on_this_machine_can_claim_an_address() -> None:
    for number in range(4):
        sign_in(Client(headers={"X-Forwarded-For": f"203.0.113.{number}"}), "amara", "a guess")
    assert "tried too often" in sign_in(Client(headers={"X-Forwarded-For": "203.0.113.77"}), "amara", "a guess")


def test_nobody_from_elsewhere_can_claim_another_address() -> None:
    for number in range(4):
        liar = Client(REMOTE_ADDR="203.0.113.9", headers={"X-Forwarded-For": f"198.51.100.{number}"})
        sign_in(liar, "amara", "a guess")
    assert "tried too often" in sign_in(Client(REMOTE_ADDR="203.0.113.9"), "amara", "a guess")


def test_the_session_ends_with_the_browser_unless_the_device_is_her_own(client: Client) -> None:
    person = make.person()
    sign_in(client, person.sign_in_word)
    assert client.session.get_expire_at_browser_close()
    assert COOKIE not in client.cookies
    own = Client()
    sign_in(own, person.sign_in_word, own_device="on")
    assert not own.session.get_expire_at_browser_close()
    assert own.session.get_expiry_age() > 13 * 24 * 3600
    assert person.sign_in_word not in own.cookies[COOKIE].value


def test_signing_in_changes_the_session(client: Client) -> None:
    person = make.person()
    client.get(reverse("people:sign-in"))
    session = client.session
    session["something"] = "before"
    session.save()
    client.cookies["sessionid"] = before = str(session.session_key)
    sign_in(client, person.sign_in_word)
    assert client.session.session_key != before


def test_signing_out_needs_a_button_and_ends_the_session(client: Client) -> None:
    client.force_login(make.person())
    assert client.get(reverse("people:sign-out")).status_code == 405
    client.post(reverse("people:sign-out"))
    assert "_auth_user_id" not in client.session


def test_the_next_page_is_one_of_this_site(client: Client) -> None:
    person = make.person()
    assert sign_in(client, person.sign_in_word, next="/en/me/letters/") == "/en/me/letters/"
    assert sign_in(Client(), person.sign_in_word, next="https://elsewhere.example/") == reverse("home:front")


@pytest.mark.parametrize(
    "strange", ["letters", "people:letters", "//elsewhere.example", "javascript:alert(1)", "/\\x.example"]
)
def test_what_is_no_address_of_this_site_is_left_out(client: Client, strange: str) -> None:
    assert sign_in(client, make.person().sign_in_word, next=strange) == reverse("home:front")


def test_the_database_does_not_hold_what_opens_a_session(client: Client) -> None:
    sign_in(client, make.person().sign_in_word)
    mine = client.cookies["sessionid"].value
    kept = Session.objects.get().session_key
    assert mine != kept
    client.cookies["sessionid"] = kept
    assert client.get(reverse("people:account")).status_code == 302
    client.cookies["sessionid"] = mine
    assert client.get(reverse("people:account")).status_code == 200
    client.post(reverse("people:sign-out"))
    assert not Session.objects.exists()


def test_what_the_site_says_after_a_deed_lies_in_no_cookie(client: Client) -> None:
    sign_in(client, make.person().sign_in_word)
    told = {"name": "Amara", "language": "en", "province": "", "time_zone": "America/Toronto"}
    assert client.post(reverse("people:account"), told).status_code == 302
    assert "messages" not in client.cookies
    assert "Your account is kept" in client.get(reverse("people:account")).content.decode()


def test_no_cookie_outlasts_the_browser_unless_the_device_is_her_own(client: Client) -> None:
    client.get(reverse("people:sign-in"))
    sign_in(client, make.person().sign_in_word)
    assert {name: cookie["max-age"] for name, cookie in client.cookies.items()} == {"csrftoken": "", "sessionid": ""}


def test_the_passphrase_is_never_shown_back(client: Client) -> None:
    assert "a very wrong one" not in sign_in(client, "amara", "a very wrong one")
