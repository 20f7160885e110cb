"""Each rule of the file, with an example worked out by hand from what its row says. No database."""

import csv
import datetime as dt

import pytest
from django.test import Client

from beenthere.core.places import PROVINCES
from beenthere.work.earnings import Note, Now, Rule, Shape, Variant, Work, steps, weekly, what_if, why_not
from beenthere.work.earnings import monthly as by_month
from beenthere.work.models import BenefitRule
from beenthere.work.seed_benefits import FILE, rules_of_the_file

RULES = {row.slug: row for row in rules_of_the_file()}
CALCULATE = {
    "on-odsp-disability", "on-odsp-adult", "qc-solidarity-single", "qc-solidarity-family", "qc-assistance-single",
    "ns-regular", "ns-supported", "nb-assistance", "ca-cppd-call", "ca-cppd-level", "ca-ei",
}  # fmt: skip
SOON = dt.date(2026, 12, 1)


def rule(slug: str) -> Rule:
    return RULES[slug].as_rule


def monthly(slug: str, support: float, earned: float) -> float:
    """Support in dollars beside so many dollars earned in a month."""
    return by_month(rule(slug), round(support * 100), round(earned * 100)) / 100


def test_only_what_was_read_on_an_official_page_calculates() -> None:
    assert len(RULES) == 35
    now = Now(100_000, prior_week=80_000, last_year=0)
    assert {slug for slug, row in RULES.items() if why_not(row.as_rule, SOON, now) is None} == CALCULATE
    assert {slug for slug, row in RULES.items() if why_not(row.as_rule, dt.date(2028, 1, 1), now) is None} == set()


def test_the_typed_columns_say_what_the_words_beside_them_say() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    typed = {"shape", "per", "counts"}
    assert {name: {row[name] for row in rows} for name in typed} == {
        "shape": {each.value for each in Shape}, "per": {"", "week", "month", "year", "calendar year"},
        "counts": {"", "net", "gross", "last_year"},
    }  # fmt: skip
    for row in rows:
        amount = row["exemption_amount_cad"].split()[0] if row["exemption_amount_cad"] else ""
        if row["exempt"] not in {"", "0"} and row["jurisdiction"] != "CA":
            assert row["exempt"] == amount
        assert (row["sure"] == "verified") == (row["status"] == "verified: official source read")
        assert row["jurisdiction"] in {"CA", *PROVINCES}


def test_every_rule_is_told_in_both_languages() -> None:
    for row in RULES.values():
        for english, french in ((row.name_en, row.name_fr), (row.who_en, row.who_fr), (row.also_en, row.also_fr)):
            assert bool(english) == bool(french)
        assert row.name_en
        row.clean_fields(exclude=["benefit"])


@pytest.mark.parametrize(
    ("slug", "support", "earned", "left"),
    [
        # ON, ODSP: 1,000 left alone, then 75 of each 100 taken off. 1,308 - 75 % of 235 = 1,308 - 176.25.
        ("on-odsp-disability", 1308, 1000, 1308),
        ("on-odsp-disability", 1308, 1235, 1131.75),
        ("on-odsp-disability", 1308, 2744, 0),
        ("on-odsp-disability", 1308, 3000, 0),
        # ON, ODSP, an adult without a disability: 200, then 50 %. 1,000 - 50 % of 788 = 606.
        ("on-odsp-adult", 1000, 988, 606),
        # QC: 200 left alone, then dollar for dollar with 25 % on top. 1,200 - 788 + 25 % of 788 = 412 + 197.
        ("qc-solidarity-single", 1200, 200, 1200),
        ("qc-solidarity-single", 1200, 988, 609),
        ("qc-assistance-single", 800, 500, 575),  # 800 - 300 + 75
        ("qc-solidarity-family", 1700, 988, 1184),  # 1,700 - 688 + 172
        # One dollar is left at 1,399 earned, and the top-up with it; one dollar more, and neither is.
        ("qc-solidarity-single", 1200, 1399, 300.75),
        ("qc-solidarity-single", 1200, 1400, 0),
        # NS: keep 75 % of 350-500, 50 % of 500-750, 25 % above. 950 - 37.50 - 125 - 75 % of 238 = 609.
        ("ns-regular", 950, 350, 950),
        ("ns-regular", 950, 988, 609),
        ("ns-supported", 950, 988, 634),  # 450 left alone: 12.50 instead of 37.50
        # NB: 500, then half. 600 - 50 % of 488 = 356.
        ("nb-assistance", 600, 500, 600),
        ("nb-assistance", 600, 988, 356),
        # Told for the shape alone; these rows do not calculate on a screen. PE: 250, keep 30 %; 800 - 70 % of 400.
        ("pe-single", 800, 650, 520),
        ("ab-aish-2016-single", 1588, 1800, 938),  # 800, half to 1,500, then all: 350 + 300 taken off
    ],
)
def test_a_month_as_worked_out_by_hand(slug: str, support: float, earned: float, left: float) -> None:
    assert monthly(slug, support, earned) == left


