"""One's own questions over time: the answers drawn, and what happened on the paths meanwhile."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from beenthere.consent.models import Grant
from beenthere.people.models import Person
from beenthere.people.reads import names_of
from beenthere.plans.course import Course, course_of
from beenthere.plans.models import SHARED_MEASURE, Measure, MeasureAnswer, Pace, Path, Step


@dataclass(frozen=True)
class Line:
    """One line of the table below the picture: an answer, or what happened on a path."""

    on: dt.date
    words: str
    happened: bool


@dataclass(frozen=True)
class OverTime:
    """One question with its picture, the same as a table, and who may read it."""

    measure: Measure
    course: Course
    lines: tuple[Line, ...]
    readers: tuple[tuple[Grant, str], ...] = ()

    @classmethod
    def alone(cls, measure: Measure) -> "OverTime":
        """The answers and nothing beside them: all that somebody else reads."""
        return cls.beside(measure, list(MeasureAnswer.objects.filter(measure=measure)), [])

    @classmethod
    def beside(
        cls,
        measure: Measure,
        answers: Sequence[MeasureAnswer],
        happened: Sequence[tuple[dt.date, str]],
        readers: Sequence[tuple[Grant, str]] = (),
    ) -> "OverTime":
        """The answers beside what happened since the first of them."""
        given = [(answer.on, answer.value) for answer in answers if answer.value is not None]
        since = min((on for on, _value in given), default=dt.date.max)
        after = [(on, words) for on, words in happened if on >= since]
        lines = [Line(answer.on, answer.in_words, happened=False) for answer in answers]
        lines += [Line(on, words, happened=True) for on, words in after]
        drawn = course_of(given, [on for on, _words in after])
        return cls(measure, drawn, tuple(sorted(lines, key=lambda line: line.on, reverse=True)), tuple(readers))


def all_over_time(person: Person) -> list[OverTime]:
    """Every question that somebody asks or asked themselves, in the same number of queries however many there are."""
    measures = list(Measure.objects.visible_to(person))
    answers: dict[UUID, list[MeasureAnswer]] = defaultdict(list)
    for answer in MeasureAnswer.objects.visible_to(person):
        answers[answer.measure_id].append(answer)
    beside = happened_to(person) if measures else []
    readers = _readers(person)
    asked = sorted(measures, key=lambda each: each.ended_on is not None)
    return [OverTime.beside(each, answers[each.pk], beside, readers[each.pk]) for each in asked]


def happened_to(person: Person) -> list[tuple[dt.date, str]]:
    """The days on which a step was done and a path was reached, rested or let go, in words."""
    steps = [(step.done_on, _("Done: %(step)s") % {"step": step}) for step in Step.objects.visible_to(person)]
    paths = [(path.paced_on, _pace_in_words(path)) for path in Path.objects.visible_to(person)]
    return [(on, words) for on, words in [*steps, *paths] if on]


def _pace_in_words(path: Path) -> str:
    if path.pace == Pace.ACTIVE:
        return _("Under way: %(path)s") % {"path": path}
    return f"{path}: {path.get_pace_display()}"


def _readers(person: Person) -> dict[UUID, list[tuple[Grant, str]]]:
    grants = list(Grant.objects.running().filter(owner=person.pk, what=SHARED_MEASURE).order_by("granted_at"))
    names = names_of(grant.reader for grant in grants)
    found: dict[UUID, list[tuple[Grant, str]]] = defaultdict(list)
    for grant in grants:
        if grant.reader in names:
            found[grant.thing].append((grant, names[grant.reader]))
    return found


def names_of_measures(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What questions are called, for the page on which their owner sees who reads what."""
    return {measure.pk: str(measure) for measure in Measure.objects.filter(pk__in=set(ids))}
