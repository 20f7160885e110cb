"""Thinking something through for oneself: writing a sheet, changing one's mind, throwing it away."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans import rules
from beenthere.plans.models import Sheet, SheetKind


@transaction.atomic
def begin_sheet(*, by: Person, kind: str, words: dict[str, Any], new_id: UUID | None = None) -> Sheet:
    """Begin a sheet; the same form sent twice begins one."""
    require(is_peer, by)
    told = {"person": by, "kind": SheetKind(kind), "words": words}
    sheet, made = Sheet.objects.get_or_create(pk=new_id or uuid4(), defaults=told)
    require(rules.owns, by, sheet)
    if made:
        record("sheet.begun", by=by, thing=sheet)
    return sheet


@transaction.atomic
def change_sheet(*, by: Person, sheet: Sheet, words: dict[str, Any]) -> None:
    """Change one's mind; what stood there before is gone."""
    require(rules.owns, by, sheet)
    sheet.words = words
    sheet.save(update_fields=["words"])
    record("sheet.changed", by=by, thing=sheet)


@transaction.atomic
def remove_sheet(*, by: Person, sheet: Sheet) -> None:
    """Throw a sheet away."""
    require(rules.owns, by, sheet)
    record("sheet.removed", by=by, thing=sheet)
    sheet.delete()
