"""The addresses of the Open Referral standard (HSDS 3.0), for everybody's programs: what is listed here, to read."""

from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from beenthere.core import limits
from beenthere.core.opendata import Operation, Schema, json_answer, open_data
from beenthere.directory.hsds import asked, nested
from beenthere.directory.hsds.finding import (
    at_locations,
    one_of,
    page_of,
    providers_with_services,
    services_asked,
    uuid_of,
    whole,
    with_whole_services,
)
from beenthere.directory.models import Provider, Service, ServiceAtLocation, Taxonomy, Term
from beenthere.directory.shown_services import complete

JSON = "application/json"
VERSION, PROFILE = "3.0", "https://docs.openreferral.org/en/3.0/hsds/"
_NUMBERS = ("total_items", "total_pages", "page_number", "size")
_TRUTHS = ("first_page", "last_page", "empty")


def _an(*required: str) -> Schema:
    return {"type": "object", "required": [*required], "properties": {name: {"type": "string"} for name in required}}


def _page_of(item: Schema) -> Schema:
    told: dict[str, Schema] = {name: {"type": "integer"} for name in _NUMBERS}
    told |= {name: {"type": "boolean"} for name in _TRUTHS}
    told |= {"contents": {"type": "array", "items": item}}
    return {"type": "object", "required": [*told], "properties": told}


A_SERVICE, AN_ORGANIZATION = _an("id", "name", "status"), _an("id", "name", "description")
A_TERM = A_TAXONOMY = AN_ORGANIZATION
NARROWING = (asked.SEARCH, asked.TERM_ID, asked.TAXONOMY_ID, asked.ORGANIZATION_ID, asked.MODIFIED_AFTER)


@open_data(Operation(_("What this is."), {JSON: _an("version", "profile", "openapi_url")}), limits.SEARCHING)
def root(request: HttpRequest) -> HttpResponseBase:
    """Say which standard this follows, and where it is described."""
    described = settings.PUBLIC_ADDRESS + "/data/openapi.json"
    return json_answer(request, {"version": VERSION, "profile": PROFILE, "openapi_url": described})


@open_data(
    Operation(
        _("Services, a page at a time."),
        {JSON: _page_of(A_SERVICE)},
        (*NARROWING, asked.MINIMAL, asked.FULL, *asked.PAGED),
    ),
    limits.SEARCHING,
)
def services(
    request: HttpRequest,
    page: int = 1,
    per_page: int = 0,
    minimal: bool = False,
    full: bool = False,
    format: str = "",  # noqa: A002  (the standard's own word)
    **narrowing: Any,
) -> HttpResponseBase:
    """Give services as the standard lists them."""
    rows = services_asked(**narrowing)
    size = per_page or (asked.MOST_MINIMAL if minimal else asked.USUAL)
    load = whole if full or isinstance(rows, list) else None  # of a search no more is read than stands on the page
    rows = rows if isinstance(rows, list) else rows.select_related("provider")
    return json_answer(request, page_of(rows, _teller(minimal=minimal, full=full), page, size, load))


def _teller(*, minimal: bool, full: bool) -> Any:
    if minimal:
        return lambda one: {
            name: value
            for name, value in nested.service_flat(one).items()
            if name in {"id", "name", "status", "last_modified"}
        }
    return nested.service_full if full else nested.service_flat


@open_data(
    Operation(_("One service with everything that belongs to it."), {JSON: A_SERVICE}, (asked.ID,)), limits.SEARCHING
)
def service(request: HttpRequest, id: str) -> HttpResponseBase:
    """Give one service, nested."""
    return json_answer(request, nested.service_full(one_of(complete(Service.objects.public()), id)))


@open_data(
    Operation(
        _("Organisations that give services, a page at a time."),
        {JSON: _page_of(AN_ORGANIZATION)},
        (asked.SEARCH, asked.FULL_SERVICE, asked.FULL, *asked.PAGED),
    ),
    limits.SEARCHING,
)
def organizations(
    request: HttpRequest, search: str = "", full: bool = False, full_service: bool = False, **paging: Any
) -> HttpResponseBase:
    """Give organisations."""
    rows = Provider.objects.public().filter(name__icontains=search).order_by("name", "pk")
    if not full and not full_service:
        return json_answer(request, page_of(rows, nested.organization_flat, *_paging(paging)))
    tell = partial(nested.organization_full, full=full_service)
    return json_answer(request, page_of(providers_with_services(rows), tell, *_paging(paging)))


def _paging(paging: dict[str, Any]) -> tuple[int, int]:
    return paging.get("page", 1), paging.get("per_page", asked.USUAL)


