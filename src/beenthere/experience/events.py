"""What happens to questions to supporters when something happens further down."""

from django.db.models import Q

from beenthere.core.events import ConnectionEnded, on
from beenthere.experience.models import Mirror


@on(ConnectionEnded)
def take_back_open_questions(event: ConnectionEnded) -> None:
    """What nobody answered before the two stopped walking together disappears."""
    between = Q(person=event.one, supporter=event.other) | Q(person=event.other, supporter=event.one)
    Mirror.objects.open().filter(between).delete()
