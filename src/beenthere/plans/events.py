"""What a plan does when something happens further down."""

from django.db.models import Q

from beenthere.core.events import ConnectionEnded, on
from beenthere.plans.models import Suggestion


@on(ConnectionEnded)
def take_back_suggestions(event: ConnectionEnded) -> None:
    """What a former supporter suggested and nobody answered disappears."""
    between = Q(author=event.one, person=event.other) | Q(author=event.other, person=event.one)
    Suggestion.objects.waiting().filter(between).delete()
