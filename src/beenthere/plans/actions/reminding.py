"""The letter on a day that somebody chose: the clock does this, for nobody else and by nobody else."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.people.actions import settle_letters, write_letter
from beenthere.plans.models import FollowUp


@transaction.atomic
def remind(*, follow_up_id: UUID) -> None:
    """Write the letter once, when the day has come where the person is."""
    waiting = FollowUp.objects.open().filter(pk=follow_up_id, letter=True, told_on=None).select_related("person")
    follow_up = waiting.first()
    if follow_up is None or follow_up.on is None or follow_up.on > clock.today(follow_up.person):
        return
    if waiting.update(told_on=clock.today(follow_up.person)):
        settle_letters(to=follow_up.person, route="plans:applications")  # one letter, for however many
        text = _("You wanted to come back to something today. If you like.")
        write_letter(to=follow_up.person, text=text, route="plans:applications")
