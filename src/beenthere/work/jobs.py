"""What happens later: postings that are over leave the search, and months later the site."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from beenthere.core import clock
from beenthere.core.jobs import every
from beenthere.core.search import SearchEntry, remove_some
from beenthere.work.findable_postings import KIND
from beenthere.work.models.postings import KEPT_FOR, Posting

AT_ONCE = 100


@every(minutes=24 * 60)
def let_postings_go() -> None:
    """Take out of the search what is over, a few at a time, and remove what is long over."""
    entry = SearchEntry.objects.filter(kind=KIND, key=OuterRef("slug"))
    for slugs in _a_few(Posting.objects.public().over().filter(Exists(entry))):
        remove_some(KIND, slugs)
    for slugs in _a_few(Posting.objects.public().filter(posted_on__lt=clock.today() - KEPT_FOR)):
        Posting.objects.filter(slug__in=slugs).delete()


def _a_few(rows: QuerySet[Posting]) -> Iterator[list[str]]:
    """Those that are there still, until there are none: no write lasts long."""
    while some := list(rows.values_list("slug", flat=True)[:AT_ONCE]):
        yield some
