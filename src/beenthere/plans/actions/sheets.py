"""Thinking something through for oneself: writing a sheet, changing one's mind, coming back, throwing it away."""

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans import rules
from beenthere.plans.actions.plan import add_step
from beenthere.plans.models import Sheet, SheetKind, Step


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
def come_back_to(*, by: Person, sheet: Sheet, weeks: Collection[int], text: str) -> list[Step]:
    """Put steps with a day into one's own plan on which to come back to a sheet; twice the same makes them once."""
    require(rules.owns, by, sheet)
    days = [clock.today(by) + dt.timedelta(weeks=number) for number in sorted(weeks)]
    steps = [add_step(by=by, text=text, on=day, new_id=uuid5(sheet.pk, day.isoformat())) for day in days]
    record("sheet.to_come_back_to", by=by, thing=sheet)
    return steps


@transaction.atomic
def remove_sheet(*, by: Person, sheet: Sheet) -> None:
    """Throw a sheet away."""
    require(rules.owns, by, sheet)
    record("sheet.removed", by=by, thing=sheet)
    sheet.delete()
