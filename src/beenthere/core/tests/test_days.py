"""Days as people write them."""

import datetime as dt

import pytest
from django.template import Context, Engine
from django.utils.translation import override

from beenthere.core.days import as_said, in_words


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("fr", dt.date(2027, 3, 1), "1er mars 2027"),
        ("fr", dt.date(2027, 3, 11), "11 mars 2027"),
        ("en", dt.date(2027, 3, 1), "1 March 2027"),
    ],
)
def test_the_first_of_a_month_is_1er_in_french(language: str, day: dt.date, words: str) -> None:
    shown = Engine.get_default().from_string('{{ day|date:"DATE_FORMAT" }}')
    with override(language):
        assert in_words(day) == words
        assert shown.render(Context({"day": day})) == words


def test_a_day_for_machines_stays_as_it_is() -> None:
    shown = Engine.get_default().from_string('{{ day|date:"j n" }} {{ day|date:"Y-m-d" }}')
    with override("fr"):
        assert shown.render(Context({"day": dt.date(2027, 3, 2)})) == "2 3 2027-03-02"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2023-11-01", "1er novembre 2023"),
        ("2023-10", "octobre 2023"),
        ("2025-07/2026-06", "juillet 2025 – juin 2026"),
        ("2018", "2018"),
        ("NOC 2021, version 1.0", "NOC 2021, version 1.0"),
        ("2023-02-30", "2023-02-30"),
    ],
)
def test_the_date_of_a_source_is_said_as_people_say_it(said: str, words: str) -> None:
    with override("fr"):
        assert as_said(said) == words
