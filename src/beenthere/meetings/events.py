"""What happens to an agreement when something happens further down."""

from django.db.models import Q

from beenthere.core.events import PersonErased, on
from beenthere.core.jobs import enqueue
from beenthere.matching.models import Match
from beenthere.meetings.jobs import destroy_key_of_match
from beenthere.meetings.models import AgreementVersion


@on(PersonErased)
def destroy_agreements(event: PersonErased) -> None:
    """Delete the agreements of the person, for both, and destroy their keys once that is certain."""
    theirs = Match.objects.filter(Q(asker_id=event.person_id) | Q(supporter_id=event.person_id))
    for match_id in theirs.values_list("pk", flat=True):
        enqueue(destroy_key_of_match, match_id=str(match_id))
    AgreementVersion.objects.filter(match__in=theirs).delete()
