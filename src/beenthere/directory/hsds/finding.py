"""What an address of the standard asks for, looked up: pages of rows, and single ones."""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from beenthere.core.narrowing import narrow
from beenthere.core.opendata import Wrong
from beenthere.core.places import NotAnArea, parse_area
from beenthere.directory.findable_services import KIND
from beenthere.directory.hsds import nested
from beenthere.directory.hsds.asked import USUAL
from beenthere.directory.models import Provider, Service, ServiceAtLocation

M = TypeVar("M", bound=Model)
BEST = 1000  # a search gives no more than these
KM_OF_A_DEGREE = 111.0


def page_of(
    rows: "QuerySet[M] | Sequence[M]",
    tell: Callable[[M], dict[str, Any]],
    page: int = 1,
    per_page: int = USUAL,
    load: Callable[[list[M]], list[M]] | None = None,
) -> dict[str, Any]:
    """One page in the form of the standard; a page beyond the last is empty. `load` reads more of those on it."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    pages = max(1, math.ceil(total / per_page))
    here = list(rows[(page - 1) * per_page : page * per_page])
    here = load(here) if load else here
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": len(here),
        "first_page": page == 1,
        "last_page": page >= pages,
        "empty": not here,
        "contents": [tell(one) for one in here],
    }


def one_of(rows: "QuerySet[M]", pk: str) -> M:
    """The row with this identifier."""
    found = rows.filter(pk=given).first() if (given := uuid_of(pk)) else None
    if found is None:
        raise Wrong(_("There is no record with this identifier."), 404)
    return found


def uuid_of(text: str) -> UUID | None:
    """An identifier; anything else belongs to nothing."""
    try:
        return UUID(text)
    except ValueError:
        return None


def services_asked(
    search: str = "",
    taxonomy_term_id: str = "",
    taxonomy_id: str = "",
    organization_id: str = "",
    modified_after: dt.datetime | None = None,
) -> "QuerySet[Service] | list[Service]":
    """The services that are asked for: in the order of a search, else the longest known first."""
    rows = Service.objects.public().order_by("changed_at", "pk")
    for given, lookup in (
        (taxonomy_term_id, "terms"), (taxonomy_id, "terms__taxonomy"), (organization_id, "provider"),
    ):  # fmt: skip
        if given:
            rows = rows.filter(**{lookup: uuid_of(given) or UUID(int=0)}).distinct()
    if modified_after:
        rows = rows.filter(changed_at__gte=modified_after)
    return _in_order_of(search, rows) if search else rows


def providers_with_services(rows: "QuerySet[Provider]") -> "QuerySet[Provider]":
    """Organisations with all that they give, read in one query for each kind of it."""
    services = nested.nested(Service.objects.public().select_related("provider")).order_by("name", "pk")
    return rows.prefetch_related(Prefetch("services", services))


def with_whole_services(rows: "QuerySet[ServiceAtLocation]") -> "QuerySet[ServiceAtLocation]":
    """Services at their places, each with everything that belongs to it."""
    rows = rows.select_related(None).select_related("location")
    return rows.prefetch_related(Prefetch("service", nested.nested(Service.objects.select_related("provider"))))


def whole(services: "list[Service]") -> "list[Service]":
    """The same services with everything that belongs to them, in the same order."""
    rows = nested.nested(Service.objects.public().select_related("provider"))
    known = {row.pk: row for row in rows.filter(pk__in=[one.pk for one in services])}
    return [known[one.pk] for one in services if one.pk in known]


def _in_order_of(search: str, rows: "QuerySet[Service]") -> list[Service]:
    slugs = list(islice(narrow(KIND, search, [], {}).keys(), BEST))
    found = {row.slug: row for row in rows.filter(slug__in=slugs)}
    return [found[slug] for slug in slugs if slug in found]


def at_locations(
    services: "QuerySet[Service] | list[Service]", postcode: str = "", proximity: int | None = None
) -> "QuerySet[ServiceAtLocation]":
    """Services at their places, around a postal code if one is given."""
    rows = ServiceAtLocation.objects.public().select_related("location", "service__provider")
    rows = rows.prefetch_related("location__accessibility").order_by("service__changed_at", "pk")
    if isinstance(services, list):
        rows = rows.filter(service__in=[one.pk for one in services])
    else:
        rows = rows.filter(service__in=services.order_by().values("pk"))
    return _around(rows, postcode, proximity) if postcode else rows


def _around(rows: "QuerySet[ServiceAtLocation]", postcode: str, proximity: int | None) -> "QuerySet[ServiceAtLocation]":
    """Within so many metres north, south, east and west of the town of the code; or where the code begins the same."""
    try:
        area = parse_area(postcode)
    except NotAnArea:
        return rows.none()
    if proximity is None or not area.place:
        return rows.filter(location__postal_code__istartswith=area.fsa or postcode)
    high = proximity / 1000 / KM_OF_A_DEGREE
    wide = high / max(0.01, math.cos(math.radians(area.place.lat)))
    return rows.filter(
        location__latitude__range=(area.place.lat - high, area.place.lat + high),
        location__longitude__range=(area.place.lon - wide, area.place.lon + wide),
    )
