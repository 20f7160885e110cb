"""Plans for tests, made as real plans are made."""

import datetime as dt
from typing import Any

from beenthere.consent import actions as consent
from beenthere.consent.models import Grant
from beenthere.core import clock
from beenthere.people.models import Person
from beenthere.plans import actions, reads
from beenthere.plans.models import Application, ChosenSupport, FollowUp, Path, Plan, Resume, Step, Suggestion, Variant

A_MONTH = dt.timedelta(days=30)


def plan(by: Person, dream: str = "A kitchen that smells of cardamom", hours: float | None = 30) -> Plan:
    """A plan with a dream and hours."""
    actions.set_dream(by=by, plan=reads.plan_of(by), dream=dream)
    actions.set_hours(by=by, plan=reads.plan_of(by), hours=hours)
    return reads.plan_of(by)


def path(by: Person, aim: str = "Health-care aide", kind: str = "learning", **more: Any) -> Path:
    """A path under way."""
    return actions.start_path(by=by, aim=aim, kind=kind, **more)


def step(by: Person, *paths: Path, text: str = "Write the application", on: dt.date | None = None) -> Step:
    """A step on these paths."""
    return actions.add_step(by=by, text=text, on=on, paths=paths)


def support(by: Person, words: str = "Tuesday walks with my sister") -> ChosenSupport:
    """Something chosen in one's own words."""
    return actions.choose_support(by=by, words=words)


def variant(by: Person, *paths: Path, name: str = "Twelve hours a week", **told: Any) -> Variant:
    """A way to try out, beside what they get now."""
    actions.tell_money_now(by=by, told={"benefit": "on-odsp-disability", "support": 1308})
    return actions.make_variant(by=by, told={"name": name, "work_hours": 12, "pay": 1900, **told}, paths=paths)


def application(
    by: Person, *paths: Path, stage: str = "sent", resume: Resume | None = None, **told: str
) -> Application:
    """Something applied for."""
    kept = {"what": "Cook", "place": "The Corner", "contacts": "Jo: mornings"} | told
    return actions.keep_application(by=by, told=kept, stage=stage, paths=paths, resume=resume)


def follow_up(application: Application, words: str = "Ask whether it arrived", **more: Any) -> FollowUp:
    """A day on which to come back to it: today."""
    owner = application.person
    told = {"on": clock.today(owner), **more}
    return actions.add_follow_up(by=owner, application=application, words=words, **told)


def connected(one: Person, other: Person) -> None:
    """Two people who walk together."""
    consent.connect(one=one.pk, other=other.pk, reason="match")


def shared(path: Path, reader: Person) -> Grant:
    """The path, shared for a month with somebody who walks with its owner."""
    owner = path.person
    connected(owner, reader)
    return actions.share_path(by=owner, path=path, reader=reader, until=clock.today(owner) + A_MONTH)


def suggestion(path: Path, by: Person, text: str = "Visit the open day") -> Suggestion:
    """A step suggested for a shared path."""
    return actions.suggest_step(by=by, path=path, text=text)
