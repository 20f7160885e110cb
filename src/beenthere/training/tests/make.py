"""Trainings, proposals and a committee for tests, made as life makes them."""

from typing import Any

from django.utils.text import slugify

from beenthere.orgs.models import Organisation, Role
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests import make as people
from beenthere.training.models import Origin, Standing, Training
from beenthere.training.writing import Source, write


def training(name: str = "Listening well", **facts: Any) -> Training:
    """A published record."""
    told = {"name_language": "en", "provider": "The Kettle", "standing": Standing.RUNNING} | facts
    made = Training(slug=slugify(name), name=name, **told)
    write(made, {}, Source(Origin.COMMITTEE, "https://example.org/page", "2026"))
    return made


def researcher(name: str = "Ravi", organisation: Organisation | None = None) -> Person:
    """Somebody who sits on the research committee."""
    person = people.person(name)
    orgs.member(person, organisation or coalition(), Role.RESEARCH)
    return person


def coalition() -> Organisation:
    """The coalition that names the committee."""
    found = Organisation.objects.filter(slug="coalition").first()
    return found or orgs.organisation("Coalition", people.person("Nan"), kind="coalition")
