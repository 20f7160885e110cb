from hypothesis import given
from hypothesis import strategies as st

from beenthere.plans.week import Share, lay

HOURS = st.integers(0, 336).map(lambda halves: halves / 2)
SHARES = st.lists(HOURS, max_size=6).map(lambda all_of: [Share(str(n), h) for n, h in enumerate(all_of)])
HAVE = st.none() | HOURS


@given(HAVE, SHARES)
def test_pieces_touch_and_fill_the_bar(have: float | None, shares: list[Share]) -> None:
    week = lay(have, shares)
    at = 0.0
    for piece in (*week.segments, *([week.room] if week.room else [])):
        assert abs(piece.start - at) < 1e-6
        at += piece.width
    assert abs(at - 100) < 1e-6 or (at == 0 and not week.taken and not have)


@given(HAVE, SHARES)
def test_every_hour_is_told_once(have: float | None, shares: list[Share]) -> None:
    week = lay(have, shares)
    assert week.taken == sum(share.hours for share in shares)
    assert [piece.key for piece in week.segments] == [share.key for share in shares if share.hours]
    if have is not None:
        assert week.taken + week.left - week.beyond == have
    assert not (week.left and week.beyond)


@given(HAVE, SHARES)
def test_the_mark_stands_only_when_more_is_taken_on_than_there_is(have: float | None, shares: list[Share]) -> None:
    week = lay(have, shares)
    assert bool(week.mark) == bool(have and week.beyond)


def test_the_week_of_the_picture() -> None:
    week = lay(30, [Share("job", 12), Share("course", 9), Share("me", 4)])
    assert [piece.x for piece in week.segments] == ["0.00%", "40.00%", "70.00%"]
    assert week.room is not None
    assert (week.room.hours, week.room.x) == (5, "83.33%")
    assert week.segments[0].middle == "20.00%"


def test_nothing_written_is_a_blank_week() -> None:
    assert lay(None, []).is_blank
    assert not lay(10, []).is_blank


def test_more_than_there_is_keeps_the_whole_bar_and_marks_the_end() -> None:
    week = lay(20, [Share("job", 20), Share("course", 5)])
    assert (week.beyond, week.left, week.room, week.mark) == (5, 0, None, "80.00%")
