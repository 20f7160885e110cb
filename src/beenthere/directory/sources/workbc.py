"""The service centres of WorkBC, from the table that British Columbia publishes, as nested services of the standard.

A line tells one centre; French-language service stands on a line of its own, whose hours are written in French.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from beenthere.directory.hours import read as hours_in
from beenthere.directory.needs import OPEN_ELIGIBILITY, id_of

ORIGIN = "workbc"
COLUMNS = frozenset({"WorkBCServiceCentreID", "CentreTitle", "City", "Phone", "Hours1"})
_FRENCH = re.compile(r"\d\s?h\b|\bh\b|\d+h\d|lundi|mardi|jeudi|vendredi|samedi|fériés|fermé", re.IGNORECASE)
_CLOSED = re.compile(r"temporarily closed", re.IGNORECASE)


def is_this(header: list[str]) -> bool:
    """Whether a table looks like theirs."""
    return {*header} >= COLUMNS


def service_of(row: Mapping[str, str]) -> dict[str, Any]:
    """One line as a nested service of the standard."""
    hours = [text for text in (row.get(f"Hours{n}", "") for n in range(1, 5)) if text]
    french = any(_FRENCH.search(text) for text in hours)
    number, title = row["WorkBCServiceCentreID"], row["CentreTitle"]
    if not number or not title:
        return {}
    english_name, french_name = f"WorkBC Centre – {title}", f"Centre WorkBC – {title}"
    return {
        "id": str(id_of(ORIGIN, number)),
        "name": french_name if french else english_name,
        "language": "fr" if french else "en",
        "description": _DESCRIPTION["fr" if french else "en"],
        "translations": [
            {
                "name": english_name if french else french_name,
                "description": _DESCRIPTION["en" if french else "fr"],
            }
        ],
        "url": row.get("Website", ""),
        "email": row.get("Email", ""),
        "status": "temporarily closed" if any(_CLOSED.search(text) for text in hours) else "active",
        "alert": " · ".join(hours) if any(_CLOSED.search(text) for text in hours) else "",
        "languages": [{"code": "fr", "name": "French"} if french else {"code": "en", "name": "English"}],
        "organization": {
            "id": str(id_of(ORIGIN, "organization")),
            "name": "WorkBC",
            "website": "https://www.workbc.ca",
        },
        "phones": [{"number": row.get("Phone", ""), "type": "voice"}],
        "attributes": [{"taxonomy_term": {"taxonomy": OPEN_ELIGIBILITY, "code": "1110", "name": "Work"}}],
        "service_at_locations": [{"location": _place(row, number), "schedules": list(_schedules(hours))}],
    }


_DESCRIPTION = {
    "en": "A WorkBC centre: employment services of British Columbia.",
    "fr": "Un centre WorkBC : services d’emploi de la Colombie-Britannique.",
}


def _place(row: Mapping[str, str], number: str) -> dict[str, Any]:
    address = {
        "address_1": row.get("Address1", "").strip(" ,"), "address_2": row.get("Address2", ""),
        "city": row["City"], "postal_code": row.get("PostalCode", ""), "state_province": "BC", "country": "CA",
    }  # fmt: skip
    return {
        "id": str(id_of(ORIGIN, number, "place")),
        "location_type": "physical",
        "latitude": row.get("Latitude", ""),
        "longitude": row.get("Longitude", ""),
        "addresses": [address],
    }


def _schedules(hours: list[str]) -> Iterator[dict[str, Any]]:
    """Each line of hours as its days and times; a line that says no time stands in its own words."""
    for text in hours:
        read = hours_in(text)
        for one in read:
            opens, closes = (f"{time:%H:%M}" for time in (one.opens_at, one.closes_at))
            yield {"byday": one.byday, "opens_at": opens, "closes_at": closes, "description": text, "freq": "WEEKLY"}
        if not read and not _CLOSED.search(text):
            yield {"description": text}
