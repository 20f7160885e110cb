"""Cells of sheets as facts: days, numbers, money, yes and no, provinces, languages, addresses. Pure."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from beenthere.core.formulas import as_meant, is_marked
from beenthere.training.importing.sheets import words
from beenthere.training.importing.sheets.columns import folded

LONGEST_TEXT = 4000


class Misread(Exception):
    """The cell does not say what its column should; `why` is a code for the sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


_FORMULA = re.compile(r"\s*(?:=|[@+-]\s*[A-Za-z_]{2,}[^ ]*[(!|])")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?")
_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_DAY_MONTH = re.compile(r"(?:[a-z]+ )?(\d{1,2})(?:er|st|nd|rd|th|e)? (?:of |de )?([a-z]+) (\d{4})")
_MONTH_DAY = re.compile(r"(?:[a-z]+ )?([a-z]+) (\d{1,2})(?:er|st|nd|rd|th)? (\d{4})")
_EXCEL_ZERO = dt.date(1899, 12, 30)
_NUMBER = re.compile(r"-?\d{1,3}(?:[ ,.']\d{3})*(?:[.,]\d{1,2})?|-?\d+(?:[.,]\d+)?")
_MONEY = re.compile(r"\s*(?:ca|cad|can)?\s*\$|\$\s*(?:ca|cad|can)?|\b(?:cad|dollars?)\b", re.IGNORECASE)
_UNITS = {
    "hours": re.compile(r"\s*(?:h|hrs?|hours?|heures?)\.?$", re.IGNORECASE),
    "days": re.compile(r"\s*(?:d|j|days?|jours?)\.?$", re.IGNORECASE),
    "weeks": re.compile(r"\s*(?:wks?|sem|weeks?|semaines?)\.?$", re.IGNORECASE),
    "sessions": re.compile(r"\s*(?:sessions?|s[ée]ances?|rencontres?)\.?$", re.IGNORECASE),
    "credits": re.compile(r"\s*(?:cr|credits?|cr[ée]dits?|unit[ée]s?)\.?$", re.IGNORECASE),
}
_HOST = re.compile(r"(?:[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])?\.)+[a-z]{2,24}")
_PARTS = re.compile(r"\s*(?:[;,/&+\n]|\bet\b|\band\b)\s*", re.IGNORECASE)


def tidy(text: str) -> str:
    """Without spaces too many; a formula is refused, because what it would give nobody can check.

    What our own files mark as a text with a ' is one, and nothing but that.
    """
    if _FORMULA.match(text) and not is_marked(text):
        raise Misread("formula")
    return _SPACES.sub(" ", as_meant(text)).strip()


def day(text: str, day_first: bool | None = None) -> str:
    """Read a day, as 2026-11-27; `day_first` settles 03/04/2026, which alone nobody can read."""
    words_ = folded(text)
    if found := _ISO.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _SHORT.fullmatch(text):
        return _short(found[1], found[2], found[3], day_first)
    if found := _SERIAL.fullmatch(text):
        return (_EXCEL_ZERO + dt.timedelta(days=int(found[1]))).isoformat()
    if (found := _DAY_MONTH.fullmatch(words_)) and found[2] in words.MONTHS:
        return _date(found[3], words.MONTHS[found[2]], found[1])
    if (found := _MONTH_DAY.fullmatch(words_)) and found[1] in words.MONTHS:
        return _date(found[3], words.MONTHS[found[1]], found[2])
    raise Misread("day")


def _short(one: str, other: str, year: str, day_first: bool | None) -> str:
    year = year if len(year) == 4 else f"20{year}"
    if int(one) > 12 or one == other:
        return _date(year, other, one)
    if int(other) > 12:
        return _date(year, one, other)
    if day_first is None:
        raise Misread("which_order")
    return _date(year, other, one) if day_first else _date(year, one, other)


def _date(year: str | int, month: str | int, day_: str | int) -> str:
    try:
        return dt.date(int(year), int(month), int(day_)).isoformat()
    except ValueError:
        raise Misread("day") from None


