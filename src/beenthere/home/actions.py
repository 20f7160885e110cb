"""Keeping what somebody had typed when their sign-in had run out; telling somebody, once, how one gives back."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock, keys
from beenthere.core.access import require
from beenthere.home import rules
from beenthere.home.models import GivingBack, KeptText
from beenthere.home.typed import Field
from beenthere.people.actions import write_letter
from beenthere.people.models import Person

KEPT_FOR = dt.timedelta(days=7)
MOST_KEPT = 5


@transaction.atomic
def keep_typed(*, owner: UUID, address: str, typed: list[Field]) -> KeptText | None:
    """Keep a form for the account whose page it was; nobody is signed in, so the mark of the page speaks for it."""
    if not Person.objects.filter(pk=owner).exists() or keys.key_of(owner) is None:
        return None
    older = list(KeptText.objects.filter(person_id=owner))
    for text in older:
        if text.address == address and text.fields == [list(field) for field in typed]:
            return text
    KeptText.objects.filter(pk__in=[text.pk for text in older[MOST_KEPT - 1 :]]).delete()
    return KeptText.objects.create(person_id=owner, address=address, fields=typed, kept_at=clock.now())


@transaction.atomic
def put_away(*, by: Person, kept: KeptText) -> None:
    """Throw a kept text away."""
    require(rules.is_whose_text, by, kept)
    KeptText.objects.filter(pk=kept.pk).delete()


@transaction.atomic
def tell_of_giving_back(*, person: Person) -> bool:
    """Say once, kindly, how one becomes a supporter; says whether it was the first time."""
    _row, first = GivingBack.objects.get_or_create(person=person, defaults={"told_at": clock.now()})
    if first:
        text = _(
            "Your path has moved on. If one day you would like to walk with somebody else, this page says how. "
            "If not, that is fine too; we do not ask again."
        )
        write_letter(to=person, text=text, route="home:giving-back")
    return first
