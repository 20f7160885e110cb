"""Every screen in both languages: axe finds nothing, it is light, complete, and asks no other site for anything."""

import gzip
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser, Page, Response

from tests.browser import axe_finds, open_page
from tests.guards.test_access_matrix import NOT_SCREENS, address_of, addresses
from tests.world import World, arguments, build

LANGUAGES = ("en", "fr")
PARTS = 4  # so that no worker is left alone with all of them
FRONT_PAGE, ANY_PAGE = 60_000, 100_000
# A screen is looked at as the first of these who may open it, and these as each of them.
LOOKERS = (None, "amara", "emile", "benoit", "chloe", "greta", "ravi")
AS_EACH = {"home:front", "talk:concern", "talk:concerns"}
AGAIN_SIGNED_IN = ("home:front", "training:page", "work:page", "directory:organisation", "directory:help-now")
WITHOUT_LANGUAGE = {"core:door", "core:healthz", "core:robots", "core:favicon", "core:gallery"}
NOT_LOOKED_AT = NOT_SCREENS | {"home:leave"}  # leaving leads to another site


@dataclass
class Visit:
    """One look at one screen: what was loaded, and from where."""

    page: Page
    weight: int = 0
    strangers: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.on("response", self._weigh)
        self.page.goto(path)  # returns once all that the page asks for has come
        self.page.remove_listener("response", self._weigh)

    def _weigh(self, response: Response) -> None:
        if urlsplit(response.url).hostname not in {"127.0.0.1", "localhost"}:
            self.strangers.append(response.url)
        elif response.status == 200:
            # The server under test does not compress; the real one does (a test of running holds it to that).
            self.weight += len(gzip.compress(response.body()))


def signed_in(world: World, who: str | None) -> Client:
    client = Client()
    if who:
        client.force_login(world.people()[who])
    return client


def screens(world: World, language: str, part: int) -> list[tuple[str, str, str | None]]:
    """One part of the addresses that show a screen to one of the lookers: name, path, and as whom to look."""
    known, found = arguments(world), []
    clients = {who: signed_in(world, who) for who in LOOKERS}
    for name, parameters in sorted(set(addresses()))[part::PARTS]:
        if name.split(":")[-1] in NOT_LOOKED_AT or name in NOT_LOOKED_AT:
            continue
        with translation.override(language):
            path = address_of(name, parameters, known)
        first = next((who for who in LOOKERS if _shows_a_screen(clients[who], path)), "nobody")
        again = LOOKERS[1:] if name in AS_EACH else ["amara"] if name in AGAIN_SIGNED_IN else []
        opens = [who for who in again if who != first and _shows_a_screen(clients[who], path)]
        found += [(name, path, who) for who in [first, *opens] if who != "nobody"]
    return found


def _shows_a_screen(client: Client, path: str) -> bool:
    answer = client.get(path)
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


def complaints(visit: Visit, name: str, language: str) -> list[str]:
    page, found = visit.page, axe_finds(visit.page)
    limit = FRONT_PAGE if name == "home:front" else ANY_PAGE
    if visit.weight > limit:
        found.append(f"{page.url}: weighs {visit.weight} of {limit}")
    found += [f"{page.url}: asks {address}" for address in visit.strangers]
    if name not in WITHOUT_LANGUAGE:
        found += [f"{page.url}: {problem}" for problem in _language_problems(page, language)]
    if page.locator("h1").count() != 1:
        found.append(f"{page.url}: has {page.locator('h1').count()} first headings")
    return found


def _language_problems(page: Page, language: str) -> list[str]:
    path = urlsplit(page.url).path.split("/", 2)[2]
    expected = {code: f"{settings.PUBLIC_ADDRESS}/{code}/{path}" for code in LANGUAGES}
    script = "links => Object.fromEntries(links.map(link => [link.hreflang, link.href.split('?')[0]]))"
    told = page.locator("link[rel=alternate][hreflang]").evaluate_all(script)
    problems = [] if told == expected else [f"tells of its languages {told}"]
    shown = page.locator("html").get_attribute("lang")
    return problems if shown == language else [*problems, f"says that it is in {shown}"]


