"""Facts get in by one way: with who, when and from which source; nothing is overwritten without a trace."""

import pytest
from django.core.exceptions import ValidationError

from beenthere.core.search import find
from beenthere.core.tests.races import at_once
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.models import Origin, Revision, Training
from beenthere.training.seed import load_seed
from beenthere.training.tests.make import training

pytestmark = pytest.mark.django_db

SOURCE = Source(Origin.COMMITTEE, "https://example.org/page", "2026")


def test_a_record_begins_with_all_that_it_says_and_its_source() -> None:
    made = training(hours="40")
    first = made.revisions.get()
    assert (first.number, first.facts["hours"], first.source_url) == (1, "40", "https://example.org/page")


def test_a_change_keeps_what_was_before() -> None:
    made = training(hours="40")
    write(made, {"hours": "44", "cost": ""}, SOURCE)
    assert [row.facts for row in made.revisions.all()][1:] == [{"hours": "44"}]
    assert Training.objects.get().hours == "44"


def test_what_changes_nothing_leaves_no_trace() -> None:
    made = training(hours="40")
    assert write(made, {"hours": "40"}, SOURCE) is None
    assert Revision.objects.count() == 1


def test_what_was_written_is_found_at_once() -> None:
    made = training(name="Listening on the tundra")
    write(made, {"city": "Rankin Inlet"}, SOURCE)
    assert find("training", "tundra rankin") == [made.slug]


def test_what_is_no_fact_of_its_kind_is_refused_and_nothing_is_written() -> None:
    made = training(hours="40")
    with pytest.raises(ValidationError):
        write(made, {"website": "not an address"}, SOURCE)
    assert Revision.objects.count() == 1


def test_a_newer_file_of_ours_overwrites_nothing_that_others_wrote() -> None:
    load_seed()
    school = Training.objects.get(name="School of Peer Support")
    write(school, {"hours": "90"}, SOURCE)
    load_seed()
    school.refresh_from_db()
    assert school.hours == "90"


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_two_who_write_at_once_both_stand_in_the_history() -> None:
    made = training(hours="40")
    at_once(
        lambda: write(Training.objects.get(pk=made.pk), {"hours": "44"}, SOURCE),
        lambda: write(Training.objects.get(pk=made.pk), {"city": "Iqaluit"}, SOURCE),
    )
    made.refresh_from_db()
    assert (made.hours, made.city) == ("44", "Iqaluit")
    assert list(made.revisions.values_list("number", flat=True)) == [1, 2, 3]
