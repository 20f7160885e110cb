"""Words that people type are forgiven what keyboards and phones change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beenthere.people import passphrases, recovery_codes, sign_in_words


@pytest.mark.parametrize("language", ["en", "fr"])
def test_offers_five_everyday_words_of_the_language(language: str) -> None:
    offer = passphrases.offered(language)
    assert len(offer.split()) == 5
    assert passphrases.was_offered(offer, language)


def test_what_was_not_offered_is_seen() -> None:
    assert not passphrases.was_offered("one two", "en")
    assert not passphrases.was_offered("", "en")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_there_are_enough_words_that_stay_apart_without_accents(language: str) -> None:
    words = passphrases.everyday_words(language)
    assert len({passphrases.normalised(word) for word in words}) == len(words) >= 1024


def test_a_passphrase_forgives_capitals_accents_and_hyphens() -> None:
    assert passphrases.normalised("Érable  lampe-Rivière ") == passphrases.normalised("erable lampe rivière")


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = passphrases.normalised(text)
    assert passphrases.normalised(once) == once


def test_a_card_has_ten_different_codes_without_signs_that_look_alike() -> None:
    codes = recovery_codes.new_card()
    assert len(set(codes)) == 10
    assert not set("".join(codes)) & set("01OIL")


def test_a_code_may_be_typed_in_small_letters_without_hyphens() -> None:
    assert recovery_codes.normalised(" k7qm 2xwd-9pta") == "K7QM2XWD9PTA"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Amara", "amara"), ("  Amara D. ", "amara-d"), ("Été 99", "été-99"), ("ᐃᓄᒃ", "ᐃᓄᒃ")],
)
def test_her_own_word_is_tidied(typed: str, kept: str) -> None:
    assert sign_in_words.own_part(typed) == kept


@pytest.mark.parametrize("typed", ["", "  ", "!?", "—"])
def test_a_word_needs_something_that_can_be_typed_back(typed: str) -> None:
    with pytest.raises(sign_in_words.NoLetters):
        sign_in_words.own_part(typed)


def test_the_ending_is_a_noun_of_her_language_and_a_number() -> None:
    own, noun, number = sign_in_words.with_ending("amara", "fr").split("-")
    assert own == "amara"
    assert noun in sign_in_words.endings("fr")
    assert 10 <= int(number) <= 99


def test_a_sign_in_word_forgives_case_accents_and_hyphens() -> None:
    assert sign_in_words.folded("Amara Erable 41") == sign_in_words.folded("amara-érable-41")


@given(st.text(min_size=1, max_size=60))
def test_what_is_kept_of_her_word_can_always_be_typed_back(text: str) -> None:
    try:
        own = sign_in_words.own_part(text)
    except sign_in_words.NoLetters:
        return
    assert sign_in_words.folded(own)
    assert sign_in_words.folded(own.upper()) == sign_in_words.folded(own)
