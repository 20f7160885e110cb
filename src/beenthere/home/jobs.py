"""What happens later on the pages that span apps."""

from beenthere.core import clock
from beenthere.core.jobs import every
from beenthere.home.actions import KEPT_FOR
from beenthere.home.models import KeptText


@every(minutes=60)
def throw_old_texts_away() -> None:
    """After a week, a text that nobody came back for goes."""
    KeptText.objects.filter(kept_at__lt=clock.now() - KEPT_FOR).delete()
