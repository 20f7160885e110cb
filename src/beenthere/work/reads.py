"""Finding occupations, and the benefits that there are rules for. Nothing here knows who is looking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from beenthere.core.narrowing import Line, Narrowed
from beenthere.core.places import fold
from beenthere.core.search import sets_of
from beenthere.work import facets, finding
from beenthere.work.fields import BROAD
from beenthere.work.findable import KIND
from beenthere.work.models import BenefitRule, Occupation, Titles
from beenthere.work.models.benefit_rules import CANADA

MOST_CALLED = 2


@dataclass(frozen=True)
class Card:
    """An occupation in a list: which of its titles were asked for, as text and language."""

    occupation: Occupation
    called: list[tuple[str, str]]


@dataclass(frozen=True)
class Matching:
    """What is left of the occupations, and how it was found."""

    narrowed: Narrowed
    answers: finding.Answers | None

    def cards(self, lines: Sequence[Line]) -> list[Card]:
        """The occupations of a page, with the titles that answer."""
        nocs = [line.key for line in lines]
        best = self.answers.best_titles(nocs) if self.answers else {}
        titles = {row.pk: row for row in Titles.objects.filter(pk__in=best)}
        rows = Occupation.objects.public().in_order_of(nocs)
        return [Card(row, _called(row, best.get(row.noc, []), titles.get(row.noc))) for row in rows]


def matching(typed: Mapping[str, str]) -> Matching:
    """Narrow the occupations down by what stands in an address."""
    query = typed.get("q", "").strip()
    return Matching(*finding.narrowed(query, facets.facets(typed), typed))


def _called(row: Occupation, places: Sequence[tuple[str, int]], titles: Titles | None) -> list[tuple[str, str]]:
    """Titles that say no more than the occupation's own are left out; the page's language and short ones come first."""
    if titles is None:
        return []
    lists: dict[str, list[str]] = {"en": titles.en, "fr": titles.fr}
    told = [(lists[language][place], language) for language, place in places if place < len(lists[language])]
    here, seen = get_language() or "en", {fold(row.title_en), fold(row.title_fr)}
    found = []
    for text, language in sorted(told, key=lambda each: (each[1] != here, len(each[0]))):
        if fold(text) not in seen:
            seen.add(fold(text))
            found.append((text, language))
    return found[:MOST_CALLED]


def fields_with_counts() -> list[tuple[str, str, int]]:
    """The ten fields of work, each with how many occupations stand in it here."""
    sets = sets_of(KIND)
    return [(field, str(name), sets.of("field", field).bit_count()) for field, name in BROAD.items()]


def find_occupation(text: str) -> Occupation | None:
    """The occupation with this code, or with exactly this title in either language."""
    wanted = fold(text)
    rows = Occupation.objects.public()
    return next((row for row in rows if wanted in {row.noc, fold(row.title_en), fold(row.title_fr)}), None)


def near(text: str, limit: int = 5) -> list[Occupation]:
    """The few occupations that fit what was typed best."""
    found = finding.find(text, limit)
    # Some of the words, and those spelled anew: that is no longer what somebody meant.
    far_off = found.partly and found.searched_for
    return [] if far_off else Occupation.objects.public().in_order_of(found)


def benefits_to_choose(province: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """Every benefit under its province, somebody's own first; one that several rows speak of stands there once."""
    groups: dict[str, dict[str, str]] = {}
    for row in BenefitRule.objects.public():
        groups.setdefault(row.place, {}).setdefault(row.benefit, str(row))
    order = sorted(groups, key=lambda place: (place != province, place != CANADA, fold(_place_name(place))))
    return [(_place_name(place), list(groups[place].items())) for place in order]


def _place_name(place: str) -> str:
    return BenefitRule(place=place).place_name
