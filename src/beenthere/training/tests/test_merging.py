"""Two records made one, told apart, parted again: nothing is lost, and nobody is asked twice."""

import zlib

import pytest

from beenthere.core.access import NotAllowed
from beenthere.core.search import find
from beenthere.core.tables import survey
from beenthere.core.tests.races import at_once
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.training.actions import importing, merging
from beenthere.training.catalogue.findable import KIND
from beenthere.training.catalogue.writing import Source, write_many
from beenthere.training.importing import bringing, lookalikes
from beenthere.training.models import DuplicatePair, PairState, Revision, Training
from beenthere.training.tests.make import researcher, training


@pytest.fixture
def ravi(db: None) -> Person:
    return researcher("Ravi")


def pair() -> DuplicatePair:
    """Two records alike, found as the site finds them."""
    training("Walking together", provider="La Rive", province="NB", cost="20")
    training("Walking together 2026 edition", provider="La Rive", province="NB", cost="25", hours="40")
    Training.objects.filter(name__contains="2026").update(name="Walking together again")
    assert lookalikes.look_at_changed() == 1
    return DuplicatePair.objects.get()


def test_what_was_written_lately_is_compared_once(ravi: Person) -> None:
    found = pair()
    assert (found.a.cost, found.b.cost, found.state) == ("20", "25", PairState.OPEN)
    assert "same_provider" in found.why
    assert lookalikes.look_at_changed() == 0


def test_merging_keeps_both_histories_and_takes_what_was_chosen(ravi: Person) -> None:
    found = pair()
    assert merging.merge(by=ravi, pair=found, stays=found.a_id, taken=["cost"])
    found.refresh_from_db()
    assert (found.state, found.a.cost, found.a.hours) == (PairState.MERGED, "25", "")
    assert list(Training.objects.public()) == [found.a]
    assert found.b.merged_into == found.a
    assert found.b.cost == "25", "the other keeps its row"
    assert (found.a.revisions.count(), found.b.revisions.count()) == (2, 1)
    assert found.a.revisions.last().by == ravi  # type: ignore[union-attr]
    assert find(KIND, "walking again") == [] or find(KIND, "walking again").partly
    assert DuplicatePair.objects.open().count() == 0


def test_parting_gives_both_back_but_not_over_what_was_written_since(ravi: Person) -> None:
    found = pair()
    merging.merge(by=ravi, pair=found, stays=found.a_id, taken=["cost", "hours"])
    write_many([(Training.objects.get(pk=found.a_id), {"hours": "44"})], [Source("committee")])
    assert merging.part(by=ravi, pair=found)
    found.refresh_from_db()
    assert (found.state, found.a.cost, found.a.hours) == (PairState.TWO, "20", "44")
    assert found.b.merged_into is None
    assert found.b.slug in find(KIND, "walking together again")
    assert not merging.part(by=ravi, pair=found)


def test_two_trainings_are_never_asked_about_again(ravi: Person) -> None:
    found = pair()
    assert merging.tell_apart(by=ravi, pair=found)
    Training.objects.update(changed_at="2099-01-01T00:00:00Z")
    assert lookalikes.look_at_changed() == 0
    data = b"Name;Provider;Cost\nWalking together again;La Rive;30\n"
    batch = importing.bring_file(by=ravi, name="a.csv", packed=zlib.compress(data), found=survey(data))
    importing.name_columns(by=ravi, batch=batch, targets=batch.targets)
    bringing.read_for(batch.pk)
    assert batch.rows.get().training == found.b
    assert not merging.merge(by=ravi, pair=found, stays=found.a_id)


def test_a_file_with_a_merged_name_speaks_of_the_record_that_stayed(ravi: Person) -> None:
    found = pair()
    merging.merge(by=ravi, pair=found, stays=found.a_id)
    data = b"Name;Provider;Cost\nWalking together again;La Rive;25\n"
    batch = importing.bring_file(by=ravi, name="a.csv", packed=zlib.compress(data), found=survey(data))
    importing.name_columns(by=ravi, batch=batch, targets=batch.targets)
    bringing.read_for(batch.pk)
    row = batch.rows.get()
    assert (row.verdict, row.training) == ("same", found.a), "what the merged record said already is no news"


def test_only_the_committee_settles_it(ravi: Person) -> None:
    found, dana = pair(), person("Dana")
    with pytest.raises(NotAllowed):
        merging.merge(by=dana, pair=found, stays=found.a_id)
    for settle in (merging.part, merging.tell_apart):
        with pytest.raises(NotAllowed):
            settle(by=dana, pair=found)
    assert not merging.merge(by=ravi, pair=found, stays=0)


@pytest.mark.django_db(transaction=True)
def test_two_members_merge_the_same_pair_at_once(ravi: Person) -> None:
    found, rosa = pair(), researcher("Rosa")
    told = at_once(
        lambda: merging.merge(by=ravi, pair=found, stays=found.a_id, taken=["cost"]),
        lambda: merging.merge(by=rosa, pair=found, stays=found.b_id, taken=["cost"]),
    )
    assert sorted(map(str, told)) == ["False", "True"]
    merged = Training.objects.exclude(merged_into=None).get()
    assert merged.merged_into is not None
    assert merged.merged_into.merged_into is None
    assert Revision.objects.count() == 3
