"""The rules on income support and earnings that ship with the product, as the table of facts gives them."""

import csv
import datetime as dt
from pathlib import Path

from beenthere.work.models import BenefitRule

FILE = Path(__file__).parent / "data" / "benefit_rules.csv"
WORDS = (
    "slug",
    "benefit",
    "name_en",
    "name_fr",
    "who_en",
    "who_fr",
    "also_en",
    "also_fr",
    "shape",
    "sure",
    "per",
    "counts",
)
NUMBERS = ("kept", "supplement", "prior_part", "waiting_months", "for_year")
# Who checked a row here, and when, is the installation's own: reading the file again does not touch it.
THE_INSTALLATIONS = {"slug", "checked_by", "checked_on"}


def load_benefit_rules() -> int:
    """Put the rules in place; a second time changes nothing. Returns how many there are."""
    rules = rules_of_the_file()
    fields = [each.name for each in BenefitRule._meta.concrete_fields if each.name not in THE_INSTALLATIONS]
    BenefitRule.objects.bulk_create(rules, update_conflicts=True, unique_fields=["slug"], update_fields=fields)
    return len(rules)


def rules_of_the_file() -> list[BenefitRule]:
    """The rows of the file, which need no database."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [_rule(row) for row in csv.DictReader(file)]


def _rule(row: dict[str, str]) -> BenefitRule:
    return BenefitRule(
        **{name: row[name] for name in WORDS},
        **{name: int(row[name]) if row[name] else None for name in NUMBERS},
        place=row["jurisdiction"],
        exempt=_cents(row["exempt"]) if row["exempt"] else None,
        tiers=[[_cents(above), int(kept)] for above, kept in (each.split(":") for each in row["tiers"].split())],
        stops=row["stops"] == "yes",
        prorated=row["prorated"] == "yes",
        source_url=row["source_url"],
        source_date=row["source_date"],
        read_on=dt.date.fromisoformat(row["read_on"]),
    )


def _cents(dollars: str) -> int:
    whole, _point, part = dollars.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0") or 0)
