"""A training as a page tells it: every fact as the source gives it, in the language of the page where we have it."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext as _

from beenthere.core.days import in_words
from beenthere.core.given import given
from beenthere.core.places import PROVINCES
from beenthere.training.catalogue.classification import CANADA, provinces_in
from beenthere.training.catalogue.labels import LABELS
from beenthere.training.catalogue.phrases import PHRASES
from beenthere.training.models import Standing, Training, YesNo

Fact = tuple[str, str]
UNITS = ("day", "week", "jour", "semaine")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def told(name: str, value: Any, language: str = "en") -> str:
    """Tell the value of one fact that was typed in this language; nothing is told as nothing."""
    if name == "cost" and value:
        return _cost(str(value), language)
    if name in _TOLD and value:
        return _TOLD[name](value)
    text = str(value or "")
    return _number(text) if NUMBER.fullmatch(text) else given(text, PHRASES, language)


def of(training: Training, name: str) -> str:
    """Tell one fact of a record, as it says it now."""
    return told(name, getattr(training, name), training.language_of(name))


def plainly(name: str, value: Any) -> str:
    """Tell the value of one fact as words alone, for whoever compares it with its source.

    Where the page of a record has words of its own for it, those of the source stand behind, so that nothing hides.
    """
    if value in {"", None}:
        return _("not stated")
    if name in _PLAIN:
        return _PLAIN[name](value)
    text = str(value)
    told = gettext(text) if text in PHRASES else text
    return told if told == text else f"{told} ({text})"


def label(training: Training, name: str) -> str:
    """Name a fact; the sources count in weeks unless they say days."""
    return label_of(name, getattr(training, name))


def label_of(name: str, value: Any = "") -> str:
    """The same for a value that is in no record yet."""
    return _("How long") if name == "weeks" and _says_its_unit(str(value or "")) else str(LABELS[name])


def main_facts(training: Training) -> list[Fact]:
    """Tell what people choose by, for a list; what is not stated is left out there."""
    facts = [
        (_("How"), of(training, "delivery")),
        (_("Hours"), of(training, "hours")),
        length(training),
        (_("Cost"), cost(training)),
        (_("Language"), of(training, "languages")),
        (_("What you get"), of(training, "credential")),
    ]
    return [(term, value) for term, value in facts if value]


def where(training: Training) -> str:
    """Name the city and the provinces in the language of the page."""
    return ", ".join(filter(None, [training.city, _provinces(training.province)]))


def length(training: Training) -> Fact:
    """Tell how long it takes; the sources count in weeks unless they say days."""
    return (label_of("weeks", training.weeks), of(training, "weeks"))


def _says_its_unit(weeks: str) -> bool:
    return any(unit in weeks for unit in UNITS)


def cost(training: Training) -> str:
    """Tell what it costs, in dollars."""
    return of(training, "cost")


def notes(training: Training) -> str:
    """Tell what else the source says."""
    return of(training, "notes")


def audience(training: Training) -> str:
    """Tell for whom it is, or nothing."""
    return of(training, "audience")


def _number(text: str, *, grouped: bool = False) -> str:
    """A number as the language of the page writes it, with as many digits as the source gives."""
    return number_format(text, decimal_pos=len(text.partition(".")[2]), use_l10n=True, force_grouping=grouped)


def _cost(text: str, language: str) -> str:
    if not text[:1].isdigit():
        return given(text, PHRASES, language)
    if text == "0":
        return _("free")
    if NUMBER.fullmatch(text):
        return _("$%(dollars)s") % {"dollars": _number(text, grouped=True)}
    # What stands in French carries its own dollar sign, after the number.
    return given(text, PHRASES, language) if "fr" in {get_language(), language} else f"${text}"


def _provinces(text: str) -> str:
    codes = provinces_in(text)
    names = [_("all of Canada") if code == CANADA else _province(code) for code in codes]
    return ", ".join(names)


def _province(code: str) -> str:
    return PROVINCES[code].name if code in PROVINCES else code


def _day(text: str) -> str:
    return in_words(dt.date.fromisoformat(str(text)))


def _language(code: str) -> str:
    return pgettext("given in", "French") if code == "fr" else pgettext("given in", "English")


def _phone(number: str) -> str:
    """A number that a phone dials; extensions and words stay outside."""
    digits = re.match(r"[+\d][\d\s().-]{6,}\d", number)
    if not digits:
        return number
    dialled = re.sub(r"[^+\d]", "", digits[0])
    return format_html('<a href="tel:{}">{}</a>{}', dialled, digits[0], number[digits.end() :])


def _choice(choices: Any) -> Any:
    return lambda code: str(choices(code).label) if code in choices.values else str(code)


_TOLD: dict[str, Callable[[Any], str]] = {
    "province": _provinces,
    "starts_on": _day,
    "name_language": _language,
    "peer_run": _choice(YesNo),
    "standing": _choice(Standing),
    "name": str,
    "provider": str,
    "city": str,
    "phone": _phone,
    "website": str,
}
_PLAIN: dict[str, Callable[[Any], str]] = _TOLD | {
    "phone": str,
    "cost": lambda text: _cost(text, "en") if NUMBER.fullmatch(text) else str(text),
}
