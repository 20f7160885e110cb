"""To see who sees what, to stop it, to take everything along, to be forgotten."""

import datetime as dt
import json
from io import BytesIO
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beenthere.consent import actions as consent
from beenthere.consent.models import Block, Grant, Look
from beenthere.core import clock, keys, things
from beenthere.core.access import NotAllowed
from beenthere.core.events import PersonErased, on
from beenthere.people import actions, jobs
from beenthere.people.devices import COOKIE
from beenthere.people.models import ErasedAccount, Letter, Person
from beenthere.people.tests import make

pytestmark = pytest.mark.django_db
SOME_PIECE = UUID("00000000-0000-4000-8000-000000000001")
erased_ids: list[UUID] = []


@on(PersonErased)
def remember(event: PersonErased) -> None:
    erased_ids.append(event.person_id)


@pytest.fixture
def amara() -> Person:
    return make.person("Amara")


@pytest.fixture
def benoit(amara: Person) -> Person:
    benoit = make.person("Benoît", language="fr")
    consent.connect(one=amara.pk, other=benoit.pk, reason="match")
    return benoit


@pytest.fixture
def shared(amara: Person, benoit: Person, monkeypatch: pytest.MonkeyPatch) -> Grant:
    monkeypatch.setitem(things._namers, "test.piece", lambda ids: dict.fromkeys(ids, "Back to school"))
    until = clock.today(amara) + dt.timedelta(days=30)
    ends_at = clock.end_of(until, amara)
    return consent.grant(
        owner=amara.pk, reader=benoit.pk, what="test.piece", thing=SOME_PIECE, until=until, ends_at=ends_at
    )


def sharing_page(person: Person) -> str:
    return make.signed_in(person).get(reverse("people:sharing")).content.decode()


def test_a_plain_sentence_says_who_can_read_what_until_when(amara: Person, shared: Grant) -> None:
    assert "Benoît can read “Back to school” until" in sharing_page(amara)


def test_it_stops_at_once(amara: Person, shared: Grant) -> None:
    make.signed_in(amara).post(reverse("people:stop", args=[shared.pk]))
    assert "No path of your plan is shared" in sharing_page(amara)
    assert Grant.objects.get().stopped_at


def test_only_the_owner_stops_it(benoit: Person, shared: Grant) -> None:
    for person in (benoit, make.person("Dana")):
        assert make.signed_in(person).post(reverse("people:stop", args=[shared.pk])).status_code == 404
        with pytest.raises(NotAllowed):
            actions.stop_sharing(by=person, grant=shared)
    assert Grant.objects.get().stopped_at is None


def test_everything_stops_with_one_button(amara: Person, shared: Grant) -> None:
    client = make.signed_in(amara)
    for _ in range(2):
        client.post(reverse("people:stop-all"))
    assert not Grant.objects.running().exists()


def test_who_looked_stands_there(amara: Person, benoit: Person, shared: Grant) -> None:
    consent.look(reader=benoit.pk, owner=amara.pk, what="test.piece", thing=SOME_PIECE)
    page = sharing_page(amara)
    assert "<td>Benoît</td><td>Back to school</td>" in page
    assert "Back to school" not in sharing_page(benoit)


def test_a_look_stays_when_the_reader_left(amara: Person, benoit: Person, shared: Grant) -> None:
    consent.look(reader=benoit.pk, owner=amara.pk, what="test.piece", thing=SOME_PIECE)
    Look.objects.update(reader=None)
    assert "somebody who has left" in sharing_page(amara)


def test_the_page_asks_no_more_of_the_database_for_many_looks(amara: Person, benoit: Person, shared: Grant) -> None:
    counts = []
    for _ in range(2):
        for _n in range(5):
            consent.look(reader=benoit.pk, owner=amara.pk, what="test.piece", thing=SOME_PIECE)
        with CaptureQueriesContext(connection) as queries:
            sharing_page(amara)
        counts.append(len(queries))
    assert counts[1] <= counts[0]


def test_a_block_is_seen_and_taken_back_by_who_set_it(amara: Person, benoit: Person) -> None:
    consent.block(by=amara.pk, whom=benoit.pk)
    block = Block.objects.get()
    assert "No longer block" in sharing_page(amara)
    assert "No longer block" not in sharing_page(benoit)
    assert make.signed_in(benoit).post(reverse("people:unblock", args=[block.pk])).status_code == 404
    make.signed_in(amara).post(reverse("people:unblock", args=[block.pk]))
    assert not Block.objects.exists()


def downloaded(person: Person) -> ZipFile:
    page = make.signed_in(person).post(reverse("people:download"), {"passphrase": make.PASSPHRASE})
    assert page["Content-Type"] == "application/zip"
    return ZipFile(BytesIO(page.content))


def test_everything_can_be_taken_along(amara: Person) -> None:
    actions.write_letter(to=amara, text="A letter for <Amara> only")
    actions.write_letter(to=make.person("Dana"), text="Dana’s letter")
    file = downloaded(amara)
    page, data = file.read("index.html").decode(), json.loads(file.read("data.json"))
    assert data["people.person"][0]["name"] == "Amara"
    assert "A letter for &lt;Amara&gt; only" in page
    assert "Dana" not in page
    assert "Dana" not in file.read("data.json").decode()


def test_the_download_begins_with_her_and_ends_with_what_machines_wrote(amara: Person, shared: Grant) -> None:
    page = downloaded(amara).read("index.html").decode()
    titles = [part.partition("</h2>")[0] for part in page.split("<h2>")[1:]]
    assert titles[0] == "Your account"
    assert titles[-1] == "Log of deeds"


