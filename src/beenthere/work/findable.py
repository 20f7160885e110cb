"""By which words an occupation is found: its own, and each of its job titles, of which there are very many."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from beenthere.core.search import Entry, SearchEntry, index_some, remove
from beenthere.core.words import asked_words, fold
from beenthere.work.models import Occupation, Profile, Titles, Wage

KIND, TITLE = "work.occupation", "work.title"
CHUNK, TITLES_AT_ONCE = 100, 150
PAY = (18, 20, 22, 25, 30, 40, 50)  # dollars an hour
CANADA = "CA"
_OTHER_GENDER = re.compile(r"/\S+")


def make_findable(nocs: Collection[str]) -> Iterator[int]:
    """Put these occupations into the search; tell after each few how many are in."""
    wanted, done = iter(Occupation.objects.public().filter(noc__in=nocs)), 0
    while some := list(islice(wanted, CHUNK)):
        index_some(KIND, dict(entries_of(some)))
        done += len(some)
        yield done


def make_titles_findable(nocs: Collection[str]) -> Iterator[int]:
    """Put all titles of these occupations into the search, and take out those that went."""
    entries, done = _entries_of_titles(Titles.objects.filter(pk__in=nocs).order_by("pk")), 0
    here = set[str]()
    while some := dict(islice(entries, TITLES_AT_ONCE)):
        index_some(TITLE, some)
        here |= some.keys()
        done += len(some)
        yield done
    # Only a list that grew shorter leaves any behind.
    known = SearchEntry.objects.filter(kind=TITLE).values_list("key", flat=True) if nocs else ()
    for key in known:
        if key not in here and key.split(":")[0] in nocs:
            remove(TITLE, key)


def _entries_of_titles(rows: Iterable[Titles]) -> Iterator[tuple[str, Entry]]:
    for row in rows:
        for language, titles in (("en", row.en), ("fr", row.fr)):
            for number, title in enumerate(titles):
                facets = {"noc": [row.pk], "long": [length_of(title)]}
                yield f"{row.pk}:{language}:{number}", Entry({language: title}, facets)


def length_of(title: str) -> str:
    """How many words it has; one that stands there for another gender too counts once."""
    return str(len(asked_words(_OTHER_GENDER.sub("", title))))


def entries_of(rows: Collection[Occupation]) -> Iterator[tuple[str, Entry]]:
    """Give each with all by which it is found and chosen."""
    nocs = [row.noc for row in rows]
    interests, pay = interests_of(rows), _pay_of(nocs)
    for row in rows:
        texts = {
            "en": (row.title_en, row.words_en, row.noc, row.definition_en),
            "fr": (row.title_fr, row.words_fr, row.definition_fr),
        }
        facets = {
            "noc": [row.noc],
            "field": [row.field],
            "asks": [str(row.teer)],
            "interest": list(interests[row.noc]),
            "first": list(interests[row.noc][:1]),
            "pay": pay[row.noc],
        }
        yield row.noc, Entry(texts, facets, {"en": fold(row.title_en), "fr": fold(row.title_fr)})


def interests_of(rows: Collection[Occupation]) -> dict[str, str]:
    """The interests that belong to each, the strongest first: as a file says, or as this project sees them."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    told = Profile.objects.public().filter(occupation__in=[row.noc for row in rows]).exclude(interests="")
    for noc, letters in told.order_by("code").values_list("occupation_id", "interests"):
        for weight, letter in zip((3, 2, 1), letters, strict=False):
            found[noc][letter] = found[noc].get(letter, 0) + weight
    return {row.noc: strongest(found[row.noc]) or row.interests for row in rows}


def strongest(weights: Mapping[str, int]) -> str:
    """The three letters that weigh most; of two that weigh the same, the first."""
    return "".join(sorted(weights, key=lambda letter: -weights[letter])[:3])


def _pay_of(nocs: Collection[str]) -> dict[str, set[str]]:
    """Where an hour's median pay is known, and which rounds of dollars it reaches there."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = Wage.objects.public().filter(occupation__in=nocs, median__isnull=False, region__is_part=False)
    for noc, province, median in rows.values_list("occupation_id", "region__province", "median"):
        found[noc] |= {f"{province or CANADA}:{least}" for least in (0, *PAY) if (median or 0) >= least}
    return found
