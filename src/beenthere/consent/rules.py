"""Who may change consent: only the person whose it is."""

from uuid import UUID

from beenthere.consent import reads
from beenthere.consent.models import Grant


def walk_together(one: UUID, other: UUID) -> bool:
    """Two people walk together now."""
    return reads.walk_together(one, other)


def owns_grant(owner: UUID, grant: Grant) -> bool:
    """The piece that is shared is theirs."""
    return grant.owner == owner


def not_the_same(one: UUID, other: UUID) -> bool:
    """Two people, not one."""
    return one != other
