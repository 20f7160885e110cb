"""Which records are asked about as one training, and which never are."""

import csv
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from beenthere.training.importing.likeness import LIKELY, Told, compare, likely_pairs
from beenthere.training.seed import FILE


def why(one: Told, other: Told) -> tuple[str, ...]:
    found = compare(one, other)
    return found.why if found else ()


def test_the_same_page_and_a_similar_name_are_likely_one() -> None:
    one = Told(1, "Listening with Heart", "The Kettle", website="https://www.kettle.example/heart/")
    other = Told(2, "Listening with the heart (online)", "Kettle Society", website="http://kettle.example/heart")
    assert why(one, other) == ("similar_name", "same_page")


def test_the_same_provider_and_a_similar_name_are_likely_one() -> None:
    one, other = Told(1, "Écoute active", "Le Phare"), Told(2, "L’ecoute active !", "LE PHARE")
    assert why(one, other) == ("same_name", "same_provider")


def test_one_name_in_one_province_is_likely_one_unless_two_providers_give_it() -> None:
    one, other = Told(1, "Walking Together", "", "NB"), Told(2, "walking together", "", "NB")
    assert why(one, other) == ("same_name", "same_province")
    assert why(Told(1, "Walking Together", "A", "NB"), Told(2, "Walking Together", "B", "NB")) == ()


def test_words_that_all_names_hold_are_no_likeness() -> None:
    one, other = (
        Told(1, "Peer Support Training", "Kettle", "BC"),
        Told(2, "Peer Support Worker Training", "Phare", "BC"),
    )
    assert why(one, other) == ()


def test_two_levels_are_two_trainings() -> None:
    assert why(Told(1, "Listening well 1", "Kettle"), Told(2, "Listening well 2", "Kettle")) == ()


def test_blocks_find_what_comparing_everything_finds_among_the_real_records() -> None:
    with FILE.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    told = [
        Told(number, row["name"], row["provider"], row["province"], row["website"]) for number, row in enumerate(rows)
    ]
    told.append(Told(900, rows[0]["name"] + " 2026", rows[0]["provider"], rows[0]["province"]))
    told.append(Told(901, rows[5]["name"].upper(), rows[5]["provider"].lower(), rows[5]["province"]))
    every = {(pair.a, pair.b) for one, other in combinations(told, 2) if (pair := compare(one, other))}
    found = {(pair.a, pair.b) for pair in likely_pairs(told, told)}
    assert (5, 901) in found
    assert found == every
    assert len(found) < 12, "asking too often costs people more than it finds"


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_likeness_has_no_direction(name: str, other: str, provider: str, page: str) -> None:
    one, two = Told(1, name, provider, "NB", page), Told(2, other, provider, "NB", page)
    assert compare(one, two) == compare(two, one)
    found = compare(one, two)
    assert found is None or LIKELY <= found.likeness <= 100
