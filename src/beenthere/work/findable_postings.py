"""By which words and choices a posting is found. The newest stand first."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import islice

from beenthere.core.places import PROVINCES
from beenthere.core.reach import where_of
from beenthere.core.search import Entry, index_some, remove_some
from beenthere.work.findable import PAY
from beenthere.work.models import Occupation
from beenthere.work.models.postings import Per, Posting

KIND = "work.posting"
AT_ONCE = 150
NOT_SAID = "not-said"
FAR = 4_000_000  # more days than any date has
# Hours a week, up to which each kind of week goes.
WEEKS = {"few": Decimal(15), "half": Decimal(30), "most": Decimal(112)}


def make_postings_findable(slugs: Collection[str]) -> Iterator[int]:
    """Put these postings into the search; tell after each few how many are in."""
    wanted, done = iter(sorted(slugs)), 0
    while some := list(islice(wanted, AT_ONCE)):
        rows = [row for row in Posting.objects.public().filter(slug__in=some) if not row.is_over]
        titles = {each.noc: each for each in Occupation.objects.public().filter(noc__in={row.noc for row in rows})}
        index_some(KIND, {row.slug: entry_of(row, titles.get(row.noc)) for row in rows})
        if over := set(some) - {row.slug for row in rows}:
            remove_some(KIND, over)
        done += len(some)
        yield done


def entry_of(row: Posting, occupation: Occupation | None) -> Entry:
    """Give a posting with all by which it is found and chosen."""
    province = PROVINCES.get(row.province)
    texts = {
        "en": [row.title_en, row.city, row.employer, occupation.title_en if occupation else ""],
        "fr": [row.title_fr, row.city, row.employer, occupation.title_fr if occupation else ""],
    }
    if row.called:
        texts[row.called_language or ("en" if row.title_en else "fr")].append(row.called)
    if province:
        texts["en"].append(province.name_en)
        texts["fr"].append(province.name_fr)
    newest_first = f"{FAR - row.posted_on.toordinal():07d}"
    return Entry(texts, facets_of(row), dict.fromkeys(("en", "fr"), newest_first))


def facets_of(row: Posting) -> dict[str, Collection[str]]:
    """What a posting has of each facet; “not stated” is a value like any other."""
    return {
        "noc": [row.noc or NOT_SAID],
        "place": where_of(row.city, row.province) or {NOT_SAID},
        "hours": [row.hours or NOT_SAID],
        "week": weeks_of(row) or {NOT_SAID},
        "term": [row.term or NOT_SAID],
        "home": [{True: "yes", False: "no", None: NOT_SAID}[row.from_home]],
        "times": row.times or [NOT_SAID],
        "pay": _pay_of(row),
        "language": [code for code in ("en", "fr") if getattr(row, f"title_{code}")],
        "day": [row.posted_on.isoformat()],
    }


def weeks_of(row: Posting) -> set[str]:
    """Which kinds of week it may be: one from ten to twenty hours is two of them."""
    if row.week_from is None or row.week_to is None:
        return set()
    found, least = set(), Decimal(0)
    for name, most in WEEKS.items():
        if row.week_from < most and row.week_to >= least:
            found.add(name)
        least = most
    return found


def _pay_of(row: Posting) -> set[str]:
    """The rounds of dollars an hour that it surely reaches; of other pay nobody can say how much an hour is."""
    if row.pay_per != Per.HOUR or row.pay_from is None:
        return {NOT_SAID}
    return {str(least) for least in PAY if row.pay_from >= least} | {"told"}
