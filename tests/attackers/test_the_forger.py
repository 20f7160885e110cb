"""Somebody who forges forms, files and texts: what breaks a page, fills a disk, or tells what is somebody else's."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from beenthere.core.templatetags.ui import site
from beenthere.directory.models import Phone, Service
from beenthere.directory.sources import NotAFile, bring_in_file
from beenthere.directory.tests.make import node
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions
from beenthere.plans.actions.applications import MOST_MOVES
from beenthere.plans.amounts import parse_cents, parse_hours
from beenthere.plans.models import Application, Resume, ResumeFact, Variant
from beenthere.plans.resume import pdf
from beenthere.plans.resume.facts import About, Fact
from beenthere.plans.resume.jsonresume import MOST_BYTES
from beenthere.plans.resume.sheet import Style, lay_out
from beenthere.plans.tests import make
from tests.world import World

RESUME = {"name": "Mine", "language": "en", "order": "time", "dates": "full"}
FACT = {"title": "Baker", "language": "en"}


def address(name: str, *args: object) -> str:
    return reverse(name if ":" in name else f"plans:{name}", args=args)


# Texts in a résumé


def test_a_hundred_thousand_lines_make_no_mountain_of_a_pdf() -> None:
    endless = Fact(kind="work", title="Baker", words="y\n" * 1000)
    made = pdf.made(lay_out(About(name="Dana"), [endless] * 150, Style()))
    assert len(made) < 5_000_000


def test_the_lines_that_go_on_without_end_stand_together_in_the_last() -> None:
    endless = Fact(kind="work", title="Baker", words="y\n" * 1000)
    lines = lay_out(About(), [endless], Style()).sections[0].entries[0].lines
    assert (len(lines), " ".join(lines).count("y")) == (40, 1000)


def test_signs_for_machines_that_were_pasted_along_do_not_hinder_the_pdf() -> None:
    pasted = Fact(kind="work", title="Ba\x01ker\x02", words="\x03\x7f\x85\ufffe\nbread\x1b[31m")
    made = pdf.made(lay_out(About(name="Da\x01na", line="\x1f"), [pasted], Style()))
    assert made.startswith(b"%PDF")


def test_a_pdf_tells_nothing_beside_what_stands_on_its_page() -> None:
    made = pdf.made(lay_out(About(name="Dana"), [Fact(kind="work", title="Baker")], Style()))
    assert b"/Author" in made
    for word in (
        b"ModDate",
        b"CreationDate",
        b"CreateDate",
        b"/Subject",
        b"/Keywords",
        b"beenthere",
        b"resume.typ",
        b"/tmp",
        b"/home",
    ):
        assert word not in made


@pytest.mark.parametrize(
    ("about", "link"),
    [(About(phone="call my sister"), ""), (About(phone="613-555-0100 ext. 4"), "tel:6135550100"),
     (About(phone="+1 (613) 555-0100"), "tel:+16135550100"), (About(email="d+cv@x.org"), "mailto:d+cv@x.org"),
     (About(email="d@x.org?bcc=spy@y.org"), "mailto:d@x.org%3Fbcc%3Dspy@y.org")],
)  # fmt: skip
def test_a_tap_on_a_resume_calls_and_writes_to_nobody_else(about: About, link: str) -> None:
    assert lay_out(about, [], Style()).reach[0].link == link


@pytest.mark.django_db
def test_a_file_just_small_enough_is_understood_on_its_way_back_too() -> None:
    dana = person("Dana")
    facts = [{"name": "Bakery", "summary": "\n".join(["nine nine"] * 35)} for _ in range(150)]
    file = json.dumps({"work": facts}, separators=(",", ":"), ensure_ascii=False).encode()
    client = signed_in(dana)
    page = client.post(address("resume-bring"), {"file": SimpleUploadedFile("cv.json", file)})
    text = page.context["form"]["text"].value()
    assert len(file) < MOST_BYTES < len(text.encode())
    assert client.post(address("resume-bring"), {"text": text, "facts": range(150)}).status_code == 302
    assert ResumeFact.objects.filter(person=dana).count() == 150


# Ids of others

FORGED: list[tuple[str, str, dict[str, Any], str, str]] = [
    ("variant-new", "", {"name": "Mine"}, "paths", "path"),
    ("application-new", "", {"what": "Cook", "stage": "sent"}, "paths", "path"),
    ("application-new", "", {"what": "Cook", "stage": "sent"}, "resume", "resume"),
    ("step-new", "", {"text": "Call"}, "paths", "path"),
    ("resume-fact-new", "work", FACT, "on", "resume"),
    ("resume-new", "", RESUME, "facts", "fact"),
    ("experience:strength-new", "", {}, "keep", "strength"),
    ("experience:mirror-ask", "", {}, "strengths", "strength"),
    ("experience:mirror-ask", "", {}, "moments", "moment"),
    ("experience:mirror-ask", "", {}, "supporter", "match"),
]  # fmt: skip


def id_in(world: World, name: str) -> UUID:
    """The id of something of Amara's world."""
    thing: Any = world.facts[name]
    pk: UUID = thing.pk
    return pk


