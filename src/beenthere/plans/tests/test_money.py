"""Time and money side by side: what a person sees of a rule, and that it is theirs alone."""

import datetime as dt
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client

from beenthere.core import clock
from beenthere.core.tests.races import at_once
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions
from beenthere.plans.models import MoneyNow, Path, Variant
from beenthere.plans.tests import make
from beenthere.plans.tests.pages import address, page, send, words_of
from beenthere.work.models import BenefitRule
from beenthere.work.seed_benefits import load_benefit_rules

pytestmark = pytest.mark.django_db
IN_NOVEMBER = dt.datetime(2026, 11, 28, 15, tzinfo=dt.UTC)
WORK = {"name": "Work and the course", "work_hours": "12", "pay": "19", "course_hours": "9", "cost": "60"}


@pytest.fixture(autouse=True)
def _in_november() -> Iterator[None]:
    """A day on which the rules were read a week ago."""
    with clock.at(IN_NOVEMBER):
        load_benefit_rules()
        yield


@pytest.fixture
def amara() -> Person:
    return person("Amara")


@pytest.fixture
def hers(amara: Person) -> Client:
    return signed_in(amara)


def money(client: Client, language: str = "en") -> str:
    return words_of(page(client, "money", language=language))


def sent(client: Client, typed: dict[str, str], variant: Variant | None = None) -> int:
    """Set a way beside the others, or try one otherwise."""
    to = address("variant", variant.pk) if variant else address("variant-new")
    return client.post(to, typed).status_code


def test_a_blank_page_welcomes_and_asks_nothing(hers: Client) -> None:
    shown = money(hers)
    assert "Say what I get now" in shown
    assert "Try out a way" in shown
    assert not MoneyNow.objects.exists()


def test_ontario_keeps_a_quarter_above_a_thousand_and_says_so(hers: Client, amara: Person) -> None:
    assert send(hers, "money-now", benefit="on-odsp-disability", support="$1,308") == 302
    assert sent(hers, {**WORK, "pay": "24,50", "course_from": "2027-01"}) == 302
    shown = money(hers)
    # 12 h at $24.50 are 294 a week, 1,274 a month; 1,308 - 75 % of 274 is 1,102.50, rounded with the total.
    assert "November to December 2026 12 h a week $1,274 $1,103 $0 $2,377" in shown
    assert "January to October 2027 21 h a week $1,274 $1,103 $60 $2,317" in shown
    assert "Of each dollar above it, you keep 25 cents; 75 are taken off the support." in shown
    assert "read on an official page" in shown
    assert "February 2023" in shown
    assert "Ask your worker" in shown
    assert "you will" not in shown.lower()


def test_quebec_shows_its_top_up_and_its_step(hers: Client, amara: Person) -> None:
    actions.tell_money_now(by=amara, told={"benefit": "qc-solidarity-single", "support": 1200})
    actions.make_variant(by=amara, told={"name": "Work", "work_hours": 12, "pay": 1900})
    actions.make_variant(by=amara, told={"name": "More work", "work_hours": 20, "pay": 1900})
    shown = money(hers)
    assert "12 h a week $988 $609 $0 $1,597" in shown
    assert "A step: from $1,399.01 earned in a month on, the month has about $300 less at once." in shown
    assert "no support is left, and what was added back ends with it, all at once." in shown
    assert "Une marche" in money(hers, "fr")


@pytest.mark.parametrize(
    ("benefit", "why"),
    [
        ("ab-aish", "have not read it on an official page"),
        ("pe-single", "is years old"),
        ("ab-aish-2016-single", "how it was in the past"),
        ("nl-income-support", "have found no page"),
        ("ca-ei", "what a week paid you before the claim"),
    ],
)
def test_a_rule_that_is_not_sure_refuses_and_says_what_to_ask(
    hers: Client, amara: Person, benefit: str, why: str
) -> None:
    make.variant(amara)
    actions.tell_money_now(by=amara, told={"benefit": benefit, "support": 1308})
    shown = money(hers)
    assert why in shown
    assert "Support, by the rule not calculated" in shown
    assert "12 h a week $988 $0 $988" in shown
    assert "Is this still the rule" in shown


