"""In which order entries stand: best answered first, then by their place in the list, read from the database."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from django.utils.translation import get_language

from beenthere.core import bitsets
from beenthere.core.search.sets import Sets
from beenthere.core.search.tables import SearchEntry

FEW = 500  # so many are read and sorted here; among more, the order of the whole list is walked through
AHEAD = 200


def numbers(sets: Sets, among: int, planes: Sequence[int], start: int, stop: int) -> list[int]:
    """The entries from `start` to before `stop`."""
    found, here = list[int](), 0
    for group in _groups(planes, among):
        size = group.bit_count()
        if here + size > start:
            found += islice(_in_order(sets, group, shortest=bool(planes)), max(0, start - here), stop - here)
        here += size
        if here >= stop:
            break
    return found


def every_number(sets: Sets, among: int, planes: Sequence[int]) -> Iterator[int]:
    """All of the entries, a few at a time."""
    for group in _groups(planes, among):
        yield from _in_order(sets, group, shortest=bool(planes))


def keys_of(some: Sequence[int]) -> dict[int, str]:
    """The keys of entries, in the order given; one that has just gone is left out."""
    keys = dict(SearchEntry.objects.filter(pk__in=some).values_list("pk", "key"))
    return {number: keys[number] for number in some if number in keys}


def numbers_of(kind: str, keys: Collection[str]) -> dict[str, int]:
    """The entries of these keys."""
    return dict(SearchEntry.objects.filter(kind=kind, key__in=keys).values_list("key", "pk"))


def _groups(planes: Sequence[int], among: int) -> Iterator[int]:
    """Those with the same sum together, the highest sum first."""
    if among and planes:
        yield from _groups(planes[:-1], among & planes[-1])
        yield from _groups(planes[:-1], among & ~planes[-1])
    elif among:
        yield among


def _in_order(sets: Sets, group: int, *, shortest: bool) -> Iterator[int]:
    return _sorted(group, shortest=shortest) if group.bit_count() <= FEW else _walked(sets, group)


def _sorted(group: int, *, shortest: bool) -> Iterator[int]:
    """Where something was searched for, with the same points a short title says more exactly what it is."""
    rows = SearchEntry.objects.filter(pk__in=list(bitsets.members(group)))
    columns = rows.values_list("title", _order_name(), "key", "pk")
    ordered = sorted((shortest and len(title), bytes(order or b""), key, pk) for title, order, key, pk in columns)
    yield from (pk for *_, pk in ordered)


def _walked(sets: Sets, group: int) -> Iterator[int]:
    """Walk through the list in its order, and keep what belongs to the group."""
    data = group.to_bytes((group.bit_length() + 7) // 8, "little")
    column, here = _order_name(), 0
    known = sets.in_order.setdefault(column, array("Q"))
    while here < len(known) or _read_on(sets.kind, column, known):
        some, here = known[here:], len(known)
        yield from (pk for pk in some if pk >> 3 < len(data) and data[pk >> 3] >> (pk & 7) & 1)


def _read_on(kind: str, column: str, known: "array[int]") -> bool:
    """Read the list further, each time twice as far; tells whether there was more."""
    rows = SearchEntry.objects.filter(kind=kind).order_by(column, "id").values_list("pk", flat=True)
    more = list(rows[len(known) : max(AHEAD, 2 * len(known))])
    known.extend(more)
    return bool(more)


def _order_name() -> str:
    return "order_fr" if (get_language() or "en").startswith("fr") else "order_en"
