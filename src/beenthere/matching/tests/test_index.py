"""Through the index everybody is suggested the same people as by weighing every offer."""

from random import Random
from unittest.mock import Mock

import pytest

from beenthere.consent.actions import block
from beenthere.core.places import places
from beenthere.matching import actions, jobs, ranking
from beenthere.matching.actions import indexing
from beenthere.matching.models import IndexBits, MatchRequest, Offer, OfferSlot, Shown
from beenthere.matching.reads import index
from beenthere.matching.reads.suggestions import facts_for_ranking, suggestions_anew, wish_of
from beenthere.matching.tests import make
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests import make as orgs
from beenthere.people.actions import erase
from beenthere.people.models import Person
from beenthere.people.tests.make import without_passphrase

pytestmark = pytest.mark.django_db
WORDS = ["A winter in a shelter", "Night work", "Hearing voices", "A long sick leave", "Starting over"]
TIMES = ["mon-evening", "tue-evening", "wed-morning", "thu-evening", "fri-morning", "sat-morning", "sun-evening"]
MUSTS: list[dict[str, object]] = [
    {}, {"must_languages": ("fr",)}, {"must_ways": ("video",), "nice_paths": ("job",)}, {"must_trained": True},
    {"must_within": "within_an_hour"}, {"must_within": "same_area"}, {"not_my_town": True},
    {"must_paths": ("learning",), "nice_near": True, "nice_fields": ("1", "3"), "nice_trained": True},
]  # fmt: skip


@pytest.fixture(autouse=True)
def through_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """With so few to look at first that nearly everybody is left out of the first look."""
    monkeypatch.setattr(index, "WIDER", (6, 12, 24))
    monkeypatch.setattr(index, "FEW", -1)
    monkeypatch.setattr(index, "is_worth_it", lambda: True)


def tells(person: Person, dice: Random) -> Person:
    codes = [place.code for place in places()[:12]]
    make.about(person, languages=dice.sample(["en", "fr", "asl"], dice.randint(0, 2)))
    make.about(person, ways=dice.sample(["video", "phone", "in_person"], dice.randint(0, 3)))
    make.about(person, free=dice.sample(TIMES, dice.randint(0, 7)))
    make.about(person, area=dice.choice([*codes, "K1A", "ON", ""]), shown=dice.choice(["asked", "me"]))
    return make.lived(person, *dice.sample(WORDS, dice.randint(0, 3)), shown=dice.choice(["on_offer", "me"]))


def crowd(dice: Random, many: int) -> tuple[Person, Organisation]:
    chloe, here = orgs.coordinator("Chloé", "Phare")
    for number in range(many):
        facts = {"capacity": dice.randint(1, 3), "paths": dice.sample(["job", "learning"], dice.randint(0, 2))}
        facts |= {
            "fields": dice.sample(["1", "2", "3"], dice.randint(0, 2)),
            "training": dice.choice(["trained", "none"]),
        }
        supporter = tells(without_passphrase(f"Supporter {number}"), dice)
        make.offer(supporter, here, chloe if number % 9 else None, **facts)
    return chloe, here


