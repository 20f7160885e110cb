"""Make the demo from nothing, once."""

from beenthere.core import clock, keys
from beenthere.home.demo import cast
from beenthere.home.demo.calendar import Calendar
from beenthere.home.demo.crowd import Crowd


def build() -> None:
    """Let a hundred people live through three months."""
    calendar = Calendar()
    with keys.held():
        with clock.at(calendar.moment(85)):
            five, house = cast.arrive(calendar)
        cast.live(five, calendar)
        Crowd(five, house, calendar).arrive()
        calendar.live()
