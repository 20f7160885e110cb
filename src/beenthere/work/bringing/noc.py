"""The National Occupational Classification: its structure with definitions, and all of its job titles."""

from collections import defaultdict
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from beenthere.core.importing import Row
from beenthere.work.bringing.keeping import check, in_chunks, keep, missing_column, why
from beenthere.work.bringing.reading import Given, Told, code5, rows_of
from beenthere.work.models import Edition, Group, Occupation, Titles
from beenthere.work.seed import READ_ON, SOURCE_DATE, SOURCE_URL

LONGEST_TITLE = 250
MOST_TITLES = 5000
FACTS = ["title_en", "title_fr", "definition_en", "definition_fr", "field", "teer", "source_url", "source_date"]


def structure(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in every occupation and the groups in which they stand."""
    groups, occupations = list[Group](), list[Occupation]()
    for line, row in rows_of(given.file, told):
        try:
            made: Group | Occupation = _occupation(row, edition) if row["level"] == "5" else _group(row)
            check(made)
        except ValidationError as error:
            told.bad(line, why(error))
        except KeyError as error:
            told.bad(line, missing_column(error))
        else:
            (occupations if isinstance(made, Occupation) else groups).append(made)  # type: ignore[arg-type]
    for some in in_chunks({group.code: group for group in groups}.values()):
        keep(some, ["code"], ["title_en", "title_fr"], told)
        yield told
    for every in in_chunks({row.noc: row for row in occupations}.values()):
        told.occupations |= {row.noc for row in keep(every, ["noc"], FACTS, told)}
        yield told


def _group(row: Row) -> Group:
    code = row["noc_code"]
    if not code.isdecimal() or str(len(code)) != row["level"]:
        raise ValidationError(_("“%(text)s” is no code of a group") % {"text": code})
    return Group(code=code, title_en=row["title_en"], title_fr=typographic(row["title_fr"]))


def _occupation(row: Row, edition: Edition) -> Occupation:
    code = code5(row["noc_code"])
    return Occupation(
        noc=code,
        title_en=row["title_en"],
        title_fr=typographic(row["title_fr"]),
        definition_en=row["definition_en"],
        definition_fr=typographic(row["definition_fr"]),
        field=code[0],
        teer=int(code[1]),
        source_url=edition.source_url or SOURCE_URL,
        source_date=edition.source_date or SOURCE_DATE,
        read_on=edition.read_on or READ_ON,
    )


def typographic(text: str) -> str:
    """French as this site writes it."""
    return text.replace("'", "’")


def titles(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in the job titles of each occupation, in both languages."""
    known = set(Occupation.objects.values_list("noc", flat=True))
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: {"en": {}, "fr": {}})
    for line, row in rows_of(given.file, told):
        try:
            code, language, title = _title(row, known)
        except ValidationError as error:
            told.bad(line, why(error))
        except KeyError as error:
            told.bad(line, missing_column(error))
        else:
            found[code][language][title] = None
    rows = (Titles(occupation_id=code, en=list(of["en"]), fr=list(of["fr"])) for code, of in found.items())
    for some in in_chunks(rows):
        told.titles |= {row.occupation_id for row in keep(some, ["occupation_id"], ["en", "fr"], told)}
        yield told


def _title(row: Row, known: set[str]) -> tuple[str, str, str]:
    code, language, title = code5(row["noc_code"]), row["lang"], row["title"]
    if code not in known:
        raise ValidationError(_("no occupation has the code %(code)s here") % {"code": code})
    if language not in {"en", "fr"}:
        raise ValidationError(_("“%(text)s” is neither en nor fr") % {"text": language})
    if not title or len(title) > LONGEST_TITLE:
        raise ValidationError(_("the title is missing or too long"))
    return code, language, typographic(title) if language == "fr" else title
