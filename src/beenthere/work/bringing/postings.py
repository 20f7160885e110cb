"""Jobs that are offered, as the national Job Bank publishes them each month: one file in English, one in French.

A posting has the same number in both. What one of them does not tell stays as the other told it.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from beenthere.core.importing import Row
from beenthere.work.bringing import saying
from beenthere.work.bringing.keeping import check, in_chunks, keep, missing_column, why
from beenthere.work.bringing.reading import Given, Told, rows_of, words_of
from beenthere.work.models import Edition
from beenthere.work.models.postings import Posting

NUMBER = "WIC Job Location Snapshot ID"
FLAGS = {
    "Oncall": "on-call", "Overtime": "overtime", "Day": "day", "Evening": "evening", "Shift": "shift",
    "Weekend": "weekend", "Night": "night", "Telework": "", "Early": "morning", "Flex": "flexible",
    "Morning": "morning", "TBD": "open",
}  # fmt: skip
_BEFORE = [
    NUMBER, "Job Title", "Original Job Title", "NOC 2016 Code", "NOC 2016 Code Name", "NOC21 Code", "NOC21 Code Name",
    "External Indicator", "First Posting Date", "Vacancy Count",
]  # fmt: skip
_AFTER = [
    "Education LOS", "Experience Level", "Government Type", "Placement Agency", "NAICS", "Province/Territory", "City",
    "Work Location Postal Code", "Economic Region", "Various Location", "Employment Type", "Employment Term",
    "Employment Term Start Date", "Employment Term End Date", *(f"Employment Term {name}" for name in FLAGS),
    "Salary Condition Detail", "Salary Per", "Salary Minimum", "Salary Maximum",
    *(f"Salary Condition {name}" for name in (
        "Collective", "Bonus", "Disability", "Gratuity", "Medical", "Mileage", "Piecework", "Commission", "RESP",
        "Dental", "Group Insurance", "Life Insurance", "Pension", "RRSP", "Vision Care", "Other Benefits",
    )),
    "Commission PER", "Commission Type", "Hours Per", "Hours Minimum", "Hours Maximum", "Work Hours",
    "Work Hours From Time", "Work Hours To Time",
]  # fmt: skip
# The whole file, which has the same columns in French under other names; some months one more.
BY_PLACE = {len(names): names for names in ([*_BEFORE, *_AFTER], [*_BEFORE, "Official Language", *_AFTER])}
TEXTS = {language: [f"title_{language}", f"told_{language}"] for language in ("en", "fr")}
FACTS = [
    "noc", "called", "called_language", "employer", "province", "city", "hours", "week_from", "week_to", "term",
    "from_home", "times", "pay_from", "pay_to", "pay_per", "vacancies", "posted_on", "ends_on", "address", "edition_id",
    *TEXTS["en"], *TEXTS["fr"],
]  # fmt: skip


def monthly(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in a month of postings, as they stand in the file; what is over and was not here stays out."""
    yield from brought(_made(given, told, edition), given.language, told)


def brought(made: Iterator[Posting], language: str, told: Told) -> Iterator[Told]:
    """Write postings, a few at a time. What one file does not tell of a posting stays as the other told it."""
    for some in in_chunks(made):
        wanted = {posting.slug: posting for posting in some}  # of two with one number the later holds
        known = Posting.objects.in_bulk(wanted)
        new = [slug for slug, posting in wanted.items() if posting.is_over and slug not in known]
        told.old += len(new)
        for slug in known:
            _fill(wanted[slug], known[slug], language)
        here = [posting for slug, posting in wanted.items() if slug not in new]
        told.postings |= {posting.slug for posting in keep(here, ["slug"], FACTS, told)}
        yield told


def _fill(posting: Posting, known: Posting, language: str) -> None:
    """Keep what is known and not told now: the texts of the other language above all."""
    for name in FACTS:
        if getattr(posting, name) in (None, "", []) and name not in TEXTS[language]:
            setattr(posting, name, getattr(known, name))


def _made(given: Given, told: Told, edition: Edition) -> Iterator[Posting]:
    for line, row in rows_of(given.file, told, by_place=BY_PLACE):
        try:
            posting = _posting(plain(row), given.language, edition)
            check(posting)
        except ValidationError as error:
            told.bad(line, why(error))
        except KeyError as error:
            told.bad(line, missing_column(error))
        else:
            yield posting


def plain(row: Row) -> Row:
    """Name its columns by their words alone."""
    return {words_of(name): value for name, value in row.items()}


def _posting(row: Row, language: str, edition: Edition) -> Posting:
    number = row[NUMBER].removesuffix(".0")
    if not number.isalnum() or len(number) > 20:
        raise ValidationError(_("“%(text)s” is no number of a posting") % {"text": number[:40]})
    per = saying.per_of(row.get("Salary Per", ""))
    week = _week(row)
    return Posting(
        slug=f"jb-{number}",
        edition=edition,
        noc=saying.noc_of(row.get("NOC21 Code", "")),
        called=saying.said(row.get("Original Job Title", ""))[:250],
        called_language=_language(row.get("Official Language", "")),
        province=saying.province_of(row["Province Territory"]),
        city=saying.said(row.get("City", "")),
        hours=saying.hours_of(row.get("Employment Type", "")),
        week_from=week[0],
        week_to=week[1],
        term=saying.term_of(row.get("Employment Term", "")),
        from_home=saying.flag(row.get("Employment Term Telework", "")),
        times=_times(row),
        pay_from=saying.amount(row.get("Salary Minimum", "")) if per else None,
        pay_to=saying.amount(row.get("Salary Maximum", "")) if per else None,
        pay_per=per,
        vacancies=_count(row.get("Vacancy Count", "")),
        posted_on=saying.day(row["First Posting Date"]),
        **{
            f"title_{language}": saying.title_of(row["Job Title"], row.get("Original Job Title", "")),
            f"told_{language}": _told(row, language),
        },
    )


def _language(text: str) -> str:
    """In which language whoever offers it wrote, if one of our two."""
    return {"e": "en", "a": "en", "f": "fr"}.get(saying.said(text)[:1].casefold(), "")


def _week(row: Row) -> tuple[Decimal | None, Decimal | None]:
    """Hours a week, where they are told for a week."""
    if saying.per_of(row.get("Hours Per", "")) != "week":
        return None, None
    least, most = (saying.amount(row.get(f"Hours {which}", ""), saying.MOST_HOURS) for which in ("Minimum", "Maximum"))
    return least or most, most or least


def _times(row: Row) -> list[str]:
    told = [code for name, code in FLAGS.items() if code and saying.flag(row.get(f"Employment Term {name}", ""))]
    return list(dict.fromkeys(told))


def _count(text: str) -> int | None:
    found = saying.amount(text)
    return int(found) if found else None


def _told(row: Row, language: str) -> list[list[object]]:
    """What it asks, under the headings of our pages, in the words of the file."""
    headings = {
        "en": ("Schooling", "Experience"),
        "fr": ("Scolarité", "Expérience"),
    }[language]
    texts = (saying.said(row.get(name, ""))[:200] for name in ("Education LOS", "Experience Level"))
    return [[heading, [text]] for heading, text in zip(headings, texts, strict=True) if text]
