"""What schemathesis does besides where it asks for services.

It asks for some that are there, and holds every answer to the official schemas of the standard, where they are at hand.
"""

import json
import os
import zlib
from functools import lru_cache
from typing import Any
from urllib.request import urlopen

import schemathesis

from beenthere.directory.tests.official import SCHEMAS, mistakes

SITE = "BEENTHERE_ASKED"  # the address of the site that is asked
# For each address: the schema of a record as it stands in a list, and of one with everything.
OFFICIAL = {
    "services": ("compiled/service_list.json", "compiled/service_with_definitions.json"),
    "organizations": ("compiled/organization_list.json", "organization.json"),
    "service_at_locations": ("compiled/service_at_location_list.json", "service_at_location.json"),
    "taxonomies": ("taxonomy.json", "taxonomy.json"),
    "taxonomy_terms": ("taxonomy_term.json", "taxonomy_term.json"),
}
ONE = {"services": "service.json"}


@schemathesis.hook
def before_call(_context: Any, case: Any, _kwargs: Any) -> None:
    """Ask for something that is there, two times of three."""
    _, space, kind, *one = case.operation.path.split("/")
    chance = zlib.crc32(repr(case.path_parameters).encode())
    if space == "hsds" and one and chance % 3:
        case.path_parameters["id"] = ids(kind)[chance % len(ids(kind))]


@schemathesis.check
def official(_context: Any, response: Any, case: Any) -> None:
    """Hold an answer to the official schema."""
    _, space, kind, *one = case.operation.path.split("/")
    if response.status_code != 200 or case.method != "GET" or space != "hsds" or not kind or not SCHEMAS.exists():
        return
    answer, whole = json.loads(response.content), "true" in {case.query.get("full"), case.query.get("full_service")}
    name = ONE.get(kind, OFFICIAL[kind][1]) if one else OFFICIAL[kind][whole]
    if wrong := mistakes(name, [answer] if one else answer["contents"]):
        raise AssertionError(f"{name}: {wrong[:3]}")


@lru_cache
def ids(kind: str) -> list[str]:
    """What is there of a kind."""
    with urlopen(f"{os.environ[SITE]}/hsds/{kind}?per_page=100", timeout=30) as answer:
        return [one["id"] for one in json.load(answer)["contents"]]
