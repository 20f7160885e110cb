import csv
import os
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from beenthere.work.fields import ASKS, BROAD
from beenthere.work.models import Occupation
from beenthere.work.reads import find_occupation, matching, near
from beenthere.work.seed import FILE, load_seed

pytestmark = pytest.mark.django_db
OFFICIAL = Path(os.environ.get("BEENTHERE_DATA", "../shared/data")) / "occupations/noc2021_structure_bilingual.csv"


@pytest.fixture(autouse=True)
def _hundred() -> None:
    load_seed()


def page(client: Client, language: str = "en", noc: str = "", **asked: str) -> str:
    with override(language):
        address = reverse("work:page", args=[noc]) if noc else reverse("work:list")
    response = client.get(address, asked)
    assert response.status_code == 200
    return response.content.decode()


def test_the_hundred_cover_every_field_and_everything_a_job_asks() -> None:
    assert Occupation.objects.count() == 100
    assert set(Occupation.objects.values_list("field", flat=True)) == set(BROAD)
    assert set(Occupation.objects.values_list("teer", flat=True)) == set(ASKS)


def test_loading_twice_changes_nothing_and_keeps_who_checked() -> None:
    Occupation.objects.filter(noc="65201").update(checked_by="Ravi")
    assert load_seed() == 100
    assert Occupation.objects.count() == 100
    assert Occupation.objects.get(noc="65201").checked_by == "Ravi"


@pytest.mark.official
@pytest.mark.skipif(not OFFICIAL.exists(), reason="official: the NOC file is not here")
def test_every_code_and_title_is_the_official_one() -> None:
    with OFFICIAL.open(encoding="utf-8", newline="") as file:
        official = {row["noc_code"]: row for row in csv.DictReader(file) if row["level"] == "5"}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            there = official[row["noc"]]
            assert row["title_en"] == there["title_en"]
            assert row["title_fr"] == there["title_fr"].replace("'", "’")
            assert row["noc"][1] == there["teer"]


@pytest.mark.parametrize(
    ("query", "noc"),
    [
        ("barista", "65201"),
        ("cuisiniere", "63200"),
        ("cooks", "63200"),
        ("pair aidant", "42201"),
        ("peer support", "42201"),
        ("electricien", "72200"),
        ("65100", "65100"),
    ],
)
def test_everyday_words_find_an_occupation(query: str, noc: str) -> None:
    assert noc in [line.key for line in matching({"q": query}).narrowed[:3]]


def test_an_occupation_is_known_by_code_or_title_in_either_language() -> None:
    assert {find_occupation(text) for text in ("63200", "COOKS", "cuisiniers/cuisinieres")} == {Occupation(noc="63200")}
    assert find_occupation("cook of everything") is None
    assert Occupation(noc="63200") in near("cook", limit=3)


def test_words_far_from_every_title_are_near_none() -> None:
    assert near("Moon mender") == []


def test_field_and_what_it_asks_narrow_the_list() -> None:
    found = [line.key for line in matching({"field": "6", "asks": "5"}).narrowed]
    assert found
    assert all(noc.startswith("65") for noc in found)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_occupation_says_what_it_asks_and_where_that_comes_from(client: Client, language: str) -> None:
    text = page(client, language, "65201")
    assert ("kitchen helpers" if language == "en" else "aides de cuisine") in text
    assert "statcan.gc.ca" in text
    assert "2021" in text


def test_a_search_without_answer_says_what_to_do(client: Client) -> None:
    text = page(client, q="xyzzyqwert")
    assert "Nothing fits yet" in text


def test_the_list_is_turned_in_pages_and_keeps_the_search(client: Client) -> None:
    assert "Page 1 of 5" in page(client, all="yes")
    assert "?all=yes&amp;page=2" in page(client, all="yes")


def test_the_list_starts_from_the_ten_fields(client: Client) -> None:
    text = page(client)
    assert all(f"?field={field}" in text for field in BROAD)
    assert "Cashiers" not in text
    assert "Cashiers" in page(client, field="6")


def test_a_choice_that_does_not_exist_changes_nothing(client: Client) -> None:
    assert "100 kinds of work" in page(client, asks="99")


def test_unknown_code_is_not_found(client: Client) -> None:
    with override("en"):
        assert client.get(reverse("work:page", args=["99999"])).status_code == 404
