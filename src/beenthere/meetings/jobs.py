"""What goes when one of the two erases their account."""

from uuid import UUID

from django.db.models import Q

from beenthere.core import keys
from beenthere.core.events import PersonErased, on
from beenthere.core.jobs import enqueue, job
from beenthere.matching.models import Match
from beenthere.meetings.models import AgreementVersion


@on(PersonErased)
def destroy_agreements(event: PersonErased) -> None:
    """Delete the agreements of the person, for both, and destroy their keys once that is certain."""
    theirs = Match.objects.filter(Q(asker_id=event.person_id) | Q(supporter_id=event.person_id))
    for match_id in theirs.values_list("pk", flat=True):
        enqueue(destroy_key_of_match, match_id=str(match_id))
    AgreementVersion.objects.filter(match__in=theirs).delete()


@job
def destroy_key_of_match(match_id: str) -> None:
    """Destroy the key, so that old backups of the agreement cannot be opened either."""
    keys.destroy_key(UUID(match_id))
