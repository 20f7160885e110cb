"""Where somebody lives, as roughly as they like: a place, three characters of a postal code, or a province.

Distances are told in bands, never in kilometres: in a small town a number names a person.
"""

import csv
import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from django.utils.translation import get_language, gettext

PLACES_FILE = Path(__file__).parent / "data" / "places.csv"
EARTH_RADIUS_KM = 6371.0
SAME_AREA_KM = 25.0
AN_HOUR_KM = 80.0


@dataclass(frozen=True)
class Province:
    """A province or territory, its usual time zone, and those it touches by land or a short crossing."""

    code: str
    name_en: str
    name_fr: str
    zone: str
    letters: str
    neighbours: frozenset[str]

    @property
    def name(self) -> str:
        """Its name in the language of the page."""
        return _in_language(self.name_en, self.name_fr)


@dataclass(frozen=True)
class Place:
    """A town or city with its coordinates, the postal areas that lie in it, and what else people call it."""

    code: str
    name_en: str
    name_fr: str
    province: str
    lat: float
    lon: float
    zone: str
    fsa: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its name in the language of the page."""
        return _in_language(self.name_en, self.name_fr)


class Band(StrEnum):
    """How far two people are from each other, in the only words we use for it."""

    SAME_AREA = "same_area"
    WITHIN_AN_HOUR = "within_an_hour"
    FARTHER = "farther"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Area:
    """What somebody told about where they live; `code` is how it is stored."""

    code: str
    province: str
    place: Place | None = None
    fsa: str = ""

    @property
    def name(self) -> str:
        """What it is called in the language of the page."""
        province = PROVINCES[self.province].name
        if self.fsa:
            return f"{self.fsa} ({province})"
        return f"{self.place.name} ({province})" if self.place else province

    @property
    def zone(self) -> str:
        """The time zone there."""
        return self.place.zone if self.place else PROVINCES[self.province].zone


class NotAnArea(ValueError):
    """What was typed is no place, postal area or province that we know; the message says what to do."""


def _province(code: str, name_en: str, name_fr: str, zone: str, letters: str, neighbours: str) -> Province:
    return Province(code, name_en, name_fr, f"America/{zone}", letters, frozenset(neighbours.split()))


PROVINCES: dict[str, Province] = {
    province.code: province
    for province in (
        _province("AB", "Alberta", "Alberta", "Edmonton", "T", "BC SK NT"),
        _province("BC", "British Columbia", "Colombie-Britannique", "Vancouver", "V", "AB YT NT"),
        _province("PE", "Prince Edward Island", "Île-du-Prince-Édouard", "Halifax", "C", "NB NS"),
        _province("MB", "Manitoba", "Manitoba", "Winnipeg", "R", "ON SK NU NT"),
        _province("NB", "New Brunswick", "Nouveau-Brunswick", "Moncton", "E", "QC NS PE"),
        _province("NS", "Nova Scotia", "Nouvelle-Écosse", "Halifax", "B", "NB PE"),
        _province("NU", "Nunavut", "Nunavut", "Iqaluit", "X", "NT MB SK QC NL ON"),
        _province("ON", "Ontario", "Ontario", "Toronto", "KLMNP", "QC MB NU"),
        _province("QC", "Quebec", "Québec", "Toronto", "GHJ", "ON NB NL NU"),
        _province("SK", "Saskatchewan", "Saskatchewan", "Regina", "S", "AB MB NT NU"),
        _province("NL", "Newfoundland and Labrador", "Terre-Neuve-et-Labrador", "St_Johns", "A", "QC NU"),
        _province("NT", "Northwest Territories", "Territoires du Nord-Ouest", "Edmonton", "X", "YT BC AB SK MB NU"),
        _province("YT", "Yukon", "Yukon", "Whitehorse", "Y", "BC NT"),
    )
}


def provinces_by_name() -> list[Province]:
    """All of them in the order of the alphabet, in which É stands with E and Î with I."""
    return sorted(PROVINCES.values(), key=lambda each: fold(each.name))


# Letters that Canada Post never uses are left out: a typing slip is told at once.
_POSTAL = re.compile(r"([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(?:\d[ABCEGHJ-NPRSTV-Z]\d)?", re.ASCII)
_LOOKS_POSTAL = re.compile(r"[A-Z]\d\w{0,4}", re.ASCII)
# The letter X stands for two territories: the whole area decides.
_NORTHERN = {"X0A": "NU", "X0B": "NU", "X0C": "NU", "X0E": "NT", "X0G": "NT", "X1A": "NT"}


def _in_language(english: str, french: str) -> str:
    return french if (get_language() or "en").startswith("fr") else english


def fold(text: str) -> str:
    """Forgive accents, case, hyphens and the ways to write Saint, so that what people type is found."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", plain.casefold().replace("'", "").replace("’", ""))
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """Every place that we know, from the file of the project."""
    with PLACES_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_place(row) for row in csv.DictReader(file))


