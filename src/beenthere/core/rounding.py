"""Numbers of people, to base 5, so that nobody can be counted out of them. Pure.

A number becomes one of the two multiples of five around it, the nearer one more often, so that sums are right on
average. Which of the two is drawn by a key that nobody outside has, from who is counted: the same people always give
the same number, however often it is worked out, and one more or fewer draws anew (the “cell key” of the Australian
Bureau of Statistics; G. Thompson, S. Broadfoot, D. Elazar, 2013).
"""

from collections.abc import Callable, Iterable

BASE = 5
Draw = Callable[[str], float]  # from a text, always the same number from 0 up to 1


def rounded(true: int, cell: str, counted: Iterable[str], draw: Draw) -> int:
    """`true` to base 5; `counted` are the people behind it, and `cell` says which number it is."""
    low = true // BASE * BASE
    if low == true:
        return true
    who = ",".join(sorted(set(counted)))
    return low + (BASE if draw(f"{cell}/{true}/{who}") < (true - low) / BASE else 0)
