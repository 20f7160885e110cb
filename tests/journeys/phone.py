"""A phone in somebody's hand: what a person does with a screen, said with the words that stand on it."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext
from playwright.sync_api import Browser, Locator, expect

from tests.browser import open_page

Words = str | Promise
expect.set_options(timeout=10_000)  # as long as `open_page` waits for a button: the machine may be busy
HELD_ADDRESS = re.compile(r'(?:href|action|hx-post)="(/[^"#]*)')


class Phone:
    """The screens of one person, in one language, on 390 pixels."""

    def __init__(self, browser: Browser, address: str, *, language: str, javascript: bool = True) -> None:
        self.page = open_page(browser, address, language=language, javascript=javascript)
        self.language = language
        self.visited: set[str] = set()
        self.page.on("request", lambda request: self.visited.add(urlsplit(request.url).path))

    # What stands on the screen

    def say(self, words: Words, *, context: str = "", **parts: Any) -> str:
        """The words of a screen in this person's language, as a browser tells them."""
        with translation.override(self.language):
            told = words if isinstance(words, Promise) else pgettext(context, words) if context else gettext(words)
            text = str(told) % parts if parts else str(told)
        return _plain(text)

    def say_number(self, one: str, many: str, number: int, **parts: Any) -> str:
        """The same for words that depend on a number."""
        with translation.override(self.language):
            return _plain(ngettext(one, many, number) % parts)

    def sees(self, words: Words, *, context: str = "", **parts: Any) -> None:
        expect(self.main).to_contain_text(self.say(words, context=context, **parts))

    def does_not_see(self, words: Words) -> None:
        expect(self.main).not_to_contain_text(self.say(words))

    def reads(self, own_words: str) -> None:
        """See what somebody wrote, which is never translated."""
        expect(self.main).to_contain_text(own_words)

    def does_not_read(self, own_words: str) -> None:
        expect(self.main).not_to_contain_text(own_words)

    def is_on(self, title: Words, **parts: Any) -> None:
        """Find oneself on the screen with this heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.say(title, **parts))

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    # What one does

    def opens(self, path: str) -> None:
        self.page.goto(path, wait_until="domcontentloaded")

    def goes_to(self, place: Words, *, context: str = "") -> None:
        """Use the navigation at the top."""
        name = re.compile(f"^{re.escape(self.say(place, context=context))}")
        self._leads_on(self.page.locator(".nav").get_by_role("link", name=name))

    def follows(self, words: Words, *, context: str = "", nth: int = 0, whole: bool = False, **parts: Any) -> None:
        """Follow a link."""
        name = self.say(words, context=context, **parts)
        self._leads_on(self.page.get_by_role("link", name=name, exact=whole).nth(nth))

    def presses(self, words: Words, *, context: str = "", about: str = "", whole: bool = False, **parts: Any) -> None:
        """Press a button that leads to another screen."""
        self._leads_on(self._button(words, context, about, whole, parts))

    def touches(self, words: Words, *, context: str = "", about: str = "", **parts: Any) -> None:
        """Press a button that may change the screen in place."""
        self._button(words, context, about, bool(about), parts).click()

    def writes(self, own_words: str, *, into: Words, **parts: Any) -> None:
        self.main.get_by_label(self.say(into, **parts)).first.fill(own_words)

    def ticks(self, choice: Words, *, under: Words | None = None, context: str = "") -> None:
        self._among(under).get_by_label(self.say(choice, context=context), exact=True).check()

    def picks(self, choice: Words, *, for_: Words, **parts: Any) -> None:
        """Pick from a list that folds down."""
        self.main.get_by_label(self.say(for_, **parts)).select_option(label=self.say(choice))

    def unfolds(self, words: Words) -> None:
        details = self.main.locator("details").filter(has_text=self.say(words)).first
        if details.get_attribute("open") is None:
            details.locator("summary").click()

    def keeps(self, words: Words, folder: Path) -> Path:
        """Press a button that gives a file."""
        with self.page.expect_download() as given:
            self._button(words, "", "", True, {}).click()
        file = folder / given.value.suggested_filename
        given.value.save_as(file)
        return file

    def addresses_held(self) -> set[str]:
        """Every address that this screen leads to or sends to."""
        return set(HELD_ADDRESS.findall(self.page.content()))

    def _button(self, words: Words, context: str, about: str, whole: bool, parts: dict[str, Any]) -> Locator:
        name = f"{self.say(words, context=context, **parts)} {about}".strip()
        return self.page.get_by_role("button", name=name, exact=whole).first

    def _among(self, under: Words | None) -> Locator:
        return self.main.get_by_role("group", name=self.say(under)) if under else self.main

    def _leads_on(self, target: Locator) -> None:
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            target.click()


def _plain(text: str) -> str:
    """Hard spaces become soft ones, as in what a browser tells of a screen."""
    return re.sub(r"\s+", " ", text)
