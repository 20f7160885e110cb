"""Somebody sits down at the library computer after Amara: back button, history, cookies, caches, forms, downloads."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page

from beenthere.core import middleware
from beenthere.home import views
from beenthere.people.tests import make
from tests.attackers.tries import private_addresses, sent, words_in
from tests.browser import open_page
from tests.guards.test_access_matrix import address_of, addresses
from tests.limits.test_headers import OPEN_DATA
from tests.world import PRIVATE, World, arguments, build

pytestmark = pytest.mark.sqlite_only
HELD_BACK = {"no-store", "private"}
OWN_PLACES = ("/en/plan/", "/en/me/", "/en/me/about/", "/en/talk/", "/en/matching/", "/en/")


def pages_of_amara(world: World) -> dict[str, HttpResponse]:
    """Every page that she can open, as the browser got it."""
    client, known = make.signed_in(world.amara), arguments(world)
    named = sorted(set(addresses()) - {("home:leave", ())})
    return {name: client.get(address_of(name, given, known)) for name, given in named}  # type: ignore[misc]


def may_be_kept(page: HttpResponse) -> bool:
    return not {part.strip() for part in page.headers.get("Cache-Control", "").split(",")} >= HELD_BACK


def test_no_page_of_hers_may_stay_in_any_cache(world: World) -> None:
    pages = pages_of_amara(world)
    assert len(pages) > 80
    assert {name for name, page in pages.items() if words_in(page) and may_be_kept(page)} == set()
    whole = {name for name, page in pages.items() if page.status_code == 200 and name.split(":")[0] != "core"}
    ours = whole - OPEN_DATA  # the same for everybody, and told so to every cache
    assert {name for name in ours if may_be_kept(pages[name])} == set()


def text_fields(page: HttpResponse) -> list[str]:
    """The fields into which words are typed on one line: browsers remember these by their names."""
    found = re.findall(r'<input type="(?:text|number|date)"[^>]*>', sent(page).decode(errors="replace"))
    return [field for field in found if "autocomplete=" not in field]


def test_no_field_of_hers_is_offered_again_to_whoever_types_next(world: World) -> None:
    pages = {name: page for name, page in pages_of_amara(world).items() if page.status_code == 200}
    asks = {name: fields for name, page in pages.items() if name != "core:gallery" and (fields := text_fields(page))}
    assert asks == {}


@pytest.mark.parametrize("way", ["sign out", "leave", "erase"])
def test_nothing_of_hers_is_left_in_the_browser(world: World, way: str) -> None:
    client = make.signed_in(world.amara)
    client.get(reverse("plans:plan"))
    session = client.cookies["sessionid"].value
    confirmed = {"passphrase": make.PASSPHRASE, "sure": "on"}
    answer = {
        "sign out": lambda: client.post(reverse("people:sign-out")),
        "leave": lambda: client.get(reverse("home:leave")),
        "erase": lambda: client.post(reverse("people:erase"), confirmed),
    }[way]()
    assert answer.status_code == 302
    assert '"storage"' in answer.headers["Clear-Site-Data"]
    assert {name for name, cookie in client.cookies.items() if cookie.value} <= {"csrftoken", "sessionid"}
    assert session not in {cookie.value for cookie in client.cookies.values()}
    addresses_ = [*private_addresses(world).values(), *OWN_PLACES]
    assert {word for each in addresses_ for word in words_in(client.get(each))} == set()  # type: ignore[arg-type]


def test_a_copied_session_key_is_worth_nothing_after_leaving(world: World) -> None:
    client, other = make.signed_in(world.amara), Client()
    other.cookies["sessionid"] = client.cookies["sessionid"].value
    client.get(reverse("home:leave"))
    assert other.get(reverse("plans:plan")).status_code == 302


def test_a_half_written_text_is_kept_for_her_and_shown_to_nobody_else(world: World) -> None:
    amara, dana = make.signed_in(world.amara), make.signed_in(world.dana)
    page = amara.get(reverse("plans:dream")).content.decode()
    mark = re.search(r'name="page_of" value="([^"]+)"', page)
    assert mark
    half = {"page_of": mark[1], "dream": "A half sentence of Amara about the sea"}
    Client().post(reverse("plans:dream"), half)
    words = {"half": half["dream"]}
    assert [words_in(dana.get(each), words) for each in OWN_PLACES] == [set()] * len(OWN_PLACES)  # type: ignore[arg-type]
    assert words_in(dana.post(reverse("plans:dream"), half), words) <= {"half"}  # type: ignore[arg-type]


def test_whoever_downloads_is_told_to_think_of_the_next_person(world: World) -> None:
    page = make.signed_in(world.amara).get(reverse("people:download")).content.decode()
    assert "shared device" in page
    packed = make.signed_in(world.amara).post(reverse("people:download"), {"passphrase": make.PASSPHRASE})
    assert not may_be_kept(packed)  # type: ignore[arg-type]
    assert packed.headers["Content-Disposition"].startswith("attachment")


def seen_by_whoever_comes_next(page: Page, address: str) -> str:
    """Everything the back button and the history still show after Amara left by `address`."""
    titles = []
    for place in ("/en/plan/", "/en/plan/dream/", "/en/me/about/words/"):
        page.goto(place)
        titles.append(page.title())
    page.locator("textarea").first.fill("A half sentence of Amara about the sea")
    page.goto(address)
    seen = []
    for _ in range(3):
        page.go_back(wait_until="load")
        seen.append(page.content())
        seen += [field.input_value() for field in page.locator("textarea").all()]
    kept = page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])")
    return "\n".join([*seen, *titles, kept, str(page.context.cookies())])


@pytest.fixture
def library(browser: Browser, live_server: object, monkeypatch: pytest.MonkeyPatch) -> Page:
    # The page to which one leaves lies elsewhere, where no test may go.
    monkeypatch.setitem(views.ELSEWHERE, "en", "/en/help-now/")
    amara = build().amara
    page = open_page(browser, str(live_server))
    cookie = make.signed_in(amara).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": str(live_server)}])
    return page


LEAVES = "/en/leave/"


def test_the_back_button_shows_nothing_of_hers(library: Page) -> None:
    seen = seen_by_whoever_comes_next(library, LEAVES)
    library.context.close()
    assert "Sign in" in seen
    assert [words for words in (*PRIVATE.values(), "half sentence of Amara") if words in seen] == []


def test_it_bites_where_she_only_goes_elsewhere(library: Page) -> None:
    seen = seen_by_whoever_comes_next(library, "/en/help-now/")
    library.context.close()
    assert PRIVATE["dream"] in seen


def test_it_bites_where_pages_may_be_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "add_never_cache_headers", lambda response: None)
    with pytest.raises(AssertionError):
        test_no_page_of_hers_may_stay_in_any_cache(world)


def test_it_bites_where_leaving_forgets_to_sign_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "logout", lambda request: None)
    with pytest.raises(AssertionError):
        test_a_copied_session_key_is_worth_nothing_after_leaving(world)
