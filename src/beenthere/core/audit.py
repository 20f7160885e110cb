"""What was done, by whom and when, without a private word."""

from typing import Any

from django.db import models

from beenthere.core import clock
from beenthere.core.events import PersonErased, on
from beenthere.core.models import AuditEntry


def record(verb: str, *, by: Any | None, thing: models.Model | None) -> None:
    """Write down that something was done, in the same transaction as the deed."""
    AuditEntry.objects.create(
        at=clock.now(),
        verb=verb,
        by=by.pk if by else None,
        thing=f"{thing._meta.label_lower}:{thing.pk}" if thing else "",
    )


@on(PersonErased)
def forget_whom(event: PersonErased) -> None:
    """A deed whose thing was the account itself would still tell whose deeds these were."""
    AuditEntry.objects.filter(thing__endswith=f":{event.person_id}").update(thing="")
