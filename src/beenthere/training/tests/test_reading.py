"""What is proposed is read by two before it is published; nothing that was published is overwritten unseen."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.jobs import run_due
from beenthere.people.models import Letter
from beenthere.people.tests.make import person
from beenthere.training import actions
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.models import Origin, Proposal, ProposalState, Reading, Training
from beenthere.training.tests.make import committee, proposal, reads, training

pytestmark = pytest.mark.django_db

ELSEWHERE = Source(Origin.IMPORT, "https://example.org/file", "2026")
WEEK = dt.timedelta(days=7, minutes=1)


def state(read: Proposal) -> str:
    return Proposal.objects.get(pk=read.pk).state


def test_two_readers_publish_with_the_source_and_whoever_published_it() -> None:
    ravi, ines, _jo = committee()
    record = training(hours="40")
    change = proposal(record)
    reads(ravi, change)
    assert (state(change), Training.objects.get().hours) == (ProposalState.WAITING, "40")
    reads(ines, change)
    last = record.revisions.last()
    assert last is not None
    assert (state(change), Training.objects.get().hours) == (ProposalState.PUBLISHED, "44")
    assert (last.facts, last.by, last.checked, last.source_url, last.proposal) == (
        {"hours": "44"}, ines, True, "https://example.org/new", change,
    )  # fmt: skip


def test_whoever_reads_twice_is_one_reader() -> None:
    ravi, *_others = committee()
    change = proposal(training(hours="40"))
    for _ in range(2):
        reads(ravi, change)
    assert (state(change), Reading.objects.count()) == (ProposalState.WAITING, 1)


def test_nobody_reads_what_they_proposed_and_no_outsider_reads_at_all() -> None:
    ravi, ines, _jo = committee()
    change = proposal(training(hours="40"), by=ravi)
    for somebody in (ravi, person("Dana")):
        with pytest.raises(NotAllowed):
            reads(somebody, change)
    reads(ines, change)
    assert state(change) == ProposalState.WAITING


@pytest.mark.parametrize(
    ("facts", "published"),
    [({"starts_on": "2027-03-01"}, True), ({"phone": "204-555-0101", "starts": "spring"}, True),
     ({"phone": "204-555-0101", "website": "https://example.com/"}, False), ({"cost": "0"}, False)],
)  # fmt: skip
def test_one_reader_is_enough_for_a_date_or_a_phone_number_only(facts: dict[str, str], published: bool) -> None:
    ravi, *_others = committee()
    change = proposal(training(), facts=facts)
    reads(ravi, change)
    assert (state(change) == ProposalState.PUBLISHED) is published


@pytest.mark.parametrize("origin", [Origin.PROVIDER, Origin.PUBLIC])
def test_that_it_is_over_needs_two_readers_whoever_says_so(origin: str) -> None:
    ravi, ines, _jo = committee()
    over = proposal(training(), kind="ended", origin=origin, facts={"standing": "historic"})
    reads(ravi, over)
    assert (state(over), Training.objects.get().is_over) == (ProposalState.WAITING, False)
    reads(ines, over)
    assert (state(over), Training.objects.get().is_over) == (ProposalState.PUBLISHED, True)


def test_one_reader_sends_back_and_a_signed_in_proposer_is_told() -> None:
    ravi, *_others = committee()
    dana = person("Dana")
    change = proposal(training(hours="40"), by=dana)
    reads(ravi, change, "send_back", reason="The page says 40.")
    change.refresh_from_db()
    assert (change.state, change.reason, Training.objects.get().hours) == ("sent_back", "The page says 40.", "40")
    letter = Letter.objects.get(person=dana)
    assert "sent back" in str(letter.text)
    assert "page says" not in str(letter.text)


def test_who_read_before_the_record_changed_no_longer_counts() -> None:
    ravi, ines, jo = committee()
    record = training(hours="40")
    change = proposal(record)
    reads(ravi, change)
    write(record, {"hours": "42"}, ELSEWHERE)
    reads(ines, change)
    assert (state(change), Training.objects.get().hours) == (ProposalState.WAITING, "42")
    reads(ravi, change)
    assert Training.objects.get().hours == "44"
    assert jo is not None


def test_what_changed_while_somebody_looked_is_not_published_unseen() -> None:
    ravi, ines, _jo = committee()
    record = training(hours="40")
    change = proposal(record)
    with pytest.raises(actions.ChangedMeanwhile):
        reads(ravi, change, seen="what stood on the page an hour ago")
    assert not Reading.objects.exists()
    assert ines is not None


def test_what_a_reader_corrects_is_read_by_another_even_if_it_is_light() -> None:
    ravi, ines, _jo = committee()
    change = proposal(training(), facts={"starts_on": "2027-03-01"})
    reads(ravi, change, facts={"starts_on": "2027-03-08"})
    assert state(change) == ProposalState.WAITING
    reads(ines, change)
    assert Training.objects.get().starts_on == dt.date(2027, 3, 8)


def test_a_correction_lets_earlier_readers_look_again() -> None:
    ravi, ines, _jo = committee()
    change = proposal(training(hours="40"))
    reads(ravi, change)
    reads(ines, change, facts={"hours": "45"})
    assert state(change) == ProposalState.WAITING
    reads(ravi, change)
    assert Training.objects.get().hours == "45"


def test_a_small_committee_reads_once_and_waits_a_week_in_public() -> None:
    ravi, ines = committee("Ravi", "Ines")
    change = proposal(training(hours="40"))
    reads(ravi, change)
    run_due()
    assert Training.objects.get().hours == "40"
    assert list(Proposal.objects.public()) == [change]
    with clock.at(clock.now() + WEEK):
        for _ in range(2):
            run_due()
    assert (state(change), Training.objects.get().hours) == (ProposalState.PUBLISHED, "44")
    assert ines is not None


def test_what_waits_in_public_is_not_published_over_a_change_that_came_in_between() -> None:
    ravi, _ines = committee("Ravi", "Ines")
    record = training(hours="40")
    change = proposal(record)
    reads(ravi, change)
    write(record, {"hours": "42"}, ELSEWHERE)
    with clock.at(clock.now() + WEEK):
        for _ in range(2):
            run_due()
    change.refresh_from_db()
    assert (change.state, change.publish_on, Training.objects.get().hours) == ("waiting", None, "42")


def test_somebody_sends_back_what_waits_in_public() -> None:
    ravi, ines = committee("Ravi", "Ines")
    change = proposal(training(hours="40"))
    reads(ravi, change)
    reads(ines, change, "send_back", reason="No.")
    with clock.at(clock.now() + WEEK):
        run_due()
    assert (state(change), Training.objects.get().hours) == (ProposalState.SENT_BACK, "40")


def test_if_all_others_step_aside_the_public_is_the_second_reader() -> None:
    ravi, ines, jo = committee()
    change = proposal(training(hours="40"))
    for one in (ines, jo):
        actions.step_aside(by=one, proposal=change)
    reads(ravi, change)
    change.refresh_from_db()
    assert change.publish_on is not None


def test_stepping_aside_takes_ones_yes_along() -> None:
    ravi, ines, _jo = committee()
    change = proposal(training(hours="40"))
    reads(ravi, change)
    actions.step_aside(by=ravi, proposal=change)
    reads(ines, change)
    assert state(change) == ProposalState.WAITING


def test_a_new_record_gets_an_address_of_its_own_and_says_that_it_was_checked() -> None:
    ravi, ines, _jo = committee()
    for _ in range(2):
        new = proposal()
        for one in (ravi, ines):
            reads(one, new)
    made = Training.objects.order_by("pk")
    assert [one.slug for one in made] == ["walking-along-the-kettle", "walking-along-the-kettle-2"]
    assert {(one.checked_by, one.checked_on, one.confirmed_from) for one in made} == {
        ("committee", clock.today(), "committee")
    }


def test_a_record_that_two_confirm_is_checked_and_due_a_year_later() -> None:
    ravi, ines, jo = committee()
    record = training()
    asked = actions.propose_as_committee(by=jo, kind="confirm", training=record, source_url="https://example.org/")
    for one in (ravi, ines):
        reads(one, asked)
    record.refresh_from_db()
    assert (record.checked_by, record.checked_on) == ("committee", clock.today())
    assert record.confirm_by is not None
    assert 364 <= (record.confirm_by - clock.today()).days <= 366


def test_going_back_is_a_proposal_that_others_read() -> None:
    ravi, ines, jo = committee()
    record = training(hours="40")
    write(record, {"hours": "400"}, ELSEWHERE)
    back = actions.go_back(by=ravi, revision=record.revisions.get(number=1), fact="hours", reason="A slip")
    for one in (ines, jo):
        reads(one, back)
    record.refresh_from_db()
    assert record.hours == "40"
    assert [row.facts["hours"] for row in record.revisions.all()] == ["40", "400", "40"]


def test_a_proposal_about_what_was_merged_is_published_into_what_it_was_merged_into() -> None:
    ravi, ines, _jo = committee()
    into, gone = training("Into", hours="40"), training("Gone", hours="40")
    change = proposal(gone)
    Training.objects.filter(pk=gone.pk).update(merged_into=into)
    for one in (ravi, ines):
        reads(one, change)
    into.refresh_from_db()
    gone.refresh_from_db()
    assert (into.hours, gone.hours) == ("44", "40")


def test_the_database_keeps_no_reading_without_the_readers_word_that_they_gain_nothing() -> None:
    ravi, *_others = committee()
    with pytest.raises(IntegrityError), transaction.atomic():
        reads(ravi, proposal(training(hours="40")), declared=False)
    assert not Reading.objects.exists()
