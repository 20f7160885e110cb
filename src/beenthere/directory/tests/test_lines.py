"""Which lines come first where, and numbers that a telephone can dial."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beenthere.core.places import PROVINCES
from beenthere.directory.lines import in_order
from beenthere.directory.models import CrisisLine


@dataclass(frozen=True)
class Line:
    slug: str
    province: str = ""
    town: str = ""
    kind: str = "crisis"


CANADA = Line("988")
QUEBEC = Line("appelle", "QC")
YOUTH = Line("kids", town="youth", kind="crisis/support")
WARM = Line("ns-peers", "NS", kind="peer warm line")
LINES = [WARM, YOUTH, QUEBEC, CANADA]


def test_quebec_shows_its_own_line_first_and_the_canadian_one_among_the_others() -> None:
    order = in_order(LINES, "QC")
    assert (order.here, order.elsewhere) == ([QUEBEC, YOUTH], [CANADA, WARM])


def test_elsewhere_the_canadian_line_comes_first_and_peers_of_the_province_after_it() -> None:
    order = in_order(LINES, "NS")
    assert (order.here, order.elsewhere) == ([CANADA, WARM, YOUTH], [QUEBEC])


def test_who_has_not_said_where_they_are_sees_the_canadian_line_and_then_the_others() -> None:
    assert in_order(LINES, "").here == [CANADA, QUEBEC, YOUTH]


lines = st.builds(
    Line,
    slug=st.text("abc", max_size=2),
    province=st.sampled_from(["", "QC", "NS"]),
    town=st.sampled_from(["", "Ottawa"]),
    kind=st.sampled_from(["crisis", "crisis/support", "peer warm line"]),
)


@given(st.lists(lines, unique_by=lambda line: line.slug), st.sampled_from(["", *PROVINCES]))
def test_no_line_is_ever_hidden(given_lines: list[Line], province: str) -> None:
    order = in_order(given_lines, province)
    assert sorted(map(str, order.here + order.elsewhere)) == sorted(map(str, given_lines))
    assert order == in_order(reversed(given_lines), province)


@pytest.mark.parametrize(
    ("written", "dialled"),
    [("9-8-8", "tel:988"), ("1-866-277-3553", "tel:+18662773553"), ("204-942-9276", "tel:+12049429276")],
)
def test_a_number_can_be_dialled(written: str, dialled: str) -> None:
    assert CrisisLine(phone=written).phone_link == dialled
