"""A full plan on a phone: it fits, it can be read by everybody, and a button changes the page without leaving it."""

import pytest
from playwright.sync_api import Page, expect

from beenthere.core import clock, keys
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions
from beenthere.plans.models import Pace, Path, Step
from beenthere.plans.tests import make
from tests.browser import axe_finds

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]
KINDS = ["job", "job", "job", "learning", "own", "self_employment"]


def full_plan() -> Person:
    """Six paths, one of them resting, with steps of every sort and more hours taken on than there are."""
    with keys.held():
        amara, benoit = person("Amara"), person("Benoît")
        make.plan(amara, hours=35)
        paths = [make.path(amara, aim=f"Path {number}", kind=kind, hours=8) for number, kind in enumerate(KINDS)]
        actions.pace_path(by=amara, path=paths[4], pace=Pace.RESTING)
        make.step(amara, paths[0], paths[2], paths[5], text="A step for three", on=clock.today(amara))
        actions.finish_step(by=amara, step=make.step(amara, paths[1], text="Done before"))
        make.step(amara, text="On no path yet")
        make.shared(paths[3], benoit)
        make.suggestion(paths[3], benoit)
        make.support(amara)
    return amara


def open_plan(page: Page, address: str, somebody: Person, language: str) -> None:
    cookie = signed_in(somebody).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": address}])
    page.goto(f"{address}/{language}/plan/")


def test_a_full_plan_fits_and_can_be_read_by_everybody(phone: Page, live_server: object, language: str) -> None:
    open_plan(phone, str(live_server), full_plan(), language)
    assert axe_finds(phone) == []
    phone.set_viewport_size({"width": 320, "height": 640})
    assert phone.evaluate("document.documentElement.scrollWidth") == 320


def test_done_and_a_rating_change_the_page_without_leaving_it(phone: Page, live_server: object) -> None:
    open_plan(phone, str(live_server), full_plan(), "en")
    phone.evaluate("window.stillHere = true")
    phone.get_by_role("button", name="Helped").click()
    expect(phone.get_by_role("button", name="Helped")).to_have_attribute("aria-pressed", "true")
    expect(phone.get_by_role("button", name="Helped")).to_be_focused()
    phone.get_by_role("button", name="Done A step for three").click()
    expect(phone.get_by_role("status")).to_contain_text("Done. It stays on your road.")
    expect(phone.get_by_role("status")).to_be_focused()
    expect(phone.get_by_role("heading", name="On no path yet")).to_be_visible()
    assert phone.evaluate("window.stillHere")
    assert Step.objects.exclude(done_on=None).count() == 2


def test_without_scripts_the_same_buttons_do_the_same(page_without_javascript: Page, live_server: object) -> None:
    page = page_without_javascript
    open_plan(page, str(live_server), full_plan(), "en")
    page.get_by_role("button", name="Helped").click()
    expect(page.get_by_role("button", name="Helped")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Done A step for three").click()
    expect(page.get_by_role("heading", name="On no path yet")).to_be_visible()


def test_a_path_begins_with_the_keyboard_alone(phone: Page, live_server: object) -> None:
    with keys.held():
        amara = person("Amara")
    open_plan(phone, str(live_server), amara, "en")
    phone.get_by_role("link", name="A path").focus()
    phone.keyboard.press("Enter")
    phone.get_by_label("Where does it lead?").press_sequentially("Baking")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("link", name="Baking")).to_be_visible()
    assert Path.objects.count() == 1
