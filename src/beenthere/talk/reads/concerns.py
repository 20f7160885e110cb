"""Who can read a concern, which ones somebody has to do with, and what each of them sees of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from beenthere.core import keys
from beenthere.orgs.models import Membership, Organisation, Role, role_words
from beenthere.people.models import Person
from beenthere.talk.met import Met, met
from beenthere.talk.models import Concern, ConcernWord
from beenthere.talk.models.concerns import ConcernQuerySet, Part

if TYPE_CHECKING:
    import datetime as dt

LOOKED_AT = "talk.concern"
READERS = (Role.CONCERNS, Role.COORDINATOR)


@dataclass(frozen=True)
class Reader:
    """Somebody, or a few, to whom a concern can be told."""

    organisation: Organisation
    role: Role
    people: list[Person]

    @property
    def code(self) -> str:
        """Stands for it in a form."""
        return f"{self.organisation.pk}:{self.role}"

    @property
    def names(self) -> str:
        return ", ".join(str(person) for person in self.people)

    @property
    def role_words(self) -> str:
        return role_words(self.role, self.organisation)


def person_met(me: Person, person_id: UUID) -> tuple[Person, Met] | None:
    """Somebody about whom one may tell a concern, and where the two met; nobody else is found."""
    other = Person.objects.filter(pk=person_id).first()
    where = met(me, other) if other else None
    return (other, where) if other and where else None


def readers_for(writer: Person, about: Person | None, where: set[UUID]) -> list[Reader]:
    """To whom somebody can tell a concern: persons for concerns first, who need not pass by any coordinator.

    From where the two met, where the writer takes part, and from the site itself, which is its first organisation.
    Never the writer, and never the one whom it is about.
    """
    own = Membership.objects.current().filter(person=writer).values_list("organisation_id", flat=True)
    first = Organisation.objects.running().order_by("opened_at").values_list("pk", flat=True)[:1]
    organisations = Organisation.objects.running().filter(pk__in={*where, *own, *first})
    rows = Membership.objects.current().filter(organisation__in=organisations, role__in=READERS).with_people()
    found: dict[tuple[Role, UUID], Reader] = {}
    for row in rows.exclude(person=writer).order_by("organisation__name", "since"):
        if about is None or row.person_id != about.pk:
            role = Role(row.role)
            found.setdefault((role, row.organisation_id), Reader(row.organisation, role, [])).people.append(row.person)
    keys.load(person.pk for reader in found.values() for person in reader.people)
    return sorted(found.values(), key=lambda reader: READERS.index(reader.role))


def readers_of(concern: Concern) -> list[Person]:
    """Who can read it now."""
    rows = Membership.objects.current().filter(organisation=concern.organisation_id, role=concern.role)
    out = {concern.writer_id, concern.about_id}
    people = [row.person for row in rows.with_people() if row.person_id not in out]
    return [person for person in people if concern.taken_by_id in (None, person.pk)]


def others_to_read(concern: Concern, me: Person, met: Met | None) -> list[Reader]:
    """To whom it could be sent on."""
    where = met.organisations if met else set()
    choices = readers_for(me, concern.about, where | {concern.organisation_id})
    return [one for one in choices if (one.organisation.pk, one.role) != (concern.organisation_id, concern.role)]


@dataclass(frozen=True)
class Word:
    """A word of a concern, as one of those who may read it sees it."""

    part: str
    mine: bool
    by_writer: bool
    at: "dt.datetime"
    text: str


def words_of(concern: Concern, person: Person) -> list[Word]:
    """What this person may read of it, in order."""
    if concern.writer_id == person.pk or concern.about_id == person.pk:
        rows = ConcernWord.objects.visible_to(person).filter(concern=concern)
    else:
        rows = ConcernWord.objects.readable_by(person).filter(concern=concern)
    by_writer = {concern.writer_id} - {None}
    return [
        Word(row.part, row.author_id == person.pk, row.author_id in by_writer, row.said_at, row.text or "")
        for row in rows
    ]


def parted(words: list[Word], *parts: Part) -> list[Word]:
    return [word for word in words if word.part in parts]


def told_concerns(person: Person) -> list[Concern]:
    """One's own, and those of which one was told."""
    return _with_people(Concern.objects.visible_to(person))


def concerns_to_read(person: Person) -> list[Concern]:
    """Those that wait for this person, or that they took on."""
    return _with_people(Concern.objects.readable_by(person))


def _with_people(rows: ConcernQuerySet) -> list[Concern]:
    found = list(rows.select_related("writer", "about", "organisation", "taken_by"))
    keys.load(pk for row in found for pk in (row.writer_id, row.about_id, row.taken_by_id) if pk)
    return found


def names_of_concerns(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What a concern is called in a read log: never what it says."""
    return {pk: _("a concern that you told") for pk in ids}
