"""A catalogue narrowed down: what is left, what each further choice would leave, and the ways back."""

from hypothesis import given
from hypothesis import strategies as st

from beenthere.core.narrowing import Facet, narrow

Thing = tuple[str, str]
FACETS: list[Facet[Thing]] = [
    Facet("colour", "Colour", "any", lambda thing: thing[0], {"r": "red", "g": "green", "b": "blue"}),
    Facet("size", "Size", "any", lambda thing: thing[1], {"s": "small", "l": "large"}),
]
THINGS: list[Thing] = [("r", "s"), ("r", "l"), ("rg", "s")]


def test_only_what_fits_every_choice_is_left() -> None:
    narrowed = narrow(THINGS, FACETS, {"colour": "r", "size": "s"})
    assert narrowed.things == [("r", "s"), ("rg", "s")]
    assert [choice.name for choice in narrowed.chosen] == ["colour", "size"]


def test_each_option_tells_how_many_would_be_left() -> None:
    colour, size = narrow(THINGS, FACETS, {"size": "s"}).choices
    assert {option.code: option.count for option in colour.options} == {"r": 2, "g": 1}
    assert {option.code: option.count for option in size.options} == {"s": 2, "l": 1}


def test_what_nobody_offers_is_no_choice() -> None:
    assert narrow(THINGS, FACETS, {"colour": "'; DROP", "nothing": "x"}).things == THINGS


def test_the_ways_back_are_those_that_leave_something() -> None:
    narrowed = narrow(THINGS, FACETS, {"colour": "b", "size": "l", "q": "a b", "page": "2"})
    assert narrowed.things == []
    [back] = narrowed.ways_back
    assert (back.name, back.left_without, back.address_without) == ("colour", 1, "?size=l&q=a+b&colour=")


things = st.tuples(st.text("rgb", max_size=3), st.text("sl", max_size=2))


@given(st.lists(things), st.sampled_from(["", "r", "g", "b"]), st.sampled_from(["", "s", "l"]))
def test_the_number_told_is_the_number_found(given_things: list[Thing], colour: str, size: str) -> None:
    narrowed = narrow(given_things, FACETS, {"colour": colour, "size": size})
    for option in narrowed.choices[0].options:
        found = narrow(given_things, FACETS, {"colour": option.code, "size": size}).things
        assert len(found) == sum(option.code in thing[0] for thing in found) == option.count
