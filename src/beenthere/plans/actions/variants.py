"""What people do when they try out ways side by side. Only the owner ever sees or changes any of it."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from beenthere.core.access import NotAllowed, require
from beenthere.core.audit import record
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans import rules
from beenthere.plans.models import MOST_VARIANTS, MoneyNow, Path, Variant


@transaction.atomic
def tell_money_now(*, by: Person, told: Mapping[str, Any]) -> MoneyNow:
    """Keep what the person receives now."""
    require(is_peer, by)
    kept = MoneyNow.objects.get_or_create(person=by)[0]
    kept.told = dict(told)
    kept.save(update_fields=["told"])
    record("money.told", by=by, thing=kept)
    return kept


@transaction.atomic
def make_variant(
    *, by: Person, told: Mapping[str, Any], paths: Collection[Path] = (), new_id: UUID | None = None
) -> Variant:
    """Set a way beside the others. The form brings the new row's id, so that sending it twice does nothing."""
    require(rules.owns_all, by, paths)
    new_id = new_id or uuid4()
    if found := Variant.objects.filter(pk=new_id).first():
        require(rules.owns, by, found)
        return found
    require(rules.has_room_for_variant, by)
    variant = _at_a_free_place(by, new_id, told)
    variant.paths.set(paths)
    record("variant.made", by=by, thing=variant)
    return variant


def _at_a_free_place(by: Person, new_id: UUID, told: Mapping[str, Any]) -> Variant:
    """Take the first free place; one that another press of the button took meanwhile is left to it."""
    for place in range(1, MOST_VARIANTS + 1):
        if Variant.objects.visible_to(by).filter(place=place).exists():
            continue
        try:
            with transaction.atomic():
                return Variant.objects.create(pk=new_id, person=by, place=place, told=dict(told))
        except IntegrityError:
            continue
    raise NotAllowed("has_room_for_variant")


@transaction.atomic
def change_variant(*, by: Person, variant: Variant, told: Mapping[str, Any], paths: Collection[Path]) -> None:
    """Change this one."""
    require(rules.owns_all, by, [variant, *paths])
    variant.told = dict(told)
    variant.save(update_fields=["told"])
    variant.paths.set(paths)
    record("variant.changed", by=by, thing=variant)


@transaction.atomic
def remove_variant(*, by: Person, variant: Variant) -> None:
    """Take it away; its paths stay as they are."""
    require(rules.owns, by, variant)
    record("variant.removed", by=by, thing=variant)
    variant.delete()