def _place(row: dict[str, str]) -> Place:
    return Place(
        code=f"{fold(row['name_en'])} {row['province']}".lower().replace(" ", "-"),
        name_en=row["name_en"],
        name_fr=row["name_fr"],
        province=row["province"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        zone=row["zone"] or PROVINCES[row["province"]].zone,
        fsa=tuple(row["fsa"].split()),
        also=tuple(filter(None, row["also"].split("|"))),
    )


@lru_cache(maxsize=1)
def _places_by_word() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for place in places():
        for name in (place.name_en, place.name_fr, *place.also):
            found.setdefault(fold(name), place)
            for province in _words_of(PROVINCES[place.province]):
                found.setdefault(f"{fold(name)} {province}", place)
        found[fold(place.code)] = place
    return found


def _words_of(province: Province) -> set[str]:
    return {fold(province.code), fold(province.name_en), fold(province.name_fr)}


@lru_cache(maxsize=1)
def _provinces_by_word() -> dict[str, Province]:
    others = {"newfoundland": "NL", "labrador": "NL", "terre neuve": "NL", "pei": "PE", "ipe": "PE", "nwt": "NT"}
    french_codes = {"cb": "BC", "tnl": "NL", "tno": "NT", "nouv brunswick": "NB", "yn": "YT"}
    words = {word: province for province in PROVINCES.values() for word in _words_of(province)}
    return words | {word: PROVINCES[code] for word, code in (others | french_codes).items()}


def find_place(text: str) -> Place | None:
    """Find a place by its English or French name, with or without its province."""
    return _places_by_word().get(fold(text))


def province_of_postal(fsa: str) -> Province | None:
    """Tell the province of a postal area from its first letter."""
    if fsa.startswith("X"):
        return PROVINCES.get(_NORTHERN.get(fsa, ""))
    return next((province for province in PROVINCES.values() if fsa[0] in province.letters), None)


def parse_area(text: str) -> Area:
    """Understand a place, the first three characters of a postal code, or a province; raise NotAnArea otherwise."""
    squeezed = re.sub(r"[\s-]", "", text).upper()
    if _LOOKS_POSTAL.fullmatch(squeezed):
        return _postal_area(text, squeezed)
    # Quebec alone is the province: the less precise reading tells less about somebody.
    if province := _provinces_by_word().get(fold(text)):
        return Area(code=province.code, province=province.code)
    if place := find_place(text):
        return Area(code=place.code, province=place.province, place=place)
    raise NotAnArea(_what_to_do(text))


def _postal_area(text: str, squeezed: str) -> Area:
    found = _POSTAL.fullmatch(squeezed)
    # Only the first three characters go on from here: a whole postal code can be one building.
    fsa = found[1] if found else ""
    province = province_of_postal(fsa) if fsa else None
    if not province:
        sentence = gettext("“%(text)s” is not the start of a Canadian postal code. It looks like E1C or X0A.")
        raise NotAnArea(sentence % {"text": text.strip()})
    place = next((place for place in places() if fsa.startswith(place.fsa)), None)
    return Area(code=fsa, province=province.code, place=place, fsa=fsa)


def _what_to_do(text: str) -> str:
    words = {fold(name): place for place in places() for name in (place.name_en, place.name_fr)}
    near = get_close_matches(fold(text), words, n=1, cutoff=0.75)
    if near:
        sentence = gettext("We do not know “%(text)s”. Did you mean %(place)s?")
        return sentence % {"text": text.strip(), "place": words[near[0]].name}
    sentence = gettext(
        "We do not know “%(text)s” yet. You can give the first three characters of your postal code instead, "
        "or just your province or territory."
    )
    return sentence % {"text": text.strip()}


@lru_cache(maxsize=4096)
def area_of(code: str | None) -> Area | None:
    """Read an area back from how it is stored; what is no longer known is nothing."""
    try:
        return parse_area(code) if code else None
    except NotAnArea:
        return None


def distance_km(one: Place, other: Place) -> float:
    """The distance over ground between two places (haversine)."""
    lat, other_lat = radians(one.lat), radians(other.lat)
    half = sin((other_lat - lat) / 2) ** 2
    half += cos(lat) * cos(other_lat) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def band(one: Area, other: Area) -> Band:
    """Tell how far two areas are apart, as far as what people told allows."""
    if one.fsa and one.fsa == other.fsa:
        return Band.SAME_AREA
    if one.place and other.place:
        return _band_of(distance_km(one.place, other.place))
    # Somewhere in one province and somewhere in the next may be across the street; two apart cannot be.
    if one.province == other.province or other.province in PROVINCES[one.province].neighbours:
        return Band.UNKNOWN
    return Band.FARTHER


def _band_of(kilometres: float) -> Band:
    if kilometres <= SAME_AREA_KM:
        return Band.SAME_AREA
    return Band.WITHIN_AN_HOUR if kilometres <= AN_HOUR_KM else Band.FARTHER
