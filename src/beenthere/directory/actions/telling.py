"""Telling what happened at a service, counting it, and keeping an organisation's own entry."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.kept import forget
from beenthere.core.search import index
from beenthere.directory import rules
from beenthere.directory.findable_services import KIND, entry_of
from beenthere.directory.happened import mine, token_of
from beenthere.directory.hsds.reading import read
from beenthere.directory.hsds.writing import From, keep
from beenthere.directory.models import Happened, HappenedCount, HappenedRound, Service, Status, What
from beenthere.directory.rhythm import confirm_today

if TYPE_CHECKING:
    from beenthere.orgs.models import Organisation
    from beenthere.people.models import Person


@transaction.atomic
def tell_what_happened(*, by: "Person", service: Service, what: str) -> None:
    """Say what happened to oneself there; a later word stands in place of an earlier one."""
    require(rules.may_tell, by)
    told = {"service": service.pk.hex, "name": service.name, "what": What(what).value}
    told["on"] = clock.today().isoformat()
    row = mine(by, service) or Happened(person=by, token=token_of(by, service))
    row.told = told
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # the same button, pressed twice at the same moment
        return
    # Nothing here may say which service it was.
    record("service.told", by=by, thing=None)


@transaction.atomic
def take_back_what_happened(*, by: "Person", service: Service) -> None:
    """Say nothing of it any more; the numbers follow with the next month's."""
    require(rules.may_tell, by)
    if row := mine(by, service):
        row.delete()
        record("service.untold", by=by, thing=None)


@transaction.atomic
def publish_what_happened(*, as_of: dt.date, counted: Mapping[tuple[str, str], int]) -> None:
    """Keep one month's numbers, once; what they were is not changed afterwards."""
    made, new = HappenedRound.objects.get_or_create(as_of=as_of)
    if not new:
        return
    there = {pk.hex: pk for pk in Service.objects.values_list("pk", flat=True)}
    HappenedCount.objects.bulk_create(
        HappenedCount(round=made, service_id=there[service], what=what, number=number)
        for (service, what), number in counted.items()
        if service in there
    )
    record("service.counted", by=None, thing=made)
    transaction.on_commit(forget)


@transaction.atomic
def keep_own(
    *, by: "Person", organisation: "Organisation", node: Mapping[str, Any], service: Service | None = None
) -> Service:
    """Write an entry of one's own organisation; it says at once that the organisation confirmed it."""
    require(rules.may_list_for, by, organisation)
    if service:
        require(rules.may_keep, by, service)
    told = read(node, f"organisation:{organisation.pk}")
    keep(told, From(f"organisation:{organisation.pk}"), own=organisation)
    kept = Service.objects.get(pk=told.id)
    confirm_today(kept)
    record("service.kept", by=by, thing=kept)
    return kept


@transaction.atomic
def confirm_own(*, by: "Person", service: Service) -> None:
    """Say that it is still as it is told."""
    require(rules.may_keep, by, service)
    confirm_today(service)
    record("service.confirmed", by=by, thing=service)


@transaction.atomic
def set_standing(*, by: "Person", service: Service, status: str) -> None:
    """Say whether it runs; what no longer runs stays listed and says so."""
    require(rules.may_keep, by, service)
    service.status, service.changed_at = Status(status), clock.now()
    service.save(update_fields=["status", "changed_at"])
    confirm_today(service)
    index(KIND, service.slug, entry_of(service))
    record("service.standing", by=by, thing=service)
