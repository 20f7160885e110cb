"""What goes wrong on a tired day: a plain sentence beside the field, and nothing typed is lost."""

import datetime as dt
import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser, expect

from beenthere.consent.actions import connect
from beenthere.core import clock, keys
from beenthere.matching.models import MatchRequest
from beenthere.people.models import Person
from beenthere.people.tests.make import PASSPHRASE, joined, person, signed_in
from beenthere.plans.models import Path, Step
from beenthere.plans.reads import plan_of
from beenthere.plans.tests import make
from beenthere.work.seed import load_seed as load_occupations
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]
LONG_AGO = "2020-01-31"
NO_NUMBER = "Please write the hours as a number, like 12 or 7.5."
PASSED = "That day has passed. Pick today or a later day."
PASSED_OR_EMPTY = "That day has passed. Pick today or a later day, or leave it empty."
NO_INVITATION = "No open invitation has this code. Check each letter, or ask whoever gave it to you for a new one."
NO_OCCUPATION = "No occupation here has this name. You can leave it empty: your own words above are enough."
DREAM = "To bake for my street and to have Sundays."


@pytest.fixture
def phone_of(browser: Browser, live_server: object, language: str) -> Callable[[Person], Peer]:
    """Anybody's phone, signed in; without scripts, so that the site answers and not the browser."""

    def hand_over(somebody: Person) -> Peer:
        phone = Peer(browser, str(live_server), language=language, javascript=False)
        cookie = signed_in(somebody).cookies["sessionid"].value
        phone.page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": str(live_server)}])
        return phone

    return hand_over


def at(phone: Peer, name: str, *args: object) -> None:
    """Open a screen by the name of its address."""
    with translation.override(phone.language):
        phone.opens(reverse(name, args=args))


def is_told(phone: Peer, label: str, sentence: str, *, typed: str) -> None:
    """The sentence stands beside the field and at the top, and what was typed still stands in the field."""
    field = phone.main.get_by_label(phone.say(label)).first
    expect(phone.main.locator(".has-error").filter(has=phone.page.get_by_label(phone.say(label)))).to_contain_text(
        sentence
    )
    expect(phone.page.get_by_role("alert")).to_contain_text(sentence)
    expect(field).to_have_value(typed)


def mistakes(phone: Peer, benoit: Person, path: Path) -> list[tuple[str, list[UUID], str, str, str]]:
    """A screen, its field, what is typed into it, and the sentence that says what is wrong."""
    too_long = "This is %(over)d letter too long. Please shorten it a little."
    over = phone.say_number(too_long, "This is %(over)d letters too long. Please shorten it a little.", 7, over=7)
    return [
        ("plans:dream", [], "My dream", "a" * 2007, over),
        ("plans:path-new", [], "Where does it lead?", "a" * 207, over),
        ("plans:support-new", [], "What would help me, or helps already?", "a" * 207, over),
        ("talk:with", [benoit.pk], "Your words", "a" * 4007, over),
        ("plans:hours", [], "Hours a week that I have for my paths", "many", phone.say(NO_NUMBER)),
        ("plans:step-new", [], "By which day?", LONG_AGO, phone.say(PASSED_OR_EMPTY)),
        ("plans:share", [path.pk], "Until which day?", LONG_AGO, phone.say(PASSED)),
        ("orgs:enter-code", [], "The code on your card", "nonsense", phone.say(NO_INVITATION)),
    ]


def test_each_main_form_says_what_is_wrong_and_keeps_what_was_typed(phone_of: Callable[[Person], Peer]) -> None:
    load_occupations()
    with keys.held():
        amara, benoit = person("Amara"), person("Benoît")
        path = make.path(amara)
        connect(one=amara.pk, other=benoit.pk, reason="match")
    phone = phone_of(amara)
    for name, arguments, label, typed, sentence in mistakes(phone, benoit, path):
        at(phone, name, *arguments)
        phone.writes(typed, into=label)
        phone.main.locator("form[method=post] button.button").first.click()
        is_told(phone, label, sentence, typed=typed)
    assert not Step.objects.exists()
    assert Path.objects.count() == 1
    phone.page.context.close()


def test_what_is_no_place_and_what_is_no_occupation_is_asked_about(phone_of: Callable[[Person], Peer]) -> None:
    load_occupations()
    phone = phone_of(person("Amara"))
    at(phone, "experience:part", "area")
    phone.writes("Atlantis", into="Where are you, roughly?")
    phone.presses("Save", whole=True)
    expect(phone.main.locator(".has-error")).to_contain_text("Atlantis")
    expect(phone.main.get_by_label(phone.say("Where are you, roughly?"))).to_have_value("Atlantis")
    at(phone, "plans:path-new")
    phone.writes("Mending the moon", into="Where does it lead?")
    phone.unfolds("Hours, money, an occupation (if you like)")
    phone.writes("Moon mender", into="An occupation it leads to")
    phone.presses("Put it on my road")
    is_told(phone, "An occupation it leads to", phone.say(NO_OCCUPATION), typed="Moon mender")
    expect(phone.main.get_by_label(phone.say("Where does it lead?"))).to_have_value("Mending the moon")
    phone.page.context.close()


def test_a_button_tapped_twice_does_its_thing_once(phone_of: Callable[[Person], Peer]) -> None:
    phone = phone_of(person("Amara"))
    at(phone, "plans:path-new")
    phone.writes("A small bakery", into="Where does it lead?")
    phone.page.locator("input[value=job]").check()
    phone.page.get_by_role("button", name=phone.say("Put it on my road")).dblclick(no_wait_after=True)
    # The second tap breaks off the first answer, so we look where we arrive and not at each way there.
    expect(phone.page).to_have_url(re.compile("/plan/$"))
    phone.reads("A small bakery")
    assert Path.objects.count() == 1
    phone.page.context.close()


def test_a_second_request_from_a_page_left_open_is_not_lost_and_not_made(phone_of: Callable[[Person], Peer]) -> None:
    amara = person("Amara")
    phone, tablet = phone_of(amara), phone_of(amara)
    for screen, words in [(phone, "Evenings are best."), (tablet, "Mornings, after all.")]:
        at(screen, "matching:ask")
        screen.writes(words, into="In your own words, what would you like?")
    for screen in (phone, tablet):
        screen.presses("See people")
    tablet.sees("You already asked, and that request is still open. Change it, or take it back first.")
    expect(tablet.page.locator("textarea[name=words]")).to_have_value("Mornings, after all.")
    assert MatchRequest.objects.count() == 1
    phone.page.context.close()
    tablet.page.context.close()


def test_a_page_kept_open_for_a_day_gives_the_text_back(phone_of: Callable[[Person], Peer], language: str) -> None:
    amara = joined("Amara", language)
    phone = phone_of(amara.person)
    at(phone, "plans:dream")
    phone.writes(DREAM, into="My dream")
    Session.objects.update(expire_date=clock.now() - dt.timedelta(days=1))
    phone.presses("Keep it")
    phone.writes(amara.sign_in_word_full, into="Your sign-in word")
    phone.writes(PASSPHRASE, into="Your passphrase")
    phone.presses("Sign in", whole=True)
    phone.sees("You were writing something when your sign-in ran out. It is still here.")
    phone.follows("Read it again")
    phone.is_on("What you had typed")
    phone.presses("Send it now")
    phone.reads(DREAM)
    assert plan_of(amara.person).dream == DREAM
    phone.goes_to("Today")
    phone.does_not_see("You were writing something when your sign-in ran out. It is still here.")
    phone.page.context.close()
