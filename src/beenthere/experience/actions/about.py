"""Telling something about oneself, changing it, taking it back."""

from typing import Any
from uuid import UUID

from django.db import transaction

from beenthere.core import limits
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.events import AboutChanged, publish
from beenthere.core.places import area_of
from beenthere.experience import rules
from beenthere.experience.models import AboutMe, LivedExperience, Part
from beenthere.experience.words import listed_code
from beenthere.people.actions import set_place
from beenthere.people.models import Person


@transaction.atomic
def tell(*, by: Person, part: str, value: Any, shown: str) -> AboutMe:
    """Keep one part of “about me” and who may see it; an empty value takes it back."""
    require(rules.is_peer, by)
    row, _created = AboutMe.objects.get_or_create(person=by)
    if part == Part.AREA and value and value != row.value(Part.AREA):
        # Who changed their area at will could see for which one a supporter becomes “same area”.
        limits.take_turn(limits.AREA, by.pk)
    setattr(row, part, value or None)
    setattr(row, f"{part}_shown", shown)
    # Another part may be saved at the same moment from another screen.
    row.save(update_fields=[part, f"{part}_shown"])
    if part == Part.AREA and (area := area_of(value)):
        set_place(by=by, province=area.province, time_zone=area.zone)
    record("about.told", by=by, thing=row)
    publish(AboutChanged(by.pk))
    return row


@transaction.atomic
def choose_words(
    *, by: Person, kind: str, codes: set[str], keep_own: set[UUID], new_own: list[str], shown: str
) -> None:
    """Let a person's words under a heading be exactly these; `shown` holds for the new ones."""
    require(rules.is_peer, by)
    # The same form sent twice at once: the second waits here, and then finds its words in place.
    Person.objects.select_for_update().filter(pk=by.pk).first()
    # Who types a listed word by hand means the listed one: only so can it meet that of somebody else.
    codes = codes | {listed_code(text) for text in new_own} - {""}
    own = [text for text in new_own if not listed_code(text)]
    rows = list(LivedExperience.objects.filter(person=by, kind=kind))
    stay = [row for row in rows if (row.pk in keep_own if row.is_own else row.word in codes)]
    LivedExperience.objects.filter(pk__in={row.pk for row in rows} - {row.pk for row in stay}).delete()
    there = {row.comparable for row in stay}
    for word, is_own in [*((code, False) for code in sorted(codes)), *((text, True) for text in own)]:
        _add(LivedExperience(person=by, kind=kind, word=word, is_own=is_own, shown=shown), there)
    record("lived.chosen", by=by, thing=by)
    publish(AboutChanged(by.pk))


def _add(row: LivedExperience, there: set[str]) -> None:
    if row.comparable not in there:
        there.add(row.comparable)
        _show(row, row.shown)
        row.save()


@transaction.atomic
def change_word(*, by: Person, lived: LivedExperience, weight: int, shown: str) -> None:
    """Change how much a word matters and who may see it."""
    require(rules.owns_lived, by, lived)
    lived.weight = weight
    _show(lived, shown)
    lived.save()
    record("lived.changed", by=by, thing=lived)
    publish(AboutChanged(by.pk))


@transaction.atomic
def remove_word(*, by: Person, lived: LivedExperience) -> None:
    """Take a word back."""
    require(rules.owns_lived, by, lived)
    record("lived.removed", by=by, thing=lived)
    lived.delete()
    publish(AboutChanged(by.pk))


def _show(row: LivedExperience, shown: str) -> None:
    row.shown = shown
    row.token = row.keyed_token() if shown == LivedExperience.Shown.ON_OFFER else ""
