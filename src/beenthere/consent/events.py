"""What consent does when somebody erases their account: others keep their own rows, without an id in them."""

from beenthere.consent.models import Block, Look
from beenthere.core.events import PersonErased, on


@on(PersonErased)
def forget_who_it_was(event: PersonErased) -> None:
    """That somebody looked stays with the owner; whoever is gone need not be kept away any more."""
    Look.objects.filter(reader=event.person_id).update(reader=None)
    Block.objects.filter(whom=event.person_id).delete()
