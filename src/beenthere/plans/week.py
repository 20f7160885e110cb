"""The week as a bar: what somebody has taken on beside the hours they have. Pure: numbers in, a drawing out."""

from collections.abc import Iterable
from dataclasses import dataclass

# Below this part of the bar's width, the hours stand only in the key.
LABEL_FITS, LONG_LABEL_FITS = 13.0, 17.0


@dataclass(frozen=True, slots=True)
class Share:
    """Hours a week that one path takes."""

    key: str
    hours: float


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of the bar; start and width are parts of a hundred of its length."""

    key: str
    hours: float
    start: float
    width: float

    @property
    def x(self) -> str:
        return _length(self.start)

    @property
    def wide(self) -> str:
        return _length(self.width)

    @property
    def middle(self) -> str:
        return _length(self.start + self.width / 2)

    @property
    def has_label(self) -> bool:
        return self.width >= (LABEL_FITS if self.hours == int(self.hours) else LONG_LABEL_FITS)


@dataclass(frozen=True, slots=True)
class Week:
    """What is taken on, what is left, and where the hours somebody has come to an end."""

    have: float | None
    taken: float
    segments: tuple[Segment, ...]
    room: Segment | None
    mark: str  # where the hours end, as a length along the bar; empty when the whole bar lies within them

    @property
    def beyond(self) -> float:
        """Hours taken on that go beyond the hours somebody has."""
        return 0.0 if self.have is None else max(0.0, self.taken - self.have)

    @property
    def left(self) -> float:
        """Hours that are still free."""
        return 0.0 if self.have is None else max(0.0, self.have - self.taken)

    @property
    def is_blank(self) -> bool:
        return self.have is None and not self.segments


def lay(have: float | None, shares: Iterable[Share]) -> Week:
    """Lay the shares side by side; what is left follows them, and nothing is ever cut off."""
    kept = [share for share in shares if share.hours > 0]
    taken = sum(share.hours for share in kept)
    whole = max(taken, have or 0.0)
    segments, at = [], 0.0
    for share in kept:
        segments.append(_piece(share.key, share.hours, at, whole))
        at += share.hours
    room = _piece("", have - taken, taken, whole) if have is not None and have > taken else None
    mark = _length(have / whole * 100) if have and have < taken else ""
    return Week(have=have, taken=taken, segments=tuple(segments), room=room, mark=mark)


def _piece(key: str, hours: float, after: float, whole: float) -> Segment:
    return Segment(key=key, hours=hours, start=after / whole * 100, width=hours / whole * 100)


def _length(part: float) -> str:
    # Written here and not in the template, which would put a comma into a French drawing.
    return f"{part:.2f}%"
