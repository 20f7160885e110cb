"""A card of the library as a step of one’s own plan."""

from django.db import transaction
from django.utils.translation import gettext as _

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.library.models import Card
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans.actions.plan import add_step
from beenthere.plans.models import Step


@transaction.atomic
def try_card(*, by: Person, card: Card) -> Step:
    """Put a card into the plan, once as long as it is open. Not one word of it is copied: it may be taken back."""
    require(is_peer, by)
    for step in Step.objects.visible_to(by).open():
        if step.card == str(card.pk):
            return step
    step = add_step(by=by, text=_("Try a card: %(about)s") % {"about": card.challenge_words})
    step.card = str(card.pk)
    step.save(update_fields=["card"])
    record("step.from_card", by=by, thing=step)
    return step
