"""What happens later: a table of jobs in the same database, so that a job stands or falls with its transaction.

A worker claims a job by one conditional update. A killed worker's job is claimed again after a while, a failed
one is retried later and later; so every job must do no harm when it runs twice, and is atomic where it writes.
"""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec

from django.db import models

from beenthere.core import clock, keys
from beenthere.core.models import AuditEntry, Job, PeriodicRun

log = logging.getLogger(__name__)

MOST_TRIES = 8
CLAIM_LASTS = dt.timedelta(minutes=10)
DONE_KEPT = dt.timedelta(days=7)
GIVEN_UP_KEPT = dt.timedelta(days=60)  # long enough for an operator to find it
DEEDS_KEPT = dt.timedelta(days=730)

P = ParamSpec("P")
_jobs: dict[str, Callable[..., None]] = {}
_periodic: dict[str, "Periodic"] = {}


@dataclass(frozen=True)
class Periodic:
    """A job that the clock starts."""

    run: Callable[[], None]
    every: dt.timedelta


def job(function: Callable[P, None]) -> Callable[P, None]:
    """Let this function be enqueued, with arguments that JSON can hold."""
    _jobs[_name(function)] = function
    return function


def every(*, minutes: int) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Run this function again and again."""

    def register(function: Callable[[], None]) -> Callable[[], None]:
        _periodic[_name(function)] = Periodic(function, dt.timedelta(minutes=minutes))
        return function

    return register


def enqueue(function: Callable[..., None], *, run_at: dt.datetime | None = None, **arguments: Any) -> None:
    """Ask for a job, once, now or later, in the running transaction."""
    name = _name(function)
    if name not in _jobs:
        raise LookupError(f"{name} is not marked with @job.")
    Job.objects.create(name=name, arguments=arguments, run_at=run_at or clock.now())


def run_due() -> int:
    """Run everything that is due, once; returns how many jobs ran."""
    ran = _run_periodic()
    for pk in list(_claimable().order_by("run_at", "pk").values_list("pk", flat=True)):
        if _claim(pk):
            _run(Job.objects.get(pk=pk))
            ran += 1
    return ran


def _claimable() -> models.QuerySet[Job]:
    now = clock.now()
    free = models.Q(claimed_at=None) | models.Q(claimed_at__lt=now - CLAIM_LASTS)
    return Job.objects.filter(free, done_at=None, run_at__lte=now, tries__lt=MOST_TRIES)


def _claim(pk: int) -> bool:
    tries = models.F("tries") + 1
    return _claimable().filter(pk=pk).update(claimed_at=clock.now(), tries=tries) == 1


def _run(row: Job) -> None:
    try:
        # No transaction around it: what a job reads, weighs or mails must not hold up everybody's writing.
        with keys.held():
            _jobs[row.name](**row.arguments)
        Job.objects.filter(pk=row.pk).update(done_at=clock.now(), error="")
    except Exception as error:  # noqa: BLE001  (whatever happens, the worker lives on)
        # The name of the error only: its message may hold private words.
        log.error("job %s failed on try %s: %s", row.name, row.tries, type(error).__name__)
        later = clock.now() + dt.timedelta(minutes=2**row.tries)
        Job.objects.filter(pk=row.pk).update(claimed_at=None, run_at=later, error=type(error).__name__)


def _run_periodic() -> int:
    ran = 0
    for name, periodic in _periodic.items():
        if _claim_period(name, periodic):
            ran += 1
            try:
                with keys.held():
                    periodic.run()
            except Exception as error:  # noqa: BLE001  (whatever happens, the worker lives on)
                log.error("periodic job %s failed: %s", name, type(error).__name__)
    return ran


def _claim_period(name: str, periodic: Periodic) -> bool:
    now = clock.now()
    _, created = PeriodicRun.objects.get_or_create(name=name, defaults={"last_at": now})
    due = PeriodicRun.objects.filter(name=name, last_at__lte=now - periodic.every)
    return created or due.update(last_at=now) == 1


def _name(function: Callable[..., None]) -> str:
    return f"{function.__module__.removeprefix('beenthere.')}.{function.__name__}"


@every(minutes=24 * 60)
def sweep() -> None:
    """Forget jobs that are done, those that were given up long ago, and deeds of more than two years ago."""
    now = clock.now()
    Job.objects.filter(done_at__lt=now - DONE_KEPT).delete()
    Job.objects.filter(done_at=None, tries__gte=MOST_TRIES, run_at__lt=now - GIVEN_UP_KEPT).delete()
    AuditEntry.objects.filter(at__lt=now - DEEDS_KEPT).delete()
