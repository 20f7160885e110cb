"""Erasing an account: the rows go at once, and it is confirmed only when the key is gone."""

from django.db import transaction

from beenthere.core import clock, privacy
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.events import PersonErased, publish
from beenthere.people import jobs, rules
from beenthere.people.models import ErasedAccount, Person


@transaction.atomic
def erase(*, by: Person) -> None:
    """Erase one's own account. What must stay, such as that a match took place, stays without a name."""
    require(rules.is_peer, by)
    person_id = by.pk
    record("person.erased", by=None, thing=None)
    _, first = ErasedAccount.objects.get_or_create(person_id=person_id, defaults={"asked_at": clock.now()})
    if not first:
        return
    publish(PersonErased(person_id))
    privacy.erase(person_id)
    # Robust: should the keys be out of reach just now, the sweep in jobs.py destroys the key as soon as it can.
    transaction.on_commit(lambda: jobs.finish_erasure(person_id), robust=True)
