"""The Open Eligibility taxonomy from its own file (CC BY-SA, not part of this project), for whoever wants all of it.

Nothing outside the file is ever fetched or filled in: a file that declares anything of its own is refused.
"""

import re
from pathlib import Path
from xml.parsers import expat

from django.db import transaction
from django.utils.translation import gettext as _

from beenthere.core.importing import BadRow, Report
from beenthere.directory.models import Taxonomy, Term
from beenthere.directory.needs import OPEN_ELIGIBILITY, id_of

LARGEST = 4 * 1024 * 1024
DEEPEST = 12
ADDRESS = "http://openeligibility.org"
_LEVEL = re.compile(r"\w+_level")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*\?>")  # the publisher's says a version of XML that there is not


class Refused(Exception):
    """The file wants to be more than a list of words."""


class _Reader:
    """Collects the words with those above them."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[str, str]] = {}  # code: name and the code above
        self._above: list[str] = []
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused
        if _LEVEL.fullmatch(name):
            code, title = attributes.get("id", "")[:120], attributes.get("title", "").strip()[:200]
            if code and title:
                self.found.setdefault(code, (title, next((one for one in reversed(self._above) if one), "")))
            self._above.append(code)

    def end(self, name: str) -> None:
        self._depth -= 1
        if _LEVEL.fullmatch(name):
            self._above.pop()


def words_in(data: bytes) -> dict[str, tuple[str, str]]:
    """Read the words of the file."""
    reader, parser = _Reader(), expat.ParserCreate()

    def refuse(*_declared: object) -> None:
        raise Refused

    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.Parse(_DECLARED.sub(b"", data, count=1), True)  # noqa: FBT003  (expat's own signature)
    return reader.found


def bring_in(file: Path) -> Report:
    """Bring in the words, by their codes; a second run changes nothing."""
    report = Report()
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
        found = words_in(data) if len(data) <= LARGEST else {}
    except (expat.ExpatError, Refused):
        found = {}
    if not found:
        report.bad.append(BadRow(1, _("this is not the taxonomy, or it is broken")))
    with transaction.atomic():
        _write(found, report)
    return report


def _write(found: dict[str, tuple[str, str]], report: Report) -> None:
    defaults = {"id": id_of("tax", OPEN_ELIGIBILITY), "uri": ADDRESS}
    taxonomy, _made = Taxonomy.objects.get_or_create(name=OPEN_ELIGIBILITY, defaults=defaults)
    known = {term.code: term for term in Term.objects.filter(taxonomy=taxonomy)}
    for code, (name, above) in found.items():
        term = known.get(code) or Term(id=id_of("term", OPEN_ELIGIBILITY, code), taxonomy=taxonomy, code=code)
        now, parent = (term.name, term.parent_id), known.get(above)
        term.name, term.parent = name, parent
        what = "changed" if code in known else "added"
        what = "same" if what == "changed" and now == (term.name, term.parent_id) else what
        if what != "same":
            term.save()
        known[code] = term
        setattr(report, what, getattr(report, what) + 1)
