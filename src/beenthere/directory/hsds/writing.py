"""What was read of services into the database: safe to run twice, and a bad one never keeps out the good ones."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from beenthere.core import clock
from beenthere.core.importing import BadRow, Report
from beenthere.core.kept import forget
from beenthere.core.places import NotAnArea, parse_area
from beenthere.core.search import gathered, index
from beenthere.directory.findable_services import KIND, entry_of
from beenthere.directory.hsds.nested import nested
from beenthere.directory.hsds.reading import PlaceRead, ServiceRead, TermRead
from beenthere.directory.models import (
    Accessibility,
    CostOption,
    Location,
    Phone,
    Provider,
    RequiredDocument,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    Taxonomy,
    Term,
)
from beenthere.directory.needs import id_of

if TYPE_CHECKING:
    from beenthere.orgs.models import Organisation

M = TypeVar("M", bound=models.Model)
CHUNK = 50  # services in one transaction, so that none takes long
FORM = 1  # grows when more is taken of what comes, so that everything is read anew
PARTS: dict[str, type[models.Model]] = {
    "phones": Phone, "schedules": Schedule, "languages": ServiceLanguage, "cost_options": CostOption,
    "required_documents": RequiredDocument, "service_areas": ServiceArea,
}  # fmt: skip


@dataclass(frozen=True)
class From:
    """Where services come from: what may change them later, and what stands as their source."""

    origin: str
    source_url: str = ""
    source_date: str = ""


@dataclass(frozen=True)
class Numbered:
    """One service of a file, or why it is none; the number is its line or its place in the file."""

    line: int
    service: ServiceRead | None = None
    why: str = ""


class NotTheirs(Exception):
    """The identifier belongs to what came from elsewhere."""


def bring_in(services: Iterable[Numbered], whence: From) -> Iterator[Report]:
    """Write services a few at a time; after each few, tell how it stands."""
    report, rest = Report(), iter(services)
    while some := list(islice(rest, CHUNK)):
        with transaction.atomic(), gathered():
            for one in some:
                _try(one, whence, report)
        forget()
        yield report


def _try(one: Numbered, whence: From, report: Report) -> None:
    if one.service is None:
        report.bad.append(BadRow(one.line, one.why))
        return
    try:
        with transaction.atomic():
            what = keep(one.service, whence)
    except ValidationError as error:
        report.bad.append(BadRow(one.line, _told(error)))
    except DatabaseError:
        report.bad.append(BadRow(one.line, _("it does not hold together: something in it stands twice")))
    except NotTheirs:
        report.bad.append(BadRow(one.line, _("its identifier belongs to a service from elsewhere")))
    else:
        setattr(report, what, getattr(report, what) + 1)


def _told(error: ValidationError) -> str:
    if hasattr(error, "error_dict"):
        return " ".join(f"{name}: {' '.join(some)}" for name, some in error.message_dict.items())
    return " ".join(error.messages)


def keep(read: ServiceRead, whence: From, own: "Organisation | None" = None) -> str:
    """Write one service as it was read; tells whether it was added, changed or the same.

    What somebody checked here, or an organisation keeps as its `own`, is changed by nobody else.
    """
    digest = hashlib.sha256(_canonical(read, whence).encode()).hexdigest()
    before = Service.objects.select_for_update().filter(pk=read.id).first()
    if before and before.origin != whence.origin:
        raise NotTheirs
    if before and (before.digest == digest or ((before.checked_on or before.kept_by_id) and not own)):
        return "same"
    service = before or Service(id=read.id)
    _fill(service, read, whence)
    service.digest, service.kept_by = digest, own
    checked(service).save()
    _write_parts(service, read)
    _write_places(service, read.places, whence.origin)
    service.terms.set([_term(term) for term in read.terms])
    index(KIND, service.slug, entry_of(nested(Service.objects.public()).get(pk=service.pk)))
    return "changed" if before else "added"


def _canonical(read: ServiceRead, whence: From) -> str:
    everything = [FORM, whence.source_url, whence.source_date, read.values, read.provider, read.parts, read.said_on]
    everything += [[vars(place) for place in read.places], [vars(term) for term in read.terms]]
    return json.dumps(everything, default=str, sort_keys=True)


def _fill(service: Service, read: ServiceRead, whence: From) -> None:
    for name, value in read.values.items():
        setattr(service, name, value)
    service.origin, service.changed_at, service.read_on = whence.origin, clock.now(), clock.today()
    service.source_url = whence.source_url or service.url
    service.source_date = read.said_on or whence.source_date
    service.provider = _provider(read.provider, whence) if read.provider else None
    service.slug = service.slug or _slug(read)


def checked(thing: M) -> M:
    """The thing, if the database may hold it."""
    thing.full_clean(validate_unique=False, validate_constraints=False)
    return thing


def _slug(read: ServiceRead) -> str:
    city = next((place.values["city"] for place in read.places if place.values["city"]), "")
    name = slugify(read.values["name"]) or "service"
    place = slugify(city) if slugify(city) not in name else ""
    plain = "-".join(filter(None, [name[:90], place]))[:110].strip("-")
    return f"{plain}-{read.id.hex[:8]}" if Service.objects.filter(slug=plain).exists() else plain


def _provider(given: Mapping[str, Any], whence: From) -> Provider:
    known = Provider.objects.filter(pk=given["id"]).first()
    if known and known.origin != whence.origin:
        return known  # another file's words about the same organisation stay
    provider = known or Provider(id=given["id"], origin=whence.origin, read_on=clock.today())
    values = {name: value for name, value in given.items() if name != "id"}
    if known and all(getattr(known, name) == value for name, value in values.items()):
        return known
    for name, value in values.items():
        setattr(provider, name, value)
    provider.source_url, provider.source_date = whence.source_url or given["website"], whence.source_date
    checked(provider).save()
    return provider


def _write_parts(service: Service, read: ServiceRead) -> None:
    for name, model in PARTS.items():
        model._default_manager.filter(service=service).delete()
        _make(model, read.parts[name], service.pk.hex, service=service)
    # Deleted with their places only after the parts, which point to both.
    ServiceAtLocation.objects.filter(service=service).delete()


def _make(model: type[M], rows: list[dict[str, Any]], of: str, **owner: models.Model) -> None:
    made = [
        model(id=id_of(of, model.__name__, str(place)), number=place, **owner, **values)
        for place, values in enumerate(rows)
    ]
    model._default_manager.bulk_create([checked(one) for one in made])


def _write_places(service: Service, places: list[PlaceRead], origin: str) -> None:
    for place in {one.id: one for one in places}.values():
        location = _location(place, origin)
        there = ServiceAtLocation(
            id=id_of(service.pk.hex, location.pk.hex), service=service, location=location, description=place.description
        )
        checked(there).save(force_insert=True)
        _make(Phone, place.phones, there.pk.hex, service=service, at=there)
        _make(Schedule, place.schedules, there.pk.hex, service=service, at=there)


def _location(place: PlaceRead, origin: str) -> Location:
    known = Location.objects.filter(pk=place.id).first()
    if known and known.origin != origin:
        raise NotTheirs
    province = province_code(place.values["state_province"])
    location = known or Location(id=place.id, origin=origin)
    for name, value in {**place.values, "state_province": province}.items():
        setattr(location, name, value)
    checked(location).save()
    Accessibility.objects.filter(location=location).delete()
    _make(Accessibility, place.accessibility, location.pk.hex, location=location)
    return location


def province_code(text: str) -> str:
    """The code of a province by which one may choose; what is no province of Canada stands as it is given."""
    try:
        return parse_area(text[:80]).province if text else ""
    except NotAnArea:
        return text


def _term(term: TermRead) -> Term:
    taxonomy, _made = Taxonomy.objects.get_or_create(name=term.taxonomy, defaults={"id": id_of("tax", term.taxonomy)})
    known = Term.objects.filter(taxonomy=taxonomy, code=term.code).first()
    if known:
        return known
    taken = Term.objects.filter(pk=term.id).exists()
    pk = id_of("term", term.taxonomy, term.code) if taken else term.id
    row = Term(id=pk, taxonomy=taxonomy, code=term.code, name=term.name, description=term.description)
    checked(row).save(force_insert=True)
    return row
