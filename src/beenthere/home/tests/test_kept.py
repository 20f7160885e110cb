"""Nothing typed is lost on a page kept open for too long, and nobody else ever reads it."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from beenthere.core import clock
from beenthere.core.pages import mark_of
from beenthere.home.jobs import throw_old_texts_away
from beenthere.home.models import KeptText
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db
DREAM = "To work with plants, slowly."


@pytest.fixture
def amara() -> Person:
    return person("Amara")


def sent_by_nobody(amara: Person, address: str = "plans:dream", **typed: str) -> Client:
    """Amara's page, sent after her sign-in had run out."""
    client = Client()
    client.post(reverse(address), {"page_of": mark_of(amara.pk), **typed})
    return client


def test_what_was_typed_is_kept_for_the_same_account(amara: Person) -> None:
    sent_by_nobody(amara, dream=DREAM)
    text = KeptText.objects.get()
    hers = signed_in(amara)
    assert reverse("home:kept", args=[text.pk]) in hers.get("/en/").content.decode()
    shown = hers.get(reverse("home:kept", args=[text.pk])).content.decode()
    assert DREAM in shown
    assert f'action="{reverse("plans:dream")}"' in shown


def test_the_page_to_sign_in_says_that_it_is_kept_and_not_what(amara: Person) -> None:
    page = sent_by_nobody(amara, dream=DREAM).get(reverse("people:sign-in")).content.decode()
    assert "What you wrote is kept; sign in to find it." in page
    assert DREAM not in page


def test_nobody_else_reads_it(amara: Person) -> None:
    sent_by_nobody(amara, dream=DREAM)
    address = reverse("home:kept", args=[KeptText.objects.get().pk])
    assert signed_in(person("Dana")).get(address).status_code == 404
    assert DREAM not in signed_in(person("Ravi")).get("/en/").content.decode()


def test_without_the_mark_of_an_account_nothing_is_kept(amara: Person) -> None:
    Client().post(reverse("plans:dream"), {"dream": DREAM})
    Client().post(reverse("plans:dream"), {"dream": DREAM, "page_of": str(amara.pk)})
    assert not KeptText.objects.exists()


def test_a_passphrase_is_never_kept(amara: Person) -> None:
    sent_by_nobody(amara, "people:passphrase", own="my new quiet passphrase", offered="five words of the site")
    assert not KeptText.objects.exists()


def test_the_same_text_twice_is_kept_once_and_a_flood_pushes_out_the_oldest(amara: Person) -> None:
    for dream in [DREAM, DREAM, *(f"Dream number {n}" for n in range(9))]:
        sent_by_nobody(amara, dream=dream)
    assert KeptText.objects.count() == 5


def test_a_text_sent_again_is_put_away(amara: Person) -> None:
    sent_by_nobody(amara, dream=DREAM)
    kept = KeptText.objects.get()
    signed_in(amara).post(reverse("plans:dream"), {"dream": DREAM, "kept_text": str(kept.pk)})
    assert not KeptText.objects.exists()


def test_putting_away_twice_is_fine_and_another_person_cannot(amara: Person) -> None:
    sent_by_nobody(amara, dream=DREAM)
    address = reverse("home:put-away", args=[KeptText.objects.get().pk])
    signed_in(person("Dana")).post(address)
    assert KeptText.objects.exists()
    for _again in range(2):
        assert signed_in(amara).post(address).status_code == 302
    assert not KeptText.objects.exists()


def test_after_a_week_it_goes(amara: Person) -> None:
    sent_by_nobody(amara, dream=DREAM)
    throw_old_texts_away()
    assert KeptText.objects.exists()
    with clock.at(clock.now() + dt.timedelta(days=8)):
        throw_old_texts_away()
    assert not KeptText.objects.exists()


def careful(who: Person | None = None) -> Client:
    """A client that checks tokens as a server does."""
    client = Client(enforce_csrf_checks=True)
    if who:
        client.force_login(who)
    return client


def test_an_old_page_gives_the_text_back_to_its_writer(amara: Person) -> None:
    answer = careful(amara).post(reverse("plans:dream"), {"dream": DREAM, "page_of": mark_of(amara.pk)})
    assert answer.status_code == 403
    assert DREAM in answer.content.decode()
    assert "csrfmiddlewaretoken" in answer.content.decode()


def test_an_old_page_of_another_account_shows_nothing_and_keeps_the_text_for_its_writer(amara: Person) -> None:
    answer = careful(person("Dana")).post(reverse("plans:dream"), {"dream": DREAM, "page_of": mark_of(amara.pk)})
    assert answer.status_code == 403
    assert DREAM not in answer.content.decode()
    assert KeptText.objects.get().person_id == amara.pk


def test_another_site_cannot_make_us_offer_its_text(amara: Person) -> None:
    answer = careful(amara).post(reverse("plans:dream"), {"dream": "Words of another site"})
    assert answer.status_code == 403
    assert "Words of another site" not in answer.content.decode()
