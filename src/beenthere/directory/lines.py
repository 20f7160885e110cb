"""Which lines come first where. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar


class Line(Protocol):
    """What is needed of a line to put it in order; the province is empty for all of Canada."""

    # Any: columns of a table are no plain texts to the type checker.
    @property
    def slug(self) -> Any: ...
    @property
    def kind(self) -> Any: ...
    @property
    def province(self) -> str: ...
    @property
    def town(self) -> str: ...


L = TypeVar("L", bound=Line)


@dataclass(frozen=True)
class Order(Generic[L]):
    """The lines for somebody's province, and those for other places."""

    here: list[L]
    elsewhere: list[L]


def in_order(lines: Iterable[L], province: str) -> Order[L]:
    """Put a province's own crisis line first; the Canadian one stands first only where there is none."""
    lines = sorted(lines, key=lambda line: line.slug)
    has_its_own = any(line.kind == "crisis" and line.province == province for line in lines if province)
    here = [line for line in lines if _is_here(line, province, has_its_own=has_its_own)]
    here.sort(key=lambda line: (line.kind != "crisis", line.province != province))
    elsewhere = [line for line in lines if line not in here]
    elsewhere.sort(key=lambda line: (line.province != "", line.kind != "crisis", line.province))
    return Order(here, elsewhere)


def _is_here(line: Line, province: str, *, has_its_own: bool) -> bool:
    if line.province:
        # Who has not said where they are sees each province's crisis line, for it may be theirs.
        return line.province == province or (not province and line.kind == "crisis")
    return not (has_its_own and line.kind == "crisis" and not line.town)
