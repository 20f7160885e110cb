"""A catalogue narrowed down: what is left, what each further choice would leave, and the ways back."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beenthere.core.narrowing import Facet, Narrowed, narrow
from beenthere.core.search import Entry, index_all, ordering

pytestmark = pytest.mark.django_db

Things = list[tuple[str, list[str]]]

FACETS = [
    Facet("colour", "Colour", "any", {"r": "red", "g": "green", "b": "blue", "warm": "red or orange"}, {"warm": "ro"}),
    Facet("size", "Size", "any", {"s": "small", "l": "large", "not-said": "not stated"}),
]
THINGS: Things = [("r", ["s"]), ("r", ["l"]), ("rg", ["s"]), ("o", ["not-said"])]


def index_things(things: Things) -> None:
    entries = {
        str(number): Entry({"en": "A thing"}, {"colour": colour, "size": size}, {"en": f"{number:05}"})
        for number, (colour, size) in enumerate(things)
    }
    index_all("thing", entries)


@pytest.fixture
def things() -> None:
    index_things(THINGS)


def narrowed(asked: Mapping[str, str], query: str = "") -> Narrowed:
    return narrow("thing", query, FACETS, asked)


@pytest.mark.usefixtures("things")
def test_only_what_fits_every_choice_is_left() -> None:
    found = narrowed({"colour": "r", "size": "s"})
    assert list(found.keys()) == [line.key for line in found] == ["0", "2"]
    assert [choice.facet.name for choice in found.chosen] == ["colour", "size"]


@pytest.mark.usefixtures("things")
def test_each_option_tells_how_many_would_be_left() -> None:
    colour, size = narrowed({"size": "s"}).choices
    assert {option.code: option.count for option in colour.options} == {"r": 2, "g": 1, "warm": 2}
    assert {option.code: option.count for option in size.options} == {"s": 2, "l": 1, "not-said": 1}


@pytest.mark.usefixtures("things")
def test_an_option_may_stand_for_several_values() -> None:
    assert list(narrowed({"colour": "warm"}).keys()) == ["0", "1", "2", "3"]


@pytest.mark.usefixtures("things")
def test_what_nobody_offers_is_no_choice() -> None:
    assert len(narrowed({"colour": "'; DROP", "nothing": "x"})) == len(THINGS)


@pytest.mark.usefixtures("things")
def test_the_ways_back_are_those_that_leave_something() -> None:
    found = narrowed({"colour": "b", "size": "l", "q": "thing", "page": "2"}, "thing")
    assert len(found) == 0
    [back] = found.ways_back
    assert (back.label, back.left, back.address) == ("blue", 1, "?size=l&q=thing&colour=")
    assert found.address == "q=thing&colour=b&size=l"


@pytest.mark.usefixtures("things")
def test_two_choices_are_let_go_of_together_where_one_is_not_enough() -> None:
    ways = narrowed({"colour": "b", "size": "l", "q": "xylophone"}, "xylophone").ways_back
    assert [(way.label, way.left, way.address) for way in ways] == [
        ("blue and the words you typed", 1, "?size=l&colour="),
    ]


@pytest.mark.usefixtures("things")
def test_what_misses_one_choice_is_near() -> None:
    near = narrowed({"colour": "g", "size": "l"}).nearest()
    assert [(each.key, each.misses) for each in near] == [("1", [("Colour", ["red"])]), ("2", [("Size", ["small"])])]
    first = narrowed({"colour": "r", "size": "l", "q": "xylophone"}, "xylophone").nearest()[0]
    assert (first.key, first.misses, first.lacks_words) == ("1", [], True)


@pytest.mark.usefixtures("things")
def test_what_does_not_say_is_nearer_than_what_says_otherwise() -> None:
    index_things([("r", ["s"]), ("r", ["not-said"])])
    near = narrowed({"colour": "r", "size": "l"}).nearest()
    assert [(each.key, each.misses) for each in near] == [
        ("1", [("Size", ["not stated"])]),
        ("0", [("Size", ["small"])]),
    ]


@pytest.mark.usefixtures("things")
def test_why_something_is_there_is_said_briefly() -> None:
    found = narrowed({"colour": "g"}, "things xylophone")
    assert [found.why(line) for line in found] == [["in its name: things", "not here: xylophone", "green"]]


COLOURS = st.text("rgo", max_size=3)
MANY = st.lists(st.tuples(COLOURS, st.lists(st.sampled_from("sl"), max_size=2)), max_size=12)


def fitting(things: Things, colours: str, size: str) -> list[str]:
    return [
        str(number)
        for number, (of_it, sizes) in enumerate(things)
        if set(of_it) & set(colours) and (not size or size in sizes)
    ]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(MANY, st.sampled_from(["", "r", "warm"]), st.sampled_from(["", "s", "l"]), st.sampled_from([0, 2000]))
def test_the_number_told_is_the_number_found(given_things: Things, colour: str, size: str, few: int) -> None:
    index_things(given_things)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordering, "FEW", few)  # whether they are sorted here, or walked through in the database
        for option in narrowed({"colour": colour, "size": size}).choices[0].options:
            found = narrowed({"colour": option.code, "size": size})
            fits = fitting(given_things, "ro" if option.code == "warm" else option.code, size)
            assert list(found.keys()) == [line.key for line in found[0:99]] == fits
            assert len(found) == option.count
