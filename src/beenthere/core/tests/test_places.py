import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from beenthere.core.places import (
    PROVINCES,
    Area,
    Band,
    NotAnArea,
    area_of,
    band,
    distance_km,
    find_place,
    parse_area,
    places,
    provinces_by_name,
)

some_place = st.sampled_from(places())
some_text = st.sampled_from(
    [p.code for p in places()] + [p.name_fr for p in places()] + list(PROVINCES) + ["E1C", "X0A"]
)
some_area = some_text.map(parse_area)


def test_places_in_every_province_and_territory() -> None:
    assert len(places()) == 64
    assert {place.province for place in places()} == set(PROVINCES)
    assert len({place.code for place in places()}) == 64


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Moncton", "moncton-nb"),
        ("  moncton, NB ", "moncton-nb"),
        ("Moncton, Nouveau-Brunswick", "moncton-nb"),
        ("montreal", "montreal-qc"),
        ("MONTRÉAL", "montreal-qc"),
        ("St-Jean, NB", "saint-john-nb"),
        ("St. John’s", "saint-johns-nl"),
        ("Sudbury", "greater-sudbury-on"),
        ("Ville de Québec", "quebec-city-qc"),
        ("québec", "QC"),
        ("IPE", "PE"),
        ("nu", "NU"),
        ("e1c", "E1C"),
        ("E1C 4Z6", "E1C"),
        ("X0A", "X0A"),
    ],
)
def test_what_people_type_is_understood(text: str, code: str) -> None:
    assert parse_area(text).code == code


@pytest.mark.parametrize(
    ("text", "province"), [("X0A", "NU"), ("X1A", "NT"), ("H2X", "QC"), ("K1A", "ON"), ("V0J", "BC")]
)
def test_a_postal_area_tells_its_province(text: str, province: str) -> None:
    assert parse_area(text).province == province


@pytest.mark.parametrize("text", ["D1A", "X9X", "E1", "E1O", "E1C 4Z", "W2X"])
def test_what_is_no_postal_area_is_said_plainly(text: str) -> None:
    with pytest.raises(NotAnArea, match="not the start of a Canadian postal code"):
        parse_area(text)


def test_a_slip_gets_a_suggestion_in_the_readers_language() -> None:
    with override("fr"), pytest.raises(NotAnArea, match="Grand Sudbury"):
        parse_area("Grand Sudburi")
    with override("en"), pytest.raises(NotAnArea, match="province or territory"):
        parse_area("Nowhere at all")


def test_names_are_told_in_the_language_of_the_page() -> None:
    with override("fr"):
        assert parse_area("Saint John").name == "Saint-Jean (Nouveau-Brunswick)"
    with override("en"):
        assert parse_area("saint-jean").name == "Saint John (New Brunswick)"
        assert parse_area("V0J").name == "V0J (British Columbia)"


def test_zones_follow_the_place_before_the_province() -> None:
    assert parse_area("Goose Bay").zone == "America/Goose_Bay"
    assert parse_area("NL").zone == "America/St_Johns"
    assert parse_area("P8T").zone == "America/Winnipeg"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Moncton", "Dieppe", Band.SAME_AREA),
        ("E1C", "Moncton", Band.SAME_AREA),
        ("V0J", "V0J", Band.SAME_AREA),
        ("Ottawa", "Gatineau", Band.SAME_AREA),
        ("Halifax", "Ottawa", Band.FARTHER),
        ("Toronto", "Hamilton", Band.WITHIN_AN_HOUR),
        ("NB", "Moncton", Band.UNKNOWN),
        ("NB", "Charlottetown", Band.UNKNOWN),
        ("NB", "BC", Band.FARTHER),
        ("V0J", "Vancouver", Band.UNKNOWN),
    ],
)
def test_bands(one: str, other: str, expected: Band) -> None:
    assert band(parse_area(one), parse_area(other)) is expected


@given(some_area, some_area)
def test_a_band_is_the_same_from_both_ends(one: Area, other: Area) -> None:
    assert band(one, other) is band(other, one)


@given(some_area)
def test_nobody_is_far_from_their_own_area(area: Area) -> None:
    assert band(area, area) is (Band.SAME_AREA if area.place or area.fsa else Band.UNKNOWN)


@given(some_area)
def test_an_area_is_read_back_as_it_was_stored(area: Area) -> None:
    assert area_of(area.code) == area


@given(some_place, st.sampled_from(["en", "fr"]))
def test_the_name_that_is_shown_is_understood(place: object, language: str) -> None:
    with override(language):
        assert find_place(place.name) == place  # type: ignore[attr-defined]


@given(some_area, some_area)
def test_the_farther_the_place_the_farther_the_band(one: Area, other: Area) -> None:
    if one.place and other.place:
        near = distance_km(one.place, other.place) <= 80
        assert (band(one, other) is Band.FARTHER) is not near


@given(st.text(max_size=40))
def test_any_text_is_an_area_or_a_sentence(text: str) -> None:
    try:
        told = PROVINCES[parse_area(text).province].name
    except NotAnArea as error:
        told = str(error)
    assert told


def test_neighbours_agree_about_each_other() -> None:
    for code, province in PROVINCES.items():
        assert code not in province.neighbours
        assert all(code in PROVINCES[other].neighbours for other in province.neighbours)


def test_what_is_stored_but_no_longer_known_is_nothing() -> None:
    assert area_of("atlantis-zz") is None
    assert area_of(None) is None


def test_provinces_stand_in_the_order_of_the_alphabet_accents_apart() -> None:
    with override("fr"):
        names = [province.name for province in provinces_by_name()]
    assert len(names) == len(PROVINCES)
    assert names.index("Colombie-Britannique") < names.index("Île-du-Prince-Édouard") < names.index("Manitoba")
