"""The browser the journeys run in: a phone, in one language, with or without scripts, and no other machine."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe_finds


@pytest.mark.both
def test_the_front_page_speaks_the_phones_language(phone: Page, language: str) -> None:
    phone.goto("/")
    expect(phone.locator("html")).to_have_attribute("lang", language)
    assert phone.url.endswith(f"/{language}/")
    assert axe_finds(phone) == []


def test_the_front_page_needs_no_script_and_no_sideways_scrolling(page_without_javascript: Page) -> None:
    page_without_javascript.set_viewport_size({"width": 320, "height": 640})
    page_without_javascript.goto("/en/")
    expect(page_without_javascript.locator("h1")).to_be_visible()
    assert page_without_javascript.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_is_asked_of_another_machine(phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto("/en/")
    home = phone.url.split("/en/")[0]
    assert asked
    assert [url for url in asked if not url.startswith((home, "data:"))] == []
