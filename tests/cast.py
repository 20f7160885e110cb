"""The five people of every test: each test names what they do, not how they came here."""

from dataclasses import dataclass

from beenthere.people.models import Person
from beenthere.people.tests import make


@dataclass(frozen=True)
class Cast:
    """Amara asks, Benoît supports, Chloé coordinates, Ravi researches, and Dana must see nothing."""

    amara: Person
    benoit: Person
    chloe: Person
    ravi: Person
    dana: Person


def people() -> Cast:
    """The cast with accounts and nothing else: no organisation, no offer, no connection."""
    return Cast(amara=amara(), benoit=benoit(), chloe=chloe(), ravi=ravi(), dana=dana())


def amara() -> Person:
    """A peer from Ontario."""
    return make.person("Amara", language="en", province="ON")


def benoit() -> Person:
    """A supporter who speaks French first."""
    return make.person("Benoît", language="fr", province="QC")


def chloe() -> Person:
    """Somebody who will coordinate."""
    return make.person("Chloé", language="fr", province="ON")


def ravi() -> Person:
    """Somebody who will sit on the research committee."""
    return make.person("Ravi", language="en", province="ON")


def dana() -> Person:
    """An outsider, who has an account and nothing to do with anybody."""
    return make.person("Dana", language="en", province="ON")
