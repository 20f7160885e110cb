"""A visitor without an account compares trainings, corrects one, and follows that with a code."""

import datetime as dt
from collections.abc import Callable

import pytest

from beenthere.core import guarded
from beenthere.people.models import Person
from beenthere.training.models import Proposal
from beenthere.training.tests.make import training
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


def test_a_visitor_corrects_a_price_and_takes_it_back(
    phone_of: Callable[[Person | None], Peer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded, "LEAST", dt.timedelta(0))
    visitor = phone_of(None)
    at(visitor, "training:page", training("Listening well", hours="40", cost="300").slug)
    visitor.follows("Something here is wrong")
    visitor.unfolds("Cost and start")
    visitor.writes("250", into="Cost")
    visitor.writes("https://example.org/fees", into="Where does it stand?")
    is_well(visitor)
    visitor.presses("Send it to the committee")
    code = visitor.main.locator(".code").inner_text()
    assert Proposal.objects.get().facts == {"cost": "250"}
    visitor.follows("See what became of it")
    visitor.writes(code.lower(), into="Your code")
    visitor.presses("Look", context="with a code")
    is_well(visitor)
    visitor.presses("Take it back", context="a proposal")
    visitor.sees("It is taken back. What you wrote about how you know is forgotten.")


def test_the_policy_lets_the_data_for_search_engines_stand(phone_of: Callable[[Person | None], Peer]) -> None:
    visitor, refused = phone_of(None), []
    visitor.page.on("console", lambda said: refused.append(said.text))
    at(visitor, "training:page", training("Listening well", hours="40").slug)
    is_well(visitor)
    assert visitor.page.locator('script[type="application/ld+json"]').count() == 1
    assert [words for words in refused if "Content Security" in words] == []


def test_a_visitor_puts_two_side_by_side_on_a_phone(phone_of: Callable[[Person | None], Peer]) -> None:
    made = training("Listening well", hours="40", cost="0")
    training("Walking beside", hours="18")
    visitor = phone_of(None)
    at(visitor, "training:page", made.slug)
    visitor.follows("Compare with others")
    visitor.page.get_by_role("searchbox").fill("walking")
    visitor.presses("Search")
    visitor.follows("Add to the comparison")
    visitor.is_on("Trainings side by side")
    is_well(visitor)
    row = visitor.page.get_by_role("row").filter(has=visitor.page.get_by_role("rowheader", name=visitor.say("Hours")))
    assert [cell.inner_text().split("\n")[-1] for cell in row.get_by_role("cell").all()] == ["40", "18"]
    assert visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_on_paper_the_letters_are_large_and_the_addresses_stand_there(
    phone_of: Callable[[Person | None], Peer],
) -> None:
    visitor = phone_of(None)
    at(visitor, "training:page", training("Listening well", hours="40").slug)
    visitor.page.wait_for_load_state()  # with the style for paper
    visitor.page.emulate_media(media="print")
    sizes = "getComputedStyle(document.querySelector('.facts dd')).fontSize"
    link = "getComputedStyle(document.querySelector('.checked a'), '::after').content"
    assert float(visitor.page.evaluate(sizes).removesuffix("px")) >= 24  # 18 points
    assert "https://example.org/page" in visitor.page.evaluate(link)
    assert not visitor.page.locator("nav").first.is_visible()
    assert visitor.page.locator(".sources").is_visible()
