from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from beenthere.plans.road import Road, Span, Stone, Way, lay, passing

DAYS = st.dates(date(2026, 1, 1), date(2027, 1, 1))


@st.composite
def roads(draw: st.DrawFn) -> tuple[list[Way], list[Stone]]:
    ways = [Way(f"w{n}", resting=draw(st.booleans())) for n in range(draw(st.integers(0, 6)))]
    on_ways = st.frozensets(st.sampled_from([way.key for way in ways])) if ways else st.just(frozenset[str]())
    stones = [
        Stone(f"s{n}", draw(on_ways), draw(st.none() | DAYS), draw(st.none() | DAYS))
        for n in range(draw(st.integers(0, 8)))
    ]
    return ways, stones


def whole(drawn: tuple[list[Way], list[Stone]]) -> Road:
    return lay(*drawn, done_shown=None)


@given(roads())
def test_every_way_and_every_step_stands_exactly_once(drawn: tuple[list[Way], list[Stone]]) -> None:
    ways, stones = drawn
    rows = whole(drawn).rows
    assert sorted(row.way for row in rows if row.way) == sorted(way.key for way in ways)
    assert sorted(row.stone for row in rows if row.stone) == sorted(stone.key for stone in stones)


@given(roads())
def test_a_lane_begins_at_its_sign_and_never_breaks_off(drawn: tuple[list[Way], list[Stone]]) -> None:
    for number, way in enumerate(drawn[0]):
        lane = [(row.way == way.key, row.cells[number]) for row in whole(drawn).rows]
        begins = [index for index, (_, cell) in enumerate(lane) if cell.begins]
        assert begins == [index for index, (sign, _) in enumerate(lane) if sign]
        assert [cell.runs for _, cell in lane] == [index > begins[0] for index in range(len(lane))]


@given(roads())
def test_a_stone_lies_on_its_own_lanes_and_no_other(drawn: tuple[list[Way], list[Stone]]) -> None:
    ways, stones = drawn
    serves = {stone.key: stone.ways for stone in stones}
    for row in whole(drawn).rows:
        covered = [number for span in row.spans for number in range(span.first, span.last + 1)]
        if row.stone:
            expected = [n for n, way in enumerate(ways, start=1) if way.key in serves[row.stone]]
            assert covered == (expected or [len(ways) + 1])
            assert (row.bridge is not None) == (len(row.spans) > 1)


@given(roads())
def test_a_step_never_stands_above_the_sign_of_its_way(drawn: tuple[list[Way], list[Stone]]) -> None:
    seen: set[str] = set()
    serves = {stone.key: stone.ways for stone in drawn[1]}
    for row in whole(drawn).rows:
        assert serves.get(row.stone, frozenset()) <= seen
        seen.add(row.way)


@given(roads())
def test_days_follow_one_another(drawn: tuple[list[Way], list[Stone]]) -> None:
    by_key = {stone.key: stone for stone in drawn[1]}
    stones = [by_key[row.stone] for row in whole(drawn).rows if row.stone]
    done = [stone.done_on for stone in stones if stone.done_on]
    assert done == sorted(done)
    assert [bool(stone.done_on) for stone in stones] == [True] * len(done) + [False] * (len(stones) - len(done))


@given(roads(), st.integers(0, 3))
def test_only_steps_done_long_ago_are_left_out(drawn: tuple[list[Way], list[Stone]], shown: int) -> None:
    road, done = lay(*drawn, done_shown=shown), [stone for stone in drawn[1] if stone.done_on]
    assert road.earlier == max(0, len(done) - shown)
    assert len([row for row in road.rows if row.stone]) == len(drawn[1]) - road.earlier


@given(roads())
def test_only_a_step_on_no_path_opens_the_extra_column(drawn: tuple[list[Way], list[Stone]]) -> None:
    road = whole(drawn)
    assert road.loose == any(not stone.ways for stone in drawn[1])
    assert road.lanes == len(drawn[0]) + road.loose


def test_a_step_for_the_first_and_third_path_passes_under_the_second() -> None:
    ways = [Way("a"), Way("b"), Way("c"), Way("d")]
    row = lay(ways, [Stone("s", frozenset({"a", "c", "d"}))]).rows[-1]
    assert row.spans == (Span(1, 1), Span(3, 4))
    assert row.bridge == Span(1, 4)


def test_what_rests_comes_last_and_asks_nothing() -> None:
    ways = [Way("resting", resting=True), Way("job")]
    stones = [Stone("later", frozenset({"resting"}), on=date(2026, 1, 2)), Stone("next", frozenset({"job"}))]
    assert [row.stone for row in lay(ways, stones).rows if row.stone] == ["next", "later"]


def test_below_the_last_row_the_road_goes_on() -> None:
    assert all(cell.runs for cell in passing([Way("a"), Way("b")]))
