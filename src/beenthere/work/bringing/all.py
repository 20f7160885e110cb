"""Which file is which, told by its columns; one that no columns tell of may be named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from beenthere.core import clock
from beenthere.work.bringing import federal, noc, oasis, onet, pay, postings
from beenthere.work.bringing.reading import Given, Told, columns_of, words_of
from beenthere.work.findable import make_findable, make_titles_findable
from beenthere.work.findable_postings import make_postings_findable
from beenthere.work.models import PUBLISHED, Edition


@dataclass(frozen=True)
class Kind:
    """One kind of file: its name, the publication it belongs to, a column that only it has, and how it is read."""

    name: str
    edition: str
    column: str
    read: Callable[[Given, Told, Edition], Iterator[Told]]
    first: bool = False  # what others need to be there


KINDS = (
    Kind("structure", "noc", "definition_en", noc.structure, first=True),
    Kind("titles", "noc", "lang", noc.titles),
    Kind("duties", "oasis", "Main duties", oasis.duties),
    Kind("requirements", "oasis", "Employment requirement", oasis.requirements),
    Kind("workplaces", "oasis", "Workplace/employer name", oasis.workplaces),
    Kind("lead", "oasis", "Lead statement", oasis.lead),
    Kind("interests", "oasis", "Holland Codes - 1", oasis.interests),
    Kind("attributes", "oasis", "Stress Tolerance", oasis.attributes),
    Kind("labels", "oasis", "Label", oasis.labels),
    Kind("crosswalk", "onet", "onet_title", onet.crossings),
    Kind("scores", "onet", "holland_code", onet.scores),
    Kind("zones", "onet", "job_zone", onet.zones),
    Kind("activities", "onet", "Activity", onet.activities),
    Kind("wages", "wages", "median_hourly_cad", pay.wages),
    Kind("outlook", "outlook", "Future_Labour_Market_Conditions", pay.outlook),
    Kind("postings", "postings", postings.NUMBER, postings.monthly),
    Kind("federal", "postings", federal.ROOT, federal.documents),
)
BY_NAME = {kind.name: kind for kind in KINDS}


class NotKnown(Exception):
    """No columns that we know."""


def kind_of(file: Path) -> Kind:
    """Tell by its columns what a file is."""
    columns = {federal.ROOT} if federal.is_one(file) else set(map(words_of, columns_of(file)))
    for kind in KINDS:
        if words_of(kind.column) in columns:
            return kind
    raise NotKnown(_("These columns are not known: %(names)s") % {"names": ", ".join(sorted(columns))[:200]})


def bring_in(given: Given, kind: Kind) -> Iterator[Told]:
    """Bring a file in, and tell how it stands after each few rows."""
    told = Told()
    yield from kind.read(given, told, _edition(kind.edition, given))
    yield told


def finish(told: Told) -> Iterator[int]:
    """Make what came otherwise than before findable, a few at a time."""
    yield from make_findable(told.occupations)
    yield from make_titles_findable(told.titles)
    yield from make_postings_findable(told.postings)


def _edition(name: str, given: Given) -> Edition:
    """Note where it is from and of when; what was not told this time stays as it was told before."""
    edition = Edition.objects.filter(name=name).first() or Edition(name=name)
    edition.source_url = given.source_url or edition.source_url or PUBLISHED.get(name, "")
    edition.source_date = given.source_date or edition.source_date
    edition.read_on = clock.today()
    edition.save()
    return edition
