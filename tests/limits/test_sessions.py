"""Sessions: a new key at each sign-in, over when left alone, over after half a day, over with the passphrase."""

import datetime as dt

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from beenthere.core import clock, middleware
from beenthere.people.actions import change_passphrase
from beenthere.people.backends import hashed
from beenthere.people.models import Person
from beenthere.people.tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
NOON = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def sign_in(client: Client, person: Person, **more: str) -> None:
    typed = {"sign_in_word": person.sign_in_word or "", "passphrase": make.PASSPHRASE}
    assert client.post(reverse("people:sign-in"), typed | more).status_code == 302


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("plans:plan")).status_code == 200


def test_signing_in_begins_a_session_with_a_new_key_and_the_old_one_is_gone(client: Client) -> None:
    amara = make.person()
    client.session["planted"] = "by somebody else"
    session = client.session
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted or ""
    sign_in(client, amara)
    assert client.cookies["sessionid"].value != planted
    stranger = Client()
    stranger.cookies["sessionid"] = planted or ""
    assert not is_signed_in(stranger)


def used_for(hours: float, every: dt.timedelta, **more: str) -> bool:
    """Whether somebody who opens a page so often is still signed in after so many hours."""
    client, amara = Client(), make.person()
    with clock.at(NOON):
        sign_in(client, amara, **more)
    at = NOON
    while at < NOON + hours * HOUR:
        at += every
        with clock.at(at):
            alive = is_signed_in(client)
    return alive


def test_a_session_that_is_used_goes_on() -> None:
    assert used_for(6, HOUR)


def test_a_session_left_alone_for_two_hours_is_over() -> None:
    assert not used_for(2.1, dt.timedelta(hours=2.1))
    assert used_for(1.9, dt.timedelta(hours=1.9))


def test_no_session_on_a_shared_device_outlasts_half_a_day() -> None:
    assert used_for(11.5, HOUR / 2)
    assert not used_for(13, HOUR / 2)


def test_on_ones_own_device_it_is_two_weeks_as_the_page_says() -> None:
    assert used_for(24 * 13, 24 * HOUR, own_device="on")
    assert not used_for(24 * 16, 24 * HOUR, own_device="on")


def test_a_session_that_ran_out_leaves_no_row(client: Client) -> None:
    with clock.at(NOON):
        sign_in(client, make.person())
    with clock.at(NOON + dt.timedelta(minutes=100)):
        is_signed_in(client)
    Session.objects.update(expire_date=NOON + 100 * HOUR)
    with clock.at(NOON + 15 * HOUR):
        assert not is_signed_in(client)
    assert not Session.objects.exists()


def test_a_new_passphrase_ends_every_other_session() -> None:
    amara = make.person()
    here, there = make.signed_in(amara), make.signed_in(amara)
    change_passphrase(by=amara, encoded=hashed("a new sentence of mine"))
    assert (is_signed_in(here), is_signed_in(there)) == (False, False)


def test_looking_at_pages_seldom_writes_to_the_session(client: Client) -> None:
    with clock.at(NOON):
        sign_in(client, make.person())
        is_signed_in(client)
        before = Session.objects.values_list("session_data").get()
    with clock.at(NOON + dt.timedelta(minutes=9)):
        is_signed_in(client)
    assert Session.objects.values_list("session_data").get() == before


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client: Client) -> None:
    sign_in(client, make.person(), own_device="on")
    cookies = {name: cookie for name, cookie in client.cookies.items() if cookie.value}
    assert {"sessionid", "own_device"} <= set(cookies)
    assert {cookie["samesite"] for cookie in cookies.values()} == {"Lax"}
    assert all(cookies[name]["httponly"] for name in ("sessionid", "own_device"))
    assert settings.SESSION_COOKIE_AGE == 2 * 60 * 60


def test_it_bites_where_nobody_looks_how_old_a_session_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "is_over", lambda session: session.update({"touched": str(clock.now())}))
    assert used_for(13, HOUR / 2)
