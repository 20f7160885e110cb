"""Trainings side by side: what differs first; one can take one out and search for another."""

import re

import pytest
from django.test import Client

from beenthere.training.tests.make import training

pytestmark = pytest.mark.django_db
ADDRESS = "/en/training/compare/"


def compared(client: Client, *slugs: str, query: str = "", language: str = "en") -> str:
    answer = client.get(ADDRESS.replace("en", language, 1), {"t": list(slugs)} | ({"q": query} if query else {}))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def slugs() -> list[str]:
    made = [
        training("Listening well", hours="40", cost="0", delivery="online"),
        training("Walking beside", hours="18", delivery="online", city="Iqaluit", province="NU"),
    ]
    return [each.slug for each in made]


def test_what_differs_comes_first_and_what_is_the_same_once(client: Client, slugs: list[str]) -> None:
    html = compared(client, *slugs)
    differing, same = html.split("What is the same")
    assert re.search(r'scope="row">Hours</th><td.*?</span>40</td><td.*?</span>18</td>', differing)
    assert re.search(r'scope="row">Cost</th><td.*?</span>free</td><td.*?</span>not stated</td>', differing)
    assert "<dt>How</dt><dd>" in same
    assert 'scope="row">How</th>' not in differing
    assert re.search(r"Stated for none of them: [^<]*Practicum", same)


def test_units_are_not_mixed(client: Client) -> None:
    made = [training("By hours", hours="20"), training("By days", days="3")]
    html = compared(client, *(each.slug for each in made))
    assert re.search(r'row">Hours</th><td.*?</span>20</td><td.*?</span>not stated</td>', html)
    assert re.search(r'row">Length to compare</th><td.*?</span>up to 21 hours.*?cannot be compared', html)


def test_one_is_taken_out_and_another_added_by_links(client: Client, slugs: list[str]) -> None:
    html = compared(client, *slugs)
    assert f'href="{ADDRESS}?t={slugs[1]}"' in html
    third = training("Sitting quietly")
    html = compared(client, *slugs, query="sitting quietly")
    assert f'href="{ADDRESS}?t={slugs[0]}&amp;t={slugs[1]}&amp;t={third.slug}"' in html
    assert f'<input type="hidden" name="t" value="{slugs[0]}">' in html


def test_the_page_of_a_training_carries_the_chosen_ones_on(client: Client, slugs: list[str]) -> None:
    html = client.get(f"/en/training/{slugs[0]}/", {"t": slugs[1]}).content.decode()
    assert f'href="{ADDRESS}?t={slugs[1]}&amp;t={slugs[0]}"' in html


def test_four_is_the_most(client: Client) -> None:
    made = [training(f"Number {number}").slug for number in range(6)]
    html = compared(client, *made)
    assert html.count("Take it out") == 4
    assert "Four is the most." in html
    assert 'role="search"' not in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_typed_breaks_the_comparison(client: Client, slugs: list[str], language: str) -> None:
    assert 'role="search"' in compared(client, language=language)
    assert 'role="table"' not in compared(client, slugs[0], slugs[0], "no-such", "\x00", "'", language=language)
    assert 'role="table"' in compared(client, *slugs, *["x"] * 250, query="%\x00'", language=language)
