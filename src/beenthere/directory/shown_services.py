"""A service as pages tell it: by telephone first, in the language of the page where it is told in it, and its hours."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils import formats
from django.utils.dates import WEEKDAYS
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from beenthere.core import clock
from beenthere.core.given import given
from beenthere.core.lists import and_list
from beenthere.core.places import PROVINCES
from beenthere.core.templatetags.ui import foreign
from beenthere.directory.choosing_services import language_of, needs_of
from beenthere.directory.hours import DAYS, MIDNIGHT, closes_after
from beenthere.directory.hsds.nested import nested
from beenthere.directory.models import Location, LocationType, Phone, Schedule, Service
from beenthere.directory.needs import BY_CODE
from beenthere.directory.phrases import PHRASES
from beenthere.directory.sources.lines import ON_REQUEST

Fact = tuple[str, str | SafeString]
DEFAULT_ZONE, ALWAYS, MOST_NEEDS = "America/Toronto", "24", 4


@dataclass(frozen=True)
class PlaceShown:
    """One of its places: what it is called, its address, its hours."""

    name: str
    address: list[str]
    online: str
    hours: list[str]
    phones: list[Phone]
    access: list[str]


@dataclass(frozen=True)
class ServiceShown:
    """Everything that a page tells of it."""

    service: Service
    name: str
    in_language: str
    description: str
    what: str
    phones: list[Phone]
    places: list[PlaceShown]
    hours: list[str]
    open_until: str
    facts: list[Fact]
    unstated: list[str]
    alert: str


def complete(services: "QuerySet[Service]") -> "QuerySet[Service]":
    """Read all that pages tell, in one query for each kind of it."""
    return nested(services.select_related("provider", "kept_by"))


def shown(service: Service) -> ServiceShown:
    """Tell a service in the language of the page."""
    facts = _facts(service)
    return ServiceShown(
        service=service,
        name=name_of(service),
        in_language=language_of_name(service),
        description=_in_page_language(service, service.description, service.other_description),
        what=what_for(service),
        phones=[one for one in service.phones.all() if one.at_id is None],
        places=[_place(service, there.location, there.pk) for there in service.service_at_locations.all()],
        hours=[told(one, service) for one in service.schedules.all() if one.at_id is None],
        open_until=open_until(service),
        facts=[(term, value) for term, value in facts if value],
        unstated=[term for term, value in facts if not value],
        alert=foreign(service.alert, service.language),
    )


def name_of(service: Service) -> str:
    """Its name in the language of the page, where it has one there."""
    return service.other_name if service.other_name and service.language != get_language() else service.name


def language_of_name(service: Service) -> str:
    """In which language the name stands that is shown."""
    here = get_language() or "en"
    return here if service.other_name else service.language


def _in_page_language(service: Service, text: str, other: str) -> str:
    if other and service.language != get_language():
        return other
    return given(text, PHRASES, service.language) if text else ""


def what_for(service: Service) -> str:
    """What it is for, in our everyday words."""
    needs = needs_of(service)
    told = [str(need.label) for code, need in BY_CODE.items() if code in needs]
    return ", ".join([*told[:MOST_NEEDS], _("and more")] if len(told) > MOST_NEEDS else told)


def where(service: Service) -> str:
    """Its towns and provinces."""
    told = []
    for there in service.service_at_locations.all():
        place = there.location
        province = PROVINCES[place.state_province].name if place.state_province in PROVINCES else place.state_province
        told.append(", ".join(filter(None, [place.city, province])))
    told += [_area(one.name) for one in service.service_areas.all()]
    return " · ".join(dict.fromkeys(filter(None, told)))


def _area(name: str) -> str:
    return PROVINCES[name].name if name in PROVINCES else name


def _facts(service: Service) -> list[Fact]:
    language = service.language

    def words(text: str) -> str:
        return given(text, PHRASES, language) if text else ""

    documents = [words(one.document) for one in service.required_documents.all()]
    return [
        (_("For whom"), " · ".join(filter(None, [words(service.eligibility_description), _ages(service)]))),
        (_("What it costs"), _cost(service)),
        (_("Languages"), _languages(service)),
        (_("Interpretation"), words(service.interpretation_services)),
        (_("How to begin"), words(service.application_process)),
        (_("How long one waits"), words(service.wait_time)),
        (_("What to bring"), and_list(documents) if documents else ""),
        (_("Run by people who have been there"), {True: _("yes"), False: _("no"), None: ""}[service.lived_experience]),
    ]


def _ages(service: Service) -> str:
    least, most = service.minimum_age, service.maximum_age
    if least and most:
        return _("%(least)s to %(most)s years old") % {"least": least, "most": most}
    if least:
        return _("%(least)s years and older") % {"least": least}
    return _("up to %(most)s years") % {"most": most} if most else ""


def _cost(service: Service) -> str:
    told = [given(service.fees_description, PHRASES, service.language)] if service.fees_description else []
    for one in service.cost_options.all():
        amount = "" if one.amount is None else f"{formats.number_format(one.amount)} {one.currency}".strip()
        amount = pgettext("a service", "free") if one.amount == 0 else amount
        told.append(" ".join(filter(None, [one.option, amount, one.amount_description])))
    return " · ".join(filter(None, told))


def _languages(service: Service) -> str:
    """All of them; what several in a row have in common is said once, after the last."""
    every = list(service.languages.all())
    notes = [one.note for one in every]
    said = ["" if note == after else note for note, after in zip(notes, [*notes, ""][1:], strict=True)]
    return ", ".join(_language(one.code, one.name, note) for one, note in zip(every, said, strict=True))


def _language(code: str, name: str, note: str = "") -> str:
    known = {
        "en": _("English"), "fr": _("French"), "ase": "ASL", "fcs": "LSQ",
        "cree": _("Cree"), "ojibway": _("Ojibway"), "inuktitut": _("Inuktitut"),
    }  # fmt: skip
    told = known.get(language_of(code, name), name or code)
    return _("%(language)s, on request") % {"language": told} if note == ON_REQUEST else told


def _place(service: Service, place: Location, pk: object) -> PlaceShown:
    province = PROVINCES[place.state_province].name if place.state_province in PROVINCES else place.state_province
    line = ", ".join(filter(None, [place.city, province, place.postal_code]))
    address = [place.address_1, place.address_2, line]
    return PlaceShown(
        name=place.name,
        address=[part for part in address if part],
        online=place.url if place.location_type == LocationType.VIRTUAL else "",
        hours=[told(one, service) for one in service.schedules.all() if one.at_id == pk],
        phones=[one for one in service.phones.all() if one.at_id == pk],
        access=[" ".join(filter(None, [one.description, one.details])) for one in place.accessibility.all()],
    )


def told(schedule: Schedule, service: Service) -> str:
    """One line of hours: in our words where its days and times are known, else in those of its source."""
    if not schedule.byday or not schedule.opens_at or not schedule.closes_at:
        return given(schedule.description or schedule.notes, PHRASES, service.language)
    if schedule.byday == ",".join(DAYS) and schedule.closes_at >= MIDNIGHT and schedule.opens_at == dt.time():
        return _("day and night, every day")
    opens, closes = formats.time_format(schedule.opens_at), formats.time_format(schedule.closes_at)
    return _("%(days)s: %(opens)s to %(closes)s") % {
        "days": days_told(schedule.byday), "opens": opens, "closes": closes,
    }  # fmt: skip


def days_told(byday: str) -> str:
    """Days by name, those in a row as from the first to the last."""
    numbers = sorted(DAYS.index(day) for day in byday.split(",") if day in DAYS)
    runs: list[list[int]] = [[number] for number in numbers[:1]]
    for before, number in pairwise(numbers):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return and_list(part for run in runs for part in _run(run))


def _run(run: list[int]) -> list[str]:
    names = [str(WEEKDAYS[number]) for number in run]
    if len(run) <= 2:
        return names
    return [_("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}]


def open_until(service: Service) -> str:
    """Until when it is open now by its usual hours, or nothing."""
    if not service.runs:
        return ""
    here = clock.now().astimezone(ZoneInfo(_zone(service)))
    closes = [one.closes_at for one in service.schedules.all() if _holds(one, here)]
    known = [one for one in closes if one]
    if not known:
        return ""
    return ALWAYS if max(known) >= MIDNIGHT else formats.time_format(max(known))


def _holds(one: Schedule, here: dt.datetime) -> bool:
    begun = not one.valid_from or one.valid_from <= here.date()
    return begun and (not one.valid_to or one.valid_to >= here.date()) and closes_after(one, here)


def _zone(service: Service) -> str:
    codes = [there.location.state_province for there in service.service_at_locations.all()]
    codes += [one.name for one in service.service_areas.all()]
    return next((PROVINCES[code].zone for code in codes if code in PROVINCES), DEFAULT_ZONE)
