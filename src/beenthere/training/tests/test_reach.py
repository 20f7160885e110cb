"""What is really within reach: choices that a person makes, honest answers when nothing has them all."""

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.translation import override

from beenthere.core import clock
from beenthere.training.actions.cover import end_cover, tick_cover
from beenthere.training.catalogue import classification, reads
from beenthere.training.catalogue.facets import facets_of
from beenthere.training.cover.frameworks import load_frameworks
from beenthere.training.models import Competency, Training
from beenthere.training.seed import load_seed
from beenthere.training.tests.make import researcher, training

pytestmark = pytest.mark.django_db


@pytest.fixture
def seed() -> None:
    load_seed()


def keys_of(address: str) -> Iterator[str]:
    """What an address finds, in the order of the list."""
    return reads.matching(QueryDict(address).dict()).keys()


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return plain(response.content.decode())


def plain(html: str) -> str:
    """What stands on a page, without its markup."""
    words = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
    return words.replace("( ", "(").replace(" )", ")")


@pytest.mark.usefixtures("seed")
def test_a_visitor_in_rankin_inlet_gets_the_honest_answer_in_two_steps(client: Client) -> None:
    wanted = "near=Rankin+Inlet&language=fr&cost=free&audience=families"
    first = client.get(f"/fr/training/?{wanted}").content.decode()
    assert "Nous ne connaissons aucune formation comme celle-là." in plain(first)
    assert "Ce qui s’en approche le plus" in plain(first)
    assert "À portée de : Québec · Ce que cela coûte : non précisé" in plain(first)
    assert "Formation Pairs Aidants Famille" in plain(first)
    # The second step is a link of the first page: let go of where, and of what it costs.
    [address] = re.findall(r'href="([^"]*)">à portée de Rankin Inlet \(Nunavut\) et gratuite', first)
    assert "(il en resterait 2)" in plain(first)
    second = page(client, "/fr/training/" + unescape(address))
    assert "2 formations" in second
    assert "Pourquoi c’est ici : français · familles et proches" in second


@pytest.mark.usefixtures("seed")
def test_within_reach_is_what_is_near_what_is_online_and_what_is_given_everywhere() -> None:
    found = set(keys_of("near=Peterborough"))
    near = Training.objects.get(name="Peer Advocacy Training")
    online = Training.objects.get(name="PeerConnectBC - Where We Are At")
    everywhere = Training.objects.get(name__startswith="Family Peer Supporter Certification")
    far = Training.objects.get(name="School of Peer Support")
    assert {near.slug, online.slug, everywhere.slug} <= found
    assert far.slug not in found


@pytest.mark.parametrize("area", ["x0c", "Rankin Inlet", "nunavut", "NU"])
@pytest.mark.usefixtures("seed")
def test_a_place_a_postal_area_and_a_province_are_understood(area: str) -> None:
    found = keys_of(f"near={area}")
    assert any(slug.startswith("sangiyut") for slug in found)


@pytest.mark.usefixtures("seed")
def test_a_place_that_we_do_not_know_is_said_and_nothing_is_hidden(client: Client) -> None:
    html = page(client, "/en/training/?near=Ottava")
    assert "Did you mean Ottawa?" in html
    assert "55 trainings" in html


def test_in_part_online_is_not_online_from_anywhere() -> None:
    assert "online" in facets_of(training("One", delivery="online, live"))["province"]
    assert "online" not in facets_of(training("Two", delivery="hybrid (part on Zoom)"))["province"]
    assert "online" not in facets_of(training("Three", delivery=""))["province"]


@pytest.mark.parametrize(
    ("cost", "help_text", "codes"),
    [
        ("0", "", {"free"}),
        ("0 (bursaries for 65 people, materials included)", "", {"free", "help"}),
        ("sliding scale; sponsorships (2024-25)", "", {"paid", "help"}),
        ("20 (registration/membership)", "", {"paid"}),
        ("1200", "Ask about our fund", {"paid", "help"}),
        ("", "", {"not-said"}),
    ],
)
def test_what_it_costs_is_read_as_a_choice(cost: str, help_text: str, codes: set[str]) -> None:
    assert classification.costs_in(cost, help_text) == codes


@pytest.mark.parametrize(
    ("facts", "band"),
    [
        ({"hours": "16", "weeks": "2 days"}, "21"),
        ({"hours": "6 per week", "weeks": "about 16 (4 months)"}, "150"),
        ({"hours": "184"}, "longer"),
        ({"weeks": "3 days"}, "other-units"),
        ({"credits": "10"}, "other-units"),
        ({}, "not-said"),
    ],
)
def test_lengths_are_compared_by_hours_alone(facts: dict[str, str], band: str) -> None:
    assert list(facets_of(training("One", **facts))["length"]) == [band]


def test_the_next_start_is_chosen_by_months_from_today() -> None:
    training("Soon", starts_on=dt.date(2027, 1, 20))
    training("Later", starts_on=dt.date(2027, 12, 1))
    training("Unknown")
    with clock.at(dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)):
        assert list(keys_of("start=quarter")) == ["soon"]
        assert list(keys_of("start=later")) == ["later"]
        assert list(keys_of("start=not-said")) == ["unknown"]


@pytest.mark.usefixtures("seed")
def test_not_stated_is_a_value_like_any_other() -> None:
    narrowed = reads.matching({"cost": "not-said"})
    assert len(narrowed) == len(list(narrowed.keys())) > 30
    assert all(not each.cost for each in reads.in_order(narrowed.keys()))


@pytest.mark.usefixtures("seed")
def test_every_choice_has_its_words_in_french() -> None:
    with override("fr"):
        labels = [label for facet in reads.matching({}).facets for label in facet.options.values()]
    assert "non précisé" in labels
    assert "en ligne, de partout" in labels


@pytest.mark.usefixtures("seed")
def test_an_address_gives_the_same_in_the_list_and_in_whatever_follows_it(client: Client) -> None:
    address = "q=peer+support&language=not-said&page=2"
    listed = [line.key for line in reads.matching({"q": "peer support", "language": "not-said"})[0:99]]
    assert list(keys_of(address)) == listed
    assert len(listed) > 15


def test_what_a_reader_ticked_is_a_choice_at_once() -> None:
    load_frameworks()
    made, other = training("Listening well"), training("Walking together")
    hope = Competency.objects.get(slug="psc-competency-5")
    employment = Competency.objects.filter(framework__about="employment")[0]
    by = researcher()
    tick_cover(by=by, training=made, competencies=[hope, employment], evidence="Module 3")
    assert list(keys_of("competency=psc-competency-5")) == [made.slug]
    assert list(keys_of(f"support={employment.slug}")) == [made.slug]
    assert list(keys_of("support=not-said")) == [other.slug]
    end_cover(by=by, cover=made.covers.get(competency=hope))
    assert list(keys_of("competency=psc-competency-5")) == []
