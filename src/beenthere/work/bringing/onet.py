"""O*NET: interests and job zones by its own occupations, activities, and the crosswalk to ours."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from beenthere.core.importing import Row
from beenthere.work.bringing.keeping import check, in_chunks, keep, missing_column, why
from beenthere.work.bringing.reading import Given, Told, code5, rows_of
from beenthere.work.models import Activity, Crossing, Edition, OnetOccupation

M = TypeVar("M", bound=models.Model)
INTERESTS = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")


def scores(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in how much each interest belongs to an occupation of O*NET, from 1 to 7."""

    def make(row: Row) -> OnetOccupation:
        try:
            return OnetOccupation(code=row["onet_soc_code"], scores={n[0]: float(row[n]) for n in INTERESTS})
        except ValueError as error:
            raise ValidationError(_("a score is no number")) from error

    yield from _each(given, told, make, ["code"], ["scores"])


def zones(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in how much preparation an occupation of O*NET takes."""

    def make(row: Row) -> OnetOccupation:
        if row["job_zone"] not in {"1", "2", "3", "4", "5"}:
            raise ValidationError(_("“%(text)s” is no job zone") % {"text": row["job_zone"]})
        return OnetOccupation(code=row["onet_soc_code"], zone=int(row["job_zone"]))

    yield from _each(given, told, make, ["code"], ["zone"])


def activities(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in the activities by which interests are illustrated."""

    def make(row: Row) -> Activity:
        return Activity(interest=row["Element Name"], kind=row["Interest Type"], text=row["Activity"])

    yield from _each(given, told, make, ["interest", "text"], ["kind"])


def crossings(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in which occupations of O*NET stand beside ours."""

    def make(row: Row) -> Crossing:
        return Crossing(noc=code5(row["noc"]), onet=row["onet"])

    yield from _each(given, told, make, ["noc", "onet"], ["onet"])


def _each(given: Given, told: Told, make: Callable[[Row], M], key: list[str], facts: list[str]) -> Iterator[Told]:
    """One thing of each row; the same twice counts once."""
    made: dict[tuple[object, ...], M] = {}
    for line, row in rows_of(given.file, told):
        try:
            thing = make(row)
            check(thing)
        except ValidationError as error:
            told.bad(line, why(error))
        except KeyError as error:
            told.bad(line, missing_column(error))
        else:
            made[tuple(getattr(thing, name) for name in key)] = thing
    for some in in_chunks(made.values()):
        keep(some, key, facts, told)
        yield told
