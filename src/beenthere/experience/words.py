"""The words to choose from: languages, ways to meet, times of the week, and what people live through.

There is no diagnosis here and there never will be one: these are words for what happens in a life.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

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


@dataclass(frozen=True)
class Listed:
    """A word that can be ticked, and under which headings it is offered."""

    label: Promise
    lived: bool = True
    in_the_way: bool = True


# The same code under both headings: what one person has behind them, another has just now before them.
LISTED: dict[str, Listed] = {
    "back-to-work": Listed(_("Going back to work after a long absence")),
    "after-hospital": Listed(_("Finding my way again after time in hospital")),
    "back-to-school": Listed(_("Going back to school as an adult")),
    "first-job": Listed(_("Finding a first job")),
    "other-field": Listed(_("Changing to another kind of work")),
    "own-business": Listed(_("Starting something of my own")),
    "job-lost": Listed(_("Losing a job")),
    "keeping-job": Listed(_("Keeping a job through hard times")),
    "telling-employer": Listed(_("Telling my employer, or not")),
    "adjustments": Listed(_("Asking for changes at work that help me")),
    "break-in-resume": Listed(_("Explaining a break in my résumé")),
    "interviews": Listed(_("Job interviews")),
    "income-support": Listed(_("Being on income support")),
    "earning-on-support": Listed(_("Starting to earn while on income support")),
    "money": Listed(_("Money worries and debts")),
    "housing": Listed(_("Having no steady home")),
    "low-days": Listed(_("Days with little energy")),
    "confidence": Listed(_("Believing in myself again")),
    "among-people": Listed(_("Being among people again")),
    "judged": Listed(_("Being judged because of my mental health")),
    "treated-unfairly": Listed(_("Being treated unfairly because of who I am")),
    "being-out": Listed(_("Being out, or not, at work")),
    "sober": Listed(_("Living without alcohol or other substances")),
    "record": Listed(_("Looking for work with a criminal record")),
    "new-country": Listed(_("Starting again in a new country")),
    "work-language": Listed(_("Working in a language that is not my first")),
    "children": Listed(_("Working or studying while raising children")),
    "caring": Listed(_("Looking after somebody close to me")),
    "loss": Listed(_("Losing somebody close to me")),
    "body": Listed(_("Living with pain, or with a body that tires")),
    "after-fifty": Listed(_("Looking for work after fifty")),
    "left-care": Listed(_("Growing up in care, and leaving it"), in_the_way=False),
    "left-danger": Listed(_("Leaving a relationship that was not safe"), in_the_way=False),
    "far-away": Listed(_("Living far from jobs and services")),
    "getting-there": Listed(_("Getting there: no car, few buses"), lived=False),
    "online-forms": Listed(_("Computers and online forms"), lived=False),
    "waiting": Listed(_("Long waits, and many offices"), lived=False),
}


GROUPS: list[tuple[Promise, str]] = [
    (
        _("Work and learning"),
        (
            "back-to-work back-to-school first-job other-field own-business job-lost keeping-job telling-employer"
            " adjustments break-in-resume interviews"
        ),
    ),
    (
        _("Money, a home and getting by"),
        "income-support earning-on-support money housing far-away getting-there online-forms waiting",
    ),
    (
        _("My days, and being among people"),
        "after-hospital low-days confidence among-people judged sober body",
    ),
    (
        _("My life and the people close to me"),
        (
            "treated-unfairly being-out record new-country work-language children caring loss after-fifty left-care"
            " left-danger"
        ),
    ),
]


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
