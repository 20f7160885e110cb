"""What the screens of strengths ask; each takes the same number of queries however much there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from beenthere.consent.models import Grant
from beenthere.consent.reads import walking_ids
from beenthere.experience.models import SHARED_MIRROR, Mirror, Moment, Strength
from beenthere.people.models import Person
from beenthere.people.reads import names_of


@dataclass(frozen=True)
class Asked:
    """A question to somebody, with their name and what lets them read it today, if anything does."""

    mirror: Mirror
    name: str
    grant: Grant | None


def strengths_of(person: Person) -> list[Strength]:
    """All strengths of a person with the moments in which they were found, in the person's own order."""
    return list(Strength.objects.visible_to(person).prefetch_related("moments"))


def asked_by(person: Person) -> list[Asked]:
    """Whom the person asked what they see in them."""
    rows = list(Mirror.objects.visible_to(person).prefetch_related("strengths"))
    grants = {grant.thing: grant for grant in _running(person)}
    names = names_of(row.supporter_id for row in rows)
    return [Asked(row, names.get(row.supporter_id, ""), grants.get(row.pk)) for row in rows]


def asked(mirror: Mirror) -> Asked:
    """One question, with the same beside it."""
    grants = {grant.thing: grant for grant in _running(mirror.person)}
    return Asked(mirror, mirror.supporter.name or "", grants.get(mirror.pk))


@dataclass(frozen=True)
class AskedOfMe:
    """Somebody asks what one sees in them. What they show is told only where the look is logged."""

    mirror_id: UUID
    name: str


def asked_of(person: Person) -> list[AskedOfMe]:
    """Who asks this person what they see in them, and has no answer yet."""
    rows = list(Mirror.objects.readable_by(person).open())
    names = names_of(row.person_id for row in rows)
    return [AskedOfMe(row.pk, names[row.person_id]) for row in rows if row.person_id in names]


def who_reads(thing: Strength | Moment) -> list[Asked]:
    """The running questions through which somebody reads this piece now, as it is now."""
    shown = {"strengths": thing} if isinstance(thing, Strength) else {"moments": thing}
    grants = {grant.thing: grant for grant in _running(thing.person)}
    rows = list(Mirror.objects.visible_to(thing.person).filter(pk__in=grants, **shown))
    names = names_of(row.supporter_id for row in rows)
    return [Asked(row, names.get(row.supporter_id, ""), grants[row.pk]) for row in rows]


def _running(person: Person) -> Iterable[Grant]:
    return Grant.objects.running().filter(owner=person.pk, what=SHARED_MIRROR)


def may_be_asked(person: Person) -> dict[UUID, str]:
    """The people with whom one walks now, by name."""
    return dict(sorted(names_of(walking_ids(person.pk)).items(), key=lambda pair: pair[1].casefold()))


def names_of_mirrors(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What a question is called on the page on which its owner sees who reads what: with all that it shows."""
    rows = Mirror.objects.filter(pk__in=set(ids)).prefetch_related("strengths", "moments")
    return {row.pk: _called(row) for row in rows}


def _called(mirror: Mirror) -> str:
    shown = [str(each) for each in (*mirror.strengths.all(), *mirror.moments.all())]
    question = gettext("What do you see in me?")
    return f"{question} ({'; '.join(shown)})" if shown else question
