"""Amara sets part-time work and the course beside the course only, in Ontario and then in Quebec."""

from collections.abc import Callable

import pytest
from django.utils.translation import override

from beenthere.core import clock, keys, money
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.plans.tests import make
from beenthere.work.models import BenefitRule
from beenthere.work.seed_benefits import load_benefit_rules
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]
BOTH, COURSE = "Part-time work and the course", "The course only"


def amara() -> Person:
    """Somebody with two paths, on a day on which the rules were read lately."""
    load_benefit_rules()
    BenefitRule.objects.update(read_on=clock.today())
    with keys.held():
        she = person("Amara")
        make.path(she, aim="Café job", kind="job", hours=12)
        make.path(she, aim="Health-care aide", kind="learning", hours=9, money_out=60)
    return she


def tells(phone: Peer, benefit: str, support: str) -> None:
    """Say what she gets now."""
    phone.main.get_by_label(phone.say("Which support do you get?")).select_option(benefit)
    phone.writes(support, into="How many dollars a month, when you earn nothing?")
    is_well(phone)
    phone.presses("Keep it")


def sets_beside(phone: Peer, path: str, name: str, pay: str = "") -> None:
    """Begin from a path, and name it."""
    at(phone, "plans:plan")
    phone.follows(path)
    phone.follows("What would it do to my money and my week?")
    phone.writes(name, into="What do you call it?")
    if pay:
        phone.writes(pay, into="Dollars an hour")
        phone.writes("9", into="Hours of learning a week")
        phone.writes("60", into="What it costs a month")
        january = f"{clock.today().year + 1}-01"
        phone.main.get_by_label(phone.say("The learning begins")).select_option(january)
    is_well(phone)
    phone.presses("Set it beside the others")


def sees_amounts(phone: Peer, *amounts: int) -> None:
    with override(phone.language):
        told = [money.dollars(amount) for amount in amounts]
    for each in told:
        phone.reads(each)


def test_she_compares_in_ontario_and_in_quebec(phone_of: Callable[[Person | None], Peer]) -> None:
    phone = phone_of(amara())
    sets_beside(phone, "Café job", BOTH, pay="24")
    sets_beside(phone, "Health-care aide", COURSE)
    phone.follows("Say what I get now")
    tells(phone, "on-odsp-disability", "1308")
    # 12 h at $24: 1,248 a month; 75 of each 100 above 1,000 off 1,308. With the course alone, all of it stays.
    sees_amounts(phone, 1248, 1122, 2370, 1308)
    phone.sees("read on an official page", context="how sure a rule is")
    phone.sees("Is this still the rule, and which amounts are for this year?")
    is_well(phone)
    phone.follows("Change it")
    tells(phone, "qc-solidarity-single", "1200")
    # 1,200 less 1,048, and 25 of each 100 of these added back.
    sees_amounts(phone, 414, 1662, 1200)
    phone.sees("The rule behind it")
    phone.does_not_read("you will")
    assert phone.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_visitor_reads_the_rules_of_a_province(phone_of: Callable[[Person | None], Peer]) -> None:
    amara()
    visitor = phone_of(None)
    at(visitor, "work:list")
    visitor.follows("What happens to income support when I earn?")
    visitor.follows("Ontario")
    visitor.sees("Others say this; we have not read it on an official page, so nothing is calculated.")
    visitor.sees("Source wanted")
    is_well(visitor)
    visitor.follows("Try it with my own numbers")
    visitor.is_on("Sign in")
