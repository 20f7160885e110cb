"""Where somebody is signed in, and how they sign out there; and everything stopped at once."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from beenthere.core import clock
from beenthere.matching.models import MatchRequest
from beenthere.matching.tests import make as matching
from beenthere.orgs.tests import make as orgs
from beenthere.people import kinds
from beenthere.people.models import Person, SignedInDevice
from beenthere.people.tests import make
from beenthere.plans import actions as plans

pytestmark = pytest.mark.django_db

PHONE = "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0"
LAPTOP = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (like Gecko) Version/17 Safari/605"


def signs_in(person: Person, browser: str) -> Client:
    client = Client(headers={"user-agent": browser})
    form = {"sign_in_word": person.sign_in_word, "passphrase": make.PASSPHRASE}
    assert client.post(reverse("people:sign-in"), form).status_code == 302
    return client


def test_each_device_stands_in_the_list_by_kind_and_day() -> None:
    amara = make.person("Amara")
    signs_in(amara, LAPTOP)
    page = signs_in(amara, PHONE).get(reverse("people:devices")).text
    assert "Firefox on Android" in page
    assert "Safari on Mac" in page
    assert page.count("this device") == 1


def test_signing_out_there_ends_that_session_and_no_other() -> None:
    amara = make.person("Amara")
    lost, phone = signs_in(amara, LAPTOP), signs_in(amara, PHONE)
    device = SignedInDevice.objects.order_by("since").first()
    assert device
    phone.post(reverse("people:end-device", args=[device.pk]))
    assert lost.get(reverse("people:devices")).status_code == 302
    assert phone.get(reverse("people:devices")).status_code == 200


def test_a_changed_passphrase_leaves_this_device_in_the_list_and_no_other() -> None:
    amara = make.person("Amara")
    signs_in(amara, LAPTOP)
    phone = signs_in(amara, PHONE)
    form = {"passphrase": make.PASSPHRASE, "which": "own", "own": "another quiet sentence", "offered": ""}
    assert phone.post(reverse("people:passphrase"), form).status_code == 302
    page = phone.get(reverse("people:devices")).text
    assert "this device" in page
    assert "Firefox on Android" in page


def test_nobody_ends_a_device_of_somebody_else() -> None:
    phone = signs_in(make.person("Amara"), PHONE)
    danas = signs_in(make.person("Dana"), LAPTOP)
    hers = SignedInDevice.objects.order_by("since").first()
    assert hers
    assert danas.post(reverse("people:end-device", args=[hers.pk])).status_code == 404
    assert phone.get(reverse("people:devices")).status_code == 200


def test_everything_stops_at_once() -> None:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    amara, benoit = make.person("Amara"), make.person("Benoît")
    matching.match(amara, matching.offer(benoit, organisation, chloe))
    matching.request(amara, organisations=[organisation])
    path = plans.start_path(by=amara, aim="School", kind="learning", hours=2)
    plans.share_path(by=amara, path=path, reader=benoit, until=clock.today() + dt.timedelta(days=9))
    lost, phone = signs_in(amara, LAPTOP), signs_in(amara, PHONE)
    phone.post(reverse("people:stop-all"))
    assert make.signed_in(benoit).get(reverse("plans:shared", args=[path.pk])).status_code == 404
    assert not MatchRequest.objects.get(person=amara, state="open").organisations.exists()
    assert "Amara" not in make.signed_in(chloe).get(reverse("desk:desk")).text
    assert lost.get(reverse("people:devices")).status_code == 302
    assert phone.get(reverse("people:devices")).status_code == 200


def test_the_page_tells_which_organisations_know_and_who_is_trusted() -> None:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    amara = make.person("Amara")
    matching.request(amara, organisations=[organisation])
    page = make.signed_in(amara).get(reverse("people:sharing")).text
    assert "Phare may know that you wait" in page
    assert "Phare knows you by your name, as coordinator" in make.signed_in(chloe).get(reverse("people:sharing")).text


@pytest.mark.parametrize(
    ("said", "told"),
    [(PHONE, "Firefox on Android"), (LAPTOP, "Safari on Mac"), ("", "A browser"), ("x" * 900, "A browser")],
)
def test_a_browser_is_named_as_coarsely_as_one_recognises_it(said: str, told: str) -> None:
    assert kinds.in_words(kinds.kind_of(said)) == told
