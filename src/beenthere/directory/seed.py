"""The organisations, lines and first services that ship with the product, into the database and the search."""

import re
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from beenthere.core.importing import Report, Row, bring_in
from beenthere.core.kept import forget
from beenthere.core.search import gathered, index_all, remove
from beenthere.directory.findable import KIND, entry_of
from beenthere.directory.findable_services import KIND as SERVICE
from beenthere.directory.hsds.reading import read
from beenthere.directory.hsds.writing import From, keep
from beenthere.directory.models import CrisisLine, Kind, LineKind, ListedOrganisation, Service, Taxonomy, Term
from beenthere.directory.needs import NEEDS, OURS, id_of
from beenthere.directory.sources.lines import ORIGIN, service_of
from beenthere.directory.sources.starter import ORIGIN as STARTER
from beenthere.directory.sources.starter import nodes_of

FOLDER = Path(__file__).parent / "data"
KINDS = {
    "peer-run": Kind.PEER_RUN,
    "peer programme in larger organisation": Kind.PROGRAMME,
    "alternative/self-help resource": Kind.SELF_HELP,
    "family peer": Kind.FAMILY,
    "clubhouse": Kind.CLUBHOUSE,
    "umbrella/network": Kind.NETWORK,
    "related support": Kind.RELATED,
}
_DOUBT = re.compile(r"no activity found|check if still active|threatened loss", re.IGNORECASE)
_TEXT = re.compile(r"(?P<number>[\d-]+)(?: \((?P<en>\w+) / (?P<fr>\w+)\))?")


def load_seed() -> dict[str, Report]:
    """Bring in the packaged organisations, lines and services; safe to run twice."""
    return {
        "organisations": load_organisations(FOLDER / "organisations_canada.csv"),
        "lines": load_lines(FOLDER / "crisis_lines.csv"),
        "services": load_services(FOLDER / "services_canada.csv"),
    }


def load_organisations(file: Path) -> Report:
    """Bring in a file of organisations."""
    report = bring_in(ListedOrganisation, file, organisation_of)
    index_all(KIND, {each.slug: entry_of(each) for each in ListedOrganisation.objects.all()})
    forget()
    return report


def load_lines(file: Path) -> Report:
    """Bring in a file of lines; one without a number is left out and said."""
    report = bring_in(CrisisLine, file, line_of)
    load_needs()
    serve_lines()
    forget()
    return report


@transaction.atomic
def load_services(file: Path) -> Report:
    """Bring in the first list of services; what was checked here stays as it is."""
    load_needs()
    report = Report()
    with gathered():
        for node, row in nodes_of(file):
            done = keep(read(node, STARTER), From(STARTER, row["source_url"], row["as_of"]))
            setattr(report, done, getattr(report, done) + 1)
    forget()
    return report


@transaction.atomic
def load_needs() -> None:
    """Put in the project's own short list of needs, by which services are sorted."""
    ours, _made = Taxonomy.objects.get_or_create(name=OURS, defaults={"id": id_of("tax", OURS)})
    with override("en"):
        for need in NEEDS:
            told = {"id": id_of("term", OURS, need.code), "name": str(need.label), "language": "en"}
            Term.objects.get_or_create(taxonomy=ours, code=need.code, defaults=told)


@transaction.atomic
def serve_lines() -> None:
    """Let whoever looks for services find the lines among them."""
    lines = CrisisLine.objects.public()
    with gathered():
        for line in lines:
            keep(service_of(line), From(ORIGIN, line.source_url, line.source_date))
    gone = Service.objects.filter(origin=ORIGIN).exclude(pk__in=[id_of("line", line.slug) for line in lines])
    for service in gone:
        remove(SERVICE, service.slug)
    gone.delete()


def organisation_of(row: Row) -> ListedOrganisation:
    """Read one organisation."""
    return ListedOrganisation(
        slug=slugify(row["name"])[:120].rstrip("-"),
        kind=KINDS.get(row["type"], row["type"]),
        in_doubt=bool(_DOUBT.search(row["notes"])),
        **{name: row[name] for name in ORGANISATION_SAME},
    )


ORGANISATION_SAME = (
    "name", "province", "city", "website", "languages", "services", "source_url", "source_date", "notes",
)  # fmt: skip


def line_of(row: Row) -> CrisisLine:
    """Read one line."""
    if not row["phone"] and not row["text"]:
        raise ValidationError(_("%(service)s has no number") % {"service": row["service"]})
    written = _TEXT.fullmatch(row["text"])
    if row["text"] and not written:
        raise ValidationError(_("“%(text)s” is no number to write to") % {"text": row["text"]})
    words = written.groupdict("") if written else {"number": "", "en": "", "fr": ""}
    return CrisisLine(
        slug=slugify(row["service"]),
        text_number=words["number"],
        text_word_en=words["en"],
        text_word_fr=words["fr"],
        source_date=row["as_of"],
        kind=LineKind(row["kind"]) if row["kind"] in LineKind.values else row["kind"],
        **{name: row[name] for name in LINE_SAME},
    )


LINE_SAME = ("service", "region", "phone", "chat", "hours", "languages", "source_url", "notes")
