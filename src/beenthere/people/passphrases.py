"""Passphrases: five everyday words that the site offers, or a longer sentence of her own."""

import secrets
import unicodedata
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).parent / "data"
WORDS_OFFERED = 5
SHORTEST = 12
LONGEST = 200


def normalised(text: str) -> str:
    """Forgive what phones and keyboards change: capitals, accents, doubled spaces, hyphens for spaces."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(plain.replace("-", " ").split())


def offered(language: str) -> str:
    """Draw a passphrase of different everyday words in the language."""
    return " ".join(secrets.SystemRandom().sample(everyday_words(language), WORDS_OFFERED))


def was_offered(text: str, language: str) -> bool:
    """Say whether the text could be one that we offered in this language."""
    words = text.split()
    return len(words) == WORDS_OFFERED and set(words) <= set(everyday_words(language))


@lru_cache(maxsize=2)
def everyday_words(language: str) -> tuple[str, ...]:
    """List the everyday words of the language."""
    file = WORDS / f"words_{'fr' if language == 'fr' else 'en'}.txt"
    return tuple(file.read_text(encoding="utf-8").split())
