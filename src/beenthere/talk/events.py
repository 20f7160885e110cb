"""What happens to the words of two people when something happens further down."""

from django.db.models import Q

from beenthere.core.events import PersonErased, on
from beenthere.talk.models import Thread


@on(PersonErased)
def forget_what_nobody_can_read(event: PersonErased) -> None:
    """When the second of two erases their account too, that they wrote goes as well."""
    alone = Q(low=event.person_id, high=None) | Q(low=None, high=event.person_id)
    Thread.objects.filter(alone).delete()
