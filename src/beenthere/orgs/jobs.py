"""What happens later in organisations."""

import datetime as dt

from beenthere.core import clock
from beenthere.core.jobs import every
from beenthere.orgs.models import Invitation

INVITATIONS_KEPT = dt.timedelta(days=365)


@every(minutes=24 * 60)
def sweep() -> None:
    """Forget invitations one year after they ran out."""
    Invitation.objects.filter(expires_at__lt=clock.now() - INVITATIONS_KEPT).delete()
