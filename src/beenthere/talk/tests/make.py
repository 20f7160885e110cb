"""Two people who may write to each other, and a concern of one of them, for tests."""

from dataclasses import dataclass, field

from beenthere.consent.actions import connect
from beenthere.orgs.models import Organisation, Role
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.talk import actions
from beenthere.talk.met import Said, met
from beenthere.talk.models import Concern
from beenthere.talk.reads import Reader, readers_for


def pair(one: str = "Amara", other: str = "Benoît") -> tuple[Person, Person]:
    """Two people who said yes to each other."""
    first, second = person(one), person(other, language="fr")
    connect(one=first.pk, other=second.pk, reason="match")
    return first, second


@dataclass
class Around:
    """Amara and Benoît wrote to each other; Chloé coordinates, Ravi is the person for concerns."""

    amara: Person
    benoit: Person
    chloe: Person
    ravi: Person
    organisation: Organisation
    said: list[Said] = field(default_factory=list)

    def reader(self, role: Role = Role.CONCERNS) -> Reader:
        """Whom Amara can choose."""
        choices = readers_for(self.amara, self.benoit, {self.organisation.pk})
        return next(reader for reader in choices if reader.role == role)

    def concern(self, *, safe: bool = False, unnamed: bool = False, role: Role = Role.CONCERNS) -> Concern:
        """Amara tells a concern about Benoît, with the first thing that was said."""
        return actions.tell_concern(
            by=self.amara, about=self.benoit, reader=self.reader(role), text="He asks me for money",
            attached=self.said[:1], safe=safe, unnamed=unnamed,
        )  # fmt: skip

    def decided(self, *, safe: bool = False) -> Concern:
        """And Ravi decided it."""
        concern = self.concern(safe=safe)
        actions.take_concern(by=self.ravi, concern=concern)
        actions.decide(by=self.ravi, concern=concern, decision="We spoke with him", substance="About money here")
        return concern


def around() -> Around:
    """Everybody whom a concern has to do with, and two messages."""
    amara, benoit = pair()
    chloe, phare = orgs.coordinator("Chloé", "Phare")
    ravi = person("Ravi")
    orgs.member(ravi, phare, Role.CONCERNS)
    actions.write(by=benoit, to=amara, text="Lend me forty dollars")
    actions.write(by=amara, to=benoit, text="My sister is in hospital")
    where = met(amara, benoit)
    return Around(amara, benoit, chloe, ravi, phare, where.words if where else [])
