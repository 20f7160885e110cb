"""Words without the name of whoever wants to stay unnamed. Pure."""

import re
import unicodedata

from beenthere.core.words import fold

LEFT_OUT = "…"
SHORTEST = 3  # shorter parts of a name, such as an initial, are everyday letters and words
_WORD = re.compile(r"[^\W_]+")
_LATIN = re.compile("[a-z]")


def without_name(text: str, name: str) -> str:
    """The text with every word of the name left out, however it is accented or in capitals."""
    whole = _WORD.findall(fold(name))
    hidden = {part for part in whole if len(part) >= SHORTEST} or set(whole)
    composed, written = unicodedata.normalize("NFC", text), unicodedata.normalize("NFC", name).strip()
    if written and not _LATIN.search(fold(name)):  # no blanks stand between words there, or it is no word at all
        return composed.replace(written, LEFT_OUT)
    return _WORD.sub(lambda word: LEFT_OUT if fold(word[0]) in hidden else word[0], composed)
