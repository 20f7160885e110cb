"""Telling or not, asking, first weeks: thought through in private, told to nobody by this site."""

import pytest
from django.urls import reverse
from django.utils import translation

from beenthere.core import clock
from beenthere.core.slots import fillings
from beenthere.people.tests.make import person, signed_in
from beenthere.plans.actions import begin_sheet
from beenthere.plans.forms import SHEET_FORMS
from beenthere.plans.letter import letter_of
from beenthere.plans.models import Sheet, Step
from beenthere.work.first_steps import FIRST_STEPS, numbered
from beenthere.work.needs import DUTIES, NEEDS


def test_a_letter_says_what_helps_in_its_own_language_and_never_why() -> None:
    words = {"arrangements": ["short-breaks", "gone"], "own": "A chair by the window\n\n", "to": "Jo", "language": "fr"}
    with translation.override("en"):
        letter = letter_of(words)
    assert letter.before[0] == "Bonjour Jo,"
    assert letter.asked == ("plusieurs courtes pauses au lieu d’une longue", "A chair by the window")
    assert "because" not in " ".join(letter.after)


def test_every_arrangement_has_a_code_of_its_own() -> None:
    codes = [code for need in NEEDS for code in need.arrangements]
    assert len(codes) == len(set(codes)) > 30


def test_every_duty_says_where_it_was_read() -> None:
    assert all(duty.source.startswith("http") for duty in DUTIES)


def test_each_kind_of_path_has_first_steps_to_do_to_ask_and_for_money() -> None:
    assert {kind: len(groups) for kind, groups in FIRST_STEPS.items()} == dict.fromkeys(FIRST_STEPS, 3)
    assert len(numbered("self_employment")) >= 8


@pytest.mark.django_db
@pytest.mark.parametrize("kind", SHEET_FORMS)
def test_a_blank_sheet_is_a_sheet_and_the_mind_may_change(kind: str) -> None:
    amara = person("Amara")
    client = signed_in(amara)
    client.post(reverse("plans:sheet-new", args=[kind]), {"place": ""})
    sheet = Sheet.objects.visible_to(amara).get()
    client.post(reverse("plans:sheet-edit", args=[sheet.pk]), {"place": "The bakery"})
    assert "The bakery" in client.get(reverse("plans:sheet", args=[sheet.pk])).content.decode()
    client.post(reverse("plans:sheet-remove", args=[sheet.pk]))
    assert not Sheet.objects.exists()


@pytest.mark.django_db
def test_what_was_ticked_stands_on_the_sheet_and_in_the_letter() -> None:
    amara = person("Amara")
    client = signed_in(amara)
    client.post(reverse("plans:sheet-new", args=["asking"]), {"arrangements": ["swap"], "language": "en"})
    sheet = Sheet.objects.visible_to(amara).get()
    for name in ("sheet", "sheet-letter"):
        page = client.get(reverse(f"plans:{name}", args=[sheet.pk])).content.decode()
        assert "wapping shifts with colleagues" in page


@pytest.mark.django_db
def test_one_comes_back_to_the_first_weeks_as_often_as_one_wants() -> None:
    amara = person("Amara")
    client = signed_in(amara)
    sheet = begin_sheet(by=amara, kind="first-weeks", words={"place": "The bakery"})
    for _twice in range(2):
        client.post(reverse("plans:sheet-again", args=[sheet.pk]), {"often": "slower"})
    steps = Step.objects.visible_to(amara).order_by("made_at")
    weeks = [(step.on - clock.today(amara)).days // 7 for step in steps if step.on]
    assert (weeks, {step.text for step in steps}) == ([1, 2, 4, 8], {"Look at “The bakery” again: how is it going?"})
    assert steps[0].paths.count() == 0  # a shared path shows its steps


@pytest.mark.django_db
def test_a_first_step_goes_into_the_plan_in_the_language_of_the_page() -> None:
    amara = person("Amara")
    signed_in(amara).post("/fr/plan/first-steps/job/1/")
    assert [step.text for step in Step.objects.visible_to(amara)] == [
        "Noter trois choses qui font un bon emploi pour moi"
    ]


@pytest.mark.django_db
def test_the_practical_pages_lead_into_the_plan_and_say_what_is_not_known() -> None:
    amara = signed_in(person("Amara"))
    page = amara.get(reverse("work:needs")).content.decode()
    assert "Source wanted for" in page
    assert reverse("plans:sheet-new", args=["asking"]) in page
    assert "plans/slots/add_first_step.html" in fillings("work.first-step.actions")
    assert amara.get("/en/work/first-steps/nothing/").status_code == 404