def number(text: str) -> str | None:
    """Read “1 234,50” and “1,234.50” alike, as 1234.50; nothing if it is no number alone."""
    plain = _SPACES.sub(" ", text).strip()
    if not _NUMBER.fullmatch(plain):
        return None
    plain = plain.replace(" ", "").replace("'", "")
    last = max(plain.rfind(","), plain.rfind("."))
    if last < 0:
        return _short_number(plain)
    whole, part, mark = plain[:last], plain[last + 1 :], plain[last]
    # Three digits after one mark are thousands: 1,234. Two marks alike are too: 1.234.567.
    if mark in whole or (len(part) == 3 and mark not in whole and not re.search("[.,]", whole) and whole.lstrip("-0")):
        return _short_number(re.sub("[.,]", "", plain))
    return _short_number(re.sub("[.,]", "", whole) + "." + part)


def _short_number(text: str) -> str:
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, part = digits.partition(".")
    part = "" if not part.strip("0") else part
    return sign + (whole.lstrip("0") or "0") + (f".{part}" if part else "")


def money(text: str) -> str:
    """Read dollars; other words stay as they are."""
    if folded(text) in words.FREE:
        return "0"
    found = number(_MONEY.sub("", text))
    if found is not None and found.startswith("-"):
        raise Misread("money")
    return text if found is None else found


def amount(text: str, unit: str) -> str:
    """Read how many of a unit; a range or a sentence stays as the source gives it, in its own unit."""
    found = number(_UNITS[unit].sub("", text))
    return text if found is None else found


def yes_no(text: str) -> str:
    """Read yes and no in both languages, and ticks."""
    told = folded(text)
    if told in words.YES:
        return "yes"
    if told in words.NO:
        return "no"
    if text in words.MARKS:
        return words.MARKS[text]
    raise Misread("yes_no")


def provinces(text: str) -> str:
    """Read provinces and territories in both languages and their abbreviations, as codes."""
    whole = words.PROVINCES.get(folded(text))
    codes = [whole] if whole else [words.PROVINCES.get(folded(part), "") for part in _PARTS.split(text) if part]
    if not codes or "" in codes:
        raise Misread("province")
    return "national" if "national" in codes else "; ".join(sorted(set(codes)))


def languages(text: str) -> str:
    """Read languages in either language; one that we do not know leaves the text as the source gives it."""
    if folded(text) in words.BOTH:
        return "English; French"
    found = [words.LANGUAGES.get(folded(part), "") for part in _PARTS.split(text) if part]
    order = list(dict.fromkeys(words.LANGUAGES.values()))
    return text if not found or "" in found else "; ".join(sorted(set(found), key=order.index))


def language(text: str) -> str:
    """Read the language of a name, as a code."""
    found = {"English": "en", "French": "fr"}.get(words.LANGUAGES.get(folded(text), ""))
    if not found:
        raise Misread("language")
    return found


def standing(text: str) -> str:
    """Read whether it is still offered."""
    found = words.STANDINGS.get(folded(text))
    if not found:
        raise Misread("standing")
    return found


def address(text: str) -> str:
    """Read the address of a page; without http it is taken to be one of the web."""
    whole = text if re.match(r"(?i)https?://", text) else f"https://{text}"
    try:
        host = (urlsplit(whole).hostname or "").lower()
        urlsplit(whole).port  # noqa: B018  (raises on a port that is none)
    except ValueError:
        raise Misread("address") from None
    if not _HOST.fullmatch(host) or re.search(r"[\s<>\"{}|\\^`]", whole) or ":" in text.split("//", 1)[0][:-1]:
        raise Misread("address")
    return whole


def phone(text: str) -> str:
    """Read a telephone number; ten digits alone, as sheets hold them, get their dashes."""
    digits = re.sub(r"\D", "", text)
    if len(digits) < 3:
        raise Misread("phone")
    if text.isdigit() and len(digits) == 10:
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return text


def _among(table: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: table.get(folded(text), text)


_READ: dict[str, Callable[[str], str]] = {
    "province": provinces, "languages": languages, "name_language": language, "cost": money, "peer_run": yes_no,
    "website": address, "source_url": address, "phone": phone, "standing": standing,
    "delivery": _among(words.DELIVERIES), "audience": _among(words.AUDIENCES),
}  # fmt: skip


@lru_cache(maxsize=30_000)
def read(target: str, text: str, longest: int, day_first: bool | None = None) -> str:
    """Read one cell as the fact that its column holds; raise `Misread` if it cannot be one."""
    told = tidy(text)
    if target == "starts_on":
        told = day(told, day_first)
    elif target in _UNITS:
        told = amount(told, target)
    elif target in _READ:
        told = _READ[target](told)
    if len(told) > (longest or LONGEST_TEXT):
        raise Misread("too_long")
    return told
