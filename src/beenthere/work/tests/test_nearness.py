from beenthere.work.interests import ACTIVITIES, INTERESTS, PICTURES, THINGS, liked, weights_of
from beenthere.work.nearness import Kind, near, shared, weights_of_words

COOK = Kind("63200", "RA", {"collaboration": 4}, frozenset({"food", "kitchen", "work"}))
HELPER = Kind("65201", "RS", {"collaboration": 5}, frozenset({"food", "kitchen", "dish", "work"}))
WELDER = Kind("72106", "R", {"collaboration": 2}, frozenset({"metal", "work"}))
WRITER = Kind("51111", "AI", {}, frozenset({"text"}))
ALL = (COOK, HELPER, WELDER, WRITER)
WEIGHTS = weights_of_words(ALL)


def test_what_shares_rare_words_interests_and_traits_is_nearest() -> None:
    found = near([HELPER], ALL, WEIGHTS, 9)
    assert [one.noc for one in found] == ["63200", "72106"]
    assert (found[0].words, found[0].interests, found[0].traits) == (
        ("food", "kitchen", "work"), ("R",), ("collaboration",),
    )  # fmt: skip


def test_a_word_that_all_use_tells_least() -> None:
    assert WEIGHTS["work"] < WEIGHTS["food"] < WEIGHTS["metal"]


def test_nearness_is_mutual_and_nothing_done_is_near_to_nothing() -> None:
    assert shared(COOK, HELPER, WEIGHTS).score == shared(HELPER, COOK, WEIGHTS).score
    assert near([], ALL, WEIGHTS, 9) == []


def test_what_was_done_is_not_suggested_and_the_best_of_several_counts() -> None:
    found = near([HELPER, WRITER], ALL, WEIGHTS, 1)
    assert [one.noc for one in found] == ["63200"]


def test_each_interest_has_as_many_pictures_and_activities() -> None:
    for things, each in ((PICTURES, 2), (ACTIVITIES, 3)):
        assert [sum(thing.interest == letter for thing in things) for letter in INTERESTS] == [each] * 6
    assert len(THINGS) == len(PICTURES) + len(ACTIVITIES)


def test_what_is_liked_weighs_once_and_what_we_do_not_know_is_passed_over() -> None:
    assert weights_of(liked(["plants", "plants", "tools", "moon", "brush"])) == {"R": 2, "A": 1}