def narrow_problems(page: Page) -> list[str]:
    """At 320 pixels nothing runs out of the page, and nothing to tap is too small."""
    page.set_viewport_size({"width": 320, "height": 640})
    found = []
    if (over := page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")) > 0:
        found.append(f"{page.url}: {over} pixels too wide at 320")
    small = page.locator("button, .button, .pill, .nav a, select, textarea, .choices label:has(input)").evaluate_all(
        "all => all.filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)"
        ".map(one => one.outerHTML.slice(0, 90))"
    )
    found += [f"{page.url}: hard to tap: {one}" for one in small]
    page.set_viewport_size({"width": 390, "height": 844})
    return found + large_text_problems(page)


def large_text_problems(page: Page) -> list[str]:
    """With text twice as large, nothing runs out of the page, and no button hides a part of what it says."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    cut = page.locator("button, .button, .codes li").evaluate_all(
        "all => all.filter(one => one.offsetParent && one.scrollWidth > one.clientWidth + 1)"
        ".map(one => one.outerHTML.slice(0, 90))"
    )
    page.evaluate("document.documentElement.style.fontSize = ''")
    wide = [f"{page.url}: {over} pixels too wide with large text"] if over > 0 else []
    return [*wide, *(f"{page.url}: cut off with large text: {one}" for one in cut)]


def page_of(browser: Browser, server: object, world: World, who: str | None) -> Page:
    page = open_page(browser, str(server))
    if who:
        session = signed_in(world, who).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": str(server)}])
    return page


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", range(PARTS))
def test_every_screen(browser: Browser, live_server: object, language: str, part: int) -> None:
    world = build()
    todo = screens(world, language, part)
    pages = {who: page_of(browser, live_server, world, who) for who in LOOKERS}
    found = []
    for name, path, who in todo:
        visit = Visit(pages[who])
        visit.open(path)
        found += complaints(visit, name, language) + narrow_problems(pages[who])
    assert len(todo) > 30
    assert found == []


def test_dark_and_forced_colours_stay_readable(browser: Browser, live_server: object) -> None:
    page = open_page(browser, str(live_server))
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        for path in ("/ui/", "/en/", "/fr/help-now/"):
            page.goto(path)
            assert axe_finds(page) == [], scheme
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto("/ui/")
    moving = page.locator("*").evaluate_all(
        "all => all.filter(o => getComputedStyle(o).transitionDuration !== '0s').length"
    )
    assert moving == 0
    bordered = page.locator(".button").first.evaluate("one => getComputedStyle(one).borderTopWidth")
    assert bordered != "0px"


def test_the_keyboard_reaches_everything_and_nothing_covers_it(browser: Browser, live_server: object) -> None:
    page = open_page(browser, str(live_server))
    page.goto("/en/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the page"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    links = page.locator("main a").count()
    covered = []
    for _each in range(links):
        page.keyboard.press("Tab")
        covered += page.evaluate(
            "(() => { const here = document.activeElement.getBoundingClientRect();"
            " const bar = document.querySelector('.always').getBoundingClientRect();"
            " return here.bottom > bar.top + 1 && here.top < bar.bottom ? [document.activeElement.outerHTML] : [] })()"
        )
    assert covered == []


def test_a_broken_screen_is_noticed(browser: Browser, live_server: object) -> None:
    page = open_page(browser, str(live_server))
    visit = Visit(page)
    visit.open("/en/")
    assert complaints(visit, "home:front", "en") + narrow_problems(page) == []
    visit.weight += FRONT_PAGE
    visit.strangers.append("https://elsewhere.example/font")
    page.evaluate(
        "document.documentElement.lang = 'de'; document.querySelector('link[rel=alternate]').remove();"
        "document.querySelector('main').insertAdjacentHTML('beforeend',"
        " '<h1>Two</h1><img src=/static/core/icon.svg><button>x</button><pre>' + 'w'.repeat(400) + '</pre>');"
    )
    told = "\n".join(complaints(visit, "home:front", "en") + narrow_problems(page))
    for problem in (
        "image-alt",
        "weighs",
        "elsewhere",
        "says that it is in de",
        "its languages",
        "first headings",
        "wide",
        "tap",
    ):
        assert problem in told
