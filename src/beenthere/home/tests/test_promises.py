"""The promises that span apps, and that each promise names guards which exist."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from beenthere.directory.seed import load_seed as load_directory
from beenthere.experience.actions import choose_words
from beenthere.home.promises import PROMISES
from beenthere.orgs.actions import open_organisation
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training.seed import load_seed as load_trainings
from beenthere.work.seed import load_seed as load_occupations

PROJECT = Path(__file__).parents[4]
ROWS = [line for line in (PROJECT / "docs/PROMISES.md").read_text().splitlines() if re.match(r"\| \d", line)]


def test_every_promise_stands_in_the_document() -> None:
    with translation.override("en"):
        titles = [str(promise.title) for promise in PROMISES]
    assert [row.split("|")[2].strip() for row in ROWS] == titles


def test_every_guard_that_is_named_exists() -> None:
    named = re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", "\n".join(ROWS))
    missing = [(file, test) for file, test in named if f"def {test}" not in (PROJECT / file).read_text()]
    assert named
    assert missing == []


def somebody_who_told_a_lot() -> Person:
    somebody = person("Amara")
    own = ["A long time in hospital"]
    choose_words(by=somebody, kind="lived", codes={"back-to-school"}, keep_own=set(), new_own=own, shown="me")
    return somebody


def without_marks(page: bytes) -> str:
    """The page without what differs between any two visits: tokens of forms."""
    return re.sub(r'name="(csrfmiddlewaretoken|page_of)" value="[^"]*"', "", page.decode())


@pytest.mark.django_db
def test_opportunities_are_the_same_for_everybody() -> None:
    load_directory()
    load_trainings()
    load_occupations()
    told, silent = signed_in(somebody_who_told_a_lot()), signed_in(person("Ravi"))
    for address in [reverse("training:list"), reverse("work:list"), reverse("directory:organisations")]:
        for query in ("", "?q=school"):
            shown = [without_marks(client.get(address + query).content) for client in (told, silent)]
            assert shown[0] == shown[1]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "fr"])
def test_help_is_one_tap_away_on_every_page(client: Client, language: str) -> None:
    hers = signed_in(person("Amara"))
    for visitor, path in [
        (client, ""),
        (client, "nowhere/"),
        (client, "sign-in/"),
        (hers, ""),
        (hers, "plan/"),
        (hers, "me/"),
    ]:
        page = visitor.get(f"/{language}/{path}").content.decode()
        assert f'href="/{language}/help-now/"' in page
        assert 'href="tel:' in page
        assert "9-1-1" in page


@pytest.mark.django_db
def test_two_people_and_a_name_are_a_group() -> None:
    open_organisation(coordinator=person("Rose"), name="Tuesday kitchen", kind="group")
    group = Organisation.objects.running().get(name="Tuesday kitchen")
    asked_for = {field.name for field in Organisation._meta.concrete_fields}
    assert group.kind == "group"
    assert not asked_for & {"legal_form", "registration", "charity_number", "address"}
