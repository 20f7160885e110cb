"""The page of what is missing: the records read as kinds, the grid with its words, its picture and its addresses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from beenthere.core.kept import kept
from beenthere.core.lists import and_list
from beenthere.core.places import Area, Band, Place, Province, band, places, provinces_by_name
from beenthere.training.catalogue import classification, facets
from beenthere.training.figures.gaps import Cell, Grid, Kind, Known, Near, Wanted, lay, near_each, without_a_town
from beenthere.training.models import Competency, Cover, Standing, Training

COLUMNS = {
    "en": frozenset({"en"}),
    "fr": frozenset({"fr"}),
    "indigenous": classification.INDIGENOUS,
    "other": classification.OTHER_LANGUAGES,
    classification.NOT_SAID: frozenset({classification.NOT_SAID}),
}
ALL = "all"
LEFT, TOP, WIDE, HIGH = 40, 26, 54, 30  # of the picture, in its own units: letters are as large as on the page


@dataclass(frozen=True)
class Chosen:
    """What stands in the address, as far as it is known."""

    audience: str = ""
    delivery: str = ""
    competency: Competency | None = None
    online: bool = True

    @property
    def wanted(self) -> Wanted:
        """The part that the records themselves tell."""
        return Wanted(self.audience, self.delivery)

    def address(self, province: str = "", language: str = "") -> str:
        """The list with everything that is asked for in one cell."""
        asked = {
            ("near" if self.online else "province"): province,
            "language": language if language != ALL else "",
            "audience": self.audience,
            "delivery": self.delivery,
            self.competency.facet if self.competency else "": self.competency.slug if self.competency else "",
        }
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{reverse('training:list')}?{query}"


def chosen_in(typed: Mapping[str, str]) -> Chosen:
    """Read the choices; what nobody knows was not chosen."""
    names = choices()
    audience, delivery = (typed.get(name, "") for name in ("audience", "delivery"))
    return Chosen(
        audience=audience if audience in names["audience"] else "",
        delivery=delivery if delivery in names["delivery"] else "",
        competency=_competency(typed.get("competency", "")),
        online=typed.get("online", "") != "no",
    )


def _competency(code: str) -> Competency | None:
    return Competency.objects.filter(slug=code[:100].replace("\0", "")).select_related("framework").first()


def choices() -> dict[str, Mapping[str, str]]:
    """For whom and how one may ask, in the words of the list."""
    return {facet.name: facet.options for facet in facets.facets()}


def column_names() -> dict[str, tuple[str, str]]:
    """Each column with its head, and the short one that fits above a picture."""
    return {
        "en": (pgettext("given in", "English"), "EN"),
        "fr": (pgettext("given in", "French"), "FR"),
        "indigenous": (_("Indigenous languages"), pgettext("short: Indigenous languages", "Indig.")),
        "other": (_("other languages"), pgettext("short: other languages", "Other")),
        classification.NOT_SAID: (_("language not stated"), "?"),
        ALL: (_("all of them"), pgettext("short: all of them", "All")),
    }


def kinds(competency: Competency | None = None) -> Iterator[Kind]:
    """Read what is not over, alike records together."""
    rows: QuerySet[Training] = Training.objects.public().exclude(standing=Standing.HISTORIC)
    if competency:
        rows = rows.filter(pk__in=Cover.objects.public().filter(competency=competency).roots())
    names = ("province", "city", "languages", "delivery", "audience", "checked_on", "confirmed_on")
    for row in rows.order_by().values(*names).annotate(number=Count("pk")):
        codes = classification.provinces_in(row["province"])
        yield Kind(
            provinces=frozenset(codes),
            languages=classification.languages_in(row["languages"]),
            deliveries=classification.deliveries_in(row["delivery"]),
            audiences=classification.audiences_in(row["audience"]),
            confirmed=bool(row["checked_on"] or row["confirmed_on"]),
            number=row["number"],
            places=frozenset(place.code for place in facets.towns_in(row["city"], codes)),
        )


@kept(seconds=300)
def _kinds_now(competency: Competency | None) -> list[Kind]:
    """The same for everybody who looks, however they write the address."""
    return list(kinds(competency))


@dataclass(frozen=True)
class DrawnCell:
    """One cell with its place in the picture, its words and the list behind it."""

    cell: Cell
    column: str
    head: str
    x: int
    address: str

    @property
    def words(self) -> str:
        """The cell as a sentence, for those who hear it."""
        if self.cell.known is Known.NOTHING:
            return _("nothing known")
        listed = ngettext("%(number)d listed", "%(number)d listed", self.cell.listed) % {"number": self.cell.listed}
        if not self.cell.confirmed:
            return _("%(listed)s, none confirmed") % {"listed": listed}
        return _("%(listed)s, %(number)d of them confirmed") % {"listed": listed, "number": self.cell.confirmed}

    @property
    def middle(self) -> int:
        """Where its number stands."""
        return self.x + WIDE // 2 - 2

    @property
    def under_wide(self) -> int:
        """How much calm ground a number on hatching needs."""
        return 10 + 9 * len(str(self.cell.listed))

    @property
    def under_x(self) -> int:
        """Where that ground begins."""
        return self.middle - self.under_wide // 2


@dataclass(frozen=True)
class DrawnRow:
    """One province with its cells."""

    province: Province
    cells: tuple[DrawnCell, ...]
    y: int

    @property
    def base(self) -> int:
        """Where its letters stand."""
        return self.y + HIGH - 12

    @property
    def under_y(self) -> int:
        """Where the calm ground under a number on hatching begins."""
        return self.y + 4


@dataclass(frozen=True)
class PlacesOf:
    """The places of one province near which nothing in person is known."""

    province: Province
    without: tuple[tuple[Place, Near], ...]
    known: int  # how many places of it we know in all


class Missing:
    """Everything that the page shows."""

    def __init__(self, chosen: Chosen, among: list[Kind] | None = None) -> None:
        self.chosen = chosen
        self.kinds = _kinds_now(chosen.competency) if among is None else among
        self.provinces = provinces_by_name()
        codes = [each.code for each in self.provinces]
        self.grid: Grid = lay(self.kinds, codes, COLUMNS, wanted=chosen.wanted, online=chosen.online)
        self.names = column_names()
        self.rows = [self._row(number, each) for number, each in enumerate(self.provinces)]

    @property
    def heads(self) -> list[tuple[str, str, int]]:
        """Each column: its head, its short one, and where that stands in the picture."""
        return [(*self.names[code], LEFT + at * WIDE + WIDE // 2 - 2) for at, code in enumerate(self.names)]

    @property
    def size(self) -> tuple[int, int]:
        """The picture’s width and height, in its own units."""
        return (LEFT + WIDE * len(self.names), TOP + HIGH * len(self.rows) + 2)

    @property
    def in_words(self) -> list[str]:
        """What the picture shows, as sentences."""
        told = []
        for code in ("en", "fr", "indigenous"):
            none = [row.province.name for row in self.rows if not self.grid.cells[row.province.code, code].listed]
            told.append(_none_in(self.names[code][0], none, len(self.rows)))
        return told

    @property
    def places(self) -> list[PlacesOf]:
        """For each province, the places near which nothing in person is known."""
        near = near_each(self.kinds, _within_an_hour(), wanted=self.chosen.wanted)
        found = []
        for province in self.provinces:
            here = [place for place in places() if place.province == province.code]
            without = tuple((place, near[place.code]) for place in here if near[place.code].known is Known.NOTHING)
            found.append(PlacesOf(province, without, len(here)))
        return found

    @property
    def without_a_town(self) -> int:
        """How many meet in person in a town that we do not know, or in none that they name."""
        return without_a_town(self.kinds, wanted=self.chosen.wanted)

    def _row(self, number: int, province: Province) -> DrawnRow:
        cells = {code: self.grid.cells[province.code, code] for code in COLUMNS}
        cells[ALL] = self.grid.rows[province.code]
        drawn = tuple(
            DrawnCell(
                cell=cells[code],
                column=code,
                head=head,
                x=LEFT + at * WIDE,
                address=self.chosen.address(province.code, code),
            )
            for at, (code, (head, _short)) in enumerate(self.names.items())
        )
        return DrawnRow(province, drawn, TOP + number * HIGH)


def _none_in(language: str, provinces: list[str], of: int) -> str:
    said = {"language": capfirst(language), "provinces": and_list(provinces)}
    if not provinces:
        return _("%(language)s: something is known in each province and territory.") % said
    if len(provinces) == of:
        return _("%(language)s: nothing is known anywhere.") % said
    return _("%(language)s: nothing is known in %(provinces)s.") % said


def _within_an_hour() -> dict[str, frozenset[str]]:
    """The places near each place, itself among them. Read once: places do not move."""
    there = [Area(place.code, place.province, place) for place in places()]
    near = {Band.SAME_AREA, Band.WITHIN_AN_HOUR}
    return {one.code: frozenset(other.code for other in there if band(one, other) in near) for one in there}
