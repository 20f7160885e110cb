"""What is in the database as the standard tells it: nested for one service, flat for lists."""

from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet

from beenthere.directory.hsds.reading import ADDRESS_TEXTS, PLACE_TEXTS, TEXTS
from beenthere.directory.models import (
    Location,
    Phone,
    Provider,
    Schedule,
    Service,
    ServiceAtLocation,
    Taxonomy,
    Term,
)
from beenthere.directory.needs import LIVED, OURS, id_of

Node = dict[str, Any]
LIVED_NAME = "run by people who have lived it"
NESTED = (
    "provider__listed", "phones", "schedules", "languages", "cost_options", "required_documents", "service_areas",
    "terms__taxonomy", "terms__parent__parent__parent", "service_at_locations__location__accessibility",
)  # fmt: skip


def nested(services: "QuerySet[Service]") -> "QuerySet[Service]":
    """Read all that belongs to services in one query for each kind of it."""
    return services.prefetch_related(*NESTED)


def service_flat(service: Service) -> Node:
    """A service as a line of a list."""
    told = {name: getattr(service, name) for name in TEXTS} | {
        "id": str(service.pk),
        "status": service.status,
        "minimum_age": service.minimum_age,
        "maximum_age": service.maximum_age,
        "assured_date": (service.confirmed_on or service.checked_on or ""),
        "last_modified": _moment(service),
        "organization": organization_flat(service.provider) if service.provider else None,
    }
    return _told(told) | _beside(service)


def _beside(service: Service) -> Node:
    """What the standard has no word for: in which language it is told, the same in the other, and its source."""
    other = {"language": "fr" if service.language == "en" else "en", "name": service.other_name}
    told = _told(other | {"description": service.other_description}) if service.other_name else None
    return _told(
        {
            "language": service.language,
            "translations": [told] if told else None,
            "lived_experience": service.lived_experience,
            "page": settings.PUBLIC_ADDRESS + f"/{service.language}/services/{service.slug}/",
            "source": _told({"url": service.source_url, "date": service.source_date, "read_on": service.read_on}),
            "checked_here_on": service.checked_on,
        }
    )


def service_full(service: Service) -> Node:
    """A service with everything that belongs to it."""
    places = list(service.service_at_locations.all())
    lists = {
        "phones": [_phone(one) for one in service.phones.all() if one.at_id is None],
        "schedules": [_schedule(one) for one in service.schedules.all() if one.at_id is None],
        "languages": [_part(one, "code", "name", "note") for one in service.languages.all()],
        "cost_options": [_cost(one) for one in service.cost_options.all()],
        "required_documents": [_part(one, "document", "uri") for one in service.required_documents.all()],
        "service_areas": [_part(one, "name", "description") for one in service.service_areas.all()],
        "service_at_locations": [at_location(one, service) for one in places],
        "attributes": attributes(service),
    }
    return service_flat(service) | {name: some for name, some in lists.items() if some}


def at_location(there: ServiceAtLocation, service: Service) -> Node:
    """A service at one of its places, with what is only there."""
    lists = {
        "phones": [_phone(one) for one in service.phones.all() if one.at_id == there.pk],
        "schedules": [_schedule(one) for one in service.schedules.all() if one.at_id == there.pk],
    }
    told = _told({"id": str(there.pk), "description": there.description, "location": location(there.location)})
    return told | {name: some for name, some in lists.items() if some}


def location(place: Location) -> Node:
    """A place with its address, if it tells one."""
    told = _told({"id": str(place.pk), "location_type": place.location_type} | _plain(place, *PLACE_TEXTS))
    told |= _told({"latitude": place.latitude, "longitude": place.longitude})
    if place.address_1 or place.city:
        address = {"id": str(id_of(place.pk.hex, "address")), "address_type": "physical"}
        told["addresses"] = [address | _plain(place, *ADDRESS_TEXTS)]
    access = [_part(one, "description", "details", "url") for one in place.accessibility.all()]
    return told | ({"accessibility": access} if access else {})


def organization_flat(provider: Provider) -> Node:
    """Whoever gives services; a description is asked for by the standard, and none stands as an empty one."""
    told = _told(_plain(provider, "name", "alternate_name", "website", "email") | {"id": str(provider.pk)})
    return told | {"description": provider.description}


def organization_full(provider: Provider, *, full: bool) -> Node:
    """The same with its services: whole, or only by their identifiers and names."""
    told = [service_full(one) if full else _named(one) for one in provider.services.all()]
    return organization_flat(provider) | {"services": told}


def _named(service: Service) -> Node:
    return {"id": str(service.pk), "name": service.name, "status": service.status}


def taxonomy(one: Taxonomy) -> Node:
    """A way to sort."""
    told = _told(_plain(one, "name", "uri", "version") | {"id": str(one.pk)})
    return told | {"description": one.description}


def term(one: Term) -> Node:
    """A word of a way to sort."""
    told = _plain(one, "code", "name", "language", "term_uri") | {"id": str(one.pk), "taxonomy": one.taxonomy.name}
    told |= {"taxonomy_id": str(one.taxonomy_id), "parent_id": str(one.parent_id) if one.parent_id else ""}
    return _told(told) | {"description": one.description}


def attributes(service: Service) -> list[Node]:
    """The words by which it is sorted; that it is run by people who have lived it is one of ours."""
    told = [(str(one.pk), term(one)) for one in service.terms.all()]
    if service.lived_experience:
        mine = {"id": str(id_of("term", OURS, LIVED)), "taxonomy": OURS, "code": LIVED, "name": LIVED_NAME}
        told.append((mine["id"], mine | {"description": ""}))
    return [
        {
            "id": str(id_of(service.pk.hex, pk)), "link_id": str(service.pk), "link_entity": "service",
            "taxonomy_term_id": pk, "taxonomy_term": one,
        }
        for pk, one in told
    ]  # fmt: skip


def _phone(one: Phone) -> Node:
    return _told(_plain(one, "extension", "type", "description") | {"id": str(one.pk), "number": one.digits})


def _schedule(one: Schedule) -> Node:
    told = _plain(one, "byday", "description", "attending_type", "notes", "valid_from", "valid_to")
    told |= {"id": str(one.pk), "freq": "WEEKLY" if one.byday else ""}
    for name in ("opens_at", "closes_at"):
        told[name] = f"{value:%H:%M}" if (value := getattr(one, name)) else ""
    return _told(told)


def _cost(one: Any) -> Node:
    amount = None if one.amount is None else float(one.amount)
    return _part(one, "option", "currency", "amount_description") | _told({"amount": amount})


def _part(one: Any, *names: str) -> Node:
    return {"id": str(one.pk)} | _told(_plain(one, *names))


def _plain(row: Model, *names: str) -> Node:
    return {name: getattr(row, name) for name in names}


def _told(values: Node) -> Node:
    """What is not told stands nowhere; days are written as days."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
        if value is not None and value != "" and value != {}
    }


def _moment(service: Service) -> str:
    return service.changed_at.isoformat(timespec="seconds").replace("+00:00", "Z")
