"""Words without accents and endings, initials, and slips of the keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beenthere.core import words
from beenthere.core.bilingual import PAIRS, in_other_words

# One word as a page writes it, the other as somebody types it.
SAME_WORD = [
    ("rétablissement", "retablissement"),
    ("formations", "formation"),
    ("entraide", "ENTRAIDE"),
    ("aidants", "aidant"),
    ("bénévoles", "benevole"),
    ("réfugiées", "réfugié"),
    ("identités", "identite"),
    ("Québécoise", "quebecois"),
    ("œuvre", "oeuvre"),
    ("travailler", "travail"),
    ("logements", "logement"),
    ("étudiantes", "etudiant"),
    ("certifiée", "certifie"),
    ("emplois", "emploi"),
    ("femmes", "femme"),
    ("aidant·e·s", "aidants"),
    ("peers", "peer"),
    ("supporting", "support"),
    ("families", "family"),
    ("veterans", "veteran"),
    ("trainings", "training"),
]


@pytest.mark.parametrize(("written", "typed"), SAME_WORD)
def test_accents_and_endings_are_forgiven(written: str, typed: str) -> None:
    [one] = words.words_of(written)
    assert words.forms(one) & words.forms(typed)


def test_a_hyphenated_word_is_known_by_its_parts_and_as_one() -> None:
    assert words.words_of("Drop-in, 9-8-8") == ["drop", "in", "dropin", "9", "8", "8", "988"]


def test_small_words_are_left_out_unless_there_is_nothing_else() -> None:
    assert words.asked_words("de l’entraide pour la famille") == ["entraide", "famille"]
    assert words.asked_words("on the") == ["on", "the"]


def test_initials_of_long_names_are_known() -> None:
    assert list(words.initials("Psychiatric Survivors of Ottawa, near a Big River")) == ["pso"]
    assert list(words.initials("Peer Support Canada")) == ["psc"]


@pytest.mark.parametrize(
    ("slip", "meant"), [("entriade", "entraide"), ("formtion", "formation"), ("montrael", "montreal"), ("wrpa", "wrap")]
)
def test_a_slip_finds_the_nearest_word(slip: str, meant: str) -> None:
    known = ["entraide", "entrée", "formation", "format", "montreal", "moral", "wrap", "work"]
    assert words.nearest(slip, known) == meant


def test_a_word_far_from_all_others_is_left_alone() -> None:
    assert words.nearest("zzyzx", ["entraide", "formation"]) == ""


@given(st.text(max_size=60))
def test_no_form_of_any_word_can_break_out_of_a_search(text: str) -> None:
    for word in words.words_of(text) + words.asked_words(text):
        assert all(form.isalnum() and form == form.casefold() for form in words.forms(word))


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert words.clean(words.clean(text)) == words.clean(text)


def test_the_other_languages_words_stand_for_whole_phrases_only() -> None:
    assert "réduction des méfaits" in in_other_words(["Harm Reduction Worker"], "en")[1]
    assert "mental health" in in_other_words(["La santé mentale d’abord"], "fr")[1]
    assert "teenagers" in in_other_words(["a group for", "youth"], "en")[0]
    assert in_other_words(["unfamiliar networking"], "en") == ("", "")


def test_every_pair_has_words_in_both_languages() -> None:
    assert all(english and french for english, french in PAIRS)
