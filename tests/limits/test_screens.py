"""The two screens of this folder, as a browser shows them: readable, in both languages, with what was typed."""

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from beenthere.core import keys, limits
from beenthere.people.tests import make
from tests.browser import axe_finds

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])
DREAM = "To bake for my street and to have Sundays"


def sends_a_dream(phone: Page, live_server: object, language: str, dream: str) -> None:
    with keys.held():
        session = make.signed_in(make.person("Amara")).cookies["sessionid"].value
    phone.context.add_cookies([{"name": "sessionid", "value": session, "url": str(live_server)}])
    phone.goto(f"/{language}/plan/dream/")
    phone.locator("textarea").first.fill(dream)
    phone.locator("main form button.button").first.click()


def test_too_fast(phone: Page, live_server: object, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LIMITS_HOLD", True)
    monkeypatch.setattr(limits, "FORM", limits.Limit("form", 0, 90))
    sends_a_dream(phone, live_server, language, DREAM)
    expect(phone.locator("textarea")).to_have_value(DREAM)
    expect(phone.locator("main")).to_contain_text("2 minutes")
    assert axe_finds(phone) == []


def test_too_much(phone: Page, live_server: object, language: str) -> None:
    sends_a_dream(phone, live_server, language, "a" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    expect(phone.locator("h1")).to_have_text(
        {"en": "We could not read this", "fr": "Nous n’avons pas pu lire ceci"}[language]
    )
    assert axe_finds(phone) == []
