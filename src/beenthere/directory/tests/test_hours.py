"""Hours as people write them, in both languages."""

import pytest

from beenthere.directory.hours import DAYS, read

WEEK = ",".join(DAYS)


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("9:00 am to 7:00 pm Monday to Thursday", [("MO,TU,WE,TH", 9, 19)]),
        ("8:00am - 6:00 pm Thursdays", [("TH", 8, 18)]),
        ("9:00 am to 4:00 pm Monday, Tuesday and Friday (closed 1:00 pm to 1:30 pm)", [("MO,TU,FR", 9, 16)]),
        ("9h à 19h du lundi au jeudi", [("MO,TU,WE,TH", 9, 19)]),
        ("9h à 15h - vendredi, 9h à 17h - samedi", [("FR", 9, 15), ("SA", 9, 17)]),
        ("24/7", [(WEEK, 0, 23)]),
        ("Statutory Holidays - Closed", []),
        ("200-250 W Pender St - 900-1200 Burrard St", []),
        ("99:99 am to 77:00 pm Monday", []),
        ("10:00 to 9:00 Monday", []),
    ],
)  # fmt: skip
def test_hours_as_people_write_them(line: str, hours: list[tuple[str, int, int]]) -> None:
    assert [(one.byday, one.opens_at.hour, one.closes_at.hour) for one in read(line)] == hours
