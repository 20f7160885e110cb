"""Cells of messy sheets as facts: what is meant is read, what cannot be is told, and nothing else ever happens."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beenthere.training.importing.sheets import values
from beenthere.training.importing.sheets.columns import TARGETS, fingerprint, guess
from beenthere.training.importing.sheets.rows import Reader, same_name
from beenthere.training.importing.sheets.values import Misread, read


def reads(target: str, text: str, *, day_first: bool | None = None) -> str:
    """What a cell is read as, or the code of what is wrong with it."""
    try:
        return read(target, text, 200, day_first)
    except Misread as error:
        return f"({error.why})"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-27", "2026/11/27", "2026-11-27 00:00:00", "27/11/2026", "11/27/2026", "27-11-26", "27.11.2026",
        "Nov 27 2026", "Nov. 27, 2026", "November 27th, 2026", "27 November 2026", "27 novembre 2026",
        "vendredi 27 novembre 2026", "le 27 nov. 2026", "46353", "46353.0",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert reads("starts_on", text) == "2026-11-27"


def test_a_day_that_can_be_two_is_read_as_its_column_is_or_not_at_all() -> None:
    assert reads("starts_on", "03/04/2026") == "(which_order)"
    assert reads("starts_on", "03/04/2026", day_first=True) == "2026-04-03"
    assert reads("starts_on", "03/04/2026", day_first=False) == "2026-03-04"
    assert reads("starts_on", "04/04/2026") == "2026-04-04"
    assert reads("starts_on", "1er août 2027") == "2027-08-01"
    assert reads("starts_on", "31/02/2026") == reads("starts_on", "soon") == "(day)"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1 234,50", "1234.50"), ("1,234.50", "1234.50"), ("$1,234.50", "1234.50"), ("1 234,50 $", "1234.50"),
        ("1\u202f234\u00a0$", "1234"), ("CA$ 450", "450"), ("450.00", "450"), ("1,234", "1234"), ("12,5", "12.5"),
        ("1.234.567", "1234567"), ("0,125", "0.125"), ("gratuit", "0"), ("Free", "0"), ("0 $", "0"),
        ("sliding scale", "sliding scale"), ("-5", "(money)"),
    ],
)  # fmt: skip
def test_money_is_read_in_both_ways_of_writing_it(text: str, told: str) -> None:
    assert reads("cost", text) == told


@pytest.mark.parametrize(
    ("target", "text", "told"),
    [
        ("hours", "40 h", "40"), ("hours", "37,5 heures", "37.5"), ("hours", "6 per week", "6 per week"),
        ("weeks", "3 semaines", "3"), ("weeks", "5 days", "5 days"), ("credits", "10 crédits", "10"),
        ("peer_run", "Oui", "yes"), ("peer_run", "✓", "yes"), ("peer_run", "non", "no"), ("peer_run", "?", "(yes_no)"),
        ("province", "Québec", "QC"), ("province", "N.-B.", "NB"), ("province", "Ont.; QC", "ON; QC"),
        ("province", "Nouvelle-Écosse et Î.-P.-É.", "NS; PE"), ("province", "partout au Canada", "national"),
        ("province", "Newfoundland and Labrador", "NL"), ("province", "Maine", "(province)"),
        ("languages", "français et anglais", "English; French"), ("languages", "Bilingue", "English; French"),
        ("languages", "FR", "French"), ("languages", "Michif", "Michif"), ("name_language", "français", "fr"),
        ("delivery", "en ligne", "online"), ("delivery", "Présentiel", "in-person"), ("audience", "Proches", "family"),
        ("standing", "Terminée", "historic"), ("standing", "Offered", "running"), ("standing", "hm", "(standing)"),
        ("website", "aqrp-sm.org/formations", "https://aqrp-sm.org/formations"), ("website", "see us", "(address)"),
        ("website", "javascript:alert(1)", "(address)"), ("website", "http://[", "(address)"),
        ("phone", "5065551234", "506-555-1234"), ("phone", "+1 506 555-1234", "+1 506 555-1234"),
        ("name", "  Listening \n well ", "Listening well"), ("name", "x" * 201, "(too_long)"),
    ],
)  # fmt: skip
def test_words_of_both_languages_become_what_records_say(target: str, text: str, told: str) -> None:
    assert reads(target, text) == told


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x","y")', "=1+1", " =cmd|' /C calc'!A0", "@SUM(1)", "+cmd|' /C'!A0", "-cmd|x!A1"]
)
def test_a_formula_is_refused_in_every_column(text: str) -> None:
    assert {reads(target, text) for target in TARGETS} == {"(formula)"}


@given(st.sampled_from(TARGETS), st.text(max_size=300))
def test_any_cell_is_read_or_told_wrong(target: str, text: str) -> None:
    assert isinstance(reads(target, text), str)


@given(st.dates(dt.date(1930, 1, 1), dt.date(2170, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y"]))
def test_every_day_comes_back_as_itself(day: dt.date, form: str) -> None:
    assert values.day(day.strftime(form)) == day.isoformat()


def test_columns_are_guessed_in_both_languages_and_nothing_is_guessed_twice() -> None:
    french = ["Nom de la formation", "Organisme", "Province", "Ville", "Coût ($)", "Langue(s)", "Date de début", "Note"]
    assert guess(french) == ["name", "provider", "province", "city", "cost", "languages", "starts_on", "notes"]
    english = ["Training name", "Offered by", "Web site", "Length (weeks)", "Peer-led?", "Name", "", "Zebra"]
    assert guess(english) == ["name", "provider", "website", "weeks", "peer_run", "", "", ""]
    assert guess(list(TARGETS)) == list(TARGETS)


def test_a_header_is_known_again_whatever_its_capitals() -> None:
    assert fingerprint(["Coût", "Ville"]) == fingerprint(["COUT ", "ville"]) != fingerprint(["Ville", "Coût"])


def test_a_row_becomes_facts_source_and_what_is_wrong() -> None:
    reader = Reader(["name", "starts", "", "source_url", "slug", "peer_run"], {"name": 200})
    given_ = reader.read(["Écoute", "2027-01-05", "ignored", "example.org/page", "ecoute", "perhaps"])
    assert given_.facts == {"name": "Écoute", "starts": "2027-01-05", "starts_on": "2027-01-05"}
    assert (given_.source, given_.identity) == ({"source_url": "https://example.org/page"}, {"slug": "ecoute"})
    assert [(one.why, one.target, one.cell) for one in given_.wrong] == [("yes_no", "peer_run", "perhaps")]


def test_a_name_is_the_same_however_it_is_written() -> None:
    assert same_name("L’Écoute  active!", "Le Phare") == same_name("l'ecoute active", "LE PHARE")
    assert same_name("Listening", "Phare") != same_name("Listening", "Kettle")
