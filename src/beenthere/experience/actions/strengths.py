"""Walking through a moment of one's own, finding words for it, and saying where they may stand."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.experience import rules
from beenthere.experience.models import Moment, Shown, Strength
from beenthere.people.models import Person


@transaction.atomic
def begin_moment(*, by: Person, told: Mapping[str, str], new_id: UUID | None = None) -> Moment:
    """Keep a moment, in words or without; a form sent twice makes one."""
    require(rules.is_peer, by)
    if new_id and (found := Moment.objects.filter(pk=new_id).first()):
        require(rules.owns, by, found)
        return found
    require(rules.has_room_for_moment, by)
    moment = Moment(pk=new_id or uuid4(), person=by)
    _tell(moment, told)
    moment.save(force_insert=True)
    record("moment.begun", by=by, thing=moment)
    return moment


@transaction.atomic
def tell_moment(*, by: Person, moment: Moment, told: Mapping[str, str]) -> None:
    """Keep an answer about a moment; an empty one is forgotten."""
    require(rules.owns, by, moment)
    _tell(moment, told)
    # Another part may be saved at the same moment from another screen.
    moment.save(update_fields=list(told))
    record("moment.told", by=by, thing=moment)


def _tell(moment: Moment, told: Mapping[str, str]) -> None:
    for part, text in told.items():
        setattr(moment, part, text or None)


@transaction.atomic
def remove_moment(*, by: Person, moment: Moment) -> None:
    """Forget a moment; the strengths that were found in it stay."""
    require(rules.owns, by, moment)
    record("moment.removed", by=by, thing=moment)
    moment.delete()


@transaction.atomic
def find_strengths(
    *, by: Person, moment: Moment | None, codes: Collection[str], own: Sequence[str], keep: Collection[UUID] = ()
) -> list[Strength]:
    """Keep words for strengths; those of a moment are then exactly these. What is on the list stays on the list."""
    require(rules.owns_all, by, [moment] if moment else [])
    # The same form sent twice at once: the second waits here, and then finds its words in place.
    Person.objects.select_for_update().filter(pk=by.pk).first()
    there = {row.comparable: row for row in Strength.objects.visible_to(by)}
    wanted = [Strength(person=by, word=code) for code in codes]
    wanted += [Strength(person=by, word=text, is_own=True) for text in own]
    new = {row.comparable: row for row in wanted if row.comparable not in there}
    require(rules.may_keep_strengths, by, len(new))
    _add(by, list(new.values()))
    there |= new
    meant = {row.comparable for row in wanted} | {key for key, row in there.items() if row.pk in set(keep)}
    found = [there[key] for key in there if key in meant]
    if moment:
        moment.strengths.set(found)
    record("strengths.found", by=by, thing=moment or by)
    return found


def _add(by: Person, rows: Sequence[Strength]) -> None:
    last = Strength.objects.visible_to(by).aggregate(last=Max("place"))["last"] or 0
    for place, row in enumerate(rows, start=last + 1):
        row.place = place
        row.save(force_insert=True)


@transaction.atomic
def word_strength(*, by: Person, strength: Strength, word: str, sentence: str) -> None:
    """Say a strength in other words. What was put out before stays as it is, until its owner changes that too."""
    require(rules.owns, by, strength)
    if word != strength.label:
        strength.word, strength.is_own = word, True
    strength.sentence = None  # what a listed word says by itself comes in the language of the page
    strength.sentence = None if sentence == strength.as_said else sentence
    strength.save(update_fields=["word", "is_own", "sentence"])
    record("strength.worded", by=by, thing=strength)


@transaction.atomic
def move_strength_up(*, by: Person, strength: Strength) -> None:
    """Let a strength stand one higher on the list."""
    require(rules.owns, by, strength)
    rows = list(Strength.objects.visible_to(by).select_for_update())
    at = rows.index(strength)
    rows.insert(max(at - 1, 0), rows.pop(at))
    for place, row in enumerate(rows, start=1):
        if row.place != place:
            Strength.objects.filter(pk=row.pk).update(place=place)
    record("strength.moved", by=by, thing=strength)


@transaction.atomic
def put_on_about(*, by: Person, strength: Strength, sentence: str, shown: str) -> None:
    """Let a sentence stand on “about me” for whom one says; for oneself alone means: take it off."""
    require(rules.owns, by, strength)
    strength.shown = shown
    strength.put_out = None if shown == Shown.ME else sentence
    strength.save(update_fields=["shown", "put_out"])
    record("strength.put_on_about", by=by, thing=strength)


@transaction.atomic
def remove_strength(*, by: Person, strength: Strength) -> None:
    """Take a strength off the list and off “about me”, with what was kept beside it."""
    require(rules.owns, by, strength)
    record("strength.removed", by=by, thing=strength)
    strength.delete()


@transaction.atomic
def forget_heard(*, by: Person, strength: Strength, at: int) -> None:
    """Take away something that was kept beside a strength."""
    require(rules.owns, by, strength)
    strength.heard = [each for number, each in enumerate(strength.heard or []) if number != at] or None
    strength.save(update_fields=["heard"])
    record("strength.heard_forgotten", by=by, thing=strength)
