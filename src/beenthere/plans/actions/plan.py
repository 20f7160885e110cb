"""What people do with their plans. Only the owner writes; another may suggest, which changes nothing by itself."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from beenthere.consent import actions as consent
from beenthere.consent.models import Grant
from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.directory.models import ListedOrganisation, Service
from beenthere.people.actions import settle_letters, write_letter
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans import rules
from beenthere.plans.models import SHARED, ChosenSupport, Path, Plan, Rating, State, Step, Suggestion
from beenthere.plans.upnext import shown_again_on
from beenthere.training.models import Training
from beenthere.work.models import Occupation

# The dream and the hours


@transaction.atomic
def set_dream(*, by: Person, plan: Plan, dream: str) -> None:
    """Keep the dream, or nothing if it is empty."""
    require(rules.owns, by, plan)
    kept = _kept(plan)
    kept.dream = dream or None
    kept.save(update_fields=["dream"])
    record("plan.dream_set", by=by, thing=kept)


@transaction.atomic
def set_hours(*, by: Person, plan: Plan, hours: float | None) -> None:
    """Keep how many hours a week the person has."""
    require(rules.owns, by, plan)
    kept = _kept(plan)
    kept.hours = hours
    kept.save(update_fields=["hours"])
    record("plan.hours_set", by=by, thing=kept)


def _kept(plan: Plan) -> Plan:
    """The row of a plan that may not have been written yet."""
    return Plan.objects.get_or_create(person_id=plan.person_id)[0]


def _after_the_last(model: type[Path] | type[Step], by: Person) -> dt.datetime:
    """Now, or just after what the person wrote last: rows of one and the same moment keep their order."""
    last = model.objects.visible_to(by).aggregate(at=Max("made_at"))["at"]
    return clock.now() if last is None or last < clock.now() else last + dt.timedelta(microseconds=1)


# Paths


@transaction.atomic
def start_path(
    *,
    by: Person,
    aim: str,
    kind: str,
    occupation: Occupation | None = None,
    hours: float | None = None,
    money_in: int | None = None,
    money_out: int | None = None,
    new_id: UUID | None = None,
) -> Path:
    """Begin a path beside the others. The form brings the new row's id, so that sending it twice does nothing."""
    require(is_peer, by)
    told = {"aim": aim, "kind": kind, "occupation": occupation}
    amounts = {"hours": hours, "money_in": money_in, "money_out": money_out}
    defaults = {"person": by, "paced_on": clock.today(by), "made_at": _after_the_last(Path, by), **told, **amounts}
    path, made = Path.objects.get_or_create(pk=new_id or uuid4(), defaults=defaults)
    require(rules.owns, by, path)
    if made:
        record("path.started", by=by, thing=path)
    return path


@transaction.atomic
def change_path(
    *,
    by: Person,
    path: Path,
    aim: str,
    kind: str,
    occupation: Occupation | None,
    hours: float | None,
    money_in: int | None,
    money_out: int | None,
) -> None:
    """Word a path anew."""
    require(rules.owns, by, path)
    path.aim, path.kind, path.occupation = aim, kind, occupation
    path.hours, path.money_in, path.money_out = hours, money_in, money_out
    path.save(update_fields=["aim", "kind", "occupation", "hours", "money_in", "money_out"])
    record("path.changed", by=by, thing=path)


@transaction.atomic
def pace_path(*, by: Person, path: Path, pace: str) -> None:
    """Walk a path, let it rest, call it done or let it go; each can be taken back at any time."""
    require(rules.owns, by, path)
    if Path.objects.filter(pk=path.pk).exclude(pace=pace).update(pace=pace, paced_on=clock.today(by)):
        record("path.paced", by=by, thing=path)


@transaction.atomic
def remove_path(*, by: Person, path: Path) -> None:
    """Remove a path with its sharings; its steps stay, as steps that are on no path yet."""
    require(rules.owns, by, path)
    consent.stop_sharing_thing(owner=by.pk, what=SHARED, thing=path.pk)
    record("path.removed", by=by, thing=path)
    path.delete()


# Steps


@transaction.atomic
def add_step(
    *, by: Person, text: str, on: dt.date | None = None, paths: Collection[Path] = (), new_id: UUID | None = None
) -> Step:
    """Write down a step for any of one's paths, or for none yet."""
    require(rules.owns_all, by, paths)
    defaults = {"person": by, "text": text, "on": on, "made_at": _after_the_last(Step, by)}
    step, made = Step.objects.get_or_create(pk=new_id or uuid4(), defaults=defaults)
    require(rules.owns, by, step)
    if made:
        step.paths.set(paths)
        record("step.added", by=by, thing=step)
    return step


@transaction.atomic
def change_step(*, by: Person, step: Step, text: str, on: dt.date | None, paths: Collection[Path]) -> None:
    """Word a step anew, move its day, or let it serve other paths. What is put aside comes back."""
    require(rules.owns_all, by, [step, *paths])
    step.text, step.on, step.aside_until = text, on, None
    step.save(update_fields=["text", "on", "aside_until"])
    step.paths.set(paths)
    record("step.changed", by=by, thing=step)


@transaction.atomic
def finish_step(*, by: Person, step: Step) -> bool:
    """Call a step done today; says whether this call did it."""
    require(rules.owns, by, step)
    done = Step.objects.filter(pk=step.pk, done_on=None).update(done_on=clock.today(by), aside_until=None)
    if done:
        record("step.done", by=by, thing=step)
    return bool(done)


@transaction.atomic
def reopen_step(*, by: Person, step: Step) -> None:
    """Take back that a step is done."""
    require(rules.owns, by, step)
    if Step.objects.filter(pk=step.pk).exclude(done_on=None).update(done_on=None):
        record("step.reopened", by=by, thing=step)


