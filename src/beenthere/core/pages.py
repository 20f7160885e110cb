"""For whom a page was made: a signed mark in its forms, so that typed text never reappears to somebody else."""

from uuid import UUID

from django.core import signing

MARK_FIELD = "page_of"
_SALT = "beenthere.page_of"
_LASTS = 60 * 60 * 24 * 30


def mark_of(person_id: UUID) -> str:
    """Say for whom a page is made."""
    return signing.dumps(person_id.hex, salt=_SALT)


def owner_of(mark: str) -> UUID | None:
    """For whom a page was made, if the mark is ours and not older than a month."""
    try:
        return UUID(signing.loads(mark, salt=_SALT, max_age=_LASTS))
    except signing.BadSignature:
        return None
