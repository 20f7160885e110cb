from pathlib import Path

import pytest
from django.test import Client

from beenthere.work.seed import load_seed
from beenthere.work.tests.make import bring_in_all

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_differs_comes_first_and_one_can_be_taken_out(client: Client, tmp_path: Path) -> None:
    bring_in_all(tmp_path)
    page = text(client, "/en/work/compare/?o=65200&o=65201&o=nonsense&q=supervisor")
    assert page.index("What differs") < page.index("What is the same")
    assert "$15.20 · $17.20 · $25.00" in page
    assert "/en/work/compare/?o=65201" in page
    assert "o=65200&amp;o=65201&amp;o=62020" in page


def test_four_is_the_most(client: Client) -> None:
    load_seed()
    page = text(client, "/en/work/compare/?o=65200&o=65201&o=63200&o=62020&o=72200")
    assert "Four is the most" in page
    assert "Electricians" not in page


def test_what_is_near_says_why(client: Client, tmp_path: Path) -> None:
    bring_in_all(tmp_path)
    page = text(client, "/en/work/near/?o=65201")
    assert "Food and beverage servers" in page
    assert "the same words in its duties (English)" in page
    assert "belongs to the same family of occupations" in page


def test_words_lead_to_something_to_pick(client: Client) -> None:
    load_seed()
    page = text(client, "/fr/work/near/?q=cuisine")
    assert "J’ai fait cela" in page
    assert "?o=65201" in page


def test_less_asked_leads_to_an_occupation_and_the_group_is_told(client: Client, tmp_path: Path) -> None:
    bring_in_all(tmp_path)
    page = text(client, "/en/work/65200/")
    assert "In the same group" in page
    assert "Food counter attendants" in page
    load_seed()
    assert "What leads here" in text(client, "/en/work/63200/")
    assert "every training that we know of" in text(client, "/en/work/42201/")


def test_liking_gives_ideas_of_several_fields_and_keeps_nothing(client: Client) -> None:
    load_seed()
    page = text(client, "/en/work/interests/?like=plants&like=bike&like=listen")
    assert "Ideas, not an answer" in page
    assert 4 <= page.count('<li class="card">') <= 12
    assert 'value="plants" checked' in page
    assert not client.cookies


def test_ideas_may_be_narrowed_to_what_asks_no_diploma(client: Client) -> None:
    load_seed()
    page = text(client, "/en/work/interests/?like=plants&asks=5")
    assert "Nursery and greenhouse labourers" in page
    assert "A university degree</p>" not in page


def test_nothing_chosen_shows_no_ideas(client: Client) -> None:
    page = text(client, "/en/work/interests/?like=moon&asks=99")
    assert "Ideas, not an answer" not in page
    assert page.count('class="thing"') == 12
