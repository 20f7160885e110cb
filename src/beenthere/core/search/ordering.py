"""Which entries stand on a page: best answered first, then by their place in the list, read from the database."""

from collections.abc import Iterator, Sequence

from django.utils.translation import get_language

from beenthere.core import bitsets
from beenthere.core.search.tables import SearchEntry

FEW = 2000  # so many are read and sorted here; among more, the database's own order is walked through
AHEAD = 200


def page(kind: str, among: int, planes: Sequence[int], start: int, stop: int) -> list[str]:
    """The keys of the entries from `start` to before `stop`."""
    found, here = list[str](), 0
    for group in _groups(planes, among):
        size = group.bit_count()
        if here + size > start:
            ordered = _few if size <= FEW else _walked
            found += ordered(kind, group, max(0, start - here), stop - here)
        here += size
        if here >= stop:
            break
    return found


def _groups(planes: Sequence[int], among: int) -> Iterator[int]:
    """Those with the same sum together, the highest sum first."""
    if among and planes:
        yield from _groups(planes[:-1], among & planes[-1])
        yield from _groups(planes[:-1], among & ~planes[-1])
    elif among:
        yield among


def _few(kind: str, group: int, start: int, stop: int) -> list[str]:
    """With the same points, a short title says more exactly what it is."""
    name = _order_name()
    rows = SearchEntry.objects.filter(pk__in=list(bitsets.members(group))).values_list("title", name, "key")
    ordered = sorted((len(title), bytes(order or b""), key) for title, order, key in rows)
    return [key for _length, _order, key in ordered[start:stop]]


def _walked(kind: str, group: int, start: int, stop: int) -> list[str]:
    """Read the list in its order until enough of it belongs to the group."""
    data = group.to_bytes((group.bit_length() + 7) // 8, "little")
    rows = SearchEntry.objects.filter(kind=kind).order_by(_order_name(), "id").values_list("pk", flat=True)
    every = max(1, group.bit_length() // group.bit_count())
    numbers, offset, most = list[int](), 0, stop * every + AHEAD
    while len(numbers) < stop and (some := list(rows[offset : offset + most])):
        numbers += [pk for pk in some if pk >> 3 < len(data) and data[pk >> 3] >> (pk & 7) & 1]
        offset, most = offset + most, 2 * most
    wanted = numbers[start:stop]
    keys = dict(SearchEntry.objects.filter(pk__in=wanted).values_list("pk", "key"))
    return [keys[pk] for pk in wanted if pk in keys]


def _order_name() -> str:
    return "order_fr" if (get_language() or "en").startswith("fr") else "order_en"
