"""What a source says, in the language of the page or marked with its own."""

import pytest
from django.utils.translation import override

from beenthere.core.given import given, plain

PHRASES = {"Help now"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Help now", "Aide immédiate"),
        (
            "a & b",
            '<span lang="en">a &amp; b</span> <span class="foreign-mark">(en anglais)</span>',
        ),
        ("CPRRP", "CPRRP"),
        ("34", "34"),
        ("", ""),
    ],
)
def test_a_phrase_is_translated_and_other_text_is_marked(text: str, shown: str) -> None:
    with override("fr"):
        assert given(text, PHRASES) == shown
    with override("en"):
        assert given(text, PHRASES) == text


def test_an_index_takes_only_words_of_its_language() -> None:
    with override("fr"):
        assert (plain("Help now", PHRASES), plain("by mail", PHRASES)) == ("Aide immédiate", "")
