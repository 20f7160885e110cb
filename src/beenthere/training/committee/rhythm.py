"""By when somebody has to confirm a record. Pure but for the clock."""

from typing import TYPE_CHECKING

from beenthere.core import clock
from beenthere.core.days import months_after

if TYPE_CHECKING:
    from beenthere.training.models import Training


def confirm(training: "Training", origin: str) -> None:
    """Note on the row, without saving it, that somebody confirmed it today."""
    training.confirmed_on, training.confirmed_from = clock.today(), origin
    training.confirm_by = months_after(clock.today(), training.confirm_months)
    training.asked_on = None
