import datetime as dt

import pytest

from beenthere.core import clock, jobs
from beenthere.core.audit import record
from beenthere.core.models import AuditEntry, Job

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.both]
NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
done: list[str] = []


@jobs.job
def write_down(word: str) -> None:
    done.append(word)


@jobs.job
def break_down() -> None:
    raise RuntimeError("private words")


@pytest.fixture(autouse=True)
def start_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    done.clear()
    monkeypatch.setattr(jobs, "_periodic", {})


def test_a_job_runs_once() -> None:
    jobs.enqueue(write_down, word="hello")
    jobs.run_due()
    jobs.run_due()
    assert done == ["hello"]


def test_a_job_waits_for_its_time() -> None:
    with clock.at(NOON):
        jobs.enqueue(write_down, run_at=NOON + dt.timedelta(days=3), word="later")
        jobs.run_due()
    assert done == []
    with clock.at(NOON + dt.timedelta(days=3)):
        jobs.run_due()
    assert done == ["later"]


def test_a_failed_job_is_tried_again_later_and_its_message_is_not_kept() -> None:
    with clock.at(NOON):
        jobs.enqueue(break_down)
        jobs.run_due()
    row = Job.objects.get()
    assert (row.done_at, row.tries, row.error) == (None, 1, "RuntimeError")
    assert row.run_at == NOON + dt.timedelta(minutes=2)


def test_a_job_of_a_killed_worker_is_taken_up_again() -> None:
    with clock.at(NOON):
        jobs.enqueue(write_down, word="again")
        Job.objects.update(claimed_at=NOON, tries=1)
        jobs.run_due()
        assert done == []
    with clock.at(NOON + jobs.CLAIM_LASTS + dt.timedelta(seconds=1)):
        jobs.run_due()
    assert done == ["again"]


def test_a_job_that_always_fails_is_given_up() -> None:
    jobs.enqueue(break_down)
    Job.objects.update(tries=jobs.MOST_TRIES)
    assert jobs.run_due() == 0


def test_the_clock_starts_a_job_again_after_its_time() -> None:
    jobs.every(minutes=15)(tick)
    for minutes in (0, 5, 15, 20, 31):
        with clock.at(NOON + dt.timedelta(minutes=minutes)):
            jobs.run_due()
    assert done == ["tick"] * 3


def tick() -> None:
    done.append("tick")


def test_only_marked_functions_can_be_enqueued() -> None:
    with pytest.raises(LookupError):
        jobs.enqueue(tick)


def test_deeds_are_forgotten_after_two_years_and_not_before() -> None:
    with clock.at(NOON):
        record("word.said", by=None, thing=None)
    with clock.at(NOON + dt.timedelta(days=729)):
        jobs.sweep()
        assert AuditEntry.objects.count() == 1
    with clock.at(NOON + dt.timedelta(days=731)):
        jobs.sweep()
    assert not AuditEntry.objects.exists()


def test_done_jobs_go_after_a_week_and_those_that_wait_stay() -> None:
    with clock.at(NOON):
        jobs.enqueue(write_down, word="now")
        jobs.run_due()
        jobs.enqueue(write_down, run_at=NOON + dt.timedelta(days=90), word="later")
    with clock.at(NOON + dt.timedelta(days=8)):
        jobs.sweep()
    assert [job.arguments for job in Job.objects.all()] == [{"word": "later"}]
