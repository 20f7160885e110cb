"""A simulated year leaves nobody in silence."""

import datetime as dt
import sys

import pytest

from beenthere.core import clock
from beenthere.matching.actions import indexing, moving
from beenthere.matching.models import Ask
from beenthere.matching.tests.year import DAYS, FIRST_DAY, Year, left_in_silence, most_silent_in_a_row

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


@pytest.fixture(autouse=True)
def without_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who fits whom is drawn by lot here, so nobody looks into the index of suggestions."""
    monkeypatch.setattr(indexing, "bring_in_step", lambda *, most: 0)


@pytest.mark.long
def test_a_year_leaves_nobody_in_silence(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> None:
    """Five hundred ask in the gate; two thousand, or more, with `--requests`."""
    many = request.config.getoption("requests")
    year = Year(requests=many, people=many * 3 // 25)
    year.live()
    figures = year.figures()
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(f"{name:22}{figure:10.2f}" for name, figure in figures.items()) + "\n")
    assert year.wrong == []
    with clock.at(FIRST_DAY + dt.timedelta(days=DAYS)):
        assert left_in_silence(year) == set()
    assert most_silent_in_a_row() <= moving.SILENT_IN_A_ROW
    assert figures["found somebody"] > 0.9
    assert figures["wait, half"] < 7


def test_without_their_rest_the_silent_would_be_asked_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "_let_the_silent_rest", lambda ask: None)
    year = Year(requests=40, people=10, days=90, habits=("soon", "vanishes"))
    year.live()
    assert most_silent_in_a_row() > moving.SILENT_IN_A_ROW


@pytest.mark.parametrize("guard", ["move_on", "look_again", "nudge", "pass_on_all"])
def test_without_its_clock_the_year_goes_wrong(monkeypatch: pytest.MonkeyPatch, guard: str) -> None:
    monkeypatch.setattr(moving, guard, lambda *nothing, **more: None)
    year = Year(requests=40, people=10, days=90, habits=("soon", "vanishes"))
    year.live()
    assert year.wrong != []


def test_the_sweep_is_what_moves_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ask.objects, "answerable", Ask.objects.none)
    year = Year(requests=40, people=10, days=90, habits=("soon", "vanishes"))
    year.live()
    assert year.wrong != []
