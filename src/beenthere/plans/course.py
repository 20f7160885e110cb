"""Where answers and events stand on a picture that runs from the first day to the last. Pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LEFT, RIGHT = 16, 584  # of a picture that is 600 wide
TOP, BETWEEN = 18, 24  # the highest answer, and from one answer to the next
HIGHEST = 4


@dataclass(frozen=True)
class Point:
    """One answer: where it stands on the picture, on which day, and how high (0 to 4)."""

    x: int
    y: int
    on: dt.date
    value: int


@dataclass(frozen=True)
class Course:
    """The answers as points, the lines from each to the next, and the marks of what happened beside them."""

    points: tuple[Point, ...]
    lines: tuple[tuple[Point, Point], ...]
    marks: tuple[int, ...]
    first: dt.date | None = None
    last: dt.date | None = None


def course_of(answers: Sequence[tuple[dt.date, int]], events: Sequence[dt.date] = ()) -> Course:
    """Place answers (day, 0 to 4) and the days of events; what happened before the first answer is left out."""
    answers = sorted(answers)
    if not answers:
        return Course((), (), ())
    shown = sorted(day for day in events if day >= answers[0][0])
    first, last = answers[0][0], max([answers[-1][0], *shown])
    points = tuple(Point(_x(on, first, last), TOP + (HIGHEST - value) * BETWEEN, on, value) for on, value in answers)
    marks = tuple(_x(day, first, last) for day in shown)
    return Course(points, tuple(pairwise(points)), marks, first, last)


def _x(on: dt.date, first: dt.date, last: dt.date) -> int:
    """Days far apart stand far apart; a single day stands in the middle."""
    if first == last:
        return (LEFT + RIGHT) // 2
    return round(LEFT + (RIGHT - LEFT) * ((on - first) / (last - first)))
