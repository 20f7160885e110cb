"""Who may change consent: only the person whose it is."""

from uuid import UUID

from beenthere.consent import reads
from beenthere.consent.models import Grant, NameBlock

MOST_NAMES = 50


def walk_together(one: UUID, other: UUID) -> bool:
    """Two people walk together now."""
    return reads.walk_together(one, other)


def owns_grant(owner: UUID, grant: Grant) -> bool:
    """The piece that is shared is theirs."""
    return grant.owner == owner


def not_the_same(one: UUID, other: UUID) -> bool:
    """Two people, not one."""
    return one != other


def may_keep_name_away(by: UUID, name: str) -> bool:
    """A name was written, and there is room for it: nobody keeps the whole town away."""
    return bool(name.strip()) and NameBlock.objects.filter(by=by).count() < MOST_NAMES


def set_name_block(by: UUID, block: NameBlock) -> bool:
    """It is their own."""
    return block.by == by
