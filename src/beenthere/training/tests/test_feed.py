"""The feed: what changed last among what the list finds, in a form that every feed reader understands."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from beenthere.core import clock
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.models import Origin, Training
from beenthere.training.opendata import feed
from beenthere.training.tests.make import training

pytestmark = pytest.mark.django_db
ADDRESS, ATOM = "/feeds/training.atom", "{http://www.w3.org/2005/Atom}"


def read(client: Client, query: str = "") -> ET.Element:
    answer = client.get(ADDRESS + query)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(answer.content)


def text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def titles(root: ET.Element) -> list[str]:
    return [text(entry, "title") for entry in root.findall(f"{ATOM}entry")]


def test_what_changed_last_comes_first(client: Client) -> None:
    first, _second = training("First"), training("Second")
    write(first, {"cost": "120", "hours": "30"}, Source(Origin.COMMITTEE))
    root = read(client)
    assert titles(root) == ["First", "Second"]
    newest = root.find(f"{ATOM}entry")
    assert newest is not None
    assert text(newest, "summary").startswith("Changed: Cost and Length in hours.")
    assert text(newest, "id") == f"urn:uuid:{first.uid}"


def test_it_has_everything_that_an_atom_feed_must_have(client: Client) -> None:
    training("Écoute & <soutien>", provider="L’Autre & Cie <b>", notes="x")
    for root in (read(client), read(client, "?q=nothing-like-this")):
        names = ("id", "title", "updated")
        assert all(text(root, name) for name in names)
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}
        for entry in root.findall(f"{ATOM}entry"):
            assert all(text(entry, name) for name in names)
            assert dt.datetime.fromisoformat(text(entry, "updated")).tzinfo
    assert titles(read(client)) == ["Écoute & <soutien>"]
    told = read(client).findtext(f"{ATOM}entry/{ATOM}summary") or ""
    assert "L’Autre &amp; Cie &lt;b&gt;" in told  # a summary is HTML, in which this is a text and no tag


def test_it_speaks_both_languages_whatever_the_reader_prefers(client: Client) -> None:
    training(province="QC")
    for language, word in (("fr", "Québec"), ("en", "Quebec")):
        answer = client.get(f"{ADDRESS}?lang={language}", headers={"accept-language": "de"})
        root = ET.fromstring(answer.content)
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert word in (root.findtext(f"{ATOM}entry/{ATOM}summary") or "")
        link = root.find(f"{ATOM}entry/{ATOM}link")
        assert link is not None
        assert f"/{language}/training/" in (link.get("href") or "")


def test_it_follows_the_search_and_the_choices_of_the_list(client: Client) -> None:
    training("Listening in Quebec", province="QC")
    training("Listening in Manitoba", province="MB")
    training("Over", standing="historic", province="QC")
    assert titles(read(client, "?province=QC")) == ["Listening in Quebec"]
    assert titles(read(client, "?q=manitoba")) == ["Listening in Manitoba"]
    assert titles(read(client, "?q=manitoba&province=QC&lang=fr")) == []
    page = client.get("/en/training/?province=QC&q=listening").content.decode()
    assert 'type="application/atom+xml" href="/feeds/training.atom?province=QC&amp;q=listening&amp;lang=en"' in page
    assert '"application/atom+xml" href="/feeds/training.atom?lang=fr"' in client.get("/fr/training/").content.decode()


def test_it_ends_somewhere_and_is_not_sent_twice(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MOST", 2)
    for number in range(3):
        training(f"Number {number}")
    first = client.get(ADDRESS)
    assert titles(ET.fromstring(first.content)) == ["Number 2", "Number 1"]
    assert client.get(ADDRESS, headers={"if-none-match": first["ETag"]}).status_code == 304


def test_what_xml_cannot_hold_breaks_nothing(client: Client) -> None:
    made = training()
    Training.objects.filter(pk=made.pk).update(name="Bell\x07 here", provider="\ufffe")
    assert titles(read(client, "?q=x%0by%00")) == []
    assert titles(read(client)) == ["Bell here"]


def test_a_confirmation_is_news_of_its_own_and_a_correction_is_not_taken_for_one(client: Client) -> None:
    made = training()
    write(made, {"cost": "0"}, Source(Origin.COMMITTEE))
    Training.objects.filter(pk=made.pk).update(confirmed_on=clock.today())
    told = read(client).findtext(f"{ATOM}entry/{ATOM}summary") or ""
    assert told.startswith("Changed: Cost.")
    Training.objects.filter(pk=made.pk).update(changed_at=clock.now() + dt.timedelta(minutes=2))
    told = read(client).findtext(f"{ATOM}entry/{ATOM}summary") or ""
    assert told.startswith("Confirmed as it stands.")
