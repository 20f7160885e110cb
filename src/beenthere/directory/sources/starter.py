"""A first short list of services that ships with the product, typed from pages that were read, in both languages."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from beenthere.directory.needs import OURS, id_of

ORIGIN = "starter"


def nodes_of(file: Path) -> Iterator[tuple[dict[str, Any], Mapping[str, str]]]:
    """Each line as a nested service of the standard, beside the line itself."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield node_of(row), row


def node_of(row: Mapping[str, str]) -> dict[str, Any]:
    """One line as a nested service."""
    return {
        "id": str(id_of(ORIGIN, row["slug"])),
        "name": row["name_en"],
        "description": row["what_en"],
        "translations": [{"name": row["name_fr"], "description": row["what_fr"]}],
        "language": "en",
        "status": "active",
        "url": row["url"],
        "interpretation_services": row["interpreters"],
        "minimum_age": row["least_age"],
        "maximum_age": row["most_age"],
        "phones": [{"number": row["phone"], "type": "voice"}] if row["phone"] else [],
        "languages": [{"name": name} for name in _several(row["languages"])],
        "cost_options": [{"amount": "0"}] if row["free"] else [],
        "schedules": _hours(row),
        "service_areas": [{"name": row["area"]}],
        "attributes": [
            {"taxonomy_term": {"taxonomy": OURS, "code": code, "name": code}} for code in _several(row["needs"])
        ],
    }


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _hours(row: Mapping[str, str]) -> list[dict[str, str]]:
    opens, _to, closes = row["hours"].partition("-")
    return [{"byday": row["days"], "opens_at": opens, "closes_at": closes, "freq": "WEEKLY"}] if opens else []
