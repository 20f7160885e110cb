"""Records are confirmed again and again, by whoever gives them, without a password; silence shows."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse

from beenthere.core import clock
from beenthere.core.days import months_after
from beenthere.core.jobs import run_due
from beenthere.orgs.actions import leave
from beenthere.orgs.models import Membership
from beenthere.training import actions
from beenthere.training.catalogue.record import last_number
from beenthere.training.committee.providers import code_for
from beenthere.training.models import Proposal, ProviderLink, Training, Upkeep
from beenthere.training.tests.make import committee, training

pytestmark = pytest.mark.django_db


def days(number: int) -> dt.timedelta:
    return dt.timedelta(days=number)


def link_of(record: Training) -> ProviderLink:
    run_due()
    return ProviderLink.objects.standing().get(training=record)


def page(link: ProviderLink, **answer: str) -> str:
    address = reverse("training:confirm", args=[code_for(link.pk)])
    client, seen = Client(), last_number(link.training)
    answered = {"seen": seen} | answer
    return (client.post(address, answered, follow=True) if answer else client.get(address)).content.decode()


def test_the_clock_makes_one_link_for_what_is_due_and_none_for_what_is_over() -> None:
    record = training("Runs")
    training("Over", standing="historic")
    run_due()
    with clock.at(clock.now() + days(2)):
        run_due()
    assert [link.training for link in ProviderLink.objects.all()] == [record]


def test_looking_at_the_page_writes_nothing_and_the_button_confirms_at_once() -> None:
    record = training(hours="40")
    link = link_of(record)
    assert "40" in page(link)
    assert ProviderLink.objects.standing().count() == 1
    assert "you confirmed it" in page(link, answer="still")
    record.refresh_from_db()
    assert (record.confirmed_on, record.confirmed_from, record.checked_on) == (clock.today(), "provider", None)
    assert record.confirm_by == months_after(clock.today(), 12)


def test_the_record_says_who_confirmed_it() -> None:
    record = training()
    page(link_of(record), answer="still")
    shown = Client().get(record.get_absolute_url()).content.decode()
    assert "confirmed by whoever gives it" in shown
    assert "not yet checked here" in shown


def test_the_first_answer_counts() -> None:
    record = training()
    link = link_of(record)
    page(link, answer="ended")
    assert "no longer runs" in page(link, answer="still")
    record.refresh_from_db()
    assert record.confirmed_on is None
    assert Proposal.objects.get().kind == "ended"


def test_that_it_no_longer_runs_is_read_before_the_record_says_so() -> None:
    page(link_of(training()), answer="ended")
    proposal = Proposal.objects.get()
    assert (proposal.origin, proposal.state, proposal.facts) == ("provider", "waiting", {"standing": "historic"})
    assert not Training.objects.get().is_over


def test_corrections_become_a_proposal_of_what_differs() -> None:
    record = training(hours="40")
    code = code_for(link_of(record).pk)
    address = reverse("training:confirm-correct", args=[code])
    typed = {"name": record.name, "provider": record.provider, "standing": "paused", "province": ["NB", "NS"]}
    Client().post(address, typed | {"hours": "44", "speaks_for": "on"})
    proposal = Proposal.objects.get()
    assert proposal.facts == {"hours": "44", "province": "NB; NS", "standing": "paused"}
    assert (proposal.base["hours"], proposal.origin) == ("40", "provider")
    assert Client().get(address).status_code == 302


def test_a_code_that_nobody_was_given_does_not_exist() -> None:
    assert Client().get(reverse("training:confirm", args=["AAAA-BBBB-CCCC"])).status_code == 404


def test_a_link_runs_out_and_the_next_one_is_another() -> None:
    first = link_of(training())
    with clock.at(clock.now() + days(61)):
        assert "ran out" in page(first)
        page(first, answer="still")
        run_due()
        second = ProviderLink.objects.standing().get()
    assert second.pk != first.pk
    assert Training.objects.get().confirmed_on is None


def test_silence_shows_after_thirty_days_and_ends_with_the_answer() -> None:
    ravi, *_others = committee()
    record = training()
    link = link_of(record)
    actions.note_sent(by=ravi, link=link)
    with clock.at(clock.now() + days(29)):
        assert "no answer" not in Client().get(record.get_absolute_url()).content.decode()
    with clock.at(clock.now() + days(31)):
        assert "no answer" in Client().get(record.get_absolute_url() + "?late").content.decode()
        page(link, answer="still")
        assert "no answer" not in Client().get(record.get_absolute_url() + "?then").content.decode()


def test_without_having_been_asked_nobody_is_called_silent() -> None:
    record = training()
    run_due()
    with clock.at(clock.now() + days(40)):
        assert "no answer" not in Client().get(record.get_absolute_url()).content.decode()


@override_settings(MAIL_SET_UP=True)
def test_the_letter_goes_out_in_both_languages_once() -> None:
    ravi, *_others = committee()
    record = training()
    actions.keep_up(by=ravi, training=record, contact="hello@example.org", months=6)
    for _ in range(3):
        run_due()
    with clock.at(clock.now() + days(2)):
        run_due()
    [letter] = mail.outbox
    assert (letter.to, "/en/training/confirm/" in letter.body, "/fr/training/confirm/" in letter.body) == (
        ["hello@example.org"], True, True,
    )  # fmt: skip
    assert Training.objects.get().asked_on is not None


def test_the_rhythm_counts_from_the_last_confirmation() -> None:
    ravi, *_others = committee()
    record = training()
    page(link_of(record), answer="still")
    actions.keep_up(by=ravi, training=record, contact="", months=6)
    record.refresh_from_db()
    assert record.confirm_by == months_after(clock.today(), 6)
    with clock.at(clock.now() + days(190)):
        assert Training.objects.due().get() == record


def test_whoever_leaves_the_committee_looks_after_nothing() -> None:
    ravi, *_others = committee()
    actions.look_after(by=ravi, training=training())
    leave(by=ravi, membership=Membership.objects.get(person=ravi))
    assert Upkeep.objects.get().keeper is None


@pytest.mark.parametrize(
    ("day", "months", "after"), [("2027-08-31", 6, "2028-02-29"), ("2026-11-28", 12, "2027-11-28")]
)
def test_months_are_counted_as_people_count_them(day: str, months: int, after: str) -> None:
    assert months_after(dt.date.fromisoformat(day), months).isoformat() == after
