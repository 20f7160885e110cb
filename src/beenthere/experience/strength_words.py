"""Which strengths are offered first, by a rule that everybody can see: a word that somebody wrote points to them."""

import re
from collections.abc import Iterable
from functools import cache

from django.utils.translation import gettext

from beenthere.experience.listed_strengths import GROUPS, Listed
from beenthere.experience.words import spoken

MOST_HINTS = 6
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

LISTED: dict[str, Listed] = {code: listed for _name, group in GROUPS for code, listed in group.items()}


@cache
def _pointing(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """The words that point to a strength, and the beginnings of words, each in its bare form with its code."""
    told = [
        (each, code)
        for code, listed in LISTED.items()
        for each in (listed.fr if language == "fr" else listed.en).split()
    ]
    whole = {spoken(each): code for each, code in told if not each.endswith("-")}
    return whole, {spoken(each): code for each, code in told if each.endswith("-")}


def hints(texts: Iterable[str], language: str) -> dict[str, str]:
    """The strengths to which words of somebody's own point, each with that word as it was written."""
    whole, stems = _pointing(language)
    found: dict[str, str] = {}
    for written in (word for text in texts for word in WORD.findall(text)):
        bare = spoken(written)
        code = whole.get(bare) or next((stems[stem] for stem in stems if bare.startswith(stem)), "")
        if code and code not in found and len(found) < MOST_HINTS:
            found[code] = written
    return found


def in_groups(first: dict[str, str], taken: Iterable[str] = ()) -> list[tuple[str, list[tuple[str, str]]]]:
    """All of them as choices of a form: those that one's own words point to, with the word, and then the groups."""
    left_out = {*first, *taken}
    own = [
        (code, gettext("%(strength)s – you wrote “%(word)s”") % {"strength": LISTED[code].label, "word": word})
        for code, word in first.items()
        if code not in taken
    ]
    groups = [
        (str(name), [(code, str(listed.label)) for code, listed in group.items() if code not in left_out])
        for name, group in GROUPS
    ]
    return [(gettext("Words that you wrote point here"), own), *groups] if own else groups
