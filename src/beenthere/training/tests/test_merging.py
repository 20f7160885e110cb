"""Two records made one, told apart, parted again: nothing is lost, and nobody is asked twice."""

import zlib

import pytest
from django.urls import reverse

from beenthere.core.access import NotAllowed
from beenthere.core.search import find, sets_of
from beenthere.core.tables import survey
from beenthere.core.tests.races import at_once
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training.actions import cover, importing, merging
from beenthere.training.catalogue.findable import KIND
from beenthere.training.catalogue.record import newest_revisions
from beenthere.training.catalogue.writing import Source, write, write_many
from beenthere.training.committee.history import merged_histories
from beenthere.training.cover import covering
from beenthere.training.figures import missing
from beenthere.training.importing import bringing, lookalikes
from beenthere.training.models import Competency, Cover, DuplicatePair, Framework, PairState, Revision, Training
from beenthere.training.tests.make import proposal, reads, researcher, training


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


def made_one(ravi: Person, stays: Training, goes: Training, *taken: str) -> DuplicatePair:
    a, b = sorted((stays, goes), key=lambda one: one.pk)
    both = DuplicatePair.objects.create(a=a, b=b, likeness=80, why=["similar_name"])
    assert merging.merge(by=ravi, pair=both, stays=stays.pk, taken=taken)
    return both


def ticked(ravi: Person, record: Training) -> Cover:
    about = Framework.objects.create(slug="core", name="Core", about="peer-support")
    told = {"kind": "domain", "order": 1, "label_en": "Listening", "verified": "yes"}
    competency = Competency.objects.create(slug="core-1", framework=about, **told)
    return cover.tick_cover(by=ravi, training=record, competencies=[competency], evidence="Outline, page 1")[0]


def test_what_a_merge_took_is_found_at_once_and_after_parting_no_more(ravi: Person) -> None:
    stays, goes = training("Walking together", notes="in the park"), training("Zebra crossing", notes="on the street")
    both = made_one(ravi, stays, goes, "name", "notes")
    assert (find(KIND, "zebra street"), find(KIND, "zebra street").partly) == ([stays.slug], False)
    merging.part(by=ravi, pair=both)
    assert (find(KIND, "walking park"), find(KIND, "walking park").partly) == ([stays.slug], False)
    assert (find(KIND, "zebra street"), find(KIND, "zebra street").partly) == ([goes.slug], False)


def test_each_fact_that_a_merge_takes_keeps_its_own_source(ravi: Person) -> None:
    stays, goes = training("Walking together"), training("Walking on", cost="20")
    write(goes, {"hours": "40"}, Source("committee", "https://example.org/hours", "2025"))
    made_one(ravi, stays, goes, "cost", "hours")
    newest = newest_revisions(stays.revisions.order_by("number"))
    assert (newest["cost"].source_url, newest["hours"].source_url) == (
        "https://example.org/page", "https://example.org/hours",
    )  # fmt: skip


def test_a_merge_after_a_merge_loses_no_tick_no_history_and_no_proposal(ravi: Person) -> None:
    rosa = researcher("Rosa")
    one, two, three = training("Alpha walk"), training("Beta walk"), training("Gamma walk")
    tick, change = ticked(ravi, one), proposal(one)
    made_one(ravi, two, one)
    made_one(ravi, three, two)
    assert covering.covers_of([three.pk]) == {three.pk: frozenset({"core-1"})}
    assert [told.covers for told in covering.covered_by(three)] == [(tick,)]
    assert {told for told, _entries in merged_histories(three)} == {one, two}
    for reader in (ravi, rosa):
        reads(reader, change)
    assert Training.objects.get(pk=three.pk).hours == "44"


def test_merges_are_parted_one_after_the_other_in_any_order(ravi: Person) -> None:
    one, two, three = training("Alpha walk"), training("Beta walk"), training("Gamma walk")
    first = made_one(ravi, two, one)
    second = made_one(ravi, three, two)
    assert merging.part(by=ravi, pair=second)
    assert [row.merged_into for row in Training.objects.order_by("pk")] == [two, None, None]
    assert merging.part(by=ravi, pair=first)
    assert [row.merged_into for row in Training.objects.order_by("pk")] == [None, None, None]


def test_parting_what_lies_further_back_leaves_the_rest_together(ravi: Person) -> None:
    one, two, three = training("Alpha walk"), training("Beta walk"), training("Gamma walk")
    first = made_one(ravi, two, one)
    made_one(ravi, three, two)
    assert merging.part(by=ravi, pair=first)
    assert [row.merged_into for row in Training.objects.order_by("pk")] == [None, three, None]
    assert (one.slug in find(KIND, "alpha walk"), two.slug in find(KIND, "beta walk")) == (True, False)


def test_a_tick_of_a_merged_record_counts_wherever_ticks_are_counted(ravi: Person) -> None:
    stays, goes = training("Walking together", province="ON"), training("Walking on", province="ON")
    tick = ticked(ravi, goes)
    made_one(ravi, stays, goes)
    assert sets_of(KIND).of("competency", "core-1").bit_count() == 1
    [shown] = [one for told in covering.frameworks() for one in told.competencies]
    assert shown.trainings == 1  # type: ignore[attr-defined]
    assert sum(kind.number for kind in missing.kinds(tick.competency)) == 1
    assert [row.ticks for row in covering.to_tick(Training.objects.public(), "")] == [1]  # type: ignore[attr-defined]


def test_a_tick_of_a_merged_record_is_taken_away_from_the_page_of_the_one_that_stayed(ravi: Person) -> None:
    stays, goes = training("Walking together"), training("Walking on")
    tick = ticked(ravi, goes)
    made_one(ravi, stays, goes)
    address = reverse("research:cover-end", args=[goes.slug, tick.pk])
    assert address in signed_in(ravi).get(reverse("research:cover", args=[stays.slug])).content.decode()
    page = signed_in(ravi).post(address, follow=True)
    assert (page.redirect_chain[0][0], page.status_code) == (reverse("research:cover", args=[stays.slug]), 200)
    assert "taken away on" in page.content.decode()
    assert (sets_of(KIND).of("competency", "core-1"), goes.slug in find(KIND, "walking on")) == (0, False)


def test_nothing_is_ticked_on_a_record_that_was_merged_meanwhile(ravi: Person) -> None:
    stays, goes = training("Walking together"), training("Walking on")
    made_one(ravi, stays, goes)
    with pytest.raises(NotAllowed):
        ticked(ravi, goes)
    assert goes.slug not in find(KIND, "walking on")


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