def answered(client: Client, name: str, arg: str, told: dict[str, Any], **forged: object) -> tuple[int, list[str]]:
    """The answer to a forged form: its number, and where it leads or what it says is wrong."""
    found: HttpResponse = client.post(address(name, *filter(None, [arg])), told | forged)  # type: ignore[assignment]
    form = (found.context or {}).get("form") if found.status_code == 422 else None  # type: ignore[attr-defined]
    return found.status_code, [*form.errors] if form else []


def test_what_is_somebody_elses_and_what_nobody_has_are_refused_alike(world: World) -> None:
    dana, mine = signed_in(world.dana), make.path(world.dana)
    facts = actions.tell_facts(by=world.dana, facts=[Fact(kind="work", title="Baker")])
    actions.make_resume(by=world.dana, facts=facts, name="Mine", language="en")
    before = Variant.objects.filter(paths=id_in(world, "path")).count()
    for name, arg, told, field, theirs in FORGED:
        real = answered(dana, name, arg, told, **{field: id_in(world, theirs)})
        assert real == answered(dana, name, arg, told, **{field: uuid4()}), (name, field)
    assert Variant.objects.filter(paths=id_in(world, "path")).count() == before
    assert not mine.applications.exists()
    assert not Application.objects.filter(person=world.dana).exists()


def test_a_new_row_with_the_id_of_somebody_elses_is_refused_and_changes_nothing(world: World) -> None:
    dana, first = signed_in(world.dana), uuid4()
    fact = actions.tell_facts(by=world.amara, facts=[Fact(kind="work", title="Hers")], new_id=first)[0]
    tries = [
        ("resume-fact-new", "work", FACT, first),
        ("resume-new", "", RESUME, id_in(world, "resume")),
        ("variant-new", "", {"name": "Mine"}, id_in(world, "variant")),
        ("application-new", "", {"what": "Cook", "stage": "sent"}, id_in(world, "application")),
        ("sheet-new", "telling", {"whom": "Mine"}, id_in(world, "sheet")),
        ("experience:walk", "", {"moment": "Mine"}, id_in(world, "moment")),
    ]
    assert {answered(dana, name, arg, told, new_id=pk)[0] for name, arg, told, pk in tries} == {404}
    assert (ResumeFact.objects.get(pk=fact.pk).fact.title, Resume.objects.filter(person=world.dana).count()) == (
        "Hers", 0,
    )  # fmt: skip


# Amounts


@pytest.mark.parametrize(
    "text", ["9" * 5000, "9" * 400 + " h 30", "9" * 400 + ":30", "NaN", "inf", "1e308", "-1", "1 " * 900]
)
def test_no_amount_is_too_long_to_be_refused(text: str) -> None:
    assert (parse_cents(text), parse_hours(text)) == (None, None)


@pytest.mark.django_db
def test_a_page_asks_again_for_an_amount_that_no_number_holds() -> None:
    client = signed_in(person("Dana"))
    assert client.post(address("money-now"), {"support": "9" * 5000}).status_code == 422
    assert client.post(address("variant-new"), {"name": "x", "work_hours": "9" * 400 + " h 30"}).status_code == 422


# Applications


@pytest.mark.django_db
def test_an_application_with_an_address_that_is_none_can_still_be_opened() -> None:
    dana = person("Dana")
    kept = make.application(dana, how="http://[")
    page = signed_in(dana).get(address("application", kept.pk))
    assert (page.status_code, b"http://[" in page.content, site("https://x\u2100.example")) == (
        200, True, "https://x\u2100.example",
    )  # fmt: skip


@pytest.mark.django_db
def test_moving_back_and_forth_without_end_fills_no_disk() -> None:
    dana = person("Dana")
    kept = make.application(dana)
    kept.moves = (kept.moves or []) * (MOST_MOVES + 10)
    kept.save(update_fields=["moves"])
    actions.move_application(by=dana, application=kept, stage="no-answer")
    found = Application.objects.get(pk=kept.pk)
    assert (len(found.moves or []), found.stage.code) == (MOST_MOVES, "no-answer")


# Services of others


def took(file: Path, content: str) -> Any:
    file.write_text(content)
    return list(bring_in_file(file, origin="a-test"))[-1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "odd", [{"name": "Half a letter \ud800"}, {"url": "javascript:alert(1)"}, {"organization": {"name": "\udfff"}}]
)
def test_one_odd_service_keeps_out_no_other(odd: dict[str, Any], tmp_path: Path) -> None:
    took(tmp_path / "services.json", json.dumps([node("Odd") | odd, node("Good")]))
    assert Service.objects.filter(name="Good").exists()
    assert not Service.objects.filter(url__startswith="javascript").exists()


@pytest.mark.django_db
def test_a_table_with_a_cell_without_an_end_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotAFile, match="does not end"):
        took(tmp_path / "centres.csv", "x" * 200_000)


@pytest.mark.parametrize(
    ("written", "link"),
    [("604-555-0100 ext. 203", "tel:+16045550100"), ("1-800-555-0100;ext=7", "tel:+18005550100"),
     ("604-555-0100 / 604-555-0101", "tel:+16045550100"), ("+33 1 99 00 12 34", "tel:+33199001234"),
     ("211", "tel:211")],
)  # fmt: skip
def test_what_follows_a_number_does_not_dial_another_country(written: str, link: str) -> None:
    assert Phone(digits=written, type="voice").link == link
