"""What is missing: counted rightly, whatever the records say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from beenthere.training.catalogue.classification import CANADA, NOT_SAID
from beenthere.training.figures.gaps import Cell, Kind, Known, Wanted, lay, near_each, without_a_town

PROVINCES = ("NU", "ON", "QC")
COLUMNS = {"en": ["en"], "fr": ["fr"], "other": ["zh", "yue"], NOT_SAID: [NOT_SAID]}


def some(*codes: str) -> st.SearchStrategy[frozenset[str]]:
    """Some of these, or that nothing is said."""
    return st.frozensets(st.sampled_from(codes), min_size=1, max_size=3) | st.just(frozenset({NOT_SAID}))


kinds = st.lists(
    st.builds(
        Kind,
        provinces=st.frozensets(st.sampled_from([*PROVINCES, CANADA]), max_size=2),
        languages=some("en", "fr", "zh", "yue"),
        deliveries=some("in-person", "online", "reading"),
        audiences=some("adults", "families"),
        confirmed=st.booleans(),
        number=st.integers(1, 50),
        places=st.frozensets(st.sampled_from(["iqaluit-nu", "toronto-on"]), max_size=2),
    ),
    max_size=12,
)
choices = st.builds(Wanted, audience=st.sampled_from(["", "families"]), delivery=st.sampled_from(["", "online"]))


def kind(
    *,
    provinces: str = "QC",
    languages: str = "fr",
    deliveries: str = "in-person",
    confirmed: bool = False,
    place: str = "",
) -> Kind:
    where, spoken, how = (frozenset(text.split()) for text in (provinces, languages, deliveries))
    return Kind(
        where, spoken, how, audiences=frozenset({"families"}), confirmed=confirmed, places=frozenset(place.split())
    )


@given(kinds, choices, st.booleans())
def test_confirmed_are_among_the_listed_and_no_row_has_more_than_the_whole(
    found: list[Kind], wanted: Wanted, online: bool
) -> None:
    grid = lay(found, PROVINCES, COLUMNS, wanted=wanted, online=online)
    for cell in (*grid.cells.values(), *grid.rows.values(), grid.whole):
        assert 0 <= cell.confirmed <= cell.listed <= grid.whole.listed
    for (province, _column), cell in grid.cells.items():
        assert cell.listed <= grid.rows[province].listed
        assert cell.confirmed <= grid.rows[province].confirmed


@given(kinds, choices, st.booleans())
def test_every_record_stands_in_a_row_or_is_counted_apart(found: list[Kind], wanted: Wanted, online: bool) -> None:
    grid = lay(found, PROVINCES, COLUMNS, wanted=wanted, online=online)
    assert sum(cell.listed for cell in grid.rows.values()) + grid.placeless >= grid.whole.listed
    for province in PROVINCES:
        in_columns = sum(grid.cells[province, column].listed for column in COLUMNS)
        assert in_columns >= grid.rows[province].listed  # one in two languages stands in both


@given(kinds, choices)
def test_counting_what_is_online_only_ever_adds(found: list[Kind], wanted: Wanted) -> None:
    without, with_online = (lay(found, PROVINCES, COLUMNS, wanted=wanted, online=on) for on in (False, True))
    assert all(with_online.cells[where].listed >= cell.listed for where, cell in without.cells.items())
    assert with_online.placeless <= without.placeless
    assert with_online.whole == without.whole


@settings(max_examples=50)
@given(kinds)
def test_alike_ones_may_be_handed_over_one_by_one_or_together(found: list[Kind]) -> None:
    apart = [Kind(**{**each.__dict__, "number": 1}) for each in found for _ in range(each.number)]
    grids = [lay(each, PROVINCES, COLUMNS, wanted=Wanted(), online=True) for each in (found, apart)]
    assert grids[0] == grids[1]


@given(kinds, choices)
def test_near_a_place_is_never_more_than_there_is(found: list[Kind], wanted: Wanted) -> None:
    near = near_each(found, {"iqaluit-nu": {"iqaluit-nu"}}, wanted=wanted)["iqaluit-nu"]
    there = sum(each.number for each in found if "iqaluit-nu" in each.places)
    assert 0 <= near.in_person.confirmed <= near.in_person.listed <= there
    assert near.does_not_say <= there


def test_the_three_answers_are_told_apart() -> None:
    found = [kind(confirmed=True), kind(provinces="ON")]
    grid = lay(found, PROVINCES, COLUMNS, wanted=Wanted(), online=True)
    assert [grid.cells[code, "fr"].known for code in ("QC", "ON", "NU")] == [
        Known.CONFIRMED,
        Known.LISTED,
        Known.NOTHING,
    ]
    assert ("NU", "fr") in grid.missing
    assert ("QC", "fr") not in grid.missing


def test_what_is_in_part_online_reaches_nobody_farther() -> None:
    found = [kind(deliveries="online in-person"), kind(deliveries="online", languages="en")]
    grid = lay(found, PROVINCES, COLUMNS, wanted=Wanted(), online=True)
    assert (grid.cells["NU", "fr"], grid.cells["NU", "en"]) == (Cell(), Cell(listed=1))


def test_a_place_within_an_hour_counts_and_one_without_a_town_is_told_apart() -> None:
    found = [kind(place="gatineau-qc"), kind(), kind(deliveries=NOT_SAID, place="ottawa-on")]
    near = near_each(found, {"ottawa-on": {"ottawa-on", "gatineau-qc"}, "gaspe-qc": {"gaspe-qc"}}, wanted=Wanted())
    assert (near["ottawa-on"].known, near["ottawa-on"].does_not_say) == (Known.LISTED, 1)
    assert near["gaspe-qc"].known is Known.NOTHING
    assert without_a_town(found, wanted=Wanted()) == 1
