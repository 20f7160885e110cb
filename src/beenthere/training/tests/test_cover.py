"""What a training covers: ticked by the committee with the evidence, shown with it, and never deleted."""

import pytest
from django.db import IntegrityError
from django.test import Client

from beenthere.core.access import NotAllowed
from beenthere.core.tests.races import at_once
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training.actions import merging
from beenthere.training.actions.cover import end_cover, tick_cover
from beenthere.training.cover.covering import covers_of, frameworks
from beenthere.training.cover.frameworks import load_frameworks
from beenthere.training.models import Competency, Cover, DuplicatePair, Standing, Training
from beenthere.training.tests.make import researcher, training

pytestmark = pytest.mark.django_db

WHERE = "Module 4 of the outline"


@pytest.fixture(autouse=True)
def seed() -> None:
    load_frameworks()


def hope() -> Competency:
    return Competency.objects.get(slug="psc-competency-5")


def tick(by: Person, made: Training, evidence: str = WHERE) -> Cover:
    tick_cover(by=by, training=made, competencies=[hope()], evidence=evidence, source_url="https://example.org/x")
    return Cover.objects.public().get(training=made)


def test_what_is_ticked_stands_on_the_record_with_its_evidence(client: Client) -> None:
    made = training()
    tick(researcher(), made)
    page = client.get(made.get_absolute_url()).content.decode()
    assert "Hope" in page
    assert WHERE in page
    assert "https://example.org/x" in page
    assert "Ravi" not in page


def test_only_the_committee_ticks_and_takes_away() -> None:
    made = training()
    cover = tick(researcher(), made)
    for deed in (lambda: tick(person("Dana"), made, "Because"), lambda: end_cover(by=person("Nobody"), cover=cover)):
        with pytest.raises(NotAllowed):
            deed()
    assert Cover.objects.public().count() == 1


def test_taking_away_ends_the_row_and_deletes_none(client: Client) -> None:
    made, ravi = training(), researcher()
    cover = tick(ravi, made)
    end_cover(by=ravi, cover=cover)
    cover.refresh_from_db()
    assert cover.ended_at
    assert cover.ended_by == ravi
    assert covers_of([made.pk]) == {}
    assert WHERE not in client.get(made.get_absolute_url()).content.decode()


def test_new_evidence_ends_the_tick_that_stood_before_and_the_same_changes_nothing() -> None:
    made, ravi = training(), researcher()
    first, again, other = tick(ravi, made), tick(ravi, made), tick(ravi, made, "Page 12")
    assert first == again
    assert Cover.objects.public().get() == other
    assert Cover.objects.count() == 2


def test_the_database_refuses_a_tick_without_evidence_and_two_that_stand() -> None:
    made = training()
    cover = tick(researcher(), made)
    with pytest.raises(IntegrityError):
        Cover.objects.create(training=made, competency=cover.competency, evidence="Twice", language="en")


def test_what_each_training_covers_is_read_for_many_at_once(django_assert_num_queries: object) -> None:
    one, other, ravi = training("One"), training("Other"), researcher()
    tick(ravi, one)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert covers_of([one.pk, other.pk]) == {one.pk: frozenset({"psc-competency-5"})}


def test_a_framework_counts_the_trainings_that_are_not_over() -> None:
    ravi = researcher()
    for name, standing in (("Runs", Standing.RUNNING), ("Over", Standing.HISTORIC)):
        tick(ravi, training(name, standing=standing))
    counted = {one.slug: one.trainings for each in frameworks() for one in each.competencies}  # type: ignore[attr-defined]
    assert counted["psc-competency-5"] == 1
    assert sum(counted.values()) == 1


def test_a_reader_ticks_and_takes_away_on_the_screen() -> None:
    made, ravi = training(), researcher()
    client, address = signed_in(ravi), f"/en/research/training/{made.slug}/cover/"
    typed = {"competencies": [hope().slug, "psc-competency-6"], "evidence": WHERE, "source_url": ""}
    assert client.post(address, {**typed, "evidence": ""}).status_code == 422
    assert client.post(address, typed, follow=True).status_code == 200
    cover = Cover.objects.public().get(competency=hope())
    assert WHERE in client.get(address).content.decode()
    client.post(f"{address}{cover.pk}/end/")
    page = client.get(address).content.decode()
    assert "taken away" in page
    assert Cover.objects.public().count() == 1


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_two_readers_at_the_same_moment_leave_one_tick() -> None:
    made, readers = training(), [researcher("Ravi"), researcher("Rosa")]
    at_once(*(lambda who=who: tick(who, made, f"Seen by {who.name}") for who in readers))
    assert Cover.objects.public().count() == 1
    assert Cover.objects.count() == 2


def test_a_merge_loses_no_tick_and_a_parting_gives_it_back() -> None:
    ravi, one, other = researcher(), training("Walking together"), training("Walking together again")
    tick(ravi, other)
    pair = DuplicatePair.objects.create(a=one, b=other, likeness=90, why=[])
    assert merging.merge(by=ravi, pair=pair, stays=one.pk)
    merged = covers_of([one.pk, other.pk])
    assert merging.part(by=ravi, pair=pair)
    hopes = frozenset({"psc-competency-5"})
    assert (merged, covers_of([one.pk, other.pk])) == ({one.pk: hopes}, {other.pk: hopes})
