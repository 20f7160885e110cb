"""A real browser, as a phone holds it: Debian's Chromium driven by Playwright, without any network but loopback."""

import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE: ViewportSize = {"width": 390, "height": 844}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run."""
    # The one without windows needs a third less of the machine for each page.
    executable = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert executable, "Chromium is not installed: apt-get install chromium-headless-shell"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    """Everything that uses this runs in English and in French."""
    return str(request.param)


def open_page(browser: Browser, address: str, *, language: str = "en", javascript: bool = True) -> Page:
    """A fresh person with a phone: no cookies, one language; an error on a page fails the test that looks."""
    context = browser.new_context(
        base_url=address, viewport=PHONE, locale=f"{language}-CA", java_script_enabled=javascript, has_touch=True
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script error on {page.url}: {error}"))
    return page


@pytest.fixture
def phone(browser: Browser, live_server: object, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a phone; in the test's language if it names one."""
    yield from _page(browser, live_server, request, javascript=True)


@pytest.fixture
def page_without_javascript(browser: Browser, live_server: object, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The same phone with scripts switched off."""
    yield from _page(browser, live_server, request, javascript=False)


def _page(browser: Browser, server: object, request: pytest.FixtureRequest, *, javascript: bool) -> Iterator[Page]:
    language = request.getfixturevalue("language") if "language" in request.fixturenames else "en"
    page = open_page(browser, str(server), language=language, javascript=javascript)
    yield page
    page.context.close()


def axe_finds(page: Page) -> list[str]:
    """What axe-core has against this page, a line each; empty is good."""
    # Only what is wrong: telling all that is right as well takes longer than looking.
    options = {"runOnly": AXE_RULES, "resultTypes": ["violations"]}
    page.evaluate(AXE_SCRIPT)
    violations = page.evaluate("options => axe.run(document, options).then(told => told.violations)", options)
    return [
        f"{page.url}: {violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in violations
        for node in violation["nodes"]
    ]
