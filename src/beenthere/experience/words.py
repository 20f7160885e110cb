"""The words to choose from: languages, ways to meet, times of the week, and what people live through.

There is no diagnosis here and there never will be one: these are words for what happens in a life.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.core.challenges import CHALLENGES, GROUPS

LANGUAGES: dict[str, Promise] = {
    "en": _("English"),
    "fr": _("French"),
    "asl": _("ASL (sign language)"),
    "lsq": _("LSQ (sign language)"),
    "ar": _("Arabic"),
    "yue": _("Cantonese"),
    "cr": _("Cree"),
    "de": _("German"),
    "ht": _("Haitian Creole"),
    "hi": _("Hindi"),
    "moe": _("Innu-aimun"),
    "iu": _("Inuktitut"),
    "it": _("Italian"),
    "cmn": _("Mandarin"),
    "mic": _("Mi’kmaq"),
    "oj": _("Ojibwe"),
    "fa": _("Persian"),
    "pt": _("Portuguese"),
    "pa": _("Punjabi"),
    "ru": _("Russian"),
    "es": _("Spanish"),
    "tl": _("Tagalog"),
    "ta": _("Tamil"),
    "uk": _("Ukrainian"),
    "ur": _("Urdu"),
    "vi": _("Vietnamese"),
}

FIRST_LANGUAGES = 4

WAYS: dict[str, Promise] = {
    "in_person": _("In person"),
    "phone": _("By phone"),
    "video": _("By video"),
    "text": _("In writing"),
}

DAYS: dict[str, Promise] = {
    "mon": _("Monday"),
    "tue": _("Tuesday"),
    "wed": _("Wednesday"),
    "thu": _("Thursday"),
    "fri": _("Friday"),
    "sat": _("Saturday"),
    "sun": _("Sunday"),
}

PARTS_OF_DAY: dict[str, Promise] = {
    "morning": pgettext_lazy("part of the day", "morning"),
    "afternoon": pgettext_lazy("part of the day", "afternoon"),
    "evening": pgettext_lazy("part of the day", "evening"),
}

MANY_PARTS: dict[str, Promise] = {
    "morning": _("Mornings"),
    "afternoon": _("Afternoons"),
    "evening": _("Evenings"),
}

SLOTS: tuple[str, ...] = tuple(f"{day}-{part}" for day in DAYS for part in PARTS_OF_DAY)


# In nobody's way any more once it is lived through; and what only ever is in the way.
ONLY_LIVED, ONLY_IN_THE_WAY = {"left-care", "left-danger"}, {"getting-there", "online-forms", "waiting"}


@dataclass(frozen=True)
class Listed:
    """A word that can be ticked, and under which headings it is offered."""

    label: Promise
    lived: bool = True
    in_the_way: bool = True


# The same code under both headings: what one person has behind them, another has just now before them.
LISTED: dict[str, Listed] = {
    code: Listed(label, lived=code not in ONLY_IN_THE_WAY, in_the_way=code not in ONLY_LIVED)
    for code, label in CHALLENGES.items()
}


def listed_under(kind: str) -> list[tuple[Promise, list[tuple[str, Promise]]]]:
    """The words that are offered under a heading, in groups, as choices of a form."""
    return [
        (name, [(code, LISTED[code].label) for code in codes.split() if getattr(LISTED[code], kind)])
        for name, codes in GROUPS
    ]


def listed_code(text: str) -> str:
    """The code of a listed word that somebody typed by hand, in either language; else nothing."""
    wanted = spoken(text)
    for language in ("en", "fr"):
        with override(language):
            for code, word in LISTED.items():
                if spoken(str(word.label)) == wanted:
                    return code
    return ""


def spoken(text: str) -> str:
    """Forgive case, accents and punctuation in any script, so that the same words compare equal."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def language_name(code: str) -> str:
    """The name of a language."""
    return str(LANGUAGES.get(code, code))


def languages_by_name() -> list[tuple[str, str]]:
    """The official and the signed ones first, then the others in the order of the alphabet of the page."""
    named = [(code, str(name)) for code, name in LANGUAGES.items()]
    return [*named[:FIRST_LANGUAGES], *sorted(named[FIRST_LANGUAGES:], key=lambda each: spoken(each[1]))]


def way_name(code: str) -> str:
    """The name of a way to meet."""
    return str(WAYS.get(code, code))


def slot_name(code: str) -> str:
    """A time of the week in words: “Monday evening”."""
    day, _dash, part = code.partition("-")
    return gettext("%(day)s %(part)s") % {"day": DAYS[day], "part": PARTS_OF_DAY[part]}


def times_in_words(slots: list[str]) -> list[str]:
    """Times of the week, told by part of the day: “Evenings: Monday, Thursday”."""
    chosen = [slot for slot in SLOTS if slot in slots]
    days_of = {part: [str(DAYS[slot[:3]]) for slot in chosen if slot[4:] == part] for part in PARTS_OF_DAY}
    line = gettext("%(part)s: %(days)s")
    return [
        line % {"part": MANY_PARTS[part], "days": gettext("every day") if len(days) == len(DAYS) else ", ".join(days)}
        for part, days in days_of.items()
        if days
    ]
