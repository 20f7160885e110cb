"""Questions about people that other apps ask."""

from collections.abc import Iterable
from uuid import UUID

from beenthere.people.models import ErasedAccount, Letter, Person, RecoveryCode


def open_letters(person: Person) -> list[Letter]:
    """The letters that the person has not put away, newest first."""
    return list(Letter.objects.visible_to(person).still_open())


def open_letter_count(person: Person) -> int:
    """How many letters wait."""
    return Letter.objects.visible_to(person).still_open().count()


def codes_left(person: Person) -> int:
    """How many codes of the card still work."""
    return RecoveryCode.objects.filter(person=person, used_at=None).count()


def names_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names by id, in two queries, for screens that may show them; who has left is not in it."""
    return {person.pk: person.name for person in Person.objects.filter(pk__in=set(ids)) if person.name}


def erasure_is_confirmed(person_id: UUID) -> bool:
    """Whether the key of an erased account is gone for certain."""
    return ErasedAccount.objects.filter(person_id=person_id).exclude(key_gone_at=None).exists()
