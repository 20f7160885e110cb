"""Two records made one, told apart, and parted again. Both keep their own history throughout."""

from collections.abc import Collection

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.kept import forget
from beenthere.core.search import remove
from beenthere.people.models import Person
from beenthere.training import rules
from beenthere.training.catalogue.findable import KIND
from beenthere.training.catalogue.writing import Source, facts_of, make_findable, plain, write
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
    facts = {name: getattr(goes, name) for name in before}
    write(stay, facts, Source(Origin.COMMITTEE, goes.source_url, goes.source_date, by))
    goes.merged_into, goes.changed_at = stay, clock.now()
    goes.save(update_fields=["merged_into", "changed_at"])
    remove(KIND, goes.slug)
    make_findable([stay])
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


def _part(by: Person, pair: DuplicatePair) -> bool:
    held = DuplicatePair.objects.select_for_update().get(pk=pair.pk)
    both = _held(held)
    goes = next((one for one in both.values() if one.merged_into_id in both), None)
    if held.state != PairState.MERGED or goes is None:
        return False
    stay = both[goes.merged_into_id or 0]
    untouched = {
        name: value for name, value in held.before.items() if plain(getattr(stay, name)) == plain(getattr(goes, name))
    }
    write(stay, untouched, Source(Origin.COMMITTEE, stay.source_url, stay.source_date, by))
    goes.merged_into, goes.changed_at = None, clock.now()
    goes.save(update_fields=["merged_into", "changed_at"])
    make_findable([goes, stay])
    _decide(held, PairState.TWO, by)
    record("training.parted", by=by, thing=goes)
    return True


def _held(pair: DuplicatePair) -> dict[int, Training]:
    """Both records, held in one order, so that no two merges wait for each other."""
    return Training.objects.select_for_update().order_by("pk").in_bulk([pair.a_id, pair.b_id])


def _decide(pair: DuplicatePair, state: PairState, by: Person, before: dict[str, object] | None = None) -> None:
    pair.state, pair.decided_by, pair.decided_at, pair.before = state, by, clock.now(), before or {}
    pair.save(update_fields=["state", "decided_by", "decided_at", "before"])
