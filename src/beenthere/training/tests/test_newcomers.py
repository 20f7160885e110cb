"""What newcomers stumbled over: comparing from the list, how long it takes, words without a fact, and whose words."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from beenthere.people.models import Person
from beenthere.people.tests.make import signed_in
from beenthere.training.catalogue.facts import plainly
from beenthere.training.catalogue.reads import Named, place_in
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.committee.readings import mark_of
from beenthere.training.forms.fields import as_held
from beenthere.training.models import Origin, Proposal, ProposalState, Training
from beenthere.training.tests.make import committee, proposal, training

pytestmark = pytest.mark.django_db
LIST = "/en/training/"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_was_ticked_in_the_list_stands_side_by_side(client: Client) -> None:
    for name in ("A", "B", "C", "D", "E"):
        training(name)
    html = page(client, LIST)
    slugs = re.findall(r'type="checkbox" name="t" value="([^"]+)" form="compare"', html)
    assert len(slugs) == 5
    beside = page(client, reverse("training:compare") + "?" + "&".join(f"t={slug}" for slug in slugs))
    assert "the first four that you ticked" in beside
    assert beside.count("Take it out") == 4


def test_the_list_leads_to_what_is_missing_what_is_covered_and_the_years(client: Client) -> None:
    training()
    html = page(client, LIST)
    for name in ("training:gaps", "training:competencies"):
        assert f'href="{reverse(name)}"' in html
    report = re.search(r'href="(/en/training/report/\d+/)"', html)
    assert report
    assert client.get(report[1]).status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("help my family in Rankin Inlet, free", Named("Rankin Inlet", "help my family in free")),
        ("peer support", None),
        ("", None),
    ],
)
def test_a_place_among_the_words_is_found(query: str, found: Named | None) -> None:
    assert place_in(query) == found


def test_a_place_among_the_words_is_offered(client: Client) -> None:
    training()
    assert "Only what is within reach of Rankin Inlet" in page(client, LIST + "?q=listening+Rankin+Inlet")
    assert "within reach of Rankin" not in page(client, LIST + "?q=listening")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("Ravi", "Ines", "Jo"), "it can take three weeks"),
        (("Ravi",), "waits in public for a week"),
        ((), "Nobody sits on the research committee"),
    ],
)
def test_how_long_it_takes_goes_by_the_size_of_the_committee(client: Client, names: tuple[str], words: str) -> None:
    if names:
        committee(*names)
    assert words in page(client, reverse("training:add"))


@pytest.mark.parametrize(
    ("name", "typed", "held"),
    [
        ("cost", "199,50 $", "199.50"),
        ("cost", "selon le revenu", "selon le revenu"),
        ("languages", "anglais et français", "English; French"),
        ("hours", "45,5 h", "45.5"),
        ("notes", "45,5 h", "45,5 h"),
    ],
)
def test_what_people_type_is_held_as_a_record_holds_it(name: str, typed: str, held: str) -> None:
    assert as_held(name, typed) == held


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("province", "MB; QC", "Manitoba, Québec"),
        ("cost", "1250", "1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}$"),
        ("delivery", "in-person", "en personne (in-person)"),
        ("phone", "", "non précisé"),
    ],
)
def test_readers_see_names_and_what_the_source_says(name: str, value: str, told: str) -> None:
    with override("fr"):
        assert plainly(name, value) == told


def test_a_form_repeats_a_fact_only_where_the_page_says_it_in_other_words(client: Client) -> None:
    training(delivery="in-person", cost="20")
    html = page(client, "/fr/training/listening-well/wrong/")
    assert re.findall(r"Sur la page\s*:\s*([^<]*)<", html) == ["en personne"]


def words_alone(record: Training) -> tuple[Proposal, Person]:
    ravi, *_others = committee()
    return proposal(record, facts={}, words="They moved to Brandon"), ravi


def test_words_without_a_fact_cannot_be_published() -> None:
    said, ravi = words_alone(training(city="Winnipeg"))
    told = {"seen": mark_of(said), "declared": "on", "verdict": "publish"}
    answer = signed_in(ravi).post(reverse("research:proposal", args=[said.pk]), told)
    assert answer.status_code == 422
    assert "This names no fact" in answer.content.decode()
    assert (Proposal.objects.get().state, said.readings.count()) == (ProposalState.WAITING, 0)


def test_a_reader_says_which_fact_is_meant() -> None:
    record = training(city="Winnipeg")
    said, ravi = words_alone(record)
    typed = {"name": record.name, "provider": record.provider, "name_language": "en", "standing": "running"}
    told = typed | {"seen": mark_of(said), "declared": "on", "city": "Brandon"}
    assert signed_in(ravi).post(reverse("research:mend", args=[said.pk]), told).status_code == 302
    said.refresh_from_db()
    assert (said.facts, said.base, said.readings.count()) == ({"city": "Brandon"}, {"city": "Winnipeg"}, 1)


def test_a_fact_that_was_empty_can_be_emptied_again() -> None:
    _ravi, _ines, jo = committee()
    record = training()
    write(record, {"cost": "250"}, Source(Origin.COMMITTEE, "https://example.org/", "2026", jo))
    address = reverse("research:go-back", args=[record.slug, 1, "cost"])
    assert address in signed_in(jo).get(reverse("research:history", args=[record.slug])).content.decode()
    signed_in(jo).post(address, {"reason": "The page does not say so"})
    assert Proposal.objects.waiting().get().facts == {"cost": ""}


def test_what_became_of_a_proposal_leads_to_the_record_that_stayed() -> None:
    _ravi, _ines, jo = committee()
    stays, goes = training("Stays"), training("Goes")
    said = proposal(goes, by=jo, state=ProposalState.PUBLISHED)
    Training.objects.filter(pk=goes.pk).update(merged_into=stays)
    html = signed_in(jo).get(reverse("training:decided", args=[said.pk])).content.decode()
    assert f'href="{stays.get_absolute_url()}"' in html


def test_a_record_of_which_nobody_named_a_source_says_that_one_is_wanted(client: Client) -> None:
    made = Training(slug="nowhere", name="Nowhere", name_language="en", standing="running")
    write(made, {}, Source(Origin.IMPORT))
    html = page(client, made.get_absolute_url())
    assert "Source wanted: none was named" in html
    assert "typed by this project" not in html
