import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from beenthere.people.models import Person
from beenthere.people.tests.make import signed_in
from beenthere.talk import actions, reads
from beenthere.talk.tests.make import pair
from tests.browser import axe_finds


def sign_in(page: Page, person: Person, address: str) -> None:
    cookie = signed_in(person).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": address}])


@pytest.mark.both
def test_reading_marks_as_read_by_itself_and_one_answers(phone: Page, live_server: object) -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text="Can we talk on Sunday?")
    sign_in(phone, benoit, str(live_server))
    phone.goto(reverse("talk:with", args=[amara.pk]))
    expect(phone.get_by_role("button", name="I have read this")).to_have_count(0)
    assert reads.new_count(benoit) == 0
    phone.get_by_label("Your words").fill("Sunday it is.")
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_text("Sunday it is.")).to_be_visible()
    assert axe_finds(phone) == []


def test_without_javascript_a_button_marks_as_read(page_without_javascript: Page, live_server: object) -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text="Can we talk on Sunday?")
    sign_in(page_without_javascript, benoit, str(live_server))
    page_without_javascript.goto(reverse("talk:with", args=[amara.pk]))
    page_without_javascript.get_by_role("button", name="I have read this").click()
    expect(page_without_javascript.get_by_role("heading", name="Messages")).to_be_visible()
    assert reads.new_count(benoit) == 0
