"""By when somebody has to say again that an entry is right."""

from typing import TYPE_CHECKING

from django.db import transaction

from beenthere.core import clock
from beenthere.core.days import months_after
from beenthere.core.kept import forget

if TYPE_CHECKING:
    from beenthere.directory.models import Service


def confirm_today(service: "Service") -> None:
    """Note that whoever gives it finds its entry right today."""
    today = clock.today()
    service.confirmed_on, service.confirm_by = today, months_after(today, service.confirm_months)
    service.save(update_fields=["confirmed_on", "confirm_by"])
    transaction.on_commit(forget)
