"""The training pages: search, narrowing down, every fact with its source, in both languages."""

import re

import pytest
from django.test import Client

from beenthere.training.models import Training
from beenthere.training.seed import load_seed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def seed() -> None:
    load_seed()


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def names_on(html: str) -> list[str]:
    return re.findall(r'<h2><a href="[^"]*" lang="\w+">([^<]*)', html)


def test_the_list_begins_with_what_can_be_taken_in_ones_language(client: Client) -> None:
    assert len(names_on(page(client, "/en/training/"))) == 15
    assert names_on(page(client, "/fr/training/"))[0].startswith("Formation")
    assert "55 trainings" in page(client, "/en/training/")


def test_searching_without_accents_finds_a_french_training(client: Client) -> None:
    html = page(client, "/en/training/?q=quebecoise")
    assert names_on(html)[0].startswith("Formation québécoise")
    assert 'lang="fr">Formation québécoise' in html
    assert "(in French)" in html


def test_narrowing_down_keeps_only_what_fits_and_counts_the_rest(client: Client) -> None:
    html = page(client, "/en/training/?province=QC&language=fr")
    assert "4 trainings" in html
    assert "French ✕" in re.sub(r"<[^>]+>", "", html)
    assert "families and those close to somebody (2)" in html


def test_what_is_given_in_all_of_canada_is_found_in_each_province(client: Client) -> None:
    names = names_on(page(client, "/en/training/?province=YT"))
    assert any(name.startswith("Peer Supporter Certification") for name in names)


def test_what_is_over_stays_out_of_the_way_until_it_is_asked_for(client: Client) -> None:
    assert "0 trainings" not in page(client, "/en/training/?q=opdi")
    assert "OPDI Peer Support Core Skills" not in page(client, "/en/training/?q=opdi+core+skills")
    assert "OPDI Peer Support Core Skills" in page(client, "/en/training/?q=opdi+core+skills&standing=")


def test_an_empty_result_says_what_could_be_let_go(client: Client) -> None:
    html = page(client, "/en/training/?province=NU&language=fr")
    assert "We know of no training like this." in html
    assert 'href="?standing=now&amp;province=NU&amp;language="' in html


def test_a_slip_is_told(client: Client) -> None:
    assert "We searched for “retablissement”" not in page(client, "/en/training/?q=famille")
    assert "We searched for" in page(client, "/en/training/?q=saskatooon")


ODD = ["?q=%00", "?page=zzz", "?province=%27", "?q=" + "x" * 5000, "?page=99", "?standing=now%00"]


@pytest.mark.parametrize("query", ODD)
def test_nothing_typed_breaks_the_list(client: Client, query: str) -> None:
    assert "<h1>" in page(client, "/fr/training/" + query)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_shows_source_and_age_and_who_checked(client: Client, language: str) -> None:
    checked = {"en": "not yet checked here", "fr": "pas encore vérifi"}[language]
    for training in Training.objects.all():
        html = page(client, f"/{language}/training/{training.slug}/")
        assert training.source_url.replace("&", "&amp;") in html
        assert training.source_date in html
        assert checked in html
    list_page = page(client, f"/{language}/training/")
    assert list_page.count(checked) == len(names_on(list_page))


def test_facts_that_the_source_does_not_tell_are_named_as_such(client: Client) -> None:
    training = Training.objects.get(name="MHRC Peer Support Training")
    assert "Not stated: How · Language · Cost ·" in page(client, f"/en/training/{training.slug}/")


def test_the_french_page_tells_everything_in_french_but_the_name(client: Client) -> None:
    training = Training.objects.get(name="School of Peer Support")
    html = page(client, f"/fr/training/{training.slug}/")
    assert "83 h en classe et 50 h de stage" in html
    assert "selon le revenu" in html
    assert html.count("foreign-mark") == 1


def test_a_training_that_does_not_exist_is_not_found(client: Client) -> None:
    assert client.get("/en/training/no-such-training/").status_code == 404
