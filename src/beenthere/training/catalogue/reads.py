"""The trainings as lists of them need them: narrowed down, one page read, and as ready cards."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beenthere.core.kept import kept
from beenthere.core.narrowing import Line, Narrowed, Near, narrow
from beenthere.core.places import find_place
from beenthere.training.catalogue import facets, facts
from beenthere.training.catalogue.findable import KIND
from beenthere.training.models import Training

AT_ONCE = 500
FEW = 5000  # so many are sorted by the database; among more, the newest are soon found by looking from the newest on
LONGEST_QUERY = 200
MOST_IN_A_NAME = 4


def matching(typed: Mapping[str, str]) -> Narrowed:
    """Narrow the trainings down by what stands in an address."""
    asked = facets.asked(typed)
    query = typed.get("q", "").strip()
    return narrow(KIND, query, facets.facets(asked), asked.choices, facets.FIRM)


def lines(narrowed: Narrowed, page: Sequence[Line]) -> list[tuple[str, list[str], Training]]:
    """Give the cards of a page, each with why it is there, and the training to compare."""
    why = {line.key: narrowed.why(line) for line in page}
    return [(card(training), why[training.slug], training) for training in in_order(why)]


class Named(NamedTuple):
    """A place that stands among the words of a query, and the rest of them."""

    name: str
    rest: str


def place_in(query: str) -> Named | None:
    """Find a place among the words that somebody searched for; the longest name wins."""
    words = query[:LONGEST_QUERY].replace(",", " ").split()
    for size in range(min(MOST_IN_A_NAME, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            if place := find_place(" ".join(words[start : start + size])):
                return Named(place.name, " ".join(words[:start] + words[start + size :]))
    return None


def nearest(narrowed: Narrowed) -> list[tuple[str, list[str]]]:
    """Give the cards of what misses only a choice or two, each with what it has instead."""
    misses = {near.key: _missed(near) for near in narrowed.nearest()}
    return [(card(training), misses[training.slug]) for training in in_order(misses)]


def _missed(near: Near) -> list[str]:
    words = [_("It lacks some of your words.")] if near.lacks_words else []
    pair = _("%(choice)s: %(instead)s")
    told = [(choice, ", ".join(instead) or _("something else")) for choice, instead in near.misses]
    return words + [pair % {"choice": choice, "instead": instead} for choice, instead in told]


def newest(narrowed: Narrowed, most: int) -> list[Training]:
    """Give what changed last among what is left, looked for from the newest on."""
    rows, found, seen = Training.objects.public().order_by("-changed_at", "pk"), list[str](), 0
    if len(narrowed) <= FEW:
        return list(rows.filter(slug__in=list(narrowed.keys()))[:most])
    slugs = rows.values_list("slug", flat=True)  # of most that are looked at, nothing else is needed
    while len(found) < most and (some := list(slugs[seen : seen + AT_ONCE])):
        left = narrowed.holds(some)
        found += [slug for slug in some if slug in left]
        seen += AT_ONCE
    return in_order(found[:most])


def in_order(slugs: Iterable[str]) -> list[Training]:
    """Read these trainings; one that has just gone is left out."""
    wanted = list(slugs)
    rows = {training.slug: training for training in Training.objects.public().filter(slug__in=wanted)}
    return [rows[slug] for slug in wanted if slug in rows]


def card(training: Training) -> str:
    """Give the training as a card of a list. It is the same for everybody, so it is made once for each change."""
    return _card(_Unchanged(training), get_language() or "en")


class _Unchanged:
    """A training as it is now: the same only as long as nothing in it changes."""

    def __init__(self, training: Training) -> None:
        self.training = training
        self.name = (training.pk, training.changed_at, training.checked_on)

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Unchanged) and self.name == other.name


@kept(seconds=600)
def _card(unchanged: _Unchanged, language: str) -> str:
    training = unchanged.training
    words = {
        "training": training,
        "in_language": _in_other_language(training.name_language, language),
        "line": [training.provider, facts.where(training), facts.audience(training)],
        "facts": facts.main_facts(training),
    }
    return render_to_string("training/card.html", words)


def _in_other_language(language: str, here: str) -> str:
    """Say that a name stands in the other language, if it does."""
    if language == here:
        return ""
    return _("in French") if language == "fr" else _("in English")
