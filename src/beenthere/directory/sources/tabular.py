"""The standard as a folder of tables: put together into nested services, and taken apart into tables again."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

Node = dict[str, Any]
SERVICES = "services.csv"
# What hangs on what, by which column: the table, what it is called inside a nested one, and to what it may belong.
OF_SERVICES = (
    ("phones.csv", "phones"), ("schedules.csv", "schedules"), ("languages.csv", "languages"),
    ("cost_options.csv", "cost_options"), ("required_documents.csv", "required_documents"),
    ("service_areas.csv", "service_areas"),
)  # fmt: skip
OF_PLACES = (("addresses.csv", "addresses"), ("accessibility.csv", "accessibility"), ("phones.csv", "phones"))
TABLES = {
    "organizations.csv": ("id", "name", "alternate_name", "description", "email", "website"),
    SERVICES: (
        "id", "organization_id", "name", "alternate_name", "description", "url", "email", "status",
        "interpretation_services", "application_process", "fees_description", "wait_time", "accreditations",
        "eligibility_description", "minimum_age", "maximum_age", "assured_date", "alert", "last_modified",
    ),
    "locations.csv": (
        "id", "location_type", "url", "name", "description", "transportation", "latitude", "longitude",
    ),
    "service_at_location.csv": ("id", "service_id", "location_id", "description"),
    "addresses.csv": (
        "id", "location_id", "address_1", "address_2", "city", "state_province", "postal_code", "country",
        "address_type",
    ),
    "phones.csv": ("id", "service_id", "service_at_location_id", "number", "extension", "type", "description"),
    "schedules.csv": (
        "id", "service_id", "service_at_location_id", "valid_from", "valid_to", "freq", "byday", "description",
        "opens_at", "closes_at", "attending_type", "notes",
    ),
    "languages.csv": ("id", "service_id", "name", "code", "note"),
    "cost_options.csv": ("id", "service_id", "option", "currency", "amount", "amount_description"),
    "required_documents.csv": ("id", "service_id", "document", "uri"),
    "service_areas.csv": ("id", "service_id", "name", "description"),
    "accessibility.csv": ("id", "location_id", "description", "details", "url"),
    "taxonomies.csv": ("id", "name", "description", "uri", "version"),
    "taxonomy_terms.csv": ("id", "code", "name", "description", "parent_id", "taxonomy", "taxonomy_id"),
    "attributes.csv": ("id", "link_id", "taxonomy_term_id", "link_entity"),
}  # fmt: skip


def nodes(folder: Path) -> Iterator[tuple[int, Node]]:
    """Give each service of the tables with its line, all that belongs to it inside it."""
    organizations = {row["id"]: row for _line, row in _rows(folder, "organizations.csv") if row.get("id")}
    places, terms = _places(folder), _terms(folder)
    belong = {name: _by(folder, table, "service_id") for table, name in OF_SERVICES}
    there = _by(folder, "service_at_location.csv", "service_id")
    at = {name: _by(folder, table, "service_at_location_id") for table, name in OF_SERVICES[:2]}
    for line, row in _rows(folder, SERVICES):
        pk = row.get("id", "")
        node: Node = dict(row) | {name: _own(rows[pk]) for name, rows in belong.items()}
        node["organization"] = organizations.get(row.get("organization_id", ""), {})
        node["attributes"] = terms[pk]
        node["service_at_locations"] = [
            one | {name: rows[one["id"]] for name, rows in at.items()} | {"location": places[one["location_id"]]}
            for one in there[pk]
            if one.get("location_id") in places and one.get("id")
        ]
        yield line, node


def _own(rows: list[Node]) -> list[Node]:
    """What belongs to the service, and not to one of its places alone."""
    return [row for row in rows if not row.get("service_at_location_id")]


def _places(folder: Path) -> dict[str, Node]:
    belong = {name: _by(folder, table, "location_id") for table, name in OF_PLACES}
    schedules = _by(folder, "schedules.csv", "location_id")
    return {
        pk: row | {name: rows[pk] for name, rows in belong.items()} | {"schedules": _own(schedules[pk])}
        for _line, row in _rows(folder, "locations.csv")
        if (pk := row.get("id", ""))
    }


def _terms(folder: Path) -> dict[str, list[Node]]:
    names = {row.get("id", ""): row.get("name", "") for _line, row in _rows(folder, "taxonomies.csv")}
    known = {row.get("id", ""): row for _line, row in _rows(folder, "taxonomy_terms.csv")}
    found = defaultdict[str, list[Node]](list)
    for _line, row in _rows(folder, "attributes.csv"):
        if term := known.get(row.get("taxonomy_term_id", "")):
            taxonomy = term.get("taxonomy") or names.get(term.get("taxonomy_id", ""), "")
            found[row.get("link_id", "")].append({"taxonomy_term": term | {"taxonomy": taxonomy}})
    return found


def _by(folder: Path, table: str, column: str) -> defaultdict[str, list[Node]]:
    found = defaultdict[str, list[Node]](list)
    for _line, row in _rows(folder, table):
        if row.get(column):
            found[row[column]].append(row)
    return found


def _rows(folder: Path, table: str) -> Iterator[tuple[int, Node]]:
    file = folder / table
    if not file.exists():
        return
    with file.open(encoding="utf-8-sig", newline="", errors="replace") as lines:
        reader = csv.DictReader((line.replace("\x00", "") for line in lines), restval="")
        for row in reader:
            yield reader.line_num, {name: (value or "").strip() for name, value in row.items() if name}


def write(
    folder: Path, services: Iterable[Mapping[str, Any]], terms: Iterable[Node], taxonomies: Iterable[Node]
) -> int:
    """Write nested services as the standard's tables; tells how many."""
    rows = defaultdict[str, dict[str, Node]](dict)
    for service in services:
        for table, row in _apart(service):
            rows[table][row["id"]] = row
    rows["taxonomy_terms.csv"] |= {one["id"]: one for one in terms}
    rows["taxonomies.csv"] |= {one["id"]: one for one in taxonomies}
    folder.mkdir(parents=True, exist_ok=True)
    for table, columns in TABLES.items():
        with (folder / table).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows[table].values())
    (folder / "datapackage.json").write_text(json.dumps(_package(), indent=1), encoding="utf-8")
    return len(rows[SERVICES])


