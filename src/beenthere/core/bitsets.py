"""Sums and bests over very many at once: a set is one whole number, and bit n of it is whether n belongs to it. Pure.

Weighted sums stand bit by bit in *planes* (plane i holds who has 2**i in their sum), so that adding a weight to a
hundred thousand takes a few operations on numbers of a hundred thousand bits. This is bit-sliced arithmetic
(P. O'Neil, D. Quass, “Improved Query Performance with Variant Indexes”, SIGMOD 1997).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

_SOME = re.compile(rb"[^\0]")


def add(planes: list[int], members: int, weight: int) -> None:
    """Add a weight to the sum of every member, in place."""
    place = 0
    while weight:
        if weight & 1:
            _carry(planes, members, place)
        weight >>= 1
        place += 1


def _carry(planes: list[int], carried: int, place: int) -> None:
    while carried:
        while len(planes) <= place:
            planes.append(0)
        planes[place], carried = planes[place] ^ carried, planes[place] & carried
        place += 1


def at_most_six(planes: list[int]) -> list[int]:
    """The same sums, those above six as six."""
    one, two, four, *higher = [*planes, 0, 0, 0]
    more = union(higher) | (one & two & four)
    return [one & ~more, two | more, four | more]


def leading(planes: list[int], among: int, enough: int) -> tuple[int, int]:
    """Those of `among` with the highest sums, `enough` of them if there are: surely in, and tied for the rest."""
    surely, tied = 0, among
    for plane in reversed(planes):
        higher = tied & plane
        if (count := higher.bit_count()) >= enough:
            tied = higher
        else:
            surely, enough, tied = surely | higher, enough - count, tied & ~plane
    return surely, tied


def union(sets: Iterable[int]) -> int:
    """Who belongs to any of them."""
    found = 0
    for each in sets:
        found |= each
    return found


def members(bits: int) -> Iterator[int]:
    """The members, smallest first."""
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for match in _SOME.finditer(data):
        byte, start = data[match.start()], 8 * match.start()
        yield from (start + bit for bit in range(8) if byte >> bit & 1)


def some_members(bits: int, most: int, start: int) -> list[int]:
    """At most so many members, from `start` on and then from the beginning."""
    above = bits >> start << start
    found = list(islice(members(above), most))
    return found + list(islice(members(bits ^ above), most - len(found)))
