"""Search: both languages, accents and endings forgiven, best first, the same on SQLite and PostgreSQL."""

import pytest

from beenthere.core.search import SearchEntry, find, index, index_all, remove

pytestmark = pytest.mark.django_db

TRAININGS = {
    "aqrp": {"fr": ("Formation québécoise en intervention par les pairs", "AQRP réadaptation psychosociale, Montréal")},
    "family": {"fr": ("Formation Pairs Aidants Famille", "AQRP; rétablissement des proches")},
    "harm": {"en": ("Harm Reduction Worker Training", "South Riverdale, Toronto; adult (substance use)")},
    "pso": {"en": ("Peer 2 Peer Wellness", "Psychiatric Survivors of Ottawa; police check")},
    "psc": {"en": ("Peer Supporter Certification", "Peer Support Canada, 9-8-8")},
    "wrap": {"en": ("WRAP facilitator", "training about recovery, Toronto")},
}


@pytest.fixture(autouse=True)
def trainings() -> None:
    index_all("training", TRAININGS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("québécoise", ["aqrp", "family"]),  # by the A and the Q of AQRP, behind the title that says it
        ("QUEBECOIS", ["aqrp", "family"]),
        ("readaptation montreal", ["aqrp"]),
        ("PSC", ["psc"]),
        ("pso", ["pso"]),
        ("988", ["psc"]),
        ("9-8-8", ["psc"]),
        ("réduction des méfaits", ["harm"]),
        ("famill", ["family"]),
        ("facil", ["wrap"]),
        ("pair aidant·e famille", ["family"]),
    ],
)
def test_what_is_found(query: str, expected: list[str]) -> None:
    assert find("training", query) == expected


def test_a_word_of_the_title_comes_before_the_same_word_elsewhere() -> None:
    assert find("training", "training")[0] == "harm"
    assert set(find("training", "training")) >= {"harm", "wrap", "aqrp", "family"}


def test_initials_find_every_entry_that_holds_them() -> None:
    assert set(find("training", "AQRP")) == {"aqrp", "family"}


def test_a_slip_is_put_right_and_said() -> None:
    found = find("training", "retablisement")
    assert (set(found), found.searched_for) == ({"family", "wrap"}, "rétablissement")


def test_words_that_nothing_holds_together_find_what_holds_some_of_them() -> None:
    found = find("training", "ottawa famille")
    assert (set(found), found.partly, found.searched_for) == ({"pso", "family"}, True, "")


def test_nothing_is_found_for_nothing() -> None:
    assert find("training", "") == find("training", " ?! ") == find("training", "xylophone") == []


@pytest.mark.parametrize(
    "query", ['"', "' OR 1=1", "a:* & !b", "NEAR(a b)", "title:x*", "\x00", "-", "é" * 500, "^a {b}"]
)
def test_whatever_is_typed_does_no_harm(query: str) -> None:
    find("training", query)
    assert SearchEntry.objects.count() == len(TRAININGS)


def test_kinds_do_not_mix_and_the_number_is_limited() -> None:
    index("place", "ottawa", {"en": "Ottawa training"})
    assert find("place", "training") == ["ottawa"]
    assert len(find("training", "training", limit=2)) == 2


def test_a_changed_entry_is_found_by_its_new_words_only() -> None:
    index("training", "wrap", {"en": "Kayaking"})
    assert find("training", "kayak") == ["wrap"]
    assert "wrap" not in find("training", "facilitator")


def test_what_is_gone_is_not_found() -> None:
    index_all("training", {"pso": TRAININGS["pso"]})
    assert find("training", "AQRP") == []
    remove("training")
    assert find("training", "wellness") == []


def test_the_same_words_give_the_same_order_however_they_were_indexed() -> None:
    before = find("training", "training recovery peer")
    remove("training")
    for key in reversed(TRAININGS):
        index("training", key, TRAININGS[key])
    assert find("training", "training recovery peer") == before
