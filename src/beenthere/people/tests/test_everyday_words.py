import unicodedata

import pytest

from beenthere.people.passphrases import everyday_words


def without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_words_are_many_short_and_unlike_each_other(language: str) -> None:
    words = everyday_words(language)
    assert len(words) >= 1024
    assert all(4 <= len(word) <= 8 and word.isalpha() and word == word.lower() for word in words)
    plain = [without_accents(word) for word in words]
    assert plain == sorted(set(plain))
