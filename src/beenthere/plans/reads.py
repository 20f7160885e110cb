"""Questions about plans that screens ask; each takes the same number of queries however much there is."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from beenthere.consent.models import Grant
from beenthere.consent.reads import walking_ids
from beenthere.core import clock
from beenthere.experience.models import Strength
from beenthere.library.models import Card
from beenthere.people.models import Person
from beenthere.people.reads import names_of
from beenthere.plans.models import SHARED, Measure, Path, Plan, Resume, ResumeFact, Step, Suggestion
from beenthere.plans.resume.facts import fact_id_of


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


@dataclass(frozen=True)
class Stand:
    """A strength, the fact as which it stands on résumés, if it does, and what those are called."""

    strength: Strength
    fact: ResumeFact | None
    names: list[str]

    @property
    def differs(self) -> bool:
        """Whether the résumés say it in other words than the list: both are the person's, and neither moves."""
        return self.fact is not None and str(self.fact) != self.strength.as_said


@dataclass(frozen=True)
class WithOthers:
    """What a plan has to do with other people."""

    names: Mapping[UUID, str]
    waiting: list[Waiting]
    sharings: list[Sharing]
    shared_with_me: list[SharedWithMe]


def plan_of(person: Person) -> Plan:
    """The person's plan; a blank one that is not written yet if they have none."""
    return Plan.objects.visible_to(person).first() or Plan(person=person)


def next_steps(person: Person, limit: int = 3) -> list[Step]:
    """The steps to think of next."""
    steps = Step.objects.visible_to(person).open().prefetch_related("paths")
    return ahead(steps, clock.today(person))[:limit]


def ahead(steps: Iterable[Step], on: dt.date) -> list[Step]:
    """Those to think of on that day: first those with a day, then the others, as they were written."""
    return sorted((step for step in steps if step.is_ahead(on)), key=lambda step: step.on or dt.date.max)


def suggestions_waiting(person: Person) -> int:
    """How many suggested steps wait for this person's yes or no."""
    return Suggestion.objects.waiting().filter(person=person).count()


def measures_due(person: Person) -> int:
    """How many of their own questions somebody wanted to be reminded of by today."""
    today = clock.today(person)
    return sum(measure.is_due(today) for measure in Measure.objects.visible_to(person).current())


def with_others(person: Person, paths: Iterable[Path], steps: Iterable[Step]) -> WithOthers:
    """What a whole plan has to do with others; everybody's name is asked for once."""
    grants = list(Grant.objects.visible_to(person).running().filter(what=SHARED).order_by("granted_at"))
    suggestions = list(Suggestion.objects.waiting().filter(person=person))
    people = {step.suggested_by_id for step in steps if step.suggested_by_id}
    people |= {row.author_id for row in suggestions} | {pk for grant in grants for pk in (grant.owner, grant.reader)}
    names = names_of(people - {person.pk})
    aims = {path.pk: str(path) for path in paths}
    return WithOthers(
        names=names,
        waiting=[
            Waiting(row, names[row.author_id], aims[row.path_id])
            for row in suggestions
            if row.author_id in names and row.path_id in aims
        ],
        sharings=_sharings((grant for grant in grants if grant.owner == person.pk), aims, names),
        shared_with_me=_shared_with_me((grant for grant in grants if grant.reader == person.pk), names),
    )


def sharings(person: Person, path: Path) -> list[Sharing]:
    """Who else may read this path today."""
    grants = Grant.objects.running().filter(owner=person.pk, what=SHARED, thing=path.pk).order_by("granted_at")
    return _sharings(grants, {path.pk: str(path)}, names_of(grant.reader for grant in grants))


def paths_shared_with(person: Person) -> list[SharedWithMe]:
    """The paths that others let this person read today."""
    grants = Grant.objects.running().filter(reader=person.pk, what=SHARED).order_by("granted_at")
    return _shared_with_me(grants, names_of(grant.owner for grant in grants))


def _sharings(grants: Iterable[Grant], aims: Mapping[UUID, str], names: Mapping[UUID, str]) -> list[Sharing]:
    return [
        Sharing(grant, grant.thing, aims[grant.thing], names[grant.reader])
        for grant in grants
        if grant.thing in aims and grant.reader in names
    ]


def _shared_with_me(grants: Iterable[Grant], names: Mapping[UUID, str]) -> list[SharedWithMe]:
    return [SharedWithMe(grant.thing, names[grant.owner], grant.until) for grant in grants if grant.owner in names]


def possible_readers(person: Person) -> dict[UUID, str]:
    """The people with whom one walks now, by name."""
    return dict(sorted(names_of(walking_ids(person.pk)).items(), key=lambda pair: pair[1].casefold()))


def names_of_paths(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What paths are called, for the page on which their owner sees who reads what."""
    return {path.pk: str(path) for path in Path.objects.filter(pk__in=set(ids)) if path.aim}


def card_of(step: Step) -> Card | None:
    """The card that a step came from; taken back by its writer, it is gone from here too."""
    return Card.objects.public().filter(pk=step.card).first() if step.card else None


def stand_on_resumes(person: Person, strengths: Iterable[Strength]) -> list[Stand]:
    """Where on the person's résumés these strengths of theirs stand."""
    rows = {strength: fact_id_of(strength.pk) for strength in strengths}
    facts = ResumeFact.objects.visible_to(person).in_bulk(rows.values())
    resumes = list(Resume.objects.visible_to(person))
    return [
        Stand(strength, facts.get(pk), [str(resume) for resume in resumes if pk in facts and pk in resume.picked_ids])
        for strength, pk in rows.items()
    ]