def both_ways(request: MatchRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[object, object]:
    found = suggestions_anew(request), suggestions_anew(request, others=True)
    with monkeypatch.context() as plain:
        plain.setattr(index, "is_worth_it", lambda: False)
        return found, (suggestions_anew(request), suggestions_anew(request, others=True))


def lives_on(dice: Random, askers: list[MatchRequest]) -> None:
    """Things happen: asks, answers, rests, blocks, other words, an erasure."""
    offers = list(Offer.objects.approved().select_related("supporter"))
    dice.shuffle(offers)
    for request, offer in zip(askers[:4], offers, strict=False):
        shown = list(Offer.objects.filter(shown__request=request))[:2]
        if shown:
            actions.choose_supporters(by=request.person, request=request, ranked=shown)
        block(by=request.person.pk, whom=offer.supporter_id)
    ask = askers[0].asks.filter(state="asked").first()
    if ask:
        actions.accept_request(by=ask.supporter, ask=ask)
    actions.pause_offer(by=offers[5].supporter, offer=offers[5])
    tells(offers[6].supporter, dice)
    erase(by=offers[7].supporter)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("seed", [1, 3])
def test_the_index_suggests_whom_weighing_everybody_would(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = Random(seed)
    crowd(dice, 32)
    people = [tells(without_passphrase(f"Asker {number}"), dice) for number in range(len(MUSTS))]
    askers = [make.request(one, **musts) for one, musts in zip(people, MUSTS, strict=True)]  # type: ignore[arg-type]
    jobs.keep_index_in_step()
    lives_on(dice, askers)
    for _ in range(2):  # while the index is behind, and once it is in step
        for request in MatchRequest.objects.open().select_related("person"):
            found, true = both_ways(request, monkeypatch)
            assert found == true
        jobs.keep_index_in_step()


@pytest.mark.sqlite_only
@pytest.mark.parametrize("seen", [11, 15])
def test_whoever_was_shown_many_this_week_is_not_weighed_against_everybody(
    seen: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = Random(9)
    crowd(dice, 32)
    jobs.keep_index_in_step()
    request = make.request(without_passphrase("Asker"))
    request.shown.all().delete()
    for offer in Offer.objects.approved().order_by("pk")[:seen]:
        Shown.objects.create(asker=request.person, request=request, offer=offer, page=0)
    found, true = both_ways(request, monkeypatch)
    assert found == true
    monkeypatch.setattr(index, "candidates", counted := Mock(side_effect=index.candidates))
    suggestions_anew(request)
    assert counted.call_count == 1


def test_every_sum_in_the_index_is_the_fit_that_ranking_weighs() -> None:
    dice = Random(5)
    crowd(dice, 24)
    people = [tells(without_passphrase(f"Asker {number}"), dice) for number in range(len(MUSTS))]
    askers = [make.request(one, **musts) for one, musts in zip(people, MUSTS, strict=True)]  # type: ignore[arg-type]
    jobs.keep_index_in_step()
    numbers = {str(pk): number for pk, number in OfferSlot.objects.values_list("offer_id", "number")}
    for request in askers:
        wish, area = wish_of(request)
        planes = index.sums(wish, area)
        for fact in facts_for_ranking(Offer.objects.approved().select_related("supporter"), request.person, area):
            told = sum((plane >> numbers[fact.id] & 1) << place for place, plane in enumerate(planes))
            assert told == ranking.fit(wish, fact) + ranking.STRAIN_AT_MOST


def test_after_a_mixed_time_it_is_as_if_made_anew() -> None:
    dice = Random(4)
    crowd(dice, 20)
    askers = [make.request(tells(without_passphrase(f"Asker {number}"), dice)) for number in range(4)]
    jobs.keep_index_in_step()
    lives_on(dice, askers)
    jobs.keep_index_in_step()
    kept = {(row.term, row.shard): bytes(row.bits) for row in IndexBits.objects.all()}
    IndexBits.objects.all().delete()
    indexing.mark(Offer.objects.values_list("pk", flat=True))
    jobs.keep_index_in_step()
    assert {(row.term, row.shard): bytes(row.bits) for row in IndexBits.objects.all()} == kept


def test_whoever_erases_their_account_leaves_no_bit() -> None:
    chloe, here = orgs.coordinator("Chloé", "Phare")
    offer = make.offer(make.lived(without_passphrase("Benoît"), "Night work"), here, chloe)
    jobs.keep_index_in_step()
    assert IndexBits.objects.exists()
    erase(by=offer.supporter)
    jobs.keep_index_in_step()
    assert (IndexBits.objects.count(), OfferSlot.objects.count()) == (0, 0)


def test_what_is_hidden_leaves_no_term() -> None:
    chloe, here = orgs.coordinator("Chloé", "Phare")
    benoit = make.lived(
        make.about(without_passphrase("Benoît"), area="ottawa-on", shown="after_yes"), "Night work", shown="me"
    )
    make.offer(benoit, here, chloe)
    jobs.keep_index_in_step()
    before = set(IndexBits.objects.values_list("term", flat=True))
    make.lived(benoit, "Hearing voices", shown="after_yes")
    jobs.keep_index_in_step()
    assert set(IndexBits.objects.values_list("term", flat=True)) == before
    assert index.key_of("place:ottawa-on") not in before


def test_no_language_told_no_place_told_all_tie_and_a_draw_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    chloe, here = orgs.coordinator("Chloé", "Phare")
    make.supporters(30, here, chloe)
    monkeypatch.setattr(index, "TIED", 5)
    jobs.keep_index_in_step()
    requests = [make.request(without_passphrase(f"Asker {number}")) for number in range(8)]
    first = [suggestions_anew(request)[0].offer for request in requests]
    assert len(set(first)) > 3
