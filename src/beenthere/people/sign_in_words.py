"""Sign-in words: a word of her own to which the site adds an ending, so that no word is ever “taken”.

`amara` becomes `amara-maple-41`. Typed back, case, accents, spaces and hyphens do not matter.
"""

import secrets
import unicodedata
from functools import lru_cache
from pathlib import Path

ENDINGS = Path(__file__).parent / "data"
LONGEST_OWN_WORD = 24


class NoLetters(ValueError):
    """The word holds nothing that could be typed back."""


def folded(text: str) -> str:
    """Keep only what tells two words apart: letters and digits without case and accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def own_part(text: str) -> str:
    """Tidy her own word: lower case, words joined by hyphens, nothing but letters and digits."""
    words = "".join(sign if sign.isalnum() else " " for sign in unicodedata.normalize("NFC", text.lower())).split()
    word = "-".join(words)[:LONGEST_OWN_WORD].strip("-")
    if not folded(word):
        raise NoLetters
    return word


def with_ending(own: str, language: str, digits: int = 2) -> str:
    """Add a gentle noun of the language and a number: `amara` → `amara-maple-41`."""
    lowest = 10 ** (digits - 1)
    return f"{own}-{secrets.choice(endings(language))}-{lowest + secrets.randbelow(9 * lowest)}"


@lru_cache(maxsize=2)
def endings(language: str) -> tuple[str, ...]:
    """List the nouns that may end a sign-in word."""
    file = ENDINGS / f"endings_{'fr' if language == 'fr' else 'en'}.txt"
    return tuple(file.read_text(encoding="utf-8").split())
