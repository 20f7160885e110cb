"""By what one may narrow the trainings down: what each training has, and how the choices are called."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from beenthere.core import clock
from beenthere.core.kept import kept
from beenthere.core.narrowing import Facet
from beenthere.core.places import (
    PROVINCES,
    Area,
    Band,
    NotAnArea,
    Place,
    band,
    find_place,
    parse_area,
    places,
    provinces_by_name,
)
from beenthere.training.catalogue import classification
from beenthere.training.models import Competency, Standing, Training
from beenthere.training.models.competencies import About

NOW = "now"
ONLINE, PLACE, SOMEWHERE = "online", "place:", "somewhere:"
FIRM = ("standing",)
_BETWEEN_TOWNS = re.compile(r"/|;|,|\(.*?\)")  # “Thunder Bay / Fort Frances”


def facets_of(training: Training, covers: Collection[str] = ()) -> dict[str, Collection[str]]:
    """What a training has of each facet; “not stated” is a value like any other. What it covers is known apart."""
    supports = {code for code in covers if code in _labels_of(About.EMPLOYMENT, "en")}
    return {
        "competency": {*covers} - supports or {classification.NOT_SAID},
        "support": supports or {classification.NOT_SAID},
        "province": _where(training),
        "language": classification.languages_in(training.languages),
        "delivery": classification.deliveries_in(training.delivery),
        "audience": classification.audiences_in(training.audience),
        "length": [classification.length_in(training)],
        "cost": classification.costs_in(training.cost, training.cost_help),
        "entry": classification.entry_in(training.prerequisites),
        "credential": classification.credentials_in(training.credential),
        "recognised": classification.recognised_in(training.recognised_by, training.credential),
        "peers": [training.peer_run or classification.NOT_SAID],
        "start": [classification.start_in(training.starts_on)],
        "standing": [training.standing] if training.is_over else [training.standing, NOW],
    }


def said_of(values: Mapping[str, Collection[str]]) -> list[str]:
    """What a training has, in the words of the choices, so that a search finds “free” where the source says 0."""
    return [label for name, code, label in _choices_in(get_language() or "en") if code in values[name]]


@cache
def _choices_in(_language: str) -> list[tuple[str, str, str]]:
    """The words of the choices; the language is the active one, and they are the same for very many trainings."""
    labels = {"language": _language_names(), "cost": _cost_names(), "delivery": _delivery_names()}
    labels |= {"audience": _audience_names(), "credential": _credential_names()}
    return [(name, code, label) for name, names in labels.items() for code, label in names.items()]


def _where(training: Training) -> set[str]:
    """Its provinces and its town. What is given in all of Canada is also given in each province."""
    codes = set(training.provinces)
    codes |= PROVINCES.keys() if classification.CANADA in codes else set()
    known = towns_in(training.city, training.provinces)
    codes |= {PLACE + place.code for place in known}
    codes |= {SOMEWHERE + code for code in training.provinces if not known and code in PROVINCES}
    # In part online is not enough for somebody who cannot come for the other part.
    codes |= {ONLINE} if classification.deliveries_in(training.delivery) <= classification.ONLINE else set()
    return codes or {classification.NOT_SAID}


@lru_cache(maxsize=2_000)
def towns_in(city: str, provinces: tuple[str, ...]) -> tuple[Place, ...]:
    """The towns that we know of those that a source names, in the provinces that it names."""
    towns = [part for part in _BETWEEN_TOWNS.split(city) if part.strip()]
    return tuple(place for code in provinces for town in towns if (place := find_place(f"{town} {code}")))


@dataclass(frozen=True)
class Asked:
    """What somebody asked for: the choices, and what is to be said about a place that we do not know."""

    choices: Mapping[str, str]
    area: Area | None
    complaint: str


def asked(typed: Mapping[str, str]) -> Asked:
    """Read the choices. Unless somebody says otherwise, what is over stays out of the way."""
    near = typed.get("near", "").strip()[:80]
    choices = {"standing": NOW, **typed, "near": near}
    try:
        return Asked(choices, parse_area(near) if near else None, "")
    except NotAnArea as error:
        return Asked(choices, None, str(error))


def facets(near: Asked | None = None) -> list[Facet]:
    """Give the choices with their labels in the language of the page."""
    near = near or asked({})
    not_said = {classification.NOT_SAID: _("not stated")}
    where = _where_names()
    return [
        _near(near, where | not_said),
        _language(not_said),
        Facet("cost", _("What it costs"), _("free or not"), _cost_names() | not_said),
        Facet("audience", _("For whom"), _("anybody"), _audience_names() | not_said),
        Facet("province", _("Where"), _("anywhere in Canada"), where | not_said),
        Facet("delivery", _("How"), _("any way"), _delivery_names() | not_said, more=True),
        Facet("length", _("How long"), _("any length"), _length_names() | not_said, more=True),
        Facet("entry", _("To get in"), _("whatever is asked"), _entry_names() | not_said, more=True),
        Facet("credential", _("What you get"), _("anything"), _credential_names() | not_said, more=True),
        Facet("recognised", _("Recognised by"), _("anybody or nobody"), _recognised_names() | not_said, more=True),
        Facet("peers", _("Run by peers"), _("by peers or not"), _peer_run_names() | not_said, more=True),
        _start(not_said),
        Facet("competency", _("What it covers"), _("anything"), _covered(About.PEER_SUPPORT), more=True),
        Facet("support", _("Employment support it covers"), _("any or none"), _covered(About.EMPLOYMENT), more=True),
        Facet("standing", _("Still offered?"), _("all, also what is over"), _standing_names(), more=True),
    ]


def _near(asked: "Asked", where: dict[str, str]) -> Facet:
    """Within an hour, or where nobody says how far; and online or in all of Canada, which is near to everybody."""
    typed, area = asked.choices["near"], asked.area
    options = {typed: _("within reach of %(area)s") % {"area": area.name}} if area else {}
    unions = {typed: within_reach(area)} if area else {}
    help_text = _("a place, the start of a postal code, or a province")
    return Facet(
        "near", _("Within reach of"), help_text, options, unions,
        of="province", tells=where, typed=typed, complaint=asked.complaint,
    )  # fmt: skip


def within_reach(area: Area) -> list[str]:
    """The places within an hour, what says no more than the province, and what can be taken from anywhere."""
    near = {Band.SAME_AREA, Band.WITHIN_AN_HOUR}
    there = [Area(place.code, place.province, place) for place in places()]
    if area.place:
        found = [PLACE + each.code for each in there if band(area, each) in near]
    else:
        found = [PLACE + each.code for each in there if each.province == area.province]
    return [*found, SOMEWHERE + area.province, classification.CANADA, ONLINE]


def _language(not_said: dict[str, str]) -> Facet:
    """One language, or any of a group of them: what is missing is told by these groups."""
    unions = {"indigenous": classification.INDIGENOUS, "other": classification.OTHER_LANGUAGES}
    options = {**_language_names(), "indigenous": _("Indigenous languages"), "other": _("other languages")}
    return Facet("language", _("In which language"), _("any language"), options | not_said, unions)


def _start(not_said: dict[str, str]) -> Facet:
    """When it begins next: months, taken together as people plan."""
    today = clock.today()
    unions = {
        "soon": classification.months_from(today, 0, 1),
        "quarter": classification.months_from(today, 0, 3),
        "half": classification.months_from(today, 0, 6),
        "later": classification.months_from(today, 7, 36),
        "begun": classification.months_from(today, -36, -1),
    }
    options = {
        "soon": _("this month or next"),
        "quarter": _("within 3 months"),
        "half": _("within half a year"),
        "later": _("later"),
        "begun": _("has begun"),
    }
    return Facet("start", _("Next start"), _("any time"), options | not_said, unions, more=True)


def _covered(about: About) -> dict[str, str]:
    return _labels_of(about, get_language() or "en") | {classification.NOT_SAID: _("not ticked yet")}


@kept(seconds=600)
def _labels_of(about: About, language: str) -> dict[str, str]:
    """What frameworks about one thing name, each with its framework; the language is that of the page."""
    rows = Competency.objects.filter(framework__about=about).select_related("framework")
    return {row.slug: f"{row} ({row.framework})" for row in rows}


def _where_names() -> dict[str, str]:
    return {
        **{each.code: each.name for each in provinces_by_name()},
        classification.CANADA: _("all of Canada"),
        ONLINE: _("online, from anywhere"),
    }


def _language_names() -> dict[str, str]:
    return {
        "en": pgettext("given in", "English"),
        "fr": pgettext("given in", "French"),
        "zh": pgettext("given in", "Mandarin"),
        "yue": pgettext("given in", "Cantonese"),
    }


def _delivery_names() -> dict[str, str]:
    return {"in-person": _("in person"), "online": _("online"), "reading": _("by reading, on your own")}


def _cost_names() -> dict[str, str]:
    return {
        classification.FREE: _("free"),
        classification.HELP: _("help with the cost"),
        classification.PAID: _("costs something"),
    }


def _length_names() -> dict[str, str]:
    names, least = {}, 0.0
    for most in classification.MOST_HOURS:
        hours = {"least": f"{least:.0f}", "most": f"{most:.0f}"}
        names[hours["most"]] = (_("%(least)s to %(most)s hours") if least else _("up to %(most)s hours")) % hours
        least = most
    names[classification.LONGER] = _("more than %(least)s hours") % {"least": f"{least:.0f}"}
    return names | {classification.OTHER_UNITS: _("told in days, weeks, sessions or credits")}


def _entry_names() -> dict[str, str]:
    return {
        "lived": _("lived experience"),
        "selection": _("an application or an interview"),
        "age": _("a certain age"),
        "school": _("schooling"),
        "practice": _("practice as a peer supporter"),
        "police": _("a police check"),
    }


def _credential_names() -> dict[str, str]:
    return {
        "certification": _("a certification"),
        "certificate": _("a certificate"),
        "credits": _("credits of a school"),
        "exam": _("an exam"),
        "job": _("the way into a paid role"),
    }


def _audience_names() -> dict[str, str]:
    return {
        "adults": _("adults"),
        "families": _("families and those close to somebody"),
        "youth": _("young people"),
        "students": _("students"),
        "women": _("women"),
        "indigenous": _("Indigenous people"),
        "newcomers": _("newcomers"),
        "lgbtq": _("2SLGBTQ+ people"),
        "substance": _("people who have lived with substance use"),
        "veterans": _("veterans"),
        "responders": _("first responders"),
        "rural": _("rural communities"),
        "workers": _("people who work as peers, and organisations"),
    }


def _recognised_names() -> dict[str, str]:
    """Names of organisations stand as these write them."""
    return {
        "psc": _("Peer Support Canada"),
        "peerworks": "PeerWorks (OPDI)",
        "caccf": "CACCF",
        "psrrps": "PSR/RPS Canada",
        "school": _("a university or college"),
        classification.OTHER: _("somebody else"),
    }


def _peer_run_names() -> dict[str, str]:
    return {"yes": _("yes"), "no": _("no")}


def _standing_names() -> dict[str, str]:
    return {NOW: _("not over yet"), **{code: str(label) for code, label in Standing.choices}}
