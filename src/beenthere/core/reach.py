"""What lies within reach of where somebody is: the towns that we know, named ones that we do not, and far-away things.

The values stand in the facet “place” of whatever can be found by place; what was typed becomes one choice among them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from beenthere.core.narrowing import Facet
from beenthere.core.places import PROVINCES, Area, NotAnArea, Place, distance_km, parse_area, places
from beenthere.core.search import sets_of
from beenthere.core.words import fold

PLACE, SOMEWHERE, TOWN = "place:", "somewhere:", "town:"
NEAR_KM = 80.0


@lru_cache(maxsize=8192)
def where_of(city: str, province: str) -> frozenset[str]:
    """The values for something in a town: its province, its name, and the towns within an hour that we know."""
    if province not in PROVINCES:
        return frozenset()
    near = _near(city, province)
    codes = {province, *(PLACE + code for code in near)}
    return frozenset(codes | ({TOWN + fold(city)} if city else set()) | (set() if near else {SOMEWHERE + province}))


def _near(city: str, province: str) -> frozenset[str]:
    try:
        here = parse_area(f"{city}, {province}"[:80]).place if city else None
    except NotAnArea:
        return frozenset()
    return towns_near(here.lat, here.lon) if here else frozenset()


@lru_cache(maxsize=4096)
def towns_near(latitude: float | None, longitude: float | None) -> frozenset[str]:
    """The towns that we know from which it is no more than an hour."""
    if latitude is None or longitude is None:
        return frozenset()
    here = Place("", "", "", "", latitude, longitude, "")
    return frozenset(place.code for place in places() if distance_km(here, place) <= NEAR_KM)


@dataclass(frozen=True)
class Asked:
    """Where somebody asked about, and what is to be said of a place that nobody knows."""

    typed: str
    area: Area | None = None
    town: str = ""  # one that only the catalogue names
    complaint: str = ""


def asked(kind: str, near: str) -> Asked:
    """Read where somebody is; a town that we do not know may stand in the catalogue."""
    typed = near.strip()[:80]
    try:
        return Asked(typed, parse_area(typed) if typed else None)
    except NotAnArea as error:
        town = TOWN + fold(typed.partition(",")[0].strip())
        return Asked(typed, town=town) if sets_of(kind).of("place", town) else Asked(typed, complaint=str(error))


def facet(given: Asked, tells: Mapping[str, str], also: Collection[str] = ()) -> Facet:
    """The choice of what is within reach: within an hour, somewhere in the province, and what is near to everybody."""
    options, unions = dict[str, str](), dict[str, list[str]]()
    if given.area:
        options = {given.typed: _("within reach of %(area)s") % {"area": given.area.name}}
        there = [PLACE + given.area.place.code] if given.area.place else [given.area.province]
        unions = {given.typed: [*there, SOMEWHERE + given.area.province, *also]}
    elif given.town:
        options, unions = {given.typed: _("in %(town)s") % {"town": given.typed}}, {given.typed: [given.town]}
    help_text = _("a place, the start of a postal code, or a province")
    return Facet(
        "near", _("Within reach of"), help_text, options, unions,
        of="place", tells=tells, typed=given.typed, complaint=given.complaint,
    )  # fmt: skip
