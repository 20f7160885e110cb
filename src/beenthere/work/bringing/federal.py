"""Jobs that are offered, as the federal Job Bank tells of each in XML. Nothing outside the file is ever fetched.

A file that declares anything of its own is refused: no entity is opened, nothing grows. It is read a piece at a time.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from xml.parsers import expat  # nosec: no entity is ever opened, a DOCTYPE is refused

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from beenthere.work.bringing import saying
from beenthere.work.bringing.keeping import CHUNK, check, why
from beenthere.work.bringing.postings import brought
from beenthere.work.bringing.reading import Given, Told
from beenthere.work.models import Edition
from beenthere.work.models.postings import Hours, Posting, Term

ROOT = "SolrResponse"
PIECE = 65_536
MOST_TEXT, MOST_LINES, MOST_SIGNS, DEEPEST = 300, 60, 200_000, 12
ITEM, SAYS = {"string", "option_name"}, "name"
_HOURS = {"F": Hours.FULL, "P": Hours.PART, "L": Hours.LEADING}
_TERMS = {"P": Term.PERMANENT, "T": Term.TEMPORARY, "S": Term.SEASONAL, "C": Term.CASUAL}
_TIMES = {
    "Day": "day", "Evening": "evening", "Night": "night", "Weekend": "weekend", "Shift": "shift",
    "Overtime": "overtime", "On Call": "on-call", "Flexible Hours": "flexible", "Early Morning": "morning",
    "Morning": "morning", "To be determined": "open",
}  # fmt: skip
_PAY = re.compile(
    r"([\d,. ]*\d)(?:\s*(?:\$\s*)?(?:to|à)\s*\$?\s*([\d,. ]*\d))?\s*(?:\$\s*)?(?:par |de l’|per )?([^\W\d]+)"
)


class Refused(Exception):
    """The file is broken, or wants to be more than a list of postings."""


@dataclass
class Document:
    """One posting as it is being read: the words under each name, and the lists under their headings."""

    texts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lists: list[tuple[str, list[str]]] = field(default_factory=list)
    signs: int = 0

    def text(self, name: str) -> str:
        """The first words under a name."""
        return " ".join("".join(self.texts.get(name, [""])[:1]).split())


class _Reader:
    """Gathers documents; whoever feeds it takes those that are whole."""

    def __init__(self) -> None:
        self.done: list[Document] = []
        self._path: list[str] = []
        self._here: Document | None = None
        self._text: list[str] = []

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self._path.append(name)
        self._text = []
        if len(self._path) > DEEPEST:
            raise Refused
        if name == "Document":
            self._here = Document()
        elif name == "skill_category" and self._here:
            if len(self._here.lists) >= MOST_LINES:
                raise Refused
            self._here.lists.append(("", []))

    def words(self, text: str) -> None:
        if self._here:
            self._here.signs += len(text)
            if self._here.signs > MOST_SIGNS:
                raise Refused
            self._text.append(text)

    def end(self, name: str) -> None:
        self._path.pop()
        if not self._here:
            return
        text = " ".join("".join(self._text).split())[:MOST_TEXT]
        self._text = []
        if name == "Document":
            self.done.append(self._here)
            self._here = None
        elif text:
            self._keep(name, text)

    def _keep(self, name: str, text: str) -> None:
        here = self._here
        if here is None:
            return
        if "skill_category" in self._path:
            lines = here.lists[-1][1]
            if name == SAYS:
                here.lists[-1] = (text, lines)
            elif name in ITEM and len(lines) < MOST_LINES:
                lines.append(text)
        else:
            here.texts[self._path[-1] if name in ITEM else name].append(text)


def is_one(file: Path) -> bool:
    """Whether the file begins as one of these."""
    with file.open("rb") as opened:
        return b"<" + ROOT.encode() in opened.read(PIECE)


def documents(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in the postings of a file, each under the language that it names."""
    read = _read(given.file, told)
    while some := list(islice(read, CHUNK)):
        for language in ("en", "fr"):
            mine = [each for each in some if (each.text("lang") or "en") == language]
            made = (posting for each in mine if (posting := _made(each, language, told, edition)))
            yield from brought(made, language, told)


def _read(file: Path, told: Told) -> Iterator[Document]:
    reader, parser = _Reader(), expat.ParserCreate()

    def refuse(*_declared: object) -> None:
        raise Refused

    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    fed = 0
    with file.open("rb") as opened:
        while True:
            piece = opened.read(PIECE)
            fed += len(piece)
            try:
                parser.Parse(piece, not piece)
                if fed - parser.CurrentByteIndex > MOST_SIGNS:  # one tag or comment that does not end
                    refuse()
            except (expat.ExpatError, Refused, LookupError, ValueError):
                told.bad(parser.CurrentLineNumber, _("the file is broken from here on, or is no list of postings"))
                piece = b""
            told.read += len(reader.done)
            yield from reader.done
            reader.done = []
            if not piece:
                return


def _made(document: Document, language: str, told: Told, edition: Edition) -> Posting | None:
    try:
        posting = _posting(document, language, edition)
        check(posting)
    except ValidationError as error:
        told.bad(0, f"{document.text('jobs_id')[:20]}: {why(error)}")
        return None
    return posting


def _posting(document: Document, language: str, edition: Edition) -> Posting:
    number, (least, most) = document.text("jobs_id"), _week(document.text("hours"))
    if not number.isalnum() or len(number) > 20:
        raise ValidationError(_("“%(text)s” is no number of a posting") % {"text": number[:40]})
    pay, until, address = _pay(document.text("salary")), document.text("display_until"), document.text("url")
    times = (_TIMES.get(each, "") for each in document.texts.get("employment_terms", []))
    return Posting(
        slug=f"jbx-{number}",
        edition=edition,
        noc=saying.noc_of(document.text("noc2021")),
        employer=document.text("employer_name_string")[:200],
        province=saying.province_of(document.text("province_cd")),
        city=document.text("city_name")[:120],
        hours=_HOURS.get(document.text("work_period_cd"), ""),
        week_from=least,
        week_to=most,
        term=_TERMS.get(document.text("work_term_cd"), ""),
        times=list(dict.fromkeys(each for each in times if each)),
        pay_from=pay[0],
        pay_to=pay[1],
        pay_per=pay[2],
        posted_on=saying.day(document.text("date_posted")),
        ends_on=saying.day(until) if until else None,
        address=address if address.startswith("https://") else "",
        **{
            f"title_{language}": saying.title_of(document.text("title")),
            f"told_{language}": [[heading, lines] for heading, lines in document.lists if heading and lines],
        },
    )


def _week(text: str) -> tuple[Decimal | None, Decimal | None]:
    """“20 to 30 hours per week” as two numbers."""
    if saying.per_of(text.rpartition(" ")[2]) != "week":
        return None, None
    found = [saying.amount(each, saying.MOST_HOURS) for each in re.findall(r"\d+(?:\.\d+)?", text)[:2]]
    return (found[0], found[-1]) if found else (None, None)


def _pay(text: str) -> tuple[Decimal | None, Decimal | None, str]:
    """“$20.00 to $24.00 hourly” as two amounts and what they are for; nothing where it is told otherwise."""
    match = _PAY.search(text)
    per = saying.per_of(match[3]) if match else ""
    if not match or not per:
        return None, None, ""
    least = saying.amount(match[1])
    return least, saying.amount(match[2]) if match[2] else least, per