def _apart(service: Mapping[str, Any]) -> Iterator[tuple[str, Node]]:
    organization = service.get("organization") or {}
    yield SERVICES, dict(service) | {"organization_id": organization.get("id", "")}
    if organization:
        yield "organizations.csv", organization
    for table, name in OF_SERVICES:
        for one in service.get(name, ()):
            yield table, one | {"service_id": service["id"]}
    for one in service.get("attributes", ()):
        yield "attributes.csv", one
        yield "taxonomy_terms.csv", one["taxonomy_term"]
    for there in service.get("service_at_locations", ()):
        yield from _place_apart(there, service["id"])


def _place_apart(there: Mapping[str, Any], service: str) -> Iterator[tuple[str, Node]]:
    place = there["location"]
    yield "service_at_location.csv", dict(there) | {"service_id": service, "location_id": place["id"]}
    yield "locations.csv", place
    for table, name in OF_SERVICES[:2]:
        for one in there.get(name, ()):
            yield table, one | {"service_id": service, "service_at_location_id": there["id"]}
    for table, name in OF_PLACES[:2]:
        for one in place.get(name, ()):
            yield table, one | {"location_id": place["id"]}


def _package() -> Node:
    """Say what the folder is."""
    resources = [
        {
            "name": table.removesuffix(".csv"), "path": table, "profile": "tabular-data-resource",
            "schema": {"primaryKey": "id", "fields": [{"name": name} for name in columns]},
        }
        for table, columns in TABLES.items()
    ]  # fmt: skip
    return {
        "name": "human_services_data",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "resources": resources,
    }
