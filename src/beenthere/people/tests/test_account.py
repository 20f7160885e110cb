"""Changing one's own account, and the letters of the site."""

import datetime as dt
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from beenthere.consent import actions as consent
from beenthere.core import clock, jobs
from beenthere.core.access import NotAllowed
from beenthere.people import actions, reads
from beenthere.people.jobs import sweep
from beenthere.people.models import Letter, Person
from beenthere.people.tests import make

pytestmark = pytest.mark.django_db


def form(**changed: Any) -> dict[str, Any]:
    filled = {"name": "Amara B.", "language": "fr", "province": "NB", "time_zone": "America/Moncton"}
    return {**filled, **changed}


def test_name_language_and_place_change() -> None:
    person = make.person()
    make.signed_in(person).post(reverse("people:account"), form())
    person = Person.objects.get()
    assert (person.name, person.language, person.province) == ("Amara B.", "fr", "NB")


def test_a_mistake_keeps_what_was_typed() -> None:
    page = make.signed_in(make.person()).post(reverse("people:account"), form(name="", time_zone="America/Moncton"))
    assert page.status_code == 422
    assert '<option value="America/Moncton" selected>' in page.content.decode()
    assert Person.objects.get().name == "Amara"


def test_the_account_says_the_sign_in_word_and_how_many_codes_are_left() -> None:
    person = make.person()
    page = make.signed_in(person).get(reverse("people:account")).content.decode()
    assert person.sign_in_word in page
    assert "10 codes of your card still work" in page


@override_settings(MAIL_SET_UP=False)
def test_no_e_mail_is_asked_for_where_none_can_be_sent(client: Client) -> None:
    assert 'name="email"' not in client.get(reverse("people:join")).content.decode()


def test_a_place_sets_the_clock_unless_it_is_told() -> None:
    person = make.person()
    actions.set_place(by=person, province="BC")
    assert Person.objects.get().time_zone == "America/Vancouver"
    actions.set_place(by=person, province="BC", time_zone="America/Dawson_Creek")
    assert Person.objects.get().time_zone == "America/Dawson_Creek"


def test_a_new_passphrase_signs_out_every_other_device_but_this_one() -> None:
    person = make.person()
    here, elsewhere = make.signed_in(person), make.signed_in(person)
    filled = {**make.recovery_form("", ""), "passphrase": make.PASSPHRASE}
    assert here.post(reverse("people:passphrase"), filled).status_code == 302
    assert here.get(reverse("people:account")).status_code == 200
    assert elsewhere.get(reverse("people:account")).status_code == 302
    assert Person.objects.get().check_password("another quiet sentence")


def test_the_passphrase_changes_only_with_the_old_one() -> None:
    person = make.person()
    filled = {**make.recovery_form("", ""), "passphrase": "a guess of somebody"}
    assert make.signed_in(person).post(reverse("people:passphrase"), filled).status_code == 422
    assert Person.objects.get().check_password(make.PASSPHRASE)


def test_somebody_who_holds_the_phone_cannot_guess_for_long() -> None:
    client = make.signed_in(make.person())
    for _n in range(4):
        client.post(reverse("people:erase"), {"passphrase": "a guess of somebody", "sure": "on"})
    page = client.post(reverse("people:erase"), {"passphrase": make.PASSPHRASE, "sure": "on"})
    assert "tried too often" in page.content.decode()
    assert Person.objects.exists()


def test_a_letter_is_written_in_the_language_of_its_reader() -> None:
    benoit = make.person("Benoît", language="fr")
    with translation.override("en"):
        letter = actions.write_letter(to=benoit, text=_("Your passphrase was changed."))
    with translation.override("fr"):
        assert letter.text == str(_("Your passphrase was changed."))


def test_a_letter_lies_there_until_it_is_put_away() -> None:
    person = make.person()
    letter = actions.write_letter(to=person, text="Hello", route="people:account")
    client = make.signed_in(person)
    page = client.get(reverse("people:letters")).content.decode()
    assert "Hello" in page
    assert reverse("people:account") in page
    for _n in range(2):
        client.post(reverse("people:put-away", args=[letter.pk]))
    assert reads.open_letters(person) == []
    assert Letter.objects.get().put_away_at


