"""The lines to call as services of the standard, so that whoever asks for services by program finds them too."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import override

from beenthere.core.given import plain
from beenthere.directory.hours import read as hours_in
from beenthere.directory.hsds.reading import ServiceRead, read
from beenthere.directory.models import CrisisLine, LineKind
from beenthere.directory.models.services import LINES
from beenthere.directory.needs import OURS, id_of
from beenthere.directory.phrases import PHRASES

ORIGIN, ON_REQUEST = LINES, "on request"
_NEEDS = {
    LineKind.CRISIS: ("crisis", "mental-health"),
    LineKind.CRISIS_OR_SUPPORT: ("crisis", "mental-health"),
    LineKind.WARM: ("peers", "mental-health"),
}


def service_of(line: CrisisLine) -> ServiceRead:
    """A line as a service."""
    return read(node_of(line), ORIGIN)


def node_of(line: CrisisLine) -> dict[str, Any]:
    """A line as a nested service: what is said of it here in both languages, and its numbers first."""
    told = {code: _told(line, code) for code in ("en", "fr")}
    needs = [{"taxonomy": OURS, "code": code, "name": code} for code in _NEEDS[LineKind(line.kind)]]
    return told["en"] | {
        "id": str(id_of("line", line.slug)),
        "status": "active",
        "translations": [told["fr"]],
        "lived_experience": True if line.kind == LineKind.WARM else None,
        "url": f"https://{line.chat}" if "." in line.chat else "",
        "phones": _phones(line),
        "languages": list(_languages(line.languages)),
        "schedules": _schedules(line.hours),
        "service_areas": [{"name": line.province or "Canada", "description": line.region}],
        "attributes": [{"taxonomy_term": need} for need in needs],
    }


def _told(line: CrisisLine, language: str) -> dict[str, str]:
    with override(language):
        name = plain(line.service, PHRASES) or line.service
        about = [str(line.get_kind_display()), plain(line.region, PHRASES) if not line.province else line.town]
        return {"name": name, "description": " · ".join(filter(None, about))}


def _languages(said: str) -> Iterator[dict[str, str]]:
    """Each language; “on request” stands at the end of those that it is said of."""
    for part in said.split(";"):
        names, asked, _rest = part.partition(ON_REQUEST)
        for name in names.split(","):
            if name.strip():
                yield {"name": name.strip(), "note": ON_REQUEST if asked else ""}


def _phones(line: CrisisLine) -> list[dict[str, str]]:
    phones = [{"number": line.phone, "type": "voice"}] if line.phone else []
    if line.text_number:
        words = " / ".join(filter(None, [line.text_word_en, line.text_word_fr]))
        phones.append({"number": line.text_number, "type": "sms", "description": words})
    return phones


def _schedules(hours: str) -> list[dict[str, str]]:
    told = [
        {"byday": one.byday, "opens_at": f"{one.opens_at:%H:%M}", "closes_at": f"{one.closes_at:%H:%M}"}
        for one in hours_in(hours)
    ]
    return [one | {"description": hours} for one in told] or ([{"description": hours}] if hours else [])
