import pytest
from hypothesis import given
from hypothesis import strategies as st

from beenthere.plans.amounts import parse_dollars, parse_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [("12", 12), ("7.5", 7.5), ("7,5", 7.5), ("7 h 30", 7.5), ("7h30", 7.5), ("7:45", 7.75), ("12 h", 12),
     ("12 hours", 12), ("12\u00a0heures", 12), ("0", 0), ("", None), ("lots", None), ("-3", None), ("7 h 75", None)],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(text: str, hours: float | None) -> None:
    assert parse_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "dollars"),
    [("400", 400), ("$1,200", 1200), ("1 200 $", 1200), ("1\u202f200,50 $", 1201), ("1200.49", 1200),
     ("12,345,678", 12345678), ("", None), ("free", None), ("-5", None), ("1,2,3", None)],
)  # fmt: skip
def test_dollars_are_read_as_people_write_them(text: str, dollars: int | None) -> None:
    assert parse_dollars(text) == dollars


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert parse_hours(text) is None or parse_hours(text) >= 0  # type: ignore[operator]
    assert parse_dollars(text) is None or parse_dollars(text) >= 0  # type: ignore[operator]
