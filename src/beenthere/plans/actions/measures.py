"""Asking oneself something from time to time: choosing, answering, leaving it, showing it to one person."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from beenthere.consent import actions as consent
from beenthere.consent.models import Grant
from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people.actions import write_letter
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans import rules
from beenthere.plans.models import SHARED_MEASURE, Measure, MeasureAnswer, Rhythm


@transaction.atomic
def choose_measures(*, by: Person, questions: Collection[str], own: Collection[str], rhythm: str) -> None:
    """Ask oneself exactly these from now on; what was answered to others before stays."""
    require(is_peer, by)
    # The same form sent twice at once: the second waits here, and finds its questions in place.
    Person.objects.select_for_update().filter(pk=by.pk).first()
    current = list(Measure.objects.visible_to(by).current())
    wanted = {*((code, "") for code in questions), *(("", words) for words in own)}
    there = {(measure.question, measure.words or ""): measure for measure in current}
    ended = [measure.pk for key, measure in there.items() if key not in wanted]
    Measure.objects.filter(pk__in=ended).update(ended_on=clock.today(by))
    for question, words in sorted(wanted - there.keys()):
        Measure.objects.create(person=by, question=question, words=words or None, rhythm=rhythm)
    Measure.objects.visible_to(by).current().update(rhythm=Rhythm(rhythm), rests_until=None)
    record("measures.chosen", by=by, thing=by)


@transaction.atomic
def answer_measures(*, by: Person, answers: Mapping[Measure, int]) -> None:
    """Keep today's answers; a second answer on the same day takes the place of the first."""
    require(rules.owns_all, by, answers)
    today = clock.today(by)
    for measure, value in answers.items():
        told, made = MeasureAnswer.objects.get_or_create(
            measure=measure, on=today, defaults={"person": by, "value": value}
        )
        if not made:
            told.value = value
            told.save(update_fields=["value"])
    _let_rest(by, today)
    record("measures.answered", by=by, thing=by)


@transaction.atomic
def leave_measures(*, by: Person) -> None:
    """Not now: be left in peace until the next time."""
    require(is_peer, by)
    _let_rest(by, clock.today(by))
    record("measures.left", by=by, thing=by)


def _let_rest(by: Person, today: dt.date) -> None:
    for rhythm in (each for each in Rhythm if each.days):
        again = today + dt.timedelta(days=rhythm.days)
        Measure.objects.visible_to(by).current().filter(rhythm=rhythm).update(rests_until=again)


@transaction.atomic
def remove_measure(*, by: Person, measure: Measure) -> None:
    """Take a question away with all its answers, and stop every sharing of it."""
    require(rules.owns, by, measure)
    consent.stop_sharing_thing(owner=by.pk, what=SHARED_MEASURE, thing=measure.pk)
    record("measure.removed", by=by, thing=measure)
    measure.delete()


@transaction.atomic
def share_measure(*, by: Person, measure: Measure, reader: Person, until: dt.date) -> Grant:
    """Let one person with whom one walks read one question and its answers until a day."""
    require(rules.may_share, by, measure, reader)
    known = rules.reads_measure(reader, measure)
    ends_at = clock.end_of(until, by)
    grant = consent.grant(
        owner=by.pk, reader=reader.pk, what=SHARED_MEASURE, thing=measure.pk, until=until, ends_at=ends_at
    )
    record("measure.shared", by=by, thing=measure)
    if not known:
        text = _("Somebody you walk with lets you read one of the questions that they ask themselves.")
        write_letter(to=reader, text=text, route="plans:measure-shared", route_args=[measure.pk])
    return grant
