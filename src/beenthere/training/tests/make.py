"""Trainings, proposals and a committee for tests, made as life makes them."""

from typing import Any

from django.utils.text import slugify

from beenthere.orgs.models import Organisation, Role
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests import make as people
from beenthere.training.actions import read_proposal
from beenthere.training.catalogue.writing import Source, facts_of, write
from beenthere.training.committee.readings import mark_of
from beenthere.training.models import Origin, Proposal, Standing, Training, Verdict


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


def committee(*names: str) -> list[Person]:
    """A research committee of these people."""
    house = coalition()
    return [researcher(name, house) for name in names or ("Ravi", "Ines", "Jo")]


def proposal(record: Training | None = None, **more: Any) -> Proposal:
    """Something that somebody proposed: a change of a record, or without one a record to add."""
    facts = more.pop("facts", {"hours": "44"} if record else {"name": "Walking along", "provider": "The Kettle"})
    now = facts_of(record) if record else {}
    told = {"kind": "correct" if record else "add", "origin": Origin.PUBLIC, "language": "en"} | more
    source = {"source_url": "https://example.org/new", "source_date": "2026-11"}
    base = {name: now[name] for name in facts if name in now}
    return Proposal.objects.create(training=record, facts=facts, base=base, **source | told)


def reads(reader: Person, read: Proposal, verdict: str = Verdict.PUBLISH, **more: Any) -> Proposal:
    """One reader says what they found."""
    row = Proposal.objects.get(pk=read.pk)
    told: dict[str, Any] = {"seen": mark_of(row), "declared": True, "verdict": verdict} | more
    return read_proposal(by=reader, proposal=row, **told)
