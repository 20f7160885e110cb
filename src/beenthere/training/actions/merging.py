"""Two records made one, told apart, and parted again. Both keep their own history throughout."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Q

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.kept import forget
from beenthere.core.search import remove
from beenthere.people.models import Person
from beenthere.training import rules
from beenthere.training.catalogue.findable import KIND
from beenthere.training.catalogue.record import newest_revisions
from beenthere.training.catalogue.writing import Source, facts_of, make_findable, write
from beenthere.training.models import DuplicatePair, Origin, PairState, Training


@transaction.atomic
def merge(*, by: Person, pair: DuplicatePair, stays: int, taken: Collection[str] = ()) -> bool:
    """Make two records one: `stays` is the number of the one that stays, `taken` the facts it takes from the other.

    The other keeps its row and its history; its address leads to the one that stays.
    """
    require(rules.is_researcher, by)
    transaction.on_commit(forget)
    return _merge(by, pair, stays, taken)


def _merge(by: Person, pair: DuplicatePair, stays: int, taken: Collection[str]) -> bool:
    held = DuplicatePair.objects.select_for_update().get(pk=pair.pk)
    both = _held(held)
    if held.state != PairState.OPEN or stays not in both or any(one.merged_into_id for one in both.values()):
        return False
    stay, goes = both.pop(stays), both.popitem()[1]
    before = {name: value for name, value in facts_of(stay).items() if name in taken}
    for source, facts in _by_source(goes, before, by).items():
        write(stay, facts, source)
    # What became part of the one that goes leads to the one that stays, too: nobody has to follow a chain.
    _lead([goes.pk, *goes.merged.values_list("pk", flat=True)], stay.pk)
    remove(KIND, goes.slug)
    _make_findable([stay.pk])
    _decide(held, PairState.MERGED, by, before)
    record("training.merged", by=by, thing=goes)
    return True


@transaction.atomic
def tell_apart(*, by: Person, pair: DuplicatePair) -> bool:
    """Say that these are two trainings. Nobody is asked about them again."""
    require(rules.is_researcher, by)
    held = DuplicatePair.objects.select_for_update().get(pk=pair.pk)
    if held.state != PairState.OPEN:
        return False
    _decide(held, PairState.TWO, by)
    record("training.told_apart", by=by, thing=held)
    return True


@transaction.atomic
def part(*, by: Person, pair: DuplicatePair) -> bool:
    """Make two of them again; what the one that stayed took, and nobody wrote since, goes back to what it was."""
    require(rules.is_researcher, by)
    transaction.on_commit(forget)
    return _part(by, pair)


def _by_source(training: Training, names: Collection[str], by: Person) -> dict[Source, dict[str, Any]]:
    """What a record says of these facts, by where each one is from."""
    newest, found = newest_revisions(training.revisions.order_by("number")), defaultdict[Source, dict[str, Any]](dict)
    for name in names:
        told = newest.get(name, training)
        language = training.language_of(name)
        source = Source(Origin.COMMITTEE, told.source_url, told.source_date, by, language=language)
        found[source][name] = getattr(training, name)
    return found


def _part(by: Person, pair: DuplicatePair) -> bool:
    held = DuplicatePair.objects.select_for_update().get(pk=pair.pk)
    both = _held(held)
    root, *others = {one.merged_into_id or one.pk for one in both.values()}
    sides = {pk: _joined_to(pk, held) for pk in both}
    goes = next((one for pk, one in both.items() if root not in sides[pk]), None)
    if held.state != PairState.MERGED or others or goes is None:
        return False
    _lead(sides[goes.pk], goes.pk)
    stay = both.get(root)
    if stay is not None:
        now, then = facts_of(stay), facts_of(goes)
        untouched = {name: value for name, value in held.before.items() if now[name] == then[name]}
        for name, value in untouched.items():
            write(stay, {name: value}, _source_of(stay, name, value, by))
    _make_findable([goes.pk, root])
    _decide(held, PairState.TWO, by)
    record("training.parted", by=by, thing=goes)
    return True


def _source_of(training: Training, name: str, value: Any, by: Person) -> Source:
    """From where a record said this once, and in which language."""
    saying = (one for one in training.revisions.order_by("-number") if one.facts.get(name) == value)
    once = next(saying, None) or training
    return Source(Origin.COMMITTEE, once.source_url, once.source_date, by, language=getattr(once, "language", "en"))


def _joined_to(pk: int, parted: DuplicatePair) -> set[int]:
    """The record and all that were made one with it, on its side of the pair that is parted."""
    merged = DuplicatePair.objects.filter(state=PairState.MERGED).exclude(pk=parted.pk)
    joined, further = {pk}, {pk}
    while further:
        pairs = merged.filter(Q(a__in=further) | Q(b__in=further)).values_list("a", "b")
        further = {one for both in pairs for one in both} - joined
        joined |= further
    return joined


def _lead(pks: Collection[int], to: int) -> None:
    """Let the addresses of these lead to one of them, or to another; whoever keeps a copy learns of it."""
    rows = Training.objects.filter(pk__in=pks)
    rows.exclude(pk=to).update(merged_into=to, changed_at=clock.now())
    rows.filter(pk=to).update(merged_into=None, changed_at=clock.now())


def _make_findable(pks: Collection[int]) -> None:
    """By what they say now: what was read before is no longer so."""
    make_findable(Training.objects.filter(pk__in=pks))


def _held(pair: DuplicatePair) -> dict[int, Training]:
    """Both records, held in one order, so that no two merges wait for each other."""
    return Training.objects.select_for_update().order_by("pk").in_bulk([pair.a_id, pair.b_id])


def _decide(pair: DuplicatePair, state: PairState, by: Person, before: dict[str, object] | None = None) -> None:
    pair.state, pair.decided_by, pair.decided_at, pair.before = state, by, clock.now(), before or {}
    pair.save(update_fields=["state", "decided_by", "decided_at", "before"])
