"""What people do with what they apply for. Nobody but the owner ever has anything to do with it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people.actions import settle_letters
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans import applied, rules
from beenthere.plans.models import Application, FollowUp, Path, Resume, Stages
from beenthere.plans.stages import Stage, moved_up
from beenthere.plans.upnext import waits_until

MOST_MOVES = 200  # of one application; what is older goes

# Applications


@transaction.atomic
def keep_application(
    *,
    by: Person,
    told: Mapping[str, Any],
    stage: str,
    paths: Collection[Path] = (),
    resume: Resume | None = None,
    new_id: UUID | None = None,
) -> Application:
    """Keep something that one applies for. A form sent twice brings the same id, and keeps nothing anew."""
    require(rules.owns_all, by, [*paths, *([resume] if resume else [])])
    new_id = new_id or uuid4()
    if found := Application.objects.filter(pk=new_id).first():
        require(rules.owns, by, found)
        return found
    require(rules.may_keep_application, by)
    kept = {"told": dict(told), "moves": [_move(by, applied.stage_of(by, stage))]}
    sent = {"resume": resume, "sent": applied.copy_of(by, resume)} if resume else {}
    application, made = Application.objects.get_or_create(pk=new_id, defaults={"person": by, **kept, **sent})
    if made:
        application.paths.set(paths)
        record("application.kept", by=by, thing=application)
    return application


@transaction.atomic
def change_application(
    *, by: Person, application: Application, told: Mapping[str, Any], paths: Collection[Path], resume: Resume | None
) -> None:
    """Word an application anew. A résumé that is named now is kept as it is today; none named leaves what was kept."""
    require(rules.owns_all, by, [application, *paths, *([resume] if resume else [])])
    application.told = dict(told)
    if resume:
        application.resume, application.sent = resume, applied.copy_of(by, resume)
    application.save(update_fields=["told", "resume", "sent"])
    application.paths.set(paths)
    record("application.changed", by=by, thing=application)


@transaction.atomic
def forget_sent_resume(*, by: Person, application: Application) -> None:
    """Throw away the copy of the résumé that was sent."""
    require(rules.owns, by, application)
    application.resume = application.sent = None
    application.save(update_fields=["resume", "sent"])
    record("application.resume_forgotten", by=by, thing=application)


@transaction.atomic
def move_application(*, by: Person, application: Application, stage: str) -> None:
    """Say where it stands now; back and forth as one likes. Two who move it at once leave both moves standing."""
    require(rules.owns, by, application)
    wanted = applied.stage_of(by, stage)
    kept = Application.objects.select_for_update().get(pk=application.pk)
    if kept.stage.code == wanted.code:
        return
    kept.moves = [*kept.moves, _move(by, wanted)][-MOST_MOVES:]
    kept.save(update_fields=["moves"])
    record("application.moved", by=by, thing=kept)


@transaction.atomic
def remove_application(*, by: Person, application: Application) -> None:
    """Remove an application with its days and the copy of the résumé."""
    require(rules.owns, by, application)
    record("application.removed", by=by, thing=application)
    application.delete()
    _settle(by)


def _move(by: Person, stage: Stage) -> dict[str, str]:
    return {**stage.told(), "on": clock.today(by).isoformat()}


# Stages


@transaction.atomic
def keep_stages(*, by: Person, stages: Sequence[Stage]) -> None:
    """Keep one's own list of stages; without any, the list to start from comes back."""
    require(is_peer, by)
    row = Stages.objects.get_or_create(person=by)[0]
    row.told = [stage.told() for stage in stages]
    row.save(update_fields=["told"])
    record("stages.kept", by=by, thing=row)


@transaction.atomic
def move_stage_up(*, by: Person, stage: str) -> None:
    """Let a stage stand one higher."""
    require(is_peer, by)
    row = Stages.objects.select_for_update().get(pk=Stages.objects.get_or_create(person=by)[0].pk)
    row.told = [each.told() for each in moved_up(row.stages or applied.stages_of(by), stage)]
    row.save(update_fields=["told"])
    record("stages.kept", by=by, thing=row)


# Days to come back to it


@transaction.atomic
def add_follow_up(
    *,
    by: Person,
    application: Application,
    words: str,
    on: dt.date | None,
    letter: bool = False,
    new_id: UUID | None = None,
) -> FollowUp:
    """Choose a day on which to come back to an application."""
    require(rules.may_add_follow_up, by, application)
    told = {"person": by, "application": application, "words": words, "on": on, "letter": letter}
    follow_up, made = FollowUp.objects.get_or_create(pk=new_id or uuid4(), defaults=told)
    require(rules.owns, by, follow_up)
    if made:
        record("follow_up.added", by=by, thing=follow_up)
    return follow_up


@transaction.atomic
def finish_follow_up(*, by: Person, follow_up: FollowUp) -> bool:
    """Call it done today; says whether this call did it."""
    require(rules.owns, by, follow_up)
    done = FollowUp.objects.open().filter(pk=follow_up.pk).update(done_on=clock.today(by))
    if done:
        record("follow_up.done", by=by, thing=follow_up)
        _settle(by)
    return bool(done)


@transaction.atomic
def put_off_follow_up(*, by: Person, follow_up: FollowUp, wait: str) -> None:
    """Move it to tomorrow or to next week, or leave it without a day. What is done stays done."""
    require(rules.owns, by, follow_up)
    on = waits_until(clock.today(by), wait)
    if FollowUp.objects.open().filter(pk=follow_up.pk).update(on=on, told_on=None):
        record("follow_up.put_off", by=by, thing=follow_up)
        _settle(by)


@transaction.atomic
def reopen_follow_up(*, by: Person, follow_up: FollowUp) -> None:
    """Take back that it is done; it comes back without a day, and asks for nothing."""
    require(rules.owns, by, follow_up)
    if FollowUp.objects.filter(pk=follow_up.pk).exclude(done_on=None).update(done_on=None, on=None):
        record("follow_up.reopened", by=by, thing=follow_up)


@transaction.atomic
def remove_follow_up(*, by: Person, follow_up: FollowUp) -> None:
    """Remove it."""
    require(rules.owns, by, follow_up)
    record("follow_up.removed", by=by, thing=follow_up)
    follow_up.delete()
    _settle(by)


def _settle(by: Person) -> None:
    """Put away the letter about it once nothing is due any more."""
    if not FollowUp.objects.visible_to(by).due(clock.today(by)).exists():
        settle_letters(to=by, route="plans:applications")
