"""What happens later in the database of trainings."""

import datetime as dt

from beenthere.core import clock
from beenthere.core.jobs import every
from beenthere.training.models import Proposal
from beenthere.training.models.proposals import KEPT_AFTER

WORDS_KEPT_AFTER = dt.timedelta(days=90)


@every(minutes=24 * 60)
def forget_proposals() -> None:
    """Forget how people knew three months after a decision, and the whole proposal after a year."""
    now = clock.now()
    Proposal.objects.filter(decided_at__lt=now - KEPT_AFTER).delete()
    Proposal.objects.filter(decided_at__lt=now - WORDS_KEPT_AFTER).exclude(words="").update(words="")
