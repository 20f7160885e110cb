"""The library as people use it: counts in fives, what is left out, cards beside other things."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from beenthere.core import clock
from beenthere.library import actions, reads
from beenthere.library.jobs import count_what_was_said
from beenthere.library.models import CardText, Tried
from beenthere.library.models.cards import Card, Subject
from beenthere.library.publishing import find_again
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans.actions import start_path
from beenthere.plans.models import Step
from beenthere.training.models import Training

pytestmark = pytest.mark.django_db
NOVEMBER, DECEMBER = (dt.datetime(2026, month, 9, tzinfo=dt.UTC) for month in (11, 12))


def card(slug: str = "slip", challenge: str = "back-to-school", **more: object) -> Card:
    made = Card.objects.create(slug=slug, challenge=challenge, language="en", **more)
    CardText.objects.create(card=made, language="en", title=f"Title of {slug}", tried="Once", helped="Twice")
    find_again(made)
    return made


def test_one_word_for_a_person_and_card_which_can_change() -> None:
    amara, slip = person(), card()
    for what in ("helped", "so_so"):
        signed_in(amara).post(reverse("library:say", args=[slip.slug]), {"what": what})
    assert [each.said["what"] for each in Tried.objects.all()] == ["so_so"]
    assert reads.own_saying(amara, slip) == "so_so"
    signed_in(amara).post(reverse("library:say", args=[slip.slug]), {"what": "so_so"})
    assert not Tried.objects.exists()


def test_numbers_come_from_five_on_and_in_fives(client: Client) -> None:
    told, quiet = card(), card("quiet")
    with clock.at(NOVEMBER):
        for number in range(5):
            actions.say(by=person(), card=told, what="helped" if number else "so_so")
        for _each in range(4):
            actions.say(by=person(), card=quiet, what="helped")
    with clock.at(DECEMBER):
        count_what_was_said()
    shown = reads.counts(Card.objects.get(pk=told.pk))
    assert [label for label, _number in shown] == ["Helped", "So-so", "Not for me"]
    assert {number % 5 for _label, number in shown} == {0}
    assert reads.counts(Card.objects.get(pk=quiet.pk)) == []


def test_what_somebody_would_rather_not_see_is_left_out_for_them_alone(client: Client) -> None:
    amara = person()
    card()
    signed_in(amara).post(reverse("library:wishes"), {"hidden": ["back-to-school"], "no_offers": ""})
    assert "Title of slip" not in signed_in(amara).get("/en/library/").content.decode()
    assert "Title of slip" in client.get("/en/library/").content.decode()


def beside_of(person: Person, address: str) -> str:
    page = signed_in(person).get(address).content.decode()
    return page[page.index("What peers know") : page.index("</section>", page.index("What peers know"))]


def test_a_page_of_opportunities_shows_cards_by_its_subject_alone() -> None:
    training = Training.objects.create(slug="peer-101", name="Peer 101")
    card("about", "money", subject=Subject.TRAINING, subject_key="peer-101")
    card("noted", notes=["violence"])
    amara, dana = person(), person("Dana")
    actions.choose_wishes(by=amara, hidden=["money"], no_offers=True)
    hers, another = (beside_of(each, training.get_absolute_url()) for each in (amara, dana))
    assert hers == another
    assert "Title of about" in hers
    assert "Title of noted" not in hers


def test_beside_a_service_stand_cards_by_what_it_is_for() -> None:
    for slug, challenge in (("interviewed", "interviews"), ("home", "housing"), ("waited", "waiting")):
        card(slug, challenge)
    shown = [[each.slug for each in reads.beside("service", "x", needs)] for needs in (["work"], ["housing"], [])]
    assert shown == [["interviewed", "waited", "home"], ["home", "waited"], ["waited", "home"]]


def offered_on_path(person: Person) -> bool:
    path = start_path(by=person, aim="The course", kind="learning")
    return "Title of slip" in signed_in(person).get(reverse("plans:path", args=[path.pk])).content.decode()


def test_beside_a_path_cards_are_offered_until_somebody_wants_none() -> None:
    amara = person()
    card()
    assert offered_on_path(amara)
    actions.choose_wishes(by=amara, hidden=[], no_offers=True)
    assert not offered_on_path(amara)


def test_beside_what_a_rule_does_stand_cards_about_money() -> None:
    card("slip", "earning-on-support")
    assert "Title of slip" in signed_in(person()).get(reverse("plans:money")).content.decode()


def test_in_one_tap_a_card_is_a_step_and_no_word_of_it_is_copied() -> None:
    amara, slip = person(), card()
    for _twice in range(2):
        signed_in(amara).post(reverse("plans:step-card", args=[slip.slug]))
    step = Step.objects.get(person=amara)
    assert step.card == str(slip.pk)
    assert "Title" not in step.text


def test_a_card_with_a_content_note_is_told_closed(client: Client) -> None:
    noted = card("noted", notes=["violence"])
    page = client.get(noted.get_absolute_url()).content.decode()
    assert "Violence" in page
    assert page.index("<details>") < page.index("Once")


def test_surprise_me_leads_to_a_card_and_writes_nothing(client: Client) -> None:
    card()
    assert client.get(reverse("library:surprise")).headers["Location"] == "/en/library/slip/"


def test_a_story_is_asked_after_for_hope(client: Client) -> None:
    story = card("story", kind="story")
    assert "Did this give you hope?" in client.get(story.get_absolute_url()).content.decode()
