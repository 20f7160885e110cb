"""The pure parts of a résumé: days, what stands where, and the common form in and out. No database."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from beenthere.plans.resume import days, jsonresume, pdf
from beenthere.plans.resume.facts import About, Fact, moved_up, placed
from beenthere.plans.resume.jsonresume import NotUnderstood, Why
from beenthere.plans.resume.sheet import Style, lay_out

SCHEMA = json.loads((Path(__file__).parent / "jsonresume/schema.json").read_text("utf-8"))
AMARA = About(
    name="Amara D.", line="Calme et précise.", town="Ottawa", phone="613 555-0100", email="a@example.org",
    web="https://example.org/amara",
)  # fmt: skip
COOK = Fact(kind="work", title="Aide-cuisinière", place="Le Coin", start="2023-05", ongoing=True, language="fr")
BREAK = Fact(kind="break", title="Famille et santé", start="2018", end="2023", language="fr")
SILENT = Fact(kind="break", start="2010", end="2012", language="fr")
PEER = Fact(kind="peer", title="Peer supporter", place="Phare", start="2016", end="2018-02", words="Listening")
STUDY = Fact(kind="study", title="DEP en cuisine", place="CFP", end="2015", language="fr")
SKILL = Fact(kind="skill", title="Couture", words="rideaux\nrobes", language="fr")
TONGUE = Fact(kind="language", title="Français", words="langue première", language="fr")
LIFE = [COOK, BREAK, SILENT, PEER, STUDY, SKILL, TONGUE]
FRENCH = Style("fr")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2019", "2019"), ("2019-03", "2019-03"), ("3/2019", "2019-03"), ("2019-03-28", "2019-03"),
        ("March 2019", "2019-03"), ("févr. 2019", "2019-02"), ("août 2019", "2019-08"), ("jui 2019", None),
        ("2019-13", None), ("soon", None), ("1066", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(typed: str, day: str | None) -> None:
    assert days.parse(typed) == day


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (COOK, "depuis mai 2023"), (BREAK, "2018 – 2023"), (STUDY, "2015"),
        (replace(COOK, start="", end="2015", ongoing=False), "jusqu’en 2015"), (SKILL, ""),
        (replace(BREAK, end="2018"), "2018"), (replace(COOK, start=""), "jusqu’à présent"),
    ],
)  # fmt: skip
def test_days_are_told_as_far_as_they_are_known(fact: Fact, said: str) -> None:
    found = lay_out(AMARA, [fact], FRENCH).sections[0].entries[0].days
    assert found.replace("\u00a0", " ") == said


def test_work_peer_support_and_a_break_stand_together_and_a_break_without_words_leaves_no_trace() -> None:
    sheet = lay_out(AMARA, LIFE, FRENCH)
    assert [section.title for section in sheet.sections] == ["Expérience", "Formation", "Compétences", "Langues"]
    titles = [entry.title for entry in sheet.sections[0].entries]
    assert titles == ["Aide-cuisinière", "Famille et santé", "Peer supporter"]
    assert [entry.language for entry in sheet.sections[0].entries] == ["", "", "en"]
    assert "2010" not in str(sheet)


def test_skills_can_come_first_and_dates_can_stay_away() -> None:
    sheet = lay_out(AMARA, LIFE, Style("en", order="skills", dates="none"))
    assert [section.title for section in sheet.sections] == ["Skills", "Experience", "Learning", "Languages"]
    assert "20" not in str([entry.days for section in sheet.sections for entry in section.entries])


def test_what_is_new_finds_its_place_and_what_was_moved_keeps_it() -> None:
    facts = {"cook": COOK, "peer": PEER, "break": BREAK, "sew": SKILL}
    assert placed([], facts, facts) == ["cook", "break", "peer", "sew"]
    assert placed(["peer", "cook"], ["break", "sew"], facts) == ["break", "peer", "cook", "sew"]
    assert moved_up(["cook", "sew", "peer"], "peer", facts) == ["peer", "cook", "sew"]
    assert moved_up(["cook", "sew"], "sew", facts) == ["cook", "sew"]


@pytest.mark.parametrize("style", [FRENCH, Style("en", dates="years"), Style("en", dates="none")])
def test_what_goes_out_is_json_resume_and_comes_back_as_it_was(style: Style) -> None:
    out = jsonresume.written(AMARA, LIFE, style)
    jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(out)
    assert ("2018" in str(out)) == (style.dates != "none")
    back = jsonresume.read(json.dumps(out).encode(), style.language)
    assert back.about == AMARA
    if style == FRENCH:
        assert set(back.facts) == set(LIFE) - {SILENT}


def test_the_schema_would_notice_a_wrong_day() -> None:
    out = jsonresume.written(AMARA, [replace(BREAK, start="long ago")], FRENCH)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(SCHEMA).validate(out)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[" * 60_000, Why.NOT_JSON), (b'{"work": [', Why.NOT_JSON), (b"", Why.NOT_JSON),
        (b"9" * 60_000, Why.NOT_JSON),
        (b"\xff\xfe{\x00}\x00", Why.NOT_TEXT), (b" " * 65_537, Why.TOO_BIG), (b"[]", Why.NO_RESUME),
        (b'{"basics": 7, "work": {"a": 1}, "skills": [[], null, "x"]}', Why.NO_RESUME),
    ],
)  # fmt: skip
def test_a_file_that_is_no_resume_gets_one_reason(data: bytes, why: Why) -> None:
    with pytest.raises(NotUnderstood) as refused:
        jsonresume.read(data, "en")
    assert refused.value.why is why


def test_of_a_hostile_file_only_plain_words_are_taken() -> None:
    work = {"position": "a\u0000\u202eb\ud800" + "x" * 250, "name": ["no"], "startDate": "2019-99", "kind": "king"}
    file = {"basics": {"name": "A", "url": "javascript:alert(1)", "email": "no"}, "work": [work] * 160, "awards": [1]}
    found = jsonresume.read(json.dumps(file).encode(), "en")
    assert (found.about, len(found.facts), found.shortened) == (About(name="A"), 150, True)
    assert found.aside == ("awards",)
    assert found.facts[0] == Fact(kind="work", title="ab" + "x" * 198)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_pdf_is_tagged_says_its_language_and_takes_words_as_words(language: str) -> None:
    rude = replace(COOK, words='#panic("x") *a* $ \\ ] #{', title='= #image("/etc/passwd")')
    made = pdf.made(lay_out(AMARA, [rude, *LIFE], Style(language)))
    for mark in (b"/StructTreeRoot", b"<pdfuaid:part>1<", b"/DisplayDocTitle true", f"/Lang({language}-CA)".encode()):
        assert mark in made
    other = b"/Lang(fr-CA)" if language == "en" else b"/Lang(en-CA)"  # what was written in the other language
    assert other in made
    assert b"CreationDate" not in made


def test_a_letter_without_a_drawing_is_refused_and_not_left_out() -> None:
    with pytest.raises(pdf.CannotBeWritten):
        pdf.made(lay_out(About(name="\U0001fadf\U00013000"), [], FRENCH))
