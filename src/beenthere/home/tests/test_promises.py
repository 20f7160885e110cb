"""The promises that span apps, and that each promise names guards which exist."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.forms import BaseForm
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import translation

from beenthere.core import clock
from beenthere.core.privacy import declared_models
from beenthere.directory.seed import load_seed as load_directory
from beenthere.directory.tests.make import service as listed_service
from beenthere.experience.actions import choose_words
from beenthere.home.promises import PROMISES
from beenthere.orgs.actions import open_organisation
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions as plans
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
    lists = [reverse(f"{app}:list") for app in ("training", "work")]
    lists += [reverse("directory:organisations"), reverse("directory:services"), listed_service().get_absolute_url()]
    for address in lists:
        for query in ("", "?q=school"):
            shown = [without_marks(client.get(address + query).content) for client in (told, silent)]
            assert shown[0] == shown[1]


def forms_below(form: type[BaseForm]) -> Iterator[type[BaseForm]]:
    for each in form.__subclasses__():
        yield each
        yield from forms_below(each)


def test_no_table_and_no_form_has_a_place_for_a_diagnosis() -> None:
    assert get_resolver().url_patterns  # every screen, and so every form, is loaded now
    asked = {field.name for model in declared_models() for field in model._meta.get_fields()}
    asked |= {name for form in forms_below(BaseForm) for name in getattr(form, "base_fields", {})}
    assert {"dream", "words", "new_own"} <= asked
    assert [name for name in asked if re.search(r"diagnos|symptom|medic|illness|disorder|disease", name)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_tells_how_much_of_a_person_is_done(language: str) -> None:
    amara = person("Amara", language=language)
    path = plans.start_path(by=amara, aim="Baking", kind="learning", hours=3)
    plans.finish_step(by=amara, step=plans.add_step(by=amara, text="Ring the school", paths=[path]))
    late = clock.today() - dt.timedelta(days=30)
    plans.add_step(by=amara, text="Pay the fees", on=late, paths=[path])
    page = signed_in(amara).get(f"/{language}/plan/").content.decode()
    told = re.sub(r"<[^>]*>", " ", page[page.index("<main") : page.index("</main")])
    assert "Baking" in told
    assert not re.search(r"%|overdue|too late|failed|missed|en retard|échou|manqué", told, re.IGNORECASE)


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
