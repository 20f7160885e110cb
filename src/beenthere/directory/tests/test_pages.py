"""The directory's pages: organisations, and whom to call now."""

import re

import pytest
from django.test import Client

from beenthere.core.search import find
from beenthere.directory.models import CrisisLine, ListedOrganisation
from beenthere.directory.reads import first_line
from beenthere.directory.seed import load_seed
from beenthere.orgs.tests.make import organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def seed() -> None:
    load_seed()


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def services_on(html: str) -> list[str]:
    return re.findall(r"<h3>([^<]*)</h3>", html)


def test_everything_comes_in_once_and_a_line_without_a_number_is_left_out() -> None:
    again = load_seed()
    assert (again["organisations"].added, again["organisations"].same, again["organisations"].bad) == (0, 80, [])
    assert (again["lines"].same, len(again["lines"].bad)) == (7, 1)
    assert ListedOrganisation.objects.count() == 80
    assert not CrisisLine.objects.filter(service__contains="CHANNAL").exists()


def test_what_may_have_closed_says_so(client: Client) -> None:
    doubtful = {each.name for each in ListedOrganisation.objects.filter(in_doubt=True)}
    assert doubtful == {"Can-Voice", "West Coast Mental Health Network", "National Network for Mental Health / CCAMHR"}
    assert "May have closed" in page(client, "/en/organisations/?q=can-voice")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("RRASMQ", "RRASMQ (Regroupement des ressources alternatives en santé mentale du Québec)"),
        ("camee", "CAMÉÉ (Centre d'activités pour le maintien de l'équilibre émotionnel)"),
        ("prêts entrepreneurs toronto", "Rise Asset Development"),
        ("PSO", "Psychiatric Survivors of Ottawa"),
        ("friendship centre", "Thunder Bay Indigenous Friendship Centre - Mental Health Peer program"),
    ],
)
def test_people_find_what_they_mean(query: str, first: str) -> None:
    assert ListedOrganisation.objects.get(slug=find("organisation", query)[0]).name == first


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_organisation_shows_source_and_who_checked(client: Client, language: str) -> None:
    checked = {"en": "not yet checked here", "fr": "pas encore vérifi"}[language]
    for listed in ListedOrganisation.objects.all():
        html = page(client, f"/{language}/organisations/{listed.slug}/")
        assert listed.source_url.replace("&", "&amp;").replace("'", "&#x27;") in html
        assert listed.source_date in html
        assert checked in html
        assert "foreign-mark" not in html


def test_an_address_in_a_note_is_a_link_and_nothing_in_it_is_code(client: Client) -> None:
    ListedOrganisation.objects.filter(slug="can-voice").update(notes="<script> see https://example.org/a?b=1&c=2")
    html = page(client, "/fr/organisations/can-voice/")
    assert '<a href="https://example.org/a?b=1&amp;c=2"' in html
    assert '<span lang="en">&lt;script&gt;' in html
    assert "&lt;a href" not in html


def test_an_organisation_that_runs_here_is_told_apart(client: Client) -> None:
    organisation(name="Krasman Centre")
    assert "They run their peer support here" in page(client, "/en/organisations/")
    assert "you can ask it for a supporter" in page(client, "/en/organisations/krasman-centre/")
    assert "you can ask it for a supporter" not in page(client, "/en/organisations/can-voice/")


def test_narrowing_down_by_province_and_kind(client: Client) -> None:
    assert "1 organisation<" in page(client, "/en/organisations/?province=NB&kind=self-help")
    assert "We know of no organisation like this." in page(client, "/en/organisations/?province=YT&kind=family")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("province", ["", "QC", "NS", "NU"])
def test_no_number_is_hidden_and_each_can_be_called(client: Client, language: str, province: str) -> None:
    html = page(client, f"/{language}/help-now/?province={province}")
    for line in CrisisLine.objects.all():
        assert f'href="{line.phone_link}"' in html
        assert line.source_url in html
    assert 'href="tel:911"' in html


def test_quebec_shows_its_own_line_first_and_does_not_promote_the_canadian_one(client: Client) -> None:
    services = services_on(page(client, "/fr/help-now/?province=QC"))
    assert services[0] == "1 866 APPELLE / suicide.ca"
    canadian = next(name for name in services if name.startswith("9-8-8"))
    assert services.index(canadian) > services.index("Espoir pour le mieux-être (Hope for Wellness)")
    assert services_on(page(client, "/en/help-now/?province=NS"))[:2] == [
        "9-8-8 Suicide Crisis Helpline",
        "Nova Scotia Peer Support line",
    ]


def test_writing_uses_the_word_of_the_readers_language(client: Client) -> None:
    assert "sms:686868?body=TALK" in page(client, "/en/help-now/")
    assert "sms:686868?body=TEXTO" in page(client, "/fr/help-now/")


def test_the_footers_line_is_the_one_of_the_province() -> None:
    first = {province: str(first_line(province)) for province in ("", "QC", "ON", "nowhere")}
    assert first == {
        "": "9-8-8 Suicide Crisis Helpline",
        "QC": "1 866 APPELLE / suicide.ca",
        "ON": "9-8-8 Suicide Crisis Helpline",
        "nowhere": "9-8-8 Suicide Crisis Helpline",
    }


def test_an_old_number_is_shown_and_said_to_be_old(client: Client) -> None:
    html = page(client, "/en/help-now/?province=ON")
    assert html.count("It may have changed since") == 1
    assert html.index("tel:988") < html.index("tel:+16135674379") < html.index("Other lines")


def test_the_page_stands_even_before_any_line_was_brought_in(client: Client) -> None:
    CrisisLine.objects.all().delete()
    assert 'href="tel:911"' in page(client, "/en/help-now/")
