"""Two people who may write to each other, for tests."""

from beenthere.consent.actions import connect
from beenthere.people.models import Person
from beenthere.people.tests.make import person


def pair(one: str = "Amara", other: str = "Benoît") -> tuple[Person, Person]:
    """Two people who said yes to each other."""
    first, second = person(one), person(other, language="fr")
    connect(one=first.pk, other=second.pk, reason="match")
    return first, second
