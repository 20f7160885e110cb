"""An organisation and a line as pages tell them: as their sources do, and “not stated” where these say nothing."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beenthere.core.given import given
from beenthere.core.places import PROVINCES
from beenthere.directory.models import CANADA, CrisisLine, ListedOrganisation
from beenthere.directory.phrases import PHRASES

Fact = tuple[str, str]


def all_facts(organisation: ListedOrganisation) -> list[Fact]:
    """Tell every fact, for the organisation's own page."""
    told = [
        (_("What it is"), str(organisation.get_kind_display())),
        (_("Where"), where(organisation)),
        (_("What it offers"), services(organisation)),
        (_("Languages"), _given(organisation.languages)),
    ]
    return [(term, value or _("not stated")) for term, value in told]


def where(organisation: ListedOrganisation) -> str:
    """Name the city and the provinces in the language of the page."""
    names = [_("all of Canada") if code == CANADA else PROVINCES[code].name for code in organisation.provinces]
    return ", ".join(filter(None, [organisation.city, *names]))


def services(organisation: ListedOrganisation) -> str:
    """Tell what it offers."""
    return _given(organisation.services)


def notes(organisation: ListedOrganisation) -> str:
    """Tell what else was noted of it."""
    return _given(organisation.notes)


@dataclass(frozen=True)
class LineShown:
    """A line with the words around its numbers."""

    line: CrisisLine
    name: str
    what: str
    where: str
    text_word: str
    text_link: str
    chat: str
    chat_link: str
    facts: list[Fact]
    notes: str
    in_doubt: bool


def line_shown(line: CrisisLine) -> LineShown:
    """Tell a line in the language of the page."""
    word = line.text_word_fr if get_language() == "fr" else line.text_word_en
    has_site = "." in line.chat
    return LineShown(
        line=line,
        name=given_name(line),
        what=str(line.get_kind_display()),
        where=_line_where(line),
        text_word=word,
        text_link=f"sms:{line.text_number.replace('-', '')}" + (f"?body={word}" if word else ""),
        chat=line.chat if has_site else "",
        chat_link=f"https://{line.chat}" if has_site else "",
        facts=[
            (_("Hours"), _given(line.hours) or _("not stated")),
            (_("Languages"), _given(line.languages) or _("not stated")),
        ],
        notes=_given(line.notes),
        in_doubt=line.notes.endswith("; check"),
    )


def given_name(line: CrisisLine) -> str:
    """Name a line in the language of the page; whoever knows it by the other name finds that too."""
    return _given(line.service)


def _line_where(line: CrisisLine) -> str:
    if line.province:
        return ", ".join(filter(None, [line.town, PROVINCES[line.province].name]))
    return _given(line.region)


def _given(text: str) -> str:
    return given(text, PHRASES)
