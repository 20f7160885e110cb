"""What programs are told about services is what the official schemas of the standard ask for."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from beenthere.directory.models import Provider, Service, ServiceAtLocation, Taxonomy, Term
from beenthere.directory.seed import load_seed
from beenthere.directory.sources import bring_in_file
from beenthere.directory.tests import official as official_schemas
from beenthere.directory.tests.test_services import FRENCH, NELSON, centres

pytestmark = pytest.mark.django_db
official = pytest.mark.skipif(
    not official_schemas.SCHEMAS.exists(), reason="official: the schemas of the standard are not here"
)


@pytest.fixture
def listed(tmp_path: Path) -> None:
    load_seed()
    list(bring_in_file(centres(tmp_path, NELSON, FRENCH)))


def mistakes(name: str, answers: list[Any]) -> list[str]:
    """What an official schema finds wrong with answers; of none it would find nothing."""
    assert answers
    return official_schemas.mistakes(name, answers)


def asked(client: Client, address: str) -> Any:
    response = client.get(f"/hsds/{address}")
    assert response.status_code == 200
    return response.json()


@official
@pytest.mark.official
@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("services", "compiled/service_list.json"),
        ("services?full=true", "compiled/service_with_definitions.json"),
        ("services?minimal=true", "compiled/service_list.json"),
        ("organizations", "compiled/organization_list.json"),
        ("service_at_locations", "compiled/service_at_location_list.json"),
        ("service_at_locations?full=true", "service_at_location.json"),
        ("taxonomies", "taxonomy.json"),
        ("taxonomy_terms", "taxonomy_term.json"),
    ],
)
def test_every_list_is_as_the_official_schema_says(client: Client, listed: None, address: str, name: str) -> None:
    page = asked(client, address)
    assert mistakes(name, page["contents"]) == []
    assert page["size"] == len(page["contents"]) == page["total_items"]


@official
@pytest.mark.official
def test_every_single_record_is_as_the_official_schema_says(client: Client, listed: None) -> None:
    for path, rows, name in (
        ("services", Service.objects.all(), "service.json"),
        ("organizations", Provider.objects.all(), "organization.json"),
        ("service_at_locations", ServiceAtLocation.objects.all(), "service_at_location.json"),
        ("taxonomies", Taxonomy.objects.all(), "taxonomy.json"),
        ("taxonomy_terms", Term.objects.all()[:3], "taxonomy_term.json"),
    ):
        assert mistakes(name, [asked(client, f"{path}/{row.pk}") for row in rows]) == []


@official
@pytest.mark.official
def test_the_schema_is_no_sieve(client: Client, listed: None) -> None:
    told = asked(client, f"services/{Service.objects.latest('pk').pk}") | {"status": "who knows", "phones": [{}]}
    assert len(mistakes("service.json", [told])) >= 3
