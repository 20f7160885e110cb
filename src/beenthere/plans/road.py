"""The road: paths as lanes, steps as stones, one row for each. Pure: plain data in, rows to draw out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Way:
    """One path, as a lane of the road."""

    key: str
    resting: bool = False


@dataclass(frozen=True, slots=True)
class Stone:
    """One step; it may lie on several ways, or on none yet."""

    key: str
    ways: frozenset[str] = frozenset()
    on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One lane where it passes one row."""

    way: str
    begins: bool
    runs: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A run of neighbouring lanes, both ends included, counted from 1."""

    first: int
    last: int

    @property
    def is_wide(self) -> bool:
        return self.last > self.first


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the sign of a way where its lane begins, or a stone."""

    way: str
    stone: str
    cells: tuple[Cell, ...]
    spans: tuple[Span, ...]  # the stone itself, in pieces where it skips a lane
    bridge: Span | None  # joins the pieces, passing under the lanes between


@dataclass(frozen=True, slots=True)
class Road:
    """Everything that the template needs to draw."""

    rows: tuple[Row, ...]
    lanes: int  # columns, with the one for steps that are on no path yet
    loose: bool  # whether there is such a column
    earlier: int  # steps done long ago, which are left out for calm


def lay(ways: Sequence[Way], stones: Iterable[Stone], *, done_shown: int | None = 3) -> Road:
    """Put signs and stones into one order, and tell for each row what every lane does there."""
    done, still_open = _in_order(ways, list(stones))
    shown = done if done_shown is None else done[max(0, len(done) - done_shown) :]
    order = _with_signs(ways, shown, still_open)
    loose = any(not stone.ways for stone in (*shown, *still_open))
    begun: set[str] = set()
    rows = []
    for item in order:
        rows.append(_row(item, ways, begun))
        if isinstance(item, Way):
            begun.add(item.key)
    return Road(rows=tuple(rows), lanes=len(ways) + loose, loose=loose, earlier=len(done) - len(shown))


def passing(ways: Sequence[Way]) -> tuple[Cell, ...]:
    """The lanes below the last row, where the road goes on."""
    return tuple(Cell(way=way.key, begins=False, runs=True) for way in ways)


def _in_order(ways: Sequence[Way], stones: list[Stone]) -> tuple[list[Stone], list[Stone]]:
    """What is done, by its day; then what has a day, what has none, and what rests."""
    resting = {way.key for way in ways if way.resting}
    done = sorted((s for s in stones if s.done_on), key=lambda s: s.done_on or date.max)
    still_open = sorted(
        (s for s in stones if not s.done_on),
        key=lambda s: (bool(s.ways) and s.ways <= resting, s.on or date.max),
    )
    return done, still_open


def _with_signs(ways: Sequence[Way], done: list[Stone], still_open: list[Stone]) -> list[Way | Stone]:
    """Put each way's sign just before its first stone; a way without stones begins where today is."""
    walked = {key for stone in (*done, *still_open) for key in stone.ways}
    order: list[Way | Stone] = []
    placed: set[str] = set()

    def place(keys: Iterable[str]) -> None:
        wanted = set(keys) - placed
        order.extend(way for way in ways if way.key in wanted)
        placed.update(wanted)

    for stone in done:
        place(stone.ways)
        order.append(stone)
    place(way.key for way in ways if way.key not in walked)
    for stone in still_open:
        place(stone.ways)
        order.append(stone)
    return order


def _row(item: Way | Stone, ways: Sequence[Way], begun: set[str]) -> Row:
    is_sign = isinstance(item, Way)
    cells = tuple(Cell(way=w.key, begins=is_sign and w.key == item.key, runs=w.key in begun) for w in ways)
    if isinstance(item, Way):
        return Row(way=item.key, stone="", cells=cells, spans=(), bridge=None)
    on = [number for number, way in enumerate(ways, start=1) if way.key in item.ways] or [len(ways) + 1]
    spans = _runs(on)
    bridge = Span(on[0], on[-1]) if len(spans) > 1 else None
    return Row(way="", stone=item.key, cells=cells, spans=spans, bridge=bridge)


def _runs(numbers: list[int]) -> tuple[Span, ...]:
    """Split ascending numbers where one is skipped: 1 2 4 becomes 1–2 and 4–4."""
    runs = (list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]))
    return tuple(Span(run[0][1], run[-1][1]) for run in runs)
