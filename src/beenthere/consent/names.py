"""Names as keyed tokens, so that a name can be kept away without a list of people and without reading one."""

import re

from beenthere.core import keys
from beenthere.core.words import fold

_WORD = re.compile(r"[^\W_]+")


def folded(name: str) -> str:
    """Return a name as it is compared: small letters, no accents, hyphens, points or doubled blanks."""
    return " ".join(_WORD.findall(fold(name))) or " ".join(name.split())


def token_of(name: str) -> str:
    """The keyed token of a name that is kept away."""
    return keys.token(folded(name), purpose="consent.name")


def tokens_of(name: str) -> set[str]:
    """Every name by which somebody goes: the whole, and each of its words; “Benoît T.” is a Benoît, too."""
    whole = folded(name)
    words = {word for word in whole.split() if len(word) > 1}
    return {keys.token(each, purpose="consent.name") for each in {whole, *words}}
