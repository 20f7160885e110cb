"""Wages by region, and the ten-year outlook."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from beenthere.core.importing import Row
from beenthere.work.bringing.keeping import check, in_chunks, keep, missing_column, why
from beenthere.work.bringing.noc import typographic
from beenthere.work.bringing.reading import Given, Told, code5, number, rows_of
from beenthere.work.models import Edition, Occupation, Outlook, Region, Wage
from beenthere.work.regions import code_of_province

CENT = Decimal("0.01")
MOST = Decimal(10_000)  # an hour
NOTHING = {"", "NA", "N/A", "X", ".."}
# Where each stands in the table of the outlook, whose names are English and French in one.
EMPLOYED, GROWTH, RETIREMENTS, OPENINGS, SEEKERS, CONDITIONS = 3, 4, 5, 7, 11, 12
EXPECTED = [
    "employed", "growth", "retirements", "openings", "seekers", "recent_en", "recent_fr", "future_en", "future_fr",
]  # fmt: skip
WHOLE = ("TEER_", "NOC1_", "00000")  # sums over many occupations, which belong to none


def wages(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in low, median and high of each occupation and region."""
    known = set(Occupation.objects.values_list("noc", flat=True))
    regions: dict[str, Region] = {}
    made: dict[tuple[str, str], Wage] = {}
    for line, row in rows_of(given.file, told):
        try:
            region = _region(row)
            wage = _wage(row, known)
        except ValidationError as error:
            told.bad(line, why(error))
        except KeyError as error:
            told.bad(line, missing_column(error))
        else:
            regions[region.code] = region
            made[wage.occupation_id, wage.region_id] = wage
    keep(list(regions.values()), ["code"], ["name_en", "province", "is_part"], Told())
    for some in in_chunks(made.values()):
        changed = keep(some, ["occupation_id", "region_id"], ["low", "median", "high"], told)
        told.occupations |= {wage.occupation_id for wage in changed}
        yield told


def _region(row: Row) -> Region:
    province, name = code_of_province(row["province"]), row["region"].replace("--", "–")
    if province is None:
        raise ValidationError(_("“%(text)s” is no province or territory") % {"text": row["province"]})
    is_part = bool(province) and row["region"] != row["province"]
    region = Region(code=row["economic_region_code"], name_en=name, province=province, is_part=is_part)
    check(region)
    return region


def _wage(row: Row, known: set[str]) -> Wage:
    code = code5(row["noc_code"])
    if code not in known:
        raise ValidationError(_("no occupation has the code %(code)s here") % {"code": code})
    low, median, high = (money(row[f"{which}_hourly_cad"]) for which in ("low", "median", "high"))
    there = [each for each in (low, median, high) if each is not None]
    if not there or there != sorted(there):
        raise ValidationError(_("low, median and high are missing, or not in this order"))
    return Wage(occupation_id=code, region_id=row["economic_region_code"], low=low, median=median, high=high)


def money(text: str) -> Decimal | None:
    """Dollars and cents; nothing where the file says that it does not know."""
    if text.strip().upper() in NOTHING:
        return None
    try:
        amount = Decimal(text.strip()).quantize(CENT)
    except InvalidOperation as error:
        raise ValidationError(_("“%(text)s” is no number") % {"text": text}) from error
    if not 0 < amount < MOST:
        raise ValidationError(_("“%(text)s” is no wage for an hour") % {"text": text})
    return amount


def outlook(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in what is expected of each occupation; sums over many of them are passed over."""
    known = set(Occupation.objects.values_list("noc", flat=True))
    made: dict[str, Outlook] = {}
    for line, row in rows_of(given.file, told):
        values = list(row.values())
        if values[0].startswith(WHOLE):
            continue
        try:
            row_of = _outlook(values, known)
            check(row_of)
        except ValidationError as error:
            told.bad(line, why(error))
        else:
            made[row_of.occupation_id] = row_of
    for some in in_chunks(made.values()):
        keep(some, ["occupation_id"], EXPECTED, told)
        yield told


def _outlook(values: list[str], known: set[str]) -> Outlook:
    code = code5(values[0])
    if code not in known:
        raise ValidationError(_("no occupation has the code %(code)s here") % {"code": code})
    words = ["" if each.upper() in {"N/A", "N/D"} else each for each in values[CONDITIONS : CONDITIONS + 4]]
    return Outlook(
        occupation_id=code,
        employed=number(values[EMPLOYED]),
        growth=number(values[GROWTH]),
        retirements=number(values[RETIREMENTS]),
        openings=number(values[OPENINGS]),
        seekers=number(values[SEEKERS]),
        recent_en=words[0],
        recent_fr=typographic(words[1]),
        future_en=words[2],
        future_fr=typographic(words[3]),
    )