def test_employment_insurance_keeps_half_up_to_nine_tenths_of_the_earlier_pay() -> None:
    # 440 a week, 800 before: 50 % of the first 720 is taken off, and all of what is above.
    ei = rule("ca-ei")
    assert weekly(ei, 44_000, 22_800, 80_000) == 32_600
    assert weekly(ei, 44_000, 72_000, 80_000) == 8_000
    assert weekly(ei, 44_000, 75_000, 80_000) == 5_000
    assert weekly(ei, 44_000, 90_000, 80_000) == 0
    # 12 h at $19: 228 a week, half of it kept, 52 weeks in 12 months: 1,900 - 494.
    (month,) = what_if([ei], Now(190_000, prior_week=80_000), Variant(Work(1_200, 1_900)), SOON, 1)
    assert (month.earned, month.support) == (98_800, 140_600)


def test_quebec_shows_the_step_at_which_the_top_up_ends() -> None:
    # At 1,399 earned: 1,399 + 1 + 299.75. A cent more, and not even one dollar is left.
    (step,) = steps([rule("qc-solidarity-single")], Now(120_000))
    assert (step.at, step.a_year) == (139_901, False)
    assert step.falls == 29_975


def test_the_pension_plan_has_an_amount_to_call_at_and_one_that_may_end_it() -> None:
    both = [rule("ca-cppd-call"), rule("ca-cppd-level")]
    (step,) = steps(both, Now(110_000))
    assert (step.at, step.falls, step.a_year) == (1_933_974, 110_000, True)
    # 2,080 a month from January: 8,320 in April, 20,800 in October.
    months = what_if(both, Now(110_000), Variant(Work(2_400, 2_000)), dt.date(2027, 1, 1))
    assert [Note.CALL in month.notes for month in months].index(True) == 3
    assert [month.support for month in months] == [110_000] * 9 + [0] * 3


def test_british_columbia_leaves_a_pool_alone_in_a_year() -> None:
    # 15,000 a year; 2,000 a month uses it up in August, with 1,000 of it counted then. (The row itself refuses.)
    months = what_if([rule("bc-pwd-single")], Now(148_300), Variant(Work(2_308, 2_000)), dt.date(2027, 1, 1))
    assert [month.support for month in months[:7]] == [148_300] * 7
    assert sum(148_300 - (month.support or 0) for month in months[:8]) == months[0].earned * 8 - 1_500_000
    assert months[11].support == 0


@pytest.mark.django_db
def test_loading_twice_changes_nothing_and_keeps_who_checked() -> None:
    from beenthere.work.seed_benefits import load_benefit_rules

    assert load_benefit_rules() == 35
    BenefitRule.objects.filter(pk="on-works").update(checked_by="Ravi")
    assert load_benefit_rules() == BenefitRule.objects.public().count() == 35
    assert BenefitRule.objects.get(pk="on-works").checked_by == "Ravi"


@pytest.mark.django_db
def test_one_place_is_read_at_a_time_and_all_of_them_only_when_asked(client: Client) -> None:
    from beenthere.work.seed_benefits import load_benefit_rules

    load_benefit_rules()
    plain, ontario, everything = (
        client.get(f"/fr/work/benefits/{ask}").content.decode() for ask in ("", "?place=ON", "?place=all")
    )
    assert ('id="on"' in plain, 'id="ca"' in plain) == (False, True)
    assert ('id="on"' in ontario, 'id="qc"' in ontario) == (True, False)
    assert 'id="on"' in everything
    assert 'id="qc"' in everything
