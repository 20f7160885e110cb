from hypothesis import given
from hypothesis import strategies as st

from beenthere.home.typed import MOST_LETTERS, words_and_rest, worth_keeping

SENTENCE = "I would like to work with plants."


def test_text_is_kept_and_secrets_are_not() -> None:
    sent = [
        ("csrfmiddlewaretoken", "x y"),
        ("passphrase", "four quiet words here"),
        ("code", "a b"),
        ("dream", SENTENCE),
    ]
    assert worth_keeping(sent) == [("dream", SENTENCE)]


def test_ticks_alone_are_not_worth_keeping() -> None:
    assert worth_keeping([("way", "phone"), ("page_of", "a b c")]) == []


def test_a_flood_is_not_kept() -> None:
    assert worth_keeping([("dream", "a " * MOST_LETTERS)]) == []


@given(st.lists(st.tuples(st.text(min_size=1), st.text())))
def test_words_and_rest_lose_nothing(fields: list[tuple[str, str]]) -> None:
    words, rest = words_and_rest(fields)
    assert sorted(words + rest) == sorted(fields)
