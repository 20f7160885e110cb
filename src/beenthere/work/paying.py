"""What an occupation pays by region, drawn to one measure and told in a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from beenthere.core.places import fold
from beenthere.work.models import Region, Wage
from beenthere.work.money import an_hour

WIDE = 200  # the width of a drawing, in its own units
STEP = 10  # dollars between the lines of the measure


@dataclass(frozen=True)
class Line:
    """A region with its three wages, and where they stand in the drawing."""

    region: Region
    wage: Wage
    start: int
    length: int
    middle: int | None

    @property
    def low(self) -> str:
        return an_hour(self.wage.low)

    @property
    def median(self) -> str:
        return an_hour(self.wage.median)

    @property
    def high(self) -> str:
        return an_hour(self.wage.high)


@dataclass(frozen=True)
class Pay:
    """Canada and its provinces first; the regions of each apart."""

    wide: list[Line]
    parts: list[tuple[str, list[Line]]]
    most: str

    @property
    def canada(self) -> Line | None:
        return next((line for line in self.wide if not line.region.province), None)


def pay_of(noc: str) -> Pay | None:
    """What is known of an occupation, or nothing."""
    rows = list(Wage.objects.public().filter(occupation=noc).select_related("region"))
    if not rows:
        return None
    most = _rounded(wage.high or wage.median or wage.low or Decimal(0) for wage in rows)
    lines = [_line(wage, most) for wage in rows]
    wide = sorted((line for line in lines if not line.region.is_part), key=_canada_first)
    parts = [line for line in lines if line.region.is_part]
    return Pay(wide, _by_province(parts, wide), an_hour(most))


def _rounded(amounts: Iterable[Decimal]) -> Decimal:
    return max((max(amounts) / STEP).to_integral_value(ROUND_CEILING) * STEP, Decimal(STEP))


def _line(wage: Wage, most: Decimal) -> Line:
    there = [each for each in (wage.low, wage.median, wage.high) if each is not None]
    start, end = _place(there[0], most), _place(there[-1], most)
    middle = _place(wage.median, most) if wage.median is not None else None
    return Line(wage.region, wage, start, max(2, end - start), middle)


def _place(amount: Decimal, most: Decimal) -> int:
    return int(amount * WIDE / most)


def _canada_first(line: Line) -> tuple[bool, str]:
    return bool(line.region.province), fold(line.region.name)


def _by_province(parts: Sequence[Line], wide: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    codes = [line.region.province for line in wide if line.region.province]
    codes += sorted({line.region.province for line in parts} - set(codes))
    found = []
    for code in codes:
        inside = [line for line in parts if line.region.province == code]
        if inside:
            name = Region(code="", name_en="", province=code).name
            found.append((name, sorted(inside, key=lambda line: fold(line.region.name))))
    return found
