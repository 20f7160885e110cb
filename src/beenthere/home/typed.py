"""What of a sent form may be kept for its writer: text, never secrets. Pure."""

from collections.abc import Iterable

MOST_LETTERS = 40_000
_NEVER = ("csrf", "page_of", "pass", "code", "sign_in_word", "secret", "kept_text")

Field = tuple[str, str]


def worth_keeping(fields: Iterable[Field]) -> list[Field]:
    """The fields of a form without secrets and machinery, as long as they are of a human size."""
    kept = [(name, value) for name, value in fields if not any(part in name for part in _NEVER)]
    if sum(len(value) for _name, value in kept) > MOST_LETTERS:
        return []
    return kept if any(is_own_words(value) for _name, value in kept) else []


def is_own_words(value: str) -> bool:
    """Whether somebody may have typed this, as against a tick, a number, or an answer picked from a list."""
    return " " in value.strip() or len(value) > 40


def words_and_rest(fields: Iterable[Field]) -> tuple[list[Field], list[Field]]:
    """Part the fields into those to be shown again and those which only travel along."""
    everything = [(name, value) for name, value in fields]
    return [f for f in everything if is_own_words(f[1])], [f for f in everything if not is_own_words(f[1])]
