"""What happens later around agreements."""

from uuid import UUID

from beenthere.core import keys
from beenthere.core.jobs import job


@job
def destroy_key_of_match(match_id: str) -> None:
    """Destroy the key, so that old backups of the agreement cannot be opened either."""
    keys.destroy_key(UUID(match_id))
