"""The project's own cards: complete in both languages, about every challenge, and honest about where they come from."""

import pytest
from django.test import Client

from beenthere.core.challenges import CHALLENGES
from beenthere.core.search import find
from beenthere.library.models import NOTES, Card
from beenthere.library.seed import load_seed, rows

PARTS = {"title", "tried", "helped", "did_not", "tell"}


def test_forty_cards_are_whole_in_both_languages_and_about_every_challenge() -> None:
    all_rows = rows()
    assert len({row["slug"] for row in all_rows}) == len(all_rows) == 40
    assert {row["challenge"] for row in all_rows} == set(CHALLENGES)
    texts = [row[language] for row in all_rows for language in ("en", "fr")]
    assert all(set(text) == PARTS and all(text.values()) for text in texts)
    assert {note for row in all_rows for note in row["notes"]} <= set(NOTES)


@pytest.mark.django_db
def test_a_second_time_changes_nothing_and_what_was_taken_out_of_sight_stays_so(client: Client) -> None:
    load_seed()
    Card.objects.filter(slug="right-to-pass").update(out_of_sight=True)
    load_seed()
    assert Card.objects.count() == 40
    assert client.get("/en/library/right-to-pass/").status_code == 404
    assert find("card", "voisinage")


@pytest.mark.django_db
def test_a_card_of_the_project_says_so_and_shows_its_sources_or_that_one_is_wanted(client: Client) -> None:
    load_seed()
    sourced = client.get("/en/library/five-questions-before-telling/").content.decode()
    assert "https://cpr.bu.edu/resources/family-guide/disclosure-planning/" in sourced
    assert "nobody’s own story" in sourced
    assert "Source recherchée" in client.get("/fr/library/one-ally-first/").content.decode()
