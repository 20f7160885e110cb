"""Two trusted people let somebody back in, and nobody else can."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beenthere.consent.actions import block
from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.people import actions, reads
from beenthere.people.backends import hashed
from beenthere.people.models import Person, Return, TrustedPerson
from beenthere.people.tests import make
from beenthere.people.tests.make import signed_in

pytestmark = pytest.mark.django_db

START = dt.datetime(2026, 11, 2, 15, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
NEW = "another quiet sentence"


@dataclass
class Circle:
    """Amara, with two trusted people."""

    amara: Person
    benoit: Person
    sister: Person

    @property
    def word(self) -> str:
        return str(self.amara.sign_in_word)


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with clock.at(START):
        yield


def trusts(owner: Person, friend: Person) -> TrustedPerson:
    asked = actions.ask_to_be_trusted(by=owner)
    assert asked
    assert actions.say_yes(by=friend, trusted=asked)
    return TrustedPerson.objects.get(pk=asked.pk)


@pytest.fixture
def circle() -> Circle:
    circle = Circle(make.person("Amara"), make.person("Benoît"), make.person("Nadège"))
    trusts(circle.amara, circle.benoit)
    trusts(circle.amara, circle.sister)
    return circle


def begun(circle: Circle) -> actions.WayBack:
    return actions.begin_return(sign_in_word=circle.word)


def confirmed(by: Person, way_back: actions.WayBack) -> bool:
    found = reads.return_by_code(by, way_back.code)
    if found:
        actions.confirm_return(by=by, way_back=found)
    return found is not None


def finish(word: str, own_code: str) -> Person | None:
    return actions.finish_return(sign_in_word=word, own_code=own_code, encoded=hashed(NEW))


def test_two_yeses_and_three_days_set_a_new_passphrase(circle: Circle) -> None:
    way_back = begun(circle)
    assert confirmed(circle.benoit, way_back)
    assert confirmed(circle.sister, way_back)
    assert finish(circle.word, way_back.own_code) is None
    with clock.at(START + 72 * HOUR):
        assert finish(circle.word, way_back.own_code) == circle.amara
        assert finish(circle.word, way_back.own_code) is None
    circle.amara.refresh_from_db()
    assert circle.amara.check_password(NEW)


def test_one_yes_is_not_enough_however_often_it_is_said(circle: Circle) -> None:
    way_back = begun(circle)
    assert confirmed(circle.benoit, way_back)
    assert confirmed(circle.benoit, way_back)
    with clock.at(START + 100 * HOUR):
        assert finish(circle.word, way_back.own_code) is None


def test_a_stranger_cannot_confirm_and_the_code_that_is_told_opens_nothing(circle: Circle) -> None:
    dana, way_back = make.person("Dana"), begun(circle)
    assert not confirmed(dana, way_back)
    with pytest.raises(NotAllowed):
        actions.confirm_return(by=dana, way_back=Return.objects.get())
    confirmed(circle.benoit, way_back)
    confirmed(circle.sister, way_back)
    with clock.at(START + 72 * HOUR):
        assert finish(circle.word, way_back.code) is None


def test_the_notice_stands_on_every_screen_and_any_device_stops_it(circle: Circle) -> None:
    way_back, client = begun(circle), signed_in(circle.amara)
    confirmed(circle.benoit, way_back)
    confirmed(circle.sister, way_back)
    for name in ("home:front", "plans:plan", "training:list"):
        assert "Two trusted people say" in client.get(reverse(name)).text
    client.post(reverse("people:stop-returns"))
    assert "Two trusted people say" not in client.get(reverse("home:front")).text
    with clock.at(START + 72 * HOUR):
        assert finish(circle.word, way_back.own_code) is None


def test_until_somebody_confirms_nothing_shows_however_often_a_stranger_begins(circle: Circle) -> None:
    for _often in range(5):
        begun(circle)
    assert reads.returns_of(circle.amara) == []
    assert "cannot get into your account" not in " ".join(letter.text for letter in reads.open_letters(circle.amara))
    assert "trusted person says" not in signed_in(circle.amara).get(reverse("home:front")).text


def test_whoever_steps_back_in_the_meantime_does_not_count(circle: Circle) -> None:
    way_back = begun(circle)
    confirmed(circle.benoit, way_back)
    confirmed(circle.sister, way_back)
    actions.stop_trusting(by=circle.sister, trusted=TrustedPerson.objects.get(person=circle.sister))
    with clock.at(START + 72 * HOUR):
        assert finish(circle.word, way_back.own_code) is None


def test_after_fourteen_days_it_has_run_out(circle: Circle) -> None:
    way_back = begun(circle)
    confirmed(circle.benoit, way_back)
    confirmed(circle.sister, way_back)
    with clock.at(START + 15 * 24 * HOUR):
        assert finish(circle.word, way_back.own_code) is None


def test_three_are_enough_and_one_person_counts_once(circle: Circle) -> None:
    third = actions.ask_to_be_trusted(by=circle.amara)
    assert third
    assert actions.ask_to_be_trusted(by=circle.amara) is None
    assert not actions.say_yes(by=circle.benoit, trusted=third)
    with pytest.raises(NotAllowed):
        actions.say_yes(by=circle.amara, trusted=third)


def test_whoever_is_kept_apart_is_trusted_no_more_and_cannot_be(circle: Circle) -> None:
    block(by=circle.amara.pk, whom=circle.benoit.pk)
    assert not TrustedPerson.objects.said_yes().filter(person=circle.benoit).exists()
    asked = actions.ask_to_be_trusted(by=circle.amara)
    assert asked
    assert not actions.say_yes(by=circle.benoit, trusted=asked)


def test_whoever_is_blocked_by_somebody_they_trust_does_not_see_it(circle: Circle) -> None:
    page = signed_in(circle.amara).get(reverse("people:trusted")).text
    block(by=circle.benoit.pk, whom=circle.amara.pk)
    assert "Benoît" in page
    assert "Benoît" in signed_in(circle.amara).get(reverse("people:trusted")).text


def test_a_word_that_is_nobodys_gets_the_same_page_and_costs_the_same(circle: Circle) -> None:
    seen = []
    for word in ("first-oak-11", circle.word, "nobody-maple-41"):  # the first is seen by nobody: it warms up
        with CaptureQueriesContext(connections["default"]) as asked, CaptureQueriesContext(connections["keys"]) as keys:
            page = Client().post(reverse("people:begin-return"), {"sign_in_word": word})
        codes = set(page.context["way_back"].__dict__.values())
        text = page.text
        for code in codes:
            text = text.replace(code, "")
        seen.append((page.status_code, text, len(asked), len(keys)))
    assert seen[1] == seen[2]


def test_who_types_a_code_sees_first_what_it_is_for(circle: Circle) -> None:
    way_back, client = begun(circle), signed_in(circle.benoit)
    page = client.post(reverse("people:trust-code"), {"code": way_back.code.lower()})
    assert "Only if you spoke with Amara yourself" in page.text
    assert reads.returns_of(circle.amara) == []
    client.post(reverse("people:trust-yes"), {"code": way_back.code})
    assert len(reads.returns_of(circle.amara)) == 1
    wrong = client.post(reverse("people:trust-code"), {"code": "AAAA-BBBB-CCCC"})
    assert (wrong.status_code, "AAAA-BBBB-CCCC" in wrong.text) == (422, True)


def test_the_page_shows_the_code_until_there_is_a_yes(circle: Circle) -> None:
    asked = actions.ask_to_be_trusted(by=circle.amara)
    assert asked
    code = reads.code_for_trusted(asked)
    assert code in signed_in(circle.amara).get(reverse("people:trusted")).text
    assert code not in signed_in(circle.benoit).get(reverse("people:trusted")).text
    assert "Amara" in signed_in(circle.sister).get(reverse("people:trusted")).text


def test_other_devices_are_signed_out_by_coming_back(circle: Circle) -> None:
    phone, way_back = signed_in(circle.amara), begun(circle)
    confirmed(circle.benoit, way_back)
    confirmed(circle.sister, way_back)
    with clock.at(START + 72 * HOUR):
        form = make.recovery_form(circle.word, way_back.own_code)
        library = Client()
        assert library.post(reverse("people:finish-return"), form).status_code == 302
        assert library.get(reverse("people:account")).status_code == 200
        assert phone.get(reverse("people:account")).status_code == 302
