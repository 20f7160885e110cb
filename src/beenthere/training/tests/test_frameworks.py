"""The packaged frameworks: all of them, once, and what was not verified says so on every screen."""

from collections import Counter
from pathlib import Path

import pytest
from django.test import Client
from django.utils.translation import override

from beenthere.training.catalogue.phrases import LABELS
from beenthere.training.cover.frameworks import FILE, load_frameworks, verified_in
from beenthere.training.models import Competency, Framework

pytestmark = pytest.mark.django_db


def test_every_row_comes_in_once_however_often_it_is_loaded() -> None:
    first, second = load_frameworks(), load_frameworks()
    assert (first.added, first.bad) == (162, [])
    assert (second.added, second.changed, second.same) == (0, 0, 162)
    assert (Framework.objects.count(), Competency.objects.count()) == (16, 162)


@pytest.mark.parametrize(
    ("text", "verified"),
    [
        ("yes", "yes"),
        ("yes (modules 3-5, 7, 10+ not seen)", "partly"),
        ("partly: items 1-2 read for IPS-25", "partly"),
        ("only the fair band read", "partly"),
        ("NO - from memory", "no"),
        ("", "no"),
        ("probably", "no"),
    ],
)
def test_what_is_not_plainly_said_to_be_read_is_not_verified(text: str, verified: str) -> None:
    assert verified_in(text) == verified


def test_most_of_the_packaged_labels_were_not_all_read_and_that_is_kept() -> None:
    load_frameworks()
    assert Counter(Competency.objects.values_list("verified", flat=True)) == {"yes": 69, "partly": 73, "no": 20}


def test_a_bad_row_is_reported_and_the_good_ones_come_in(tmp_path: Path) -> None:
    head, *rows = FILE.read_text("utf-8").splitlines()
    file = tmp_path / "items.csv"
    bad = rows[1].replace(",2,", ",second,")
    file.write_text("\n".join([head, rows[0], bad, rows[2].replace("https:", "somewhere"), rows[3]]), "utf-8")
    report = load_frameworks(file)
    assert (report.added, [row.line for row in report.bad]) == (2, [3, 4])


def test_a_newer_version_is_a_framework_of_its_own() -> None:
    load_frameworks()
    guidelines = Framework.objects.get(slug="mhcc")
    assert str(guidelines) == "MHCC Guidelines Part 2 (2013)"
    Framework.objects.create(slug="mhcc-2030", name=guidelines.name, version="2030", about=guidelines.about)
    assert guidelines.competencies.count() == 14


def test_every_phrase_is_a_label_and_the_frameworks_asked_for_are_in_french() -> None:
    load_frameworks()
    labels = set(Competency.objects.values_list("label_en", flat=True))
    kinds = set(Competency.objects.values_list("kind", flat=True))
    assert labels | kinds >= LABELS
    with override("fr"):
        for one in Competency.objects.filter(framework__slug__in=["psc", "mhcc", "ips", "ips-25", "samhsa"]):
            assert one.kind == "band" or "foreign-mark" not in one.label, one.label_en


def test_a_label_without_french_is_marked_as_english() -> None:
    load_frameworks()
    one = Competency.objects.get(slug="ips-25-band-3")
    with override("fr"):
        assert '<span lang="en">74-99 fair (read)</span>' in one.label


@pytest.mark.parametrize(("language", "words"), [("en", "not yet verified"), ("fr", "pas encore vérifié")])
def test_the_page_says_of_each_label_whether_it_was_verified(client: Client, language: str, words: str) -> None:
    load_frameworks()
    page = client.get(f"/{language}/training/competencies/").content.decode()
    assert page.count(words) == 20
    assert page.count('id="') > 162
