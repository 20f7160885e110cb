"""Variants as bars, a row for each and a bar for each month. Pure: dollars in, a drawing in whole points out."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE = 360
LEFT, MONTH, BAR = 48, 26, 18  # room for the scale; from one month to the next; how wide a bar is
HEAD, UP, FOOT = 24, 78, 20
NICE = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a month brings and costs, in whole dollars."""

    earned: int
    support: int
    costs: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of a month."""

    kind: str  # earned, support or costs
    x: int
    y: int
    high: int
    wide: int = BAR


@dataclass(frozen=True, slots=True)
class Row:
    """One variant: its bars, the line on which they stand, and where its words stand."""

    name_y: int
    ground: int
    line_y: int  # the line of the scale
    words_y: int  # of the months
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture; all rows have one scale, so that they can be compared."""

    high: int
    scale: int  # dollars at the line
    months: tuple[int, ...]  # the middle of every third month
    rows: tuple[Row, ...]
    wide: int = WIDE
    left: int = LEFT


def draw(variants: Sequence[Sequence[Amounts]]) -> Drawing:
    """Lay the months of each variant side by side; what is earned stands on the support, costs hang below."""
    everything = [month for months in variants for month in months]
    deepest = max([0, *(month.costs for month in everything)])
    most = max([1, deepest, *(month.earned + month.support for month in everything)])
    down = _points(deepest, most) if deepest else 0
    rows, top = [], 0
    for months in variants:
        ground = top + HEAD + UP
        bars = tuple(bar for number, month in enumerate(months) for bar in _bars(number, month, ground, most))
        line = ground - _points(line_of(most), most)
        rows.append(Row(top + 16, ground, line, ground + down + 15, bars))
        top = ground + down + FOOT
    count = max([0, *map(len, variants)])
    middles = tuple(LEFT + number * MONTH + BAR // 2 for number in range(0, count, 3))
    return Drawing(top, line_of(most), middles, tuple(rows))


def line_of(most: int) -> int:
    """A round number of dollars, at most the highest bar: 1, 2 or 5 with noughts."""
    power = 1
    while power * 10 <= most:
        power *= 10
    return max(power * each for each in NICE if power * each <= most)


def _bars(number: int, month: Amounts, ground: int, most: int) -> list[Bar]:
    x = LEFT + number * MONTH
    support, both = _points(month.support, most), _points(month.support + month.earned, most)
    pieces = [
        Bar("support", x, ground - support, support),
        Bar("earned", x, ground - both, both - support),
        Bar("costs", x, ground, _points(month.costs, most)),
    ]
    return [piece for piece in pieces if piece.high > 0]


def _points(dollars: int, most: int) -> int:
    """Something is never drawn as nothing."""
    return max(1, dollars * UP // most) if dollars else 0
