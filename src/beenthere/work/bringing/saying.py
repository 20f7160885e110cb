"""How a publisher says in either language what we keep in few words. What is not known here stays unsaid."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from beenthere.core.places import PROVINCES
from beenthere.core.words import fold
from beenthere.work.models.postings import Hours, Per, Term
from beenthere.work.regions import code_of_province

NOTHING = {"", "na", "n/a", "*no data", "not specified", "non precise", "s.o."}
MOST_PAY, MOST_HOURS = Decimal(10_000_000), Decimal(112)
_HOURS = (("leading|menant", Hours.LEADING), ("part", Hours.PART), ("full|plein", Hours.FULL))
_TERMS = (
    ("perman", Term.PERMANENT), ("season|saison", Term.SEASONAL), ("casual|occasion", Term.CASUAL),
    ("term|contract|contrat|temporar|temporaire", Term.TEMPORARY),
)  # fmt: skip
_PER = (
    ("bi-?week|deux semaines|quinzaine", Per.TWO_WEEKS), ("hour|heure|horaire", Per.HOUR),
    ("month|mois|mensuel", Per.MONTH), ("week|semaine|hebdo", Per.WEEK),
    ("year|annual|an\\b|annee|annuel", Per.YEAR), ("day|daily|jour", Per.DAY),
)  # fmt: skip


def said(text: str) -> str:
    """The words, or nothing where the file says that it has none."""
    return "" if fold(text) in NOTHING else text


def title_of(*texts: str) -> str:
    """The first title that there is."""
    found = next((title for text in texts if (title := said(text))), "")
    if not found:
        raise ValidationError(_("it has no title"))
    return found[:250]


def _one_of(text: str, kinds: tuple[tuple[str, str], ...]) -> str:
    plain = fold(said(text))
    return next((code for pattern, code in kinds if plain and re.search(pattern, plain)), "")


def hours_of(text: str) -> str:
    """Full time, part time, or the one leading to the other."""
    return _one_of(text, _HOURS)


def term_of(text: str) -> str:
    """For how long."""
    return _one_of(text, _TERMS)


def per_of(text: str) -> str:
    """What a sum is for."""
    return _one_of(text, _PER)


def flag(text: str) -> bool | None:
    """Yes, no, or not told."""
    plain = fold(said(text)).removesuffix(".0")
    return True if plain in {"1", "y", "yes", "true", "o", "oui", "vrai"} else False if plain else None


def province_of(text: str) -> str:
    """The code of the province or territory."""
    plain = fold(said(text))
    if not plain:
        return ""
    if plain.upper() in PROVINCES:
        return plain.upper()
    named = {fold(each.name_fr): each.code for each in PROVINCES.values()}
    code = code_of_province(text) or named.get(plain, "")
    if not code:
        raise ValidationError(_("“%(text)s” is no province or territory") % {"text": text})
    return code


def noc_of(text: str) -> str:
    """The code of the occupation; a table may have made a number of it."""
    digits = said(text).removesuffix(".0")
    if not digits:
        return ""
    if not digits.isdecimal() or len(digits) > 5:
        raise ValidationError(_("“%(text)s” is no code of five digits") % {"text": text})
    return digits.zfill(5)


def amount(text: str, most: Decimal = MOST_PAY) -> Decimal | None:
    """A number above nothing; nothing where none is told."""
    plain = said(text).replace(",", "").replace("$", "").strip()
    if not plain:
        return None
    try:
        found = Decimal(plain)
    except InvalidOperation as error:
        raise ValidationError(_("“%(text)s” is no number") % {"text": text}) from error
    return found if found.is_finite() and 0 < found < most else None


def day(text: str) -> dt.date:
    """A date as the file writes it: 2026/08/07, 2026-08-07, or with a time behind it."""
    try:
        return dt.date.fromisoformat(text[:10].replace("/", "-"))
    except ValueError as error:
        raise ValidationError(_("“%(text)s” is no date") % {"text": text}) from error
