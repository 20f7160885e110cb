"""Amara makes a French résumé with a five-year break, and takes it along on paper and as a PDF."""

from collections.abc import Callable

import pytest

from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.plans.models import Resume
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


def tells(phone: Peer, kind: str, *words: tuple[str, str]) -> None:
    """Tell one fact in French, whatever the language of the page."""
    at(phone, "plans:resume-fact-new", kind)
    for text, label in words:
        phone.writes(text, into=label)
    phone.page.get_by_label("français").check()
    phone.presses("Keep it")


def test_a_french_resume_with_a_break_is_made_and_taken_along(phone_of: Callable[[Person], Peer]) -> None:
    phone = phone_of(person("Amara"))
    at(phone, "plans:plan")
    phone.follows("My résumés")
    is_well(phone)
    tells(phone, "work", ("Aide-cuisinière", "What did you do there?"), ("2016", "Start"), ("2018", "End"))
    tells(phone, "break", ("Famille et santé", "What would you call it?"), ("2018", "Start"), ("2023", "End"))
    phone.follows("Make a résumé")
    phone.writes("Pour la cuisine", into="What do you call it?")
    phone.page.get_by_label("français").check()
    is_well(phone)
    phone.presses("Make it")
    sheet = phone.page.locator(".resume-sheet")
    headings = ["Amara", "Expérience", "Famille et santé", "Aide-cuisinière"]
    assert sheet.get_by_role("heading").all_inner_texts() == headings
    assert "2018 – 2023" in sheet.inner_text()
    is_well(phone)
    with phone.page.expect_download() as download:
        phone.page.locator("a[href$='/pdf/']").click()
    assert download.value.suggested_filename == "cv.pdf"
    phone.page.emulate_media(media="print")
    assert phone.page.get_by_role("heading", level=1).is_visible() is False
    assert sheet.is_visible()
    assert Resume.objects.get().language == "fr"
