"""A nested service of the standard, as any file may give it, read into plain values. Pure; what is odd is left out."""

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from beenthere.directory.needs import LIVED, OPEN_ELIGIBILITY, OURS, id_of

Node = Mapping[str, Any]
MOST_PARTS = 60  # of one kind in one service: a file with more is broken or means harm
TEXTS = (
    "name", "alternate_name", "description", "url", "email", "interpretation_services", "application_process",
    "fees_description", "wait_time", "accreditations", "eligibility_description", "alert",
)  # fmt: skip
PLACE_TEXTS = ("name", "description", "transportation", "url")
ADDRESS_TEXTS = ("address_1", "address_2", "city", "state_province", "postal_code", "country")
COUNTRIES = {"canada": "CA", "united states": "US"}
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


@dataclass
class PlaceRead:
    """A place with what is there."""

    id: UUID
    values: dict[str, Any]
    description: str = ""
    accessibility: list[dict[str, Any]] = field(default_factory=list)
    phones: list[dict[str, Any]] = field(default_factory=list)
    schedules: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class TermRead:
    """A word by which it is sorted, and the words above it are not told here."""

    taxonomy: str
    code: str
    name: str
    description: str
    id: UUID


@dataclass
class ServiceRead:
    """Everything that is taken of one service."""

    id: UUID
    values: dict[str, Any]
    provider: dict[str, Any] | None
    parts: dict[str, list[dict[str, Any]]]
    places: list[PlaceRead]
    terms: list[TermRead]
    said_on: str = ""


def read(node: Node, origin: str) -> ServiceRead:
    """Read one service. People named as contacts are not taken: their names are theirs."""
    values: dict[str, Any] = {name: text(node, name) for name in TEXTS}
    values["fees_description"] = values["fees_description"] or text(node, "fees")
    values |= {"status": text(node, "status") or "active", "language": _language(node)}
    values |= {name: whole(node, name) for name in ("minimum_age", "maximum_age")}
    values |= _in_the_other(node)
    terms = list(_terms(node))
    values["lived_experience"] = _lived(node, terms)
    return ServiceRead(
        id=identifier(node, origin, "service"),
        values=values,
        provider=_provider(node, origin),
        parts=_parts(node),
        places=[place for one in several(node, "service_at_locations") if (place := _place(one, origin))],
        terms=[term for term in terms if term.code != LIVED],
        said_on=(day(node, "assured_date") or day(node, "last_modified") or ""),
    )


def text(node: Node, name: str) -> str:
    """A text of a node; a number is one too, and anything else is none."""
    value = node.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    # JSON can name halves of letters, which no database holds.
    return str(value).encode("utf-8", "ignore").decode().replace("\x00", "").strip()


def number(node: Node, name: str) -> float | None:
    """A number of a node, if it is one."""
    try:
        found = float(text(node, name))
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def whole(node: Node, name: str, most: int = 32_000) -> int | None:
    """A whole number from 0 up."""
    found = number(node, name)
    return int(found) if found is not None and 0 <= found <= most else None


def day(node: Node, name: str) -> str:
    """The day at the beginning of a text, as it is written."""
    found = _DAY.match(text(node, name))
    return found[1] if found else ""


def several(node: Node, name: str) -> list[Node]:
    """The nodes of a list; anything else is none."""
    value = node.get(name)
    return [one for one in value[:MOST_PARTS] if isinstance(one, Mapping)] if isinstance(value, list) else []


def inside(node: Node, name: str) -> Node:
    """A node in a node, or an empty one."""
    value = node.get(name)
    return value if isinstance(value, Mapping) else {}


def identifier(node: Node, origin: str, kind: str) -> UUID:
    """The node's own identifier, or one made of where it came from."""
    given = text(node, "id")
    try:
        return UUID(given)
    except ValueError:
        return id_of(origin, kind, given or text(node, "name"))


def _language(node: Node) -> str:
    given = text(node, "language").lower()[:2]
    return given if given in {"en", "fr"} else "en"


def _in_the_other(node: Node) -> dict[str, str]:
    """The name and the description in the other language: beside the standard, which knows one only."""
    other = next(iter(several(node, "translations")), {})
    return {"other_name": text(other, "name"), "other_description": text(other, "description")}


def _lived(node: Node, terms: list[TermRead]) -> bool | None:
    if any(term.code == LIVED for term in terms):
        return True
    value = node.get("lived_experience")
    return value if isinstance(value, bool) else None


