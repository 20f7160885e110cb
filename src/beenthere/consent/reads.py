"""Questions about consent that other apps ask. They answer with ids."""

from collections.abc import Iterable
from uuid import UUID

from beenthere.consent.models import Block, Connection, Grant, NameBlock


def connected(one: UUID, other: UUID) -> bool:
    """Say whether the two may write to each other now."""
    return Connection.objects.between(one, other).open().exists()


def connected_ids(person_id: UUID) -> set[UUID]:
    """Everybody with whom this person may write now."""
    return {row.other(person_id) for row in Connection.objects.of(person_id).open()}


def walk_together(one: UUID, other: UUID) -> bool:
    """Say whether the two walk together now, so that they may share and see what is told after a yes."""
    return Connection.objects.between(one, other).walking().exists()


def walking_ids(person_id: UUID) -> set[UUID]:
    """Everybody who walks with this person now."""
    return {row.other(person_id) for row in Connection.objects.of(person_id).walking()}


def blocked_ids(person_id: UUID) -> set[UUID]:
    """Everybody who must not meet this person here, whichever of the two said so."""
    mine = Block.objects.filter(by=person_id).values_list("whom", flat=True)
    theirs = Block.objects.filter(whom=person_id).values_list("by", flat=True)
    return {*mine, *theirs}


def blocked_by(person_id: UUID) -> set[UUID]:
    """Whom this person blocked, for that person's own pages alone: others notice nothing."""
    return set(Block.objects.filter(by=person_id).values_list("whom", flat=True))


def own_block(person_id: UUID, whom: UUID) -> Block | None:
    """This person's own block of somebody, to be told and taken back."""
    return Block.objects.filter(by=person_id, whom=whom).first()


def blocked(one: UUID, other: UUID) -> bool:
    """Say whether either of the two blocked the other."""
    return other in blocked_ids(one)


def name_blocks_of(person_id: UUID) -> list[NameBlock]:
    """The names that this person keeps away, the latest first, for that person's own page."""
    return list(NameBlock.objects.filter(by=person_id).order_by("-since"))


def names_kept_away(person_id: UUID) -> set[str]:
    """The tokens of the names that this person keeps away."""
    return set(NameBlock.objects.filter(by=person_id).values_list("token", flat=True))


def who_keeps_away(tokens: Iterable[str]) -> set[UUID]:
    """Everybody who keeps one of these names away."""
    return set(NameBlock.objects.filter(token__in=list(tokens)).values_list("by", flat=True))


def readable_things(reader: UUID, what: str) -> set[UUID]:
    """The pieces of a kind that this person may read today."""
    return set(Grant.objects.filter(reader=reader, what=what).running().values_list("thing", flat=True))
