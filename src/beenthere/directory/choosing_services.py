"""By what one may narrow services down: what each has, how the choices are called, and what is open now."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from beenthere.core import clock, reach
from beenthere.core.narrowing import Facet
from beenthere.core.places import PROVINCES, NotAnArea, parse_area, provinces_by_name
from beenthere.core.reach import PLACE, SOMEWHERE, TOWN
from beenthere.core.search import Sets, ordering
from beenthere.core.words import fold
from beenthere.directory.hours import DAYS, MIDNIGHT
from beenthere.directory.models import CANADA, Location, LocationType, Schedule, Service, Status
from beenthere.directory.needs import NEEDS, need_of

NOT_SAID, NOW, ONLINE = "not-said", "now", "online"
_FREE = re.compile(r"\bfree\b|no (?:cost|charge|fee)|gratuit|sans frais", re.IGNORECASE)
_WHO = {
    "youth": r"\byouth|young (?:people|adults)|\bteens?\b|jeunes?\b|\bados?\b",
    "seniors": r"\bseniors?\b|older adults|aîné|personnes âgées",
    "women": r"\bwomen\b|femmes",
    "men": r"\bmen\b|\bhommes",
    "families": r"famil|\bparents?\b",
    "newcomers": r"newcomer|immigrant|refugee|nouveaux arrivants|nouvelles arrivantes|réfugié",
    "indigenous": r"indigenous|first nations|métis|inuit|aboriginal|autochtone|premières nations",
    "lgbtq": r"lgbt|2slgbt|\bqueer\b|\btrans\b|two-spirit|bispirituel",
    "disability": r"disabilit|handicap|barriers? to (?:work|employment)",
    "students": r"\bstudents?\b|étudiant",
    "veterans": r"veteran|vétéran",
}
_WHO_WORDS = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in _WHO.items()}
_LANGUAGES = {
    "en": ("en", "eng", "english", "anglais"), "fr": ("fr", "fra", "fre", "french", "français", "francais"),
    "ase": ("ase", "asl", "american sign language"), "fcs": ("fcs", "lsq", "langue des signes québécoise"),
}  # fmt: skip
_LANGUAGE_OF = {fold(word): code for code, words in _LANGUAGES.items() for word in words}


def facets_of(service: Service) -> dict[str, Collection[str]]:
    """What a service has of each facet; “not stated” is a value like any other."""
    return {
        "need": needs_of(service) or {NOT_SAID},
        "place": _where(service),
        "language": {code for one in service.languages.all() if (code := language_of(one.code, one.name))}
        or {NOT_SAID},
        "cost": [cost_of(service)],
        "way": ways_of(service),
        "who": who_of(service) or {NOT_SAID},
        "lived": [{True: "yes", False: "no", None: NOT_SAID}[service.lived_experience]],
        "standing": [service.status] + ([NOW] if service.status in {Status.ACTIVE, Status.CLOSED} else []),
    }


def needs_of(service: Service) -> set[str]:
    """The needs that it is for, by the terms with which it was sorted and those above them."""
    found = set()
    for term in service.terms.all():
        one = term
        for _step in range(4):
            if code := need_of(term.taxonomy.name, one.code):
                found.add(code)
            if one.parent is None:
                break
            one = one.parent
    return found


def wheres_of(service: Service) -> list[Location]:
    """The places where it is."""
    return [there.location for there in service.service_at_locations.all()]


def language_of(code: str, name: str) -> str:
    """The language by our code, as far as we know it; another one stands by its own code."""
    return _LANGUAGE_OF.get(fold(code)) or _LANGUAGE_OF.get(fold(name)) or fold(code or name)[:20]


def cost_of(service: Service) -> str:
    """Free, or something to pay, or not stated."""
    options = list(service.cost_options.all())
    if any(one.amount for one in options):
        return "costs"
    said = " ".join([service.fees_description, *(f"{one.option} {one.amount_description}" for one in options)])
    if _FREE.search(said) or any(one.amount == 0 for one in options):
        return "free"
    return "costs" if service.fees_description else NOT_SAID


def ways_of(service: Service) -> set[str]:
    """In person, by telephone or online."""
    ways = set()
    for place in wheres_of(service):
        ways.add(ONLINE if place.location_type == LocationType.VIRTUAL else "in-person")
    if not ways and service.phones.exists():
        ways.add("phone")
    return ways or {NOT_SAID}


def who_of(service: Service) -> set[str]:
    """For whom it says that it is; this is about the service, never about whoever looks."""
    said = f"{service.name} {service.eligibility_description}"
    return {code for code, words in _WHO_WORDS.items() if words.search(said)}


def _where(service: Service) -> set[str]:
    """Its provinces, the towns that we know within its reach, and all of Canada."""
    codes = set[str]()
    for place in wheres_of(service):
        province = place.state_province if place.state_province in PROVINCES else ""
        near = reach.towns_near(place.latitude, place.longitude) or _named(place)
        codes |= {PLACE + code for code in near}
        codes |= {province} if province else set()
        codes |= {TOWN + fold(place.city)} if place.city else set()
        codes |= {SOMEWHERE + province} if province and not near else set()
        codes |= {ONLINE} if place.location_type == LocationType.VIRTUAL else set()
    for area in service.service_areas.all():
        codes |= _area(area.name)
    return codes or {NOT_SAID}


def _area(name: str) -> set[str]:
    if fold(name).startswith("canada"):
        return {*PROVINCES, CANADA}
    try:
        found = parse_area(name[:80])
    except NotAnArea:
        return set()
    if found.place:
        return {found.province, PLACE + found.place.code}
    return {found.province, SOMEWHERE + found.province}


def _named(place: Location) -> set[str]:
    try:
        found = parse_area(f"{place.city} {place.state_province}"[:80]).place if place.city else None
    except NotAnArea:
        return set()
    return {found.code} if found else set()


class OpenNow(Facet):
    """What is open at this minute: looked up in the hours, because no index can know the time."""

    def entries(self, sets: Sets, code: str) -> int:
        """Those whose usual hours say so."""
        numbers = ordering.numbers_of(sets.kind, open_slugs(clock.now().replace(second=0, microsecond=0)))
        return sum(1 << number for number in numbers.values()) & sets.everything


def open_slugs(now: dt.datetime) -> set[str]:
    """The services that are open at a moment, each by the clock of its own place; asked anew each time."""
    always = Q(opens_at=dt.time(0, 0), closes_at__gte=MIDNIGHT, byday=",".join(DAYS))
    holds = always
    for zone in {province.zone for province in PROVINCES.values()}:
        codes = [code for code, province in PROVINCES.items() if province.zone == zone]
        there = Q(at__location__state_province__in=codes) | Q(at=None, service__service_areas__name__in=codes)
        there |= Q(at=None, service__service_at_locations__location__state_province__in=codes)
        holds |= there & _open_at(now.astimezone(ZoneInfo(zone)))
    return set(Schedule.objects.filter(holds, service__status=Status.ACTIVE).values_list("service__slug", flat=True))


def _open_at(here: dt.datetime) -> Q:
    until = Q(closes_at__gt=here.time()) | Q(closes_at__gte=MIDNIGHT)
    valid = (Q(valid_from=None) | Q(valid_from__lte=here.date())) & (Q(valid_to=None) | Q(valid_to__gte=here.date()))
    return Q(byday__contains=DAYS[here.weekday()], opens_at__lte=here.time()) & until & valid


def choices(typed: Mapping[str, str], given: reach.Asked) -> dict[str, str]:
    """What was chosen. Unless somebody says otherwise, what no longer runs stays out of the way."""
    return {"standing": NOW, **typed, "near": given.typed}


def facets(given: reach.Asked) -> list[Facet]:
    """Give the choices with their labels in the language of the page."""
    not_said = {NOT_SAID: _("not stated")}
    where = {**{each.code: each.name for each in provinces_by_name()}, CANADA: _("all of Canada")}
    return [
        Facet("need", _("What you need"), _("anything"), {need.code: str(need.label) for need in NEEDS} | not_said),
        # By telephone, online or in all of Canada is near to everybody.
        reach.facet(given, where | not_said, also=(CANADA, ONLINE)),
        OpenNow("open", _("When"), _("any time"), {NOW: _("open now, by its usual hours")}),
        Facet("language", _("In which language"), _("any language"), _language_names() | not_said),
        Facet(
            "cost",
            _("What it costs"),
            pgettext("a service", "free or not"),
            {"free": pgettext("a service", "free"), "costs": _("costs something")} | not_said,
        ),
        Facet("way", _("How"), _("any way"), _way_names() | not_said, more=True),
        Facet("who", _("For whom"), _("anybody"), who_names() | not_said, more=True),
        Facet("lived", _("Run by people who have been there"), _("by them or not"), _yes_or_no() | not_said, more=True),
        Facet("province", _("Where"), _("anywhere in Canada"), where | not_said, of="place", more=True),
        Facet("standing", _("Still running?"), _("all, also what no longer runs"), _standing_names(), more=True),
    ]


def _language_names() -> dict[str, str]:
    return {
        "en": pgettext("given in", "English"),
        "fr": pgettext("given in", "French"),
        "ase": _("ASL (American Sign Language)"),
        "fcs": _("LSQ (langue des signes québécoise)"),
    }


def _way_names() -> dict[str, str]:
    return {"in-person": _("in person"), "phone": _("by telephone"), ONLINE: _("online")}


def _yes_or_no() -> dict[str, str]:
    return {"yes": _("yes"), "no": _("no")}


def who_names() -> dict[str, str]:
    """For whom a service may say that it is."""
    return {
        "youth": _("young people"),
        "seniors": _("older people"),
        "women": _("women"),
        "men": _("men"),
        "families": _("families and those close to somebody"),
        "newcomers": _("newcomers"),
        "indigenous": _("Indigenous people"),
        "lgbtq": _("2SLGBTQ+ people"),
        "disability": _("people with a disability"),
        "students": _("students"),
        "veterans": _("veterans"),
    }


def _standing_names() -> dict[str, str]:
    return {NOW: pgettext("a service", "still there"), **{code: str(label) for code, label in Status.choices}}