def _provider(node: Node, origin: str) -> dict[str, Any] | None:
    given = inside(node, "organization")
    name = text(given, "name")
    if not name:
        return None
    same = ("alternate_name", "description", "email")
    site = text(given, "website") or text(given, "url")
    return {"id": identifier(given, origin, "organization"), "name": name, "website": site} | {
        key: text(given, key) for key in same
    }


def _parts(node: Node) -> dict[str, list[dict[str, Any]]]:
    phones = _phones(node) or _phones(inside(node, "organization"))
    return {
        "phones": phones,
        "schedules": _schedules(node),
        "languages": [
            {"code": text(one, "code")[:20], "name": text(one, "name"), "note": text(one, "note")}
            for one in several(node, "languages")
        ],
        "cost_options": [_cost(one) for one in several(node, "cost_options")],
        "required_documents": [
            {"document": text(one, "document"), "uri": text(one, "uri")}
            for one in several(node, "required_documents")
            if text(one, "document")
        ],
        "service_areas": [
            {"name": text(one, "name"), "description": text(one, "description")}
            for one in several(node, "service_areas")
        ],
    }


def _phones(node: Node) -> list[dict[str, Any]]:
    found = []
    for one in several(node, "phones"):
        digits = text(one, "number").strip('"')
        if any(map(str.isdigit, digits)):
            more: dict[str, Any] = {"extension": whole(one, "extension", 2_000_000_000), "type": text(one, "type")}
            found.append({"digits": digits, "description": text(one, "description")} | more)
    return found


def _schedules(node: Node) -> list[dict[str, Any]]:
    return [
        {
            "byday": ",".join(re.findall(r"MO|TU|WE|TH|FR|SA|SU", text(one, "byday").upper())),
            "opens_at": _clock(one, "opens_at"),
            "closes_at": _clock(one, "closes_at"),
            "valid_from": _as_day(one, "valid_from"),
            "valid_to": _as_day(one, "valid_to"),
            **{name: text(one, name) for name in ("description", "attending_type", "notes")},
        }
        for one in several(node, "schedules")
    ]


def _clock(node: Node, name: str) -> dt.time | None:
    found = _CLOCK.match(text(node, name))
    hour, minute = (int(found[1]), int(found[2])) if found else (99, 0)
    if (hour, minute) == (24, 0):
        return dt.time(23, 59)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _as_day(node: Node, name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(day(node, name))
    except ValueError:
        return None


def _cost(node: Node) -> dict[str, Any]:
    try:
        amount = Decimal(text(node, "amount")).quantize(Decimal("0.01"))
    except InvalidOperation:
        amount = None
    told = {name: text(node, name) for name in ("option", "amount_description")}
    return told | {"amount": amount, "currency": text(node, "currency").upper()[:3]}


def _place(node: Node, origin: str) -> PlaceRead | None:
    given = inside(node, "location")
    if not given:
        return None
    values: dict[str, Any] = {name: text(given, name) for name in PLACE_TEXTS}
    address = next(iter(several(given, "addresses")), {})
    values |= {name: text(address, name) for name in ADDRESS_TEXTS}
    values["country"] = COUNTRIES.get(values["country"].lower(), values["country"])
    values["location_type"] = text(given, "location_type") or "physical"
    values |= _on_the_globe(given)
    return PlaceRead(
        id=identifier(given, origin, "location"),
        values=values,
        description=text(node, "description"),
        accessibility=[
            {name: text(one, name) for name in ("description", "details", "url")}
            for one in several(given, "accessibility")
        ],
        phones=_phones(node) or _phones(given),
        schedules=_schedules(node) or _schedules(given),
    )


def _on_the_globe(node: Node) -> dict[str, float | None]:
    lat, lon = number(node, "latitude"), number(node, "longitude")
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        return {"latitude": None, "longitude": None}
    return {"latitude": lat, "longitude": lon}


def _terms(node: Node) -> Iterator[TermRead]:
    for one in several(node, "attributes"):
        given = inside(one, "taxonomy_term")
        taxonomy = text(given, "taxonomy") or text(inside(given, "taxonomy_detail"), "name") or "not named"
        code = text(given, "code") or text(given, "name")
        if code:
            ours = taxonomy in {OURS, OPEN_ELIGIBILITY}
            made = id_of("term", taxonomy, code)
            yield TermRead(
                taxonomy[:120], code[:120], (text(given, "name") or code)[:200], text(given, "description")[:2000],
                made if ours else identifier(given, taxonomy, "term"),
            )  # fmt: skip
