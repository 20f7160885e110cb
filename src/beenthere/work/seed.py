"""The starter hundred: ordinary occupations with their code, both titles, and what people call them."""

import csv
import datetime as dt
from pathlib import Path

from django.db import transaction

from beenthere.work.findable import make_findable
from beenthere.work.models import Occupation

FILE = Path(__file__).parent / "data" / "occupations.csv"
SOURCE_URL = "https://www.statcan.gc.ca/en/subjects/standard/noc/2021/indexV1"
SOURCE_DATE = "NOC 2021, version 1.0"
READ_ON = dt.date(2026, 11, 21)
# Who checked a row here, and when, is the installation's own: reading the file again does not touch it.
FROM_THE_FILE = [
    "title_en", "title_fr", "words_en", "words_fr", "field", "teer", "interests", "source_url", "source_date",
    "read_on",
]  # fmt: skip


def load_seed() -> int:
    """Put the starter hundred in place; a second time changes nothing. Returns how many there are."""
    rows = [_occupation(row) for row in _rows()]
    with transaction.atomic():
        Occupation.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["noc"], update_fields=FROM_THE_FILE
        )  # fmt: skip
    # Others that a file brought in stay as they are.
    for _done in make_findable([row.noc for row in rows]):
        pass
    return len(rows)


def _rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _occupation(row: dict[str, str]) -> Occupation:
    noc = row["noc"]
    return Occupation(
        **row, field=noc[0], teer=int(noc[1]), source_url=SOURCE_URL, source_date=SOURCE_DATE, read_on=READ_ON
    )
