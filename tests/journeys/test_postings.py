"""Amara looks for a job near her, in her language, and keeps one to apply for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.plans.models import Application
from beenthere.work.seed import load_seed
from beenthere.work.tests.make_postings import DESK, IN_FRENCH, KITCHEN, bring_in, line, monthly
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [
    pytest.mark.journey,
    pytest.mark.both,
    pytest.mark.django_db(transaction=True, databases=["default", "keys"]),
]


@pytest.fixture
def a_month(tmp_path: Path) -> None:
    """Both files of a month, as an operator brings them in."""
    load_seed()
    bring_in(monthly(tmp_path, line(KITCHEN), line(DESK)))
    bring_in(monthly(tmp_path, line(KITCHEN | IN_FRENCH), name="fr.csv"), "fr")


def looks_near(phone: Peer, place: str) -> None:
    """Ask what is offered within reach of a place."""
    at(phone, "work:list")
    phone.follows("Jobs that are offered")
    phone.page.locator("details.narrow > summary").click()
    phone.page.locator("input[name=near]").fill(place)
    is_well(phone)
    phone.presses("Show these")


FOUND = {"en": "Kitchen helper", "fr": "Aide de cuisine"}


def test_a_job_is_found_near_by_and_kept(phone_of: Callable[[Person], Peer], a_month: None, language: str) -> None:
    phone = phone_of(person("Amara", language=language))
    looks_near(phone, "Halifax")
    assert phone.page.locator(".cards h2").all_inner_texts() == [FOUND[language]]
    phone.page.locator(".cards h2 a").click()
    is_well(phone)
    phone.follows("Keep as an application")
    phone.presses("Keep it")
    assert str(Application.objects.get()) == FOUND[language]
