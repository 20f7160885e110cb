"""Erasing an account: the rows go at once, and it is confirmed only when the key is gone."""

from uuid import UUID

from django.db import transaction

from beenthere.core import clock, keys, privacy
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.events import PersonErased, publish
from beenthere.people import rules
from beenthere.people.models import ErasedAccount, Person


@transaction.atomic
def erase(*, by: Person, person: Person) -> None:
    """Erase one's own account. What must stay, such as that a match took place, stays without a name."""
    require(rules.is_oneself, by, person)
    person_id = person.pk
    record("person.erased", by=None, thing=None)
    _, first = ErasedAccount.objects.get_or_create(person_id=person_id, defaults={"asked_at": clock.now()})
    if not first:
        return
    publish(PersonErased(person_id))
    privacy.erase(person_id)
    # Robust: should the keys be out of reach just now, the sweep in jobs.py destroys the key as soon as it can.
    transaction.on_commit(lambda: finish_erasure(person_id=person_id), robust=True)


def finish_erasure(*, person_id: UUID) -> bool:
    """Destroy the key and confirm the erasure only when the key is really gone. Safe to repeat."""
    keys.destroy_key(person_id)
    if keys.has_key(person_id):
        return False
    ErasedAccount.objects.filter(person_id=person_id, key_gone_at=None).update(key_gone_at=clock.now())
    return True
