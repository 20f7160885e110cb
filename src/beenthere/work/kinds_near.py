"""What is near to what somebody has done, and what leads to an occupation. Nothing about anybody is kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from django.utils.translation import gettext as _

from beenthere.core.kept import kept
from beenthere.core.words import SMALL_WORDS, clean, forms, words_of
from beenthere.work.findable import interests_of
from beenthere.work.interests import ATTRIBUTES, INTERESTS
from beenthere.work.models import Edition, Occupation, Profile
from beenthere.work.nearness import Kind, Shared, near, weights_of_words

MOST, MOST_LEADING, SHORTEST_WORD = 12, 6, 4


@dataclass(frozen=True)
class Suggestion:
    """An occupation, and in words what it shares with what was picked."""

    occupation: Occupation
    reasons: list[str]


@dataclass(frozen=True)
class Known:
    """Everything that is compared, worked out once for a while."""

    kinds: dict[str, Kind]
    weights: dict[str, float]
    shown: dict[str, str]  # a word as it is written


def near_to(nocs: Sequence[str], most: int = MOST) -> list[Suggestion]:
    """Occupations that share most with these."""
    known = _known(_stamp())
    done = [known.kinds[noc] for noc in nocs if noc in known.kinds]
    return _suggestions(near(done, known.kinds.values(), known.weights, most), known)


def leading_to(row: Occupation) -> list[Suggestion]:
    """Occupations that ask less beforehand and share most with this one: from there people often go on."""
    known = _known(_stamp())
    if row.noc not in known.kinds:
        return []
    asks_less = [
        kind for noc, kind in known.kinds.items() if _asks_less(noc, row) and noc[0] in {row.noc[0], row.field}
    ]
    return _suggestions(near([known.kinds[row.noc]], asks_less, known.weights, MOST_LEADING), known)


def related_to(row: Occupation) -> list[Occupation]:
    """Those in the same small group of the classification."""
    return list(Occupation.objects.public().filter(noc__startswith=row.noc[:4]).exclude(noc=row.noc)[:MOST])


def _asks_less(noc: str, row: Occupation) -> bool:
    """One or two steps of training below; those who lead others usually did the work before."""
    return row.teer < int(noc[1]) <= row.teer + 2


def _suggestions(found: Sequence[Shared], known: Known) -> list[Suggestion]:
    told = {one.noc: one for one in found}
    rows = Occupation.objects.public().in_order_of(list(told))
    return [Suggestion(row, reasons_of(told[row.noc], known.shown)) for row in rows]


def reasons_of(one: Shared, shown: dict[str, str]) -> list[str]:
    """What is shared, in sentences; the words of duties are as the source has them, in English."""
    told = []
    if one.interests:
        told.append(
            _("in common: %(things)s") % {"things": "; ".join(str(INTERESTS[letter]) for letter in one.interests)}
        )
    if one.traits:
        told.append(
            _("asks as much of: %(things)s") % {"things": ", ".join(str(ATTRIBUTES[t]) for t in one.traits[:3])}
        )
    if one.words:
        words = ", ".join(shown.get(word, word) for word in one.words)
        told.append(_("the same words in its duties (English): %(words)s") % {"words": words})
    if one.in_group:
        told.append(_("belongs to the same family of occupations"))
    return told


def _stamp() -> tuple[int, str]:
    """Changes when occupations or profiles were brought in."""
    edition = Edition.objects.public().filter(name="oasis").values_list("read_on", flat=True).first()
    return Occupation.objects.public().count(), str(edition)


@kept(seconds=6 * 3600)
def _known(stamp: tuple[int, str]) -> Known:
    rows = list(Occupation.objects.public())
    interests = interests_of(rows)
    texts: dict[str, list[str]] = defaultdict(list)
    levels: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for profile in Profile.objects.public().filter(language="en"):
        texts[profile.occupation_id] += [*profile.duties, profile.lead]
        for name, level in profile.attributes.items():
            levels[profile.occupation_id][name].append(level)
    shown: dict[str, str] = {}
    kinds = {}
    for row in rows:
        traits = {name: mean(some) for name, some in levels[row.noc].items() if name in ATTRIBUTES}
        words = _words([*texts[row.noc], row.title_en, row.definition_en, row.words_en], shown)
        kinds[row.noc] = Kind(row.noc, interests[row.noc], traits, words)
    return Known(kinds, weights_of_words(kinds.values()), shown)


def _words(texts: Sequence[str], shown: dict[str, str]) -> frozenset[str]:
    found = set()
    for text in texts:
        for word in words_of(text):
            plain = clean(word)
            if len(plain) >= SHORTEST_WORD and plain not in SMALL_WORDS:
                stem = min(forms(word, ["en"]), key=len)
                shown.setdefault(stem, word)
                found.add(stem)
    return frozenset(found)
