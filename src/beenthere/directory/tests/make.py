"""Builders of services for tests."""

from typing import Any

from django.db import transaction

from beenthere.directory.hsds.reading import read
from beenthere.directory.hsds.writing import From, keep
from beenthere.directory.models import Service
from beenthere.directory.needs import OURS, id_of

ORIGIN = "a-test"


def node(name: str = "Bread and Tea", city: str = "Nelson", *needs: str, **more: Any) -> dict[str, Any]:
    """A service in British Columbia, as a file would tell it."""
    terms = [{"taxonomy_term": {"taxonomy": OURS, "code": code, "name": code}} for code in needs or ("food",)]
    address = {"city": city, "state_province": "BC", "country": "CA", "address_1": "4 Mill Lane"}
    told = {
        "id": str(id_of(ORIGIN, name)),
        "name": name,
        "organization": {"name": "Mill Lane Society"},
        "phones": [{"number": "250-555-0123"}],
        "attributes": terms,
        "service_at_locations": [{"location": {"name": "The mill", "addresses": [address]}}],
    }
    return told | more


def service(name: str = "Bread and Tea", city: str = "Nelson", *needs: str, **more: Any) -> Service:
    """The same, brought in."""
    with transaction.atomic():  # as every caller of it does
        keep(read(node(name, city, *needs, **more), ORIGIN), From(ORIGIN))
    return Service.objects.get(pk=id_of(ORIGIN, name))
