"""What is missing: how much is known for each province and language, and how far that was confirmed. Pure.

Three answers are told apart and never mixed: confirmed, listed but not confirmed by anybody, and nothing known. Alike
records are handed over together with how many they are, so that a hundred thousand take no longer than their kinds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from beenthere.training.catalogue.classification import CANADA, NOT_SAID

ANYWHERE = frozenset({"online", "reading"})  # who can take it thus need not come


class Known(StrEnum):
    """How much is known of a cell."""

    CONFIRMED = "confirmed"
    LISTED = "listed"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Kind:
    """Records that are alike in everything that is asked here, and how many they are."""

    provinces: frozenset[str]
    languages: frozenset[str]
    deliveries: frozenset[str]
    audiences: frozenset[str]
    confirmed: bool
    number: int = 1
    places: frozenset[str] = frozenset()  # the codes of its towns, as far as we know them

    @property
    def from_anywhere(self) -> bool:
        """Whether it can be taken without going anywhere at all; in part online is not enough."""
        return self.deliveries <= ANYWHERE

    @property
    def in_person(self) -> bool:
        """Whether people meet for it."""
        return "in-person" in self.deliveries


@dataclass(frozen=True)
class Cell:
    """How many are listed, and how many of these are confirmed."""

    listed: int = 0
    confirmed: int = 0

    @property
    def known(self) -> Known:
        """The strongest that can be said."""
        if self.confirmed:
            return Known.CONFIRMED
        return Known.LISTED if self.listed else Known.NOTHING


@dataclass(frozen=True)
class Wanted:
    """What is asked for, where somebody chose; nothing chosen asks for nothing."""

    audience: str = ""
    delivery: str = ""

    def fits(self, kind: Kind) -> bool:
        """Whether the records have what was chosen."""
        return all(
            not chosen or chosen in has
            for chosen, has in ((self.audience, kind.audiences), (self.delivery, kind.deliveries))
        )


@dataclass(frozen=True)
class Grid:
    """Every cell by its row and column; the whole of each row, in which nothing counts twice; and what has no place."""

    cells: Mapping[tuple[str, str], Cell]
    rows: Mapping[str, Cell]
    whole: Cell
    placeless: int  # records that neither say where they are given nor can be taken from anywhere

    @property
    def missing(self) -> list[tuple[str, str]]:
        """The cells of which nothing is known."""
        return [where for where, cell in self.cells.items() if cell.known is Known.NOTHING]


def lay(
    kinds: Iterable[Kind],
    provinces: Sequence[str],
    columns: Mapping[str, Collection[str]],
    *,
    wanted: Wanted,
    online: bool,
) -> Grid:
    """Count the records that fit into their cells; one in several languages stands in the column of each."""
    fitting = [kind for kind in kinds if wanted.fits(kind)]
    in_row = {
        code: [kind for kind in fitting if code in _reaches(kind, provinces, online=online)] for code in provinces
    }
    cells = {
        (code, column): _count(kind for kind in in_row[code] if kind.languages & set(languages))
        for code in provinces
        for column, languages in columns.items()
    }
    nowhere = _count(kind for kind in fitting if not _reaches(kind, provinces, online=online))
    return Grid(cells, {code: _count(in_row[code]) for code in provinces}, _count(fitting), nowhere.listed)


def _reaches(kind: Kind, provinces: Sequence[str], *, online: bool) -> Collection[str]:
    """The provinces in which it can be taken."""
    if CANADA in kind.provinces or (online and kind.from_anywhere):
        return provinces
    return kind.provinces


def _count(kinds: Iterable[Kind]) -> Cell:
    found = list(kinds)
    return Cell(sum(kind.number for kind in found), sum(kind.number for kind in found if kind.confirmed))


@dataclass(frozen=True)
class Near:
    """What is known within an hour of one place."""

    in_person: Cell
    does_not_say: int  # how many there do not say whether people meet

    @property
    def known(self) -> Known:
        """Whether anything in person is known to be near."""
        return self.in_person.known


def near_each(kinds: Iterable[Kind], within: Mapping[str, Collection[str]], *, wanted: Wanted) -> dict[str, Near]:
    """Tell for each place what is given within an hour; `within` names the places near each, itself among them."""
    here = [kind for kind in kinds if kind.places and wanted.fits(kind)]
    found = {}
    for place, near in within.items():
        around = [kind for kind in here if not kind.places.isdisjoint(near)]
        silent = _count(kind for kind in around if NOT_SAID in kind.deliveries)
        found[place] = Near(_count(kind for kind in around if kind.in_person), silent.listed)
    return found


def without_a_town(kinds: Iterable[Kind], *, wanted: Wanted) -> int:
    """How many meet in person, but in no town that we know."""
    return _count(kind for kind in kinds if kind.in_person and not kind.places and wanted.fits(kind)).listed
