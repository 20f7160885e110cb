"""Strengths on résumés: the sentence alone, by choice, and each place keeps its words until its owner changes them."""

import pytest
from django.test import Client
from django.urls import reverse

from beenthere.experience import actions as experience
from beenthere.experience.models import Strength
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions, reads
from beenthere.plans.models import Resume, ResumeFact

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara() -> Person:
    return person("Amara")


@pytest.fixture
def hers(amara: Person) -> Client:
    return signed_in(amara)


@pytest.fixture
def bread(amara: Person) -> Strength:
    """A strength of hers, found in a moment."""
    moment = experience.begin_moment(by=amara, told={"moment": "The winter without work"})
    return experience.find_strengths(by=amara, moment=moment, codes=[], own=["I bake bread"])[0]


@pytest.fixture
def resume(amara: Person) -> Resume:
    return actions.make_resume(by=amara, facts=[], name="For the bakery", language="en")


def put(hers: Client, bread: Strength, words: str, *resumes: Resume) -> None:
    told = {"title": words, "language": "en", "on": [each.pk for each in resumes]}
    assert hers.post(reverse("plans:resume-strength", args=[bread.pk]), told).status_code == 302


def sheet(hers: Client, resume: Resume) -> str:
    return hers.get(reverse("plans:resume-sheet", args=[resume.pk])).content.decode()


def test_the_sentence_goes_onto_the_resume_and_the_moment_stays_behind(
    hers: Client, bread: Strength, resume: Resume
) -> None:
    put(hers, bread, "Bakes bread for many.", resume)
    page = sheet(hers, resume)
    assert "Bakes bread for many." in page
    assert "winter" not in page
    assert "For the bakery" in hers.get(reverse("experience:strength", args=[bread.pk])).content.decode()


def test_putting_it_on_twice_keeps_one_and_what_was_added_there(hers: Client, bread: Strength, resume: Resume) -> None:
    put(hers, bread, "Bakes.", resume)
    row = ResumeFact.objects.get()
    row.told = row.told | {"words": "Rye too"}
    row.save()
    put(hers, bread, "Bakes for ten.")
    told = ResumeFact.objects.get().fact
    assert (told.title, told.words) == ("Bakes for ten.", "Rye too")
    assert "Bakes for ten." not in sheet(hers, resume)


def test_other_words_on_the_list_move_nothing_on_the_resume(
    hers: Client, amara: Person, bread: Strength, resume: Resume
) -> None:
    put(hers, bread, "Bakes.", resume)
    experience.word_strength(by=amara, strength=bread, word="I bake bread", sentence="Bakes for sixty.")
    assert "Bakes for sixty." not in sheet(hers, resume)
    assert reads.stand_on_resumes(amara, [bread])[0].differs
    page = hers.get(reverse("plans:resume-strength", args=[bread.pk])).content.decode()
    assert "Bakes for sixty." in page.partition("On your list it says now:")[2]


def test_a_strength_that_leaves_the_list_stays_on_the_resume_until_it_is_taken_off(
    hers: Client, bread: Strength, resume: Resume
) -> None:
    put(hers, bread, "Bakes.", resume)
    asked = hers.get(reverse("experience:strength-remove", args=[bread.pk])).content.decode()
    assert "stays until you take it away there" in asked
    hers.post(reverse("experience:strength-remove", args=[bread.pk]))
    assert "Bakes." in sheet(hers, resume)


@pytest.mark.parametrize("name", ["Dana", "Chloé"])
def test_nobody_brings_somebody_elses_strength(bread: Strength, name: str) -> None:
    other = signed_in(person(name))
    told = {"title": "Mine now", "language": "en"}
    assert other.post(reverse("plans:resume-strength", args=[bread.pk]), told).status_code == 404
    assert "I bake bread" not in other.get(reverse("plans:resume-strengths")).content.decode()
    assert not ResumeFact.objects.exists()