@transaction.atomic
def put_step_aside(*, by: Person, step: Step) -> None:
    """Leave the person in peace about a step for a while; the step stays where it is."""
    require(rules.owns, by, step)
    today = clock.today(by)
    still = Step.objects.filter(pk=step.pk, done_on=None)
    if still.update(aside_until=shown_again_on(today, step.on)):
        record("step.put_aside", by=by, thing=step)


@transaction.atomic
def remove_step(*, by: Person, step: Step) -> None:
    """Remove a step."""
    require(rules.owns, by, step)
    record("step.removed", by=by, thing=step)
    step.delete()


# What the person chose to help them


@transaction.atomic
def choose_support(*, by: Person, words: str, new_id: UUID | None = None) -> ChosenSupport:
    """Choose something to help, in one's own words."""
    require(is_peer, by)
    defaults = {"person": by, "words": words, "chosen_on": clock.today(by)}
    support, made = ChosenSupport.objects.get_or_create(pk=new_id or uuid4(), defaults=defaults)
    require(rules.owns, by, support)
    if made:
        record("support.chosen", by=by, thing=support)
    return support


@transaction.atomic
def choose_listed(
    *,
    by: Person,
    training: Training | None = None,
    organisation: ListedOrganisation | None = None,
    service: Service | None = None,
) -> ChosenSupport:
    """Choose an entry of the catalogues; choosing it again while it holds does nothing."""
    require(is_peer, by)
    chosen = training or organisation or service
    current = ChosenSupport.objects.visible_to(by).current()
    which = {"training": training, "organisation": organisation, "service": service}
    if found := current.filter(**which).first():
        return found
    try:
        with transaction.atomic():
            support = ChosenSupport.objects.create(
                person=by, words=chosen.name if chosen else "", chosen_on=clock.today(by), **which
            )
    except IntegrityError:  # the same button, pressed twice at the same moment
        return current.get(**which)
    record("support.chosen", by=by, thing=support)
    return support


@transaction.atomic
def rate_support(*, by: Person, support: ChosenSupport, rating: str) -> None:
    """Say whether it helps; saying the same again takes the word back."""
    require(rules.owns, by, support)
    support.rating = "" if rating == support.rating else Rating(rating)
    support.save(update_fields=["rating"])
    record("support.rated", by=by, thing=support)


@transaction.atomic
def end_support(*, by: Person, support: ChosenSupport) -> None:
    """End it. Nobody asks why."""
    require(rules.owns, by, support)
    if ChosenSupport.objects.filter(pk=support.pk, ended_on=None).update(ended_on=clock.today(by)):
        record("support.ended", by=by, thing=support)


@transaction.atomic
def remove_support(*, by: Person, support: ChosenSupport) -> None:
    """Take it out of the plan altogether."""
    require(rules.owns, by, support)
    record("support.removed", by=by, thing=support)
    support.delete()


# Sharing, and what others suggest


@transaction.atomic
def share_path(*, by: Person, path: Path, reader: Person, until: dt.date) -> Grant:
    """Let one connected person read one path until a day; asking again moves the day."""
    require(rules.may_share, by, path, reader)
    known = rules.reads_path(reader, path)
    ends_at = clock.end_of(until, by)
    grant = consent.grant(owner=by.pk, reader=reader.pk, what=SHARED, thing=path.pk, until=until, ends_at=ends_at)
    record("path.shared", by=by, thing=path)
    if not known:
        text = _("Somebody you walk with lets you read one of their paths.")
        write_letter(to=reader, text=text, route="plans:shared", route_args=[path.pk])
    return grant


@transaction.atomic
def suggest_step(
    *, by: Person, path: Path, text: str, on: dt.date | None = None, new_id: UUID | None = None
) -> Suggestion:
    """Suggest a step for a path that one may read. The plan stays as it is."""
    require(rules.may_suggest, by, path)
    told = {"person": path.person, "author": by, "path": path, "text": text, "on": on}
    suggestion, made = Suggestion.objects.get_or_create(pk=new_id or uuid4(), defaults=told)
    require(rules.wrote, by, suggestion)
    if made:
        record("suggestion.made", by=by, thing=suggestion)
        letter = _("Somebody you walk with suggests a step for your plan. It is yours only if you say yes.")
        write_letter(to=path.person, text=letter, route="plans:plan")
    return suggestion


@transaction.atomic
def accept_suggestion(*, by: Person, suggestion: Suggestion) -> bool:
    """Make a suggested step one's own; says whether this call did it."""
    require(rules.owns, by, suggestion)
    if not _answer(suggestion, State.ACCEPTED):
        return False
    told = {"text": suggestion.text, "on": suggestion.on, "suggested_by_id": suggestion.author_id}
    step = Step.objects.create(person=by, made_at=_after_the_last(Step, by), **told)
    step.paths.add(suggestion.path)
    record("suggestion.accepted", by=by, thing=suggestion)
    return True


@transaction.atomic
def decline_suggestion(*, by: Person, suggestion: Suggestion) -> None:
    """Leave a suggestion, without a reason."""
    require(rules.owns, by, suggestion)
    if _answer(suggestion, State.DECLINED):
        record("suggestion.declined", by=by, thing=suggestion)


def _answer(suggestion: Suggestion, state: State) -> bool:
    """Claim the one answer that a suggestion gets."""
    answered = Suggestion.objects.waiting().filter(pk=suggestion.pk).update(state=state) == 1
    if answered and not Suggestion.objects.waiting().filter(person=suggestion.person_id).exists():
        settle_letters(to=suggestion.person, route="plans:plan")
    return answered
