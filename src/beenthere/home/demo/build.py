"""Make the demo from nothing, once."""

import datetime as dt

from beenthere.core import clock, keys
from beenthere.home.demo import cast, committee, library
from beenthere.home.demo.calendar import Calendar
from beenthere.home.demo.crowd import Crowd
from beenthere.matching.jobs import keep_index_in_step
from beenthere.people.models import Person
from beenthere.reports.actions import be_counted
from beenthere.reports.jobs import publish
from beenthere.reports.reads import countable_for


def build() -> None:
    """Let a hundred people live through three months."""
    calendar = Calendar()
    with keys.held():
        with clock.at(calendar.moment(85)):
            five, house = cast.arrive(calendar)
            committee.sit(five.ravi, calendar)
        cast.live(five, calendar)
        library.live(five, house, calendar)
        Crowd(five, house, calendar).arrive()
        calendar.live()
        publish_mirrors(house)
        keep_index_in_step()


def publish_mirrors(house: cast.House) -> None:
    """Everybody lets themselves be counted, and the mirror of these three months is published as if a quarter ended."""
    for person in Person.objects.all():
        be_counted(by=person, organisations=countable_for(person))
    today = clock.today()
    for organisation in house.organisations:
        publish(organisation, today - dt.timedelta(days=90), today)