def test_a_newer_letter_about_the_same_thing_takes_the_place_of_the_older() -> None:
    person = make.person()
    for text, thing in (("first", 1), ("other thing", 2), ("second", 1)):
        actions.write_letter(to=person, text=text, route="matching:match", route_args=[thing])
    assert {letter.text for letter in reads.open_letters(person)} == {"other thing", "second"}


def test_letters_about_the_account_never_push_each_other_away() -> None:
    person = make.person()
    for text in ("Your passphrase was changed.", "9 codes still work."):
        actions.write_letter(to=person, text=text, route="people:account")
    assert reads.open_letter_count(person) == 2


def test_what_is_settled_asks_for_nothing_more() -> None:
    person, dana = make.person(), make.person("Dana")
    for reader in (person, dana):
        actions.write_letter(to=reader, text="Please answer", route="plans:plan")
    actions.settle_letters(to=person, route="plans:plan")
    assert reads.open_letters(person) == []
    assert reads.open_letter_count(dana) == 1


def test_a_letter_in_the_other_language_is_marked() -> None:
    person = make.person(language="en")
    actions.write_letter(to=person, text="Hello there")
    with translation.override("fr"):
        page = make.signed_in(person).get("/fr/me/letters/").content.decode()
    assert '<span lang="en">Hello there</span>' in page


def test_reading_letters_writes_nothing() -> None:
    person = make.person()
    actions.write_letter(to=person, text="Hello")
    make.signed_in(person).get(reverse("people:letters"))
    assert reads.open_letter_count(person) == 1


def test_dana_can_neither_read_nor_put_away_a_letter() -> None:
    letter = actions.write_letter(to=make.person("Amara"), text="Hello")
    dana = make.person("Dana")
    client = make.signed_in(dana)
    assert client.post(reverse("people:put-away", args=[letter.pk])).status_code == 404
    assert "Hello" not in client.get(reverse("people:letters")).content.decode()
    with pytest.raises(NotAllowed):
        actions.put_letter_away(by=dana, letter=letter)


def test_a_letter_whose_page_is_gone_still_opens() -> None:
    person = make.person()
    actions.write_letter(to=person, text="Hello", route="nowhere:at-all", route_args=[uuid4()])
    assert make.signed_in(person).get(reverse("people:letters")).status_code == 200


def test_old_letters_go_after_a_year() -> None:
    actions.write_letter(to=make.person(), text="Hello")
    with clock.at(clock.now() + dt.timedelta(days=366)):
        sweep()
    assert not Letter.objects.exists()


@override_settings(MAIL_SET_UP=True)
def test_one_e_mail_says_that_letters_wait_and_nothing_more() -> None:
    person = make.person()
    actions.change_account(by=person, email="amara@example.org", **form(language="en"))
    actions.write_letter(to=person, text="Benoît said yes")
    actions.write_letter(to=person, text="Benoît wrote")
    jobs.run_due()
    sent = mail.outbox[0]
    assert len(mail.outbox) == 1
    assert sent.to == ["amara@example.org"]
    assert "Benoît" not in sent.subject + str(sent.body)


def test_people_see_themselves_and_those_they_walk_with() -> None:
    amara, benoit, dana = make.person("Amara"), make.person("Benoît"), make.person("Dana")
    consent.connect(one=amara.pk, other=benoit.pk, reason="match")
    assert set(Person.objects.visible_to(amara)) == {amara, benoit}
    assert set(Person.objects.visible_to(dana)) == {dana}


@pytest.mark.parametrize(
    "page", ["account", "passphrase", "new-card", "letters", "sharing", "download", "erase", "card"]
)
def test_a_visitor_is_asked_to_sign_in(client: Client, page: str) -> None:
    address = reverse(f"people:{page}")
    assert client.get(address).headers["Location"] == f"{reverse('people:sign-in')}?next={address}"