@open_data(
    Operation(_("One organisation with its services."), {JSON: AN_ORGANIZATION}, (asked.ID, asked.FULL_SERVICE)),
    limits.SEARCHING,
)
def organization(request: HttpRequest, id: str, full_service: bool = False) -> HttpResponseBase:
    """Give one organisation, nested."""
    found = one_of(providers_with_services(Provider.objects.public()), id)
    return json_answer(request, nested.organization_full(found, full=full_service))


@open_data(
    Operation(
        _("Services at their places, a page at a time."),
        {JSON: _page_of(_an("id"))},
        (*NARROWING, asked.FULL, *asked.PAGED, asked.POSTCODE, asked.PROXIMITY),
    ),
    limits.SEARCHING,
)
def service_at_locations(
    request: HttpRequest,
    full: bool = False,
    postcode: str = "",
    proximity: int | None = None,
    format: str = "",  # noqa: A002
    **narrowing: Any,
) -> HttpResponseBase:
    """Give services at their places."""
    paging = _paging({name: narrowing.pop(name) for name in ("page", "per_page") if name in narrowing})
    rows = at_locations(services_asked(**narrowing), postcode, proximity)
    if full:
        return json_answer(request, page_of(with_whole_services(rows), _nested_at_location, *paging))
    return json_answer(request, page_of(rows, _flat_at_location, *paging))


def _flat_at_location(there: ServiceAtLocation) -> dict[str, Any]:
    told = {"id": str(there.pk), "location": nested.location(there.location)}
    return told | {"service": nested.service_flat(there.service)} | _described(there)


def _nested_at_location(there: ServiceAtLocation) -> dict[str, Any]:
    return nested.at_location(there, there.service) | {"service": nested.service_full(there.service)}


def _described(there: ServiceAtLocation) -> dict[str, str]:
    return {"description": there.description} if there.description else {}


@open_data(Operation(_("A service at one of its places."), {JSON: _an("id")}, (asked.ID,)), limits.SEARCHING)
def service_at_location(request: HttpRequest, id: str) -> HttpResponseBase:
    """Give a service at one place, nested."""
    found = one_of(with_whole_services(ServiceAtLocation.objects.public().select_related("location")), id)
    return json_answer(request, _nested_at_location(found))


@open_data(
    Operation(
        _("Ways to sort services, a page at a time."), {JSON: _page_of(A_TAXONOMY)}, (asked.SEARCH, *asked.PAGED)
    ),
    limits.SEARCHING,
)
def taxonomies(request: HttpRequest, search: str = "", **paging: Any) -> HttpResponseBase:
    """Give taxonomies."""
    rows = Taxonomy.objects.public().filter(name__icontains=search).order_by("name")
    return json_answer(request, page_of(rows, nested.taxonomy, *_paging(paging)))


@open_data(Operation(_("One way to sort services."), {JSON: A_TAXONOMY}, (asked.ID,)), limits.SEARCHING)
def taxonomy(request: HttpRequest, id: str) -> HttpResponseBase:
    """Give one taxonomy."""
    return json_answer(request, nested.taxonomy(one_of(Taxonomy.objects.public(), id)))


@open_data(
    Operation(
        _("The words by which services are sorted, a page at a time."),
        {JSON: _page_of(A_TERM)},
        (asked.SEARCH, asked.TAXONOMY_ID, asked.TOP_ONLY, asked.PARENT_ID, *asked.PAGED),
    ),
    limits.SEARCHING,
)
def taxonomy_terms(
    request: HttpRequest,
    search: str = "",
    taxonomy_id: str = "",
    parent_id: str = "",
    top_only: bool = False,
    **paging: Any,
) -> HttpResponseBase:
    """Give terms."""
    wanted = Q(name__icontains=search)
    wanted &= Q(taxonomy=uuid_of(taxonomy_id)) if taxonomy_id else Q()
    wanted &= Q(parent=uuid_of(parent_id), parent__isnull=False) if parent_id else Q()
    wanted &= Q(children=None) if top_only else Q()
    rows = Term.objects.public().filter(wanted).select_related("taxonomy").order_by("taxonomy__name", "code", "pk")
    return json_answer(request, page_of(rows, nested.term, *_paging(paging)))


@open_data(Operation(_("One word by which services are sorted."), {JSON: A_TERM}, (asked.ID,)), limits.SEARCHING)
def taxonomy_term(request: HttpRequest, id: str) -> HttpResponseBase:
    """Give one term."""
    return json_answer(request, nested.term(one_of(Term.objects.public().select_related("taxonomy"), id)))