def test_a_rule_read_more_than_a_year_ago_refuses(hers: Client, amara: Person) -> None:
    make.variant(amara)
    assert "$1,308" in money(hers)
    BenefitRule.objects.update(read_on=dt.date(2025, 11, 27))
    assert "Nobody has looked at the source here for more than 12 months" in money(hers)
    assert "not calculated" in money(hers)


def test_the_pension_plan_stops_at_once_and_is_shown_as_a_cliff(hers: Client, amara: Person) -> None:
    actions.tell_money_now(by=amara, told={"benefit": "ca-cppd", "support": 1100, "earned_this_year": 9000})
    actions.make_variant(by=amara, told={"name": "Work", "work_hours": 24, "pay": 2000})
    shown = money(hers)
    assert "the amount is reached at which you have to tell them" in shown
    assert "From $19,339.74 in a calendar year on, the benefit is likely to stop, all at once." in shown
    assert "October 2027 : support is likely to have stopped" in shown.replace("2027:", "2027 :")
    assert "These are the amounts of 2024." in shown


def test_a_way_begins_from_a_path_and_names_it(hers: Client, amara: Person) -> None:
    path = make.path(amara, aim="Café job", kind="job", hours=12.5, money_out=40)
    form = hers.get(f"{address('variant-new')}?path={path.pk}").content.decode()
    assert 'value="Café job"' in form
    assert 'name="work_hours" value="12.5"' in form
    assert f"?path={path.pk}" in page(hers, "path", path.pk)
    sent(hers, {"name": "Café", "work_hours": "12.5", "pay": "18", "paths": str(path.pk)})
    assert "Goes with: Café job" in money(hers)


def test_what_makes_no_sense_is_told_and_kept_for_another_try(hers: Client) -> None:
    typed = {**WORK, "pay": "a lot", "course_from": "2027-03", "course_until": "2027-01"}
    answer = hers.post(address("variant-new"), typed).content.decode()
    assert "like 19 or 19.50" in answer
    assert "It would end before it begins" in answer
    assert 'value="a lot"' in answer
    assert not Variant.objects.exists()


def test_a_way_can_be_tried_otherwise_and_taken_away(hers: Client, amara: Person) -> None:
    mine = make.variant(amara, make.path(amara))
    assert 'name="pay" value="19"' in page(hers, "variant", mine.pk)
    sent(hers, {"name": "Sixteen hours", "work_hours": "16", "pay": "19.5"}, mine)
    assert "16 h a week" in money(hers)
    assert "Goes with" not in money(hers)
    send(hers, "variant-remove", mine.pk)
    assert not Variant.objects.exists()
    assert Path.objects.count() == 1


def test_three_stand_side_by_side_and_a_fourth_waits(hers: Client, amara: Person) -> None:
    for name in ("One", "Two", "Three"):
        make.variant(amara, name=name)
    assert "Take one away to try another" in money(hers)
    assert sent(hers, {"name": "Four"}) == 404
    assert hers.get(address("variant-new")).status_code == 302
    actions.remove_variant(by=amara, variant=Variant.objects.get(place=2))
    make.variant(amara, name="Two again")
    assert [str(each) for each in Variant.objects.all()] == ["One", "Two again", "Three"]


def test_sending_twice_makes_one(amara: Person) -> None:
    new_id = uuid4()
    for _time in range(2):
        actions.make_variant(by=amara, told={"name": "Once"}, new_id=new_id)
    assert Variant.objects.count() == 1


def test_nobody_else_has_a_way_to_it(amara: Person) -> None:
    mine = make.variant(amara)
    benoit = person("Benoît")
    make.connected(amara, benoit)
    assert signed_in(benoit).get(address("variant", mine.pk)).status_code == 404
    assert "Twelve hours" not in page(signed_in(benoit), "money")
    assert signed_in(benoit).get(f"{address('variant-new')}?path={make.path(amara).pk}").status_code == 200


def test_each_person_is_offered_their_own_province_first(hers: Client) -> None:
    shown = page(hers, "money-now")
    assert shown.index('<optgroup label="Ontario"') < shown.index('<optgroup label="All of Canada"')
    assert shown.count('value="ca-cppd"') == 1


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_two_at_the_same_moment_never_stand_at_one_place() -> None:
    amara = person("Amara")
    at_once(*[lambda: actions.make_variant(by=amara, told={"name": "x"})] * 5)
    assert sorted(each.place for each in Variant.objects.all()) == [1, 2, 3]
