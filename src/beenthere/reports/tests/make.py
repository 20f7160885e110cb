"""People who let themselves be counted, for tests."""

import datetime as dt

from beenthere.core import clock
from beenthere.matching.tests import make
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests.make import without_passphrase
from beenthere.reports.actions import be_counted

IN_MAY = dt.datetime(2027, 5, 10, 15, tzinfo=dt.UTC)
MAY = (dt.date(2027, 4, 1), dt.date(2027, 6, 30))


def house() -> tuple[Person, Organisation]:
    """Chloé's organisation, opened in May."""
    with clock.at(IN_MAY):
        return orgs.coordinator("Chloé", "Phare")


def who_ask(count: int, here: Organisation, *, counted: bool = True, language: str = "fr") -> list[Person]:
    """People who asked in May and let the organisation know."""
    people = [without_passphrase(f"Asker {number}") for number in range(count)]
    with clock.at(IN_MAY):
        for person in people:
            make.about(person, languages=[language])
            make.request(person, organisations=[here], nice_paths=("job",), must_ways=("video",))
            be_counted(by=person, organisations=[here] if counted else [])
    return people