def test_the_download_says_with_whom_and_who_looked(amara: Person, benoit: Person, shared: Grant) -> None:
    consent.look(reader=benoit.pk, owner=amara.pk, what="test.piece", thing=SOME_PIECE)
    data = json.loads(downloaded(amara).read("data.json"))
    assert data["consent.connection"][0]["person"] == "Benoît"
    assert data["consent.grant"][0]["reader"] == "Benoît"
    assert data["consent.look"][0] | {"at": ""} == {"person": "Benoît", "piece": "Back to school", "at": ""}


def test_the_readers_download_does_not_name_what_is_hers(benoit: Person, shared: Grant) -> None:
    file = downloaded(benoit)
    assert "Back to school" not in file.read("index.html").decode() + file.read("data.json").decode()
    assert json.loads(file.read("data.json"))["consent.grant"][0]["owner"] == "Amara"


def test_times_in_the_download_are_those_of_her_clock(amara: Person) -> None:
    actions.set_place(by=amara, province="BC")
    with clock.at(dt.datetime(2027, 3, 2, 4, 30, tzinfo=dt.UTC)):
        actions.write_letter(to=amara, text="Hello")
    assert "1 March 2027, 8:30 p.m." in downloaded(amara).read("index.html").decode()


def test_the_download_holds_nothing_that_opens_the_account(amara: Person) -> None:
    file = downloaded(amara)
    everything = file.read("index.html").decode() + file.read("data.json").decode()
    assert amara.password not in everything
    assert amara.sign_in_token not in everything
    assert "codes" not in json.loads(file.read("data.json"))["people.recoverycard"][0]


def test_the_page_to_take_along_is_in_her_language_and_needs_nothing_else(benoit: Person) -> None:
    page = downloaded(benoit).read("index.html").decode()
    assert '<html lang="fr">' in page
    assert "http" not in page


def test_the_download_needs_the_passphrase(amara: Person) -> None:
    page = make.signed_in(amara).post(reverse("people:download"), {"passphrase": "a guess of somebody"})
    assert page.status_code == 422


def erase(person: Person, **typed: str) -> Client:
    client = make.signed_in(person)
    client.post(reverse("people:erase"), {"passphrase": make.PASSPHRASE, "sure": "on", **typed})
    return client


def test_the_page_says_what_goes_and_what_stays(amara: Person) -> None:
    page = make.signed_in(amara).get(reverse("people:erase")).content.decode()
    assert "Letters to you" in page
    assert "Log of deeds" in page


@pytest.mark.parametrize("typed", [{"passphrase": "a guess of somebody"}, {"sure": ""}])
def test_nothing_is_erased_by_mistake(amara: Person, typed: dict[str, str]) -> None:
    erase(amara, **typed)
    assert Person.objects.filter(pk=amara.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_an_erased_account_is_gone_with_its_key(amara: Person, benoit: Person) -> None:
    actions.write_letter(to=amara, text="Hello")
    elsewhere = make.signed_in(amara)
    client = erase(amara)
    assert not Person.objects.filter(pk=amara.pk).exists()
    assert not Letter.objects.exists()
    assert not keys.has_key(amara.pk)
    assert ErasedAccount.objects.get().key_gone_at
    assert amara.pk in erased_ids
    for browser in (client, elsewhere):
        assert browser.get(reverse("people:account")).status_code == 302
    assert not Client().login(sign_in_word=amara.sign_in_word, passphrase=make.PASSPHRASE)


@pytest.mark.django_db(transaction=True)
def test_while_the_keys_are_out_of_reach_it_is_not_confirmed_and_is_tried_again(
    amara: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(keys, "destroy_key", out_of_reach)
        client = erase(amara)
    assert "could not be destroyed yet" in client.get(reverse("people:erased")).content.decode()
    assert ErasedAccount.objects.get().key_gone_at is None
    assert keys.has_key(amara.pk)
    jobs.finish_erasures()
    assert ErasedAccount.objects.get().key_gone_at
    assert not keys.has_key(amara.pk)


def out_of_reach(owner: UUID) -> None:
    raise ConnectionError


def test_a_key_that_does_not_go_is_not_confirmed(amara: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    ErasedAccount.objects.create(person_id=amara.pk, asked_at=clock.now())
    monkeypatch.setattr(keys, "destroy_key", lambda owner: None)
    assert not jobs.finish_erasure(amara.pk)
    assert ErasedAccount.objects.get().key_gone_at is None


@pytest.mark.django_db(transaction=True)
def test_nothing_on_the_device_tells_of_the_erased_account(amara: Person) -> None:
    client = make.signed_in(amara)
    client.cookies[COOKIE] = "x"
    answer = client.post(reverse("people:erase"), {"sure": "on", "passphrase": make.PASSPHRASE})
    assert "storage" in answer.headers["Clear-Site-Data"]
    assert client.cookies[COOKIE].value == ""


def test_a_visitor_erases_nothing(amara: Person) -> None:
    with pytest.raises(NotAllowed):
        actions.erase(by=AnonymousUser())  # type: ignore[arg-type]
    assert Person.objects.exists()


def test_who_walked_with_her_sees_that_somebody_left(amara: Person, benoit: Person) -> None:
    actions.erase(by=amara)
    assert set(Person.objects.visible_to(benoit)) == {benoit}


def test_the_last_page_is_open_to_everybody(client: Client) -> None:
    assert client.get(reverse("people:erased")).status_code == 200
    assert not Person.objects.filter(pk=uuid4()).exists()
