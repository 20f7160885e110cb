"""Questions about plans that screens ask; each takes the same number of queries however much there is."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from beenthere.consent.models import Grant
from beenthere.consent.reads import connected_ids
from beenthere.core import clock
from beenthere.people.models import Person
from beenthere.people.reads import names_of
from beenthere.plans.models import SHARED, Path, Plan, Step, Suggestion


@dataclass(frozen=True)
class Sharing:
    """One of one's own paths, with whom may read it and until when."""

    grant: Grant
    path_id: UUID
    aim: str
    reader: str


@dataclass(frozen=True)
class SharedWithMe:
    """A path of somebody else's that one may read. What it says is told only where the look is logged."""

    path_id: UUID
    owner: str
    until: dt.date


@dataclass(frozen=True)
class Waiting:
    """A suggestion with the name of whoever made it."""

    suggestion: Suggestion
    author: str
    aim: str


def plan_of(person: Person) -> Plan:
    """The person's plan; a blank one that is not written yet if they have none."""
    return Plan.objects.visible_to(person).first() or Plan(person=person)


def next_steps(person: Person, limit: int = 3) -> list[Step]:
    """The steps to think of next: first those with a day, then the others, as they were written."""
    return list(Step.objects.visible_to(person).ahead(clock.today(person))[:limit])


def suggestions_waiting(person: Person) -> int:
    """How many suggested steps wait for this person's yes or no."""
    return Suggestion.objects.waiting().filter(person=person).count()


def waiting(person: Person) -> list[Waiting]:
    """The suggestions that wait for this person, with their authors' names."""
    rows = list(Suggestion.objects.waiting().filter(person=person).select_related("path"))
    names = names_of(row.author_id for row in rows)
    return [Waiting(row, names[row.author_id], str(row.path)) for row in rows if row.author_id in names]


def sharings(person: Person, paths: Iterable[Path]) -> list[Sharing]:
    """Which of these paths others may read today."""
    aims = {path.pk: str(path) for path in paths}
    grants = Grant.objects.running().filter(owner=person.pk, what=SHARED, thing__in=aims).order_by("granted_at")
    names = names_of(grant.reader for grant in grants)
    return [Sharing(g, g.thing, aims[g.thing], names[g.reader]) for g in grants if g.reader in names]


def paths_shared_with(person: Person) -> list[SharedWithMe]:
    """The paths that others let this person read today."""
    grants = Grant.objects.running().filter(reader=person.pk, what=SHARED).order_by("granted_at")
    names = names_of(grant.owner for grant in grants)
    return [SharedWithMe(grant.thing, names[grant.owner], grant.until) for grant in grants if grant.owner in names]


def possible_readers(person: Person) -> dict[UUID, str]:
    """The people with whom one walks now, by name."""
    return dict(sorted(names_of(connected_ids(person.pk)).items(), key=lambda pair: pair[1].casefold()))


def names_of_paths(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What paths are called, for the page on which their owner sees who reads what."""
    return {path.pk: str(path) for path in Path.objects.filter(pk__in=set(ids)) if path.aim}
