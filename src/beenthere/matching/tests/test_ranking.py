"""The ranking keeps its promises whatever the facts are."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from beenthere.matching.ranking import (
    SHOWN_IN_A_WEEK,
    SUGGESTED_AT_ONCE,
    Experience,
    Musts,
    Near,
    Offer,
    Reason,
    Why,
    Wish,
    fit,
    keeps_musts,
    ranked,
    suggest,
)

LANGUAGES, WAYS = ["en", "fr", "asl", "lsq"], ["in_person", "phone", "video", "text"]
PATHS, FIELDS = ["job", "learning", "self_employment", "own"], [str(digit) for digit in range(10)]
TOKENS, SLOTS = [f"t{number}" for number in range(8)], [f"{day}-evening" for day in ("mon", "tue", "wed")]
ORGANISATIONS = ["o1", "o2", "o3"]


def some(values: list[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values))


musts = st.builds(
    Musts,
    languages=some(LANGUAGES[:2]),
    ways=some(WAYS[:2]),
    paths=some(PATHS[:2]),
    experiences=some(TOKENS[:2]),
    not_organisations=some(ORGANISATIONS[:1]),
    within=st.sampled_from([None, None, Near.WITHIN_AN_HOUR, Near.SAME_AREA]),
    not_my_town=st.booleans(),
    trained=st.booleans(),
)
experiences = st.lists(
    st.builds(
        Experience, token=st.sampled_from(TOKENS[:5]), label=st.sampled_from(["a", "b"]), weight=st.integers(1, 2)
    ),
    max_size=4,
    unique_by=lambda experience: experience.token,
).map(tuple)
wishes = st.builds(
    Wish,
    seed=st.uuids().map(str),
    musts=st.one_of(st.just(Musts()), musts),
    languages=some(LANGUAGES),
    ways=some(WAYS),
    free=some(SLOTS),
    experiences=experiences,
    paths=some(PATHS),
    fields=some(FIELDS),
    near=st.booleans(),
    trained=st.booleans(),
)
offers = st.builds(
    Offer,
    id=st.uuids().map(str),
    organisations=some(ORGANISATIONS),
    languages=some(LANGUAGES),
    ways=some(WAYS),
    free=some(SLOTS),
    experiences=some(TOKENS),
    paths=some(PATHS),
    fields=some(FIELDS),
    near=st.sampled_from(Near),
    trained=st.booleans(),
    capacity=st.integers(1, 4),
    taken=st.integers(0, 4),
    waiting=st.integers(0, 3),
    paused=st.booleans(),
    blocked=st.booleans(),
)
many = st.lists(offers, max_size=12, unique_by=lambda offer: offer.id)


@given(wishes, many)
def test_a_must_is_never_broken(wish: Wish, offers: list[Offer]) -> None:
    by_id = {offer.id: offer for offer in offers}
    for suggestion in suggest(wish, offers):
        offer, musts = by_id[suggestion.offer], wish.musts
        assert not musts.languages or musts.languages & offer.languages
        assert not musts.ways or musts.ways & offer.ways
        assert not musts.paths or musts.paths & offer.paths
        assert musts.experiences <= offer.experiences
        assert not musts.not_organisations & offer.organisations
        assert not musts.not_my_town or offer.near not in {Near.SAME_AREA, Near.UNKNOWN}
        assert musts.within is not Near.SAME_AREA or offer.near is Near.SAME_AREA
        assert musts.within is None or offer.near in {Near.SAME_AREA, Near.WITHIN_AN_HOUR}
        assert offer.trained or not musts.trained


@given(wishes, many)
def test_nobody_blocked_paused_full_or_without_a_yes_is_suggested(wish: Wish, offers: list[Offer]) -> None:
    by_id = {offer.id: offer for offer in offers}
    for suggestion in suggest(wish, offers):
        offer = by_id[suggestion.offer]
        assert offer.organisations
        assert not offer.paused
        assert not offer.blocked
        assert offer.taken < offer.capacity


@given(wishes, offers, st.sampled_from(TOKENS))
def test_a_shared_experience_never_lowers_a_fit(wish: Wish, offer: Offer, token: str) -> None:
    with_it = replace(offer, experiences=offer.experiences | {token})
    assert fit(wish, with_it) >= fit(wish, replace(offer, experiences=offer.experiences - {token}))
    assert keeps_musts(wish.musts, with_it) or not keeps_musts(wish.musts, offer)


@given(wishes, many, st.integers(0, 11), st.sampled_from(TOKENS))
def test_a_shared_experience_never_lowers_a_place(wish: Wish, offers: list[Offer], index: int, token: str) -> None:
    if index >= len(offers):
        return
    before = [offer.id for offer in ranked(wish, offers)]
    one = offers[index]
    offers[index] = replace(one, experiences=one.experiences | {token})
    after = [offer.id for offer in ranked(wish, offers)]
    assert one.id not in before or after.index(one.id) <= before.index(one.id)


@given(wishes, many, st.randoms(use_true_random=False))
def test_the_order_in_which_offers_come_does_not_matter(wish: Wish, offers: list[Offer], random: Random) -> None:
    mixed = random.sample(offers, len(offers))
    assert suggest(wish, offers) == suggest(wish, mixed)


@given(wishes, many, some(["hidden-1", "hidden-2"]))
def test_a_word_the_asker_does_not_have_changes_nothing_at_all(
    wish: Wish, offers: list[Offer], unknown: frozenset[str]
) -> None:
    others = [replace(offer, experiences=offer.experiences | unknown) for offer in offers]
    assert repr(suggest(wish, others)).encode() == repr(suggest(wish, offers)).encode()


@given(wishes, many)
def test_an_unknown_area_gives_no_reason_about_distance(wish: Wish, offers: list[Offer]) -> None:
    nowhere = [replace(offer, near=Near.UNKNOWN) for offer in offers]
    told = {reason.why for suggestion in suggest(wish, nowhere) for reason in suggestion.reasons}
    assert not told & {Why.NEAR, Why.NOT_MY_TOWN}


@given(wishes, many, st.integers(0, 20))
@settings(max_examples=60)
def test_no_more_than_fifteen_different_people_are_shown_in_a_week(
    wish: Wish, offers: list[Offer], before: int
) -> None:
    shown = frozenset(f"earlier-{number}" for number in range(before)) | {offer.id for offer in offers[:1]}
    new = {suggestion.offer for suggestion in suggest(wish, offers, shown=shown)} - shown
    assert len(new) <= max(0, SHOWN_IN_A_WEEK - len(shown))


@given(wishes, many)
def test_every_reason_speaks_of_what_both_have(wish: Wish, offers: list[Offer]) -> None:
    by_id = {offer.id: offer for offer in offers}
    labels = {experience.label: experience.token for experience in wish.experiences}
    for suggestion in suggest(wish, offers):
        offer = by_id[suggestion.offer]
        for reason in suggestion.reasons:
            if reason.why is Why.SHARED:
                assert set(reason.of) <= set(labels)
            if reason.why is Why.LANGUAGE:
                assert set(reason.of) <= offer.languages


def an_offer(name: str, **facts: object) -> Offer:
    return replace(Offer(id=name, organisations=frozenset({"o1"})), **facts)  # type: ignore[arg-type]


def test_what_matters_a_lot_weighs_more_than_what_matters_some() -> None:
    wish = Wish("seed", experiences=(Experience("t1", "a long absence", 2), Experience("t2", "income support", 1)))
    some_of_it = an_offer("some", experiences=frozenset({"t2"}))
    a_lot = an_offer("a lot", experiences=frozenset({"t1"}))
    assert [offer.id for offer in ranked(wish, [some_of_it, a_lot])] == ["a lot", "some"]


def test_whoever_shares_no_language_comes_after_everybody_who_may() -> None:
    wish = Wish("seed", languages=frozenset({"asl"}), experiences=(Experience("t1", "a long absence", 2),))
    apart = an_offer("apart", languages=frozenset({"fr"}), experiences=frozenset({"t1"}))
    signs = an_offer("signs", languages=frozenset({"asl", "en"}))
    silent = an_offer("silent")
    assert [offer.id for offer in ranked(wish, [apart, silent, signs])] == ["signs", "silent", "apart"]


def test_between_equals_the_one_who_carries_less_comes_first() -> None:
    busy, rested = an_offer("busy", capacity=3, taken=2), an_offer("rested", capacity=3)
    assert all(
        [offer.id for offer in ranked(Wish(str(seed)), [busy, rested])] == ["rested", "busy"] for seed in range(9)
    )


def test_ties_fall_differently_for_different_requests() -> None:
    equals = [an_offer(f"offer-{number}") for number in range(6)]
    firsts = {ranked(Wish(f"request-{seed}"), equals)[0].id for seed in range(60)}
    assert len(firsts) == len(equals)


def test_five_are_suggested_at_once_and_others_when_asked_for() -> None:
    equals = [an_offer(f"offer-{number}") for number in range(8)]
    first = suggest(Wish("seed"), equals)
    seen = frozenset(suggestion.offer for suggestion in first)
    others = suggest(Wish("seed"), equals, shown=seen, leave_out=seen)
    assert (len(first), len(others)) == (SUGGESTED_AT_ONCE, 3)
    assert not seen & {suggestion.offer for suggestion in others}


def test_reasons_are_told_in_the_askers_own_words() -> None:
    wish = Wish("seed", experiences=(Experience("t1", "ma longue pause"),), languages=frozenset({"fr"}))
    (suggestion,) = suggest(wish, [an_offer("one", experiences=frozenset({"t1"}), languages=frozenset({"fr", "en"}))])
    assert suggestion.reasons == (
        Reason(Why.SHARED, ("ma longue pause",)),
        Reason(Why.LANGUAGE, ("fr",)),
        Reason(Why.ROOM, ("1",)),
    )
