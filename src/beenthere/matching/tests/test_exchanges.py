"""Before a yes: a few questions and answers, room and rest said with each answer, and honest words about waiting."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from beenthere.core import clock
from beenthere.core.jobs import run_due
from beenthere.matching import actions, reads, waiting
from beenthere.matching.models import AskNote, MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Letter, Person
from beenthere.people.tests import make as people
from beenthere.people.tests.make import signed_in

pytestmark = pytest.mark.django_db

START = dt.datetime(2026, 11, 2, 15, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with clock.at(START):
        yield


@pytest.fixture
def offers() -> list[Offer]:
    coordinator, organisation = orgs.coordinator("Chloé", "Phare")
    return make.supporters(3, organisation, coordinator)


def letters_to(person: Person) -> str:
    return " ".join(letter.text for letter in Letter.objects.filter(person=person, put_away_at=None))


def test_a_supporter_asks_three_times_at_most_and_the_turn_passes_each_time(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    for turn in (1, 2, 3):
        actions.ask_first(by=offers[0].supporter, ask=ask, text=f"Question {turn}")
        actions.answer_question(by=ask.asker, ask=ask, text=f"Answer {turn}")
    with pytest.raises(actions.NoLongerOpen):
        actions.ask_first(by=offers[0].supporter, ask=ask, text="One more")
    told = [(each.question, each.answer) for each in reads.ask_page(ask).exchanges]
    assert told == [(f"Question {turn}", f"Answer {turn}") for turn in (1, 2, 3)]


def test_a_question_sent_twice_is_asked_once_also_after_its_answer(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    client, address = signed_in(offers[0].supporter), reverse("matching:question", args=[ask.pk])
    client.post(address, {"text": "Evenings?", "turn": "1"})
    actions.answer_question(by=ask.asker, ask=ask, text="Yes")
    client.post(address, {"text": "Evenings?", "turn": "1"})
    ask.refresh_from_db()
    assert ask.state == "asked"
    assert AskNote.objects.filter(ask=ask, kind="question").count() == 1


def test_each_turn_has_a_clock_of_its_own(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    with clock.at(START + 6 * DAY):
        actions.ask_first(by=offers[0].supporter, ask=ask, text="Evenings?")
    with clock.at(START + 12 * DAY):
        run_due()
        ask.refresh_from_db()
        assert ask.state == "asking_first"
    with clock.at(START + 13 * DAY):
        run_due()
        ask.refresh_from_db()
    assert (ask.state, ask.waiting_since) == ("asked", START + 13 * DAY)


def test_with_a_pass_one_says_how_much_room_there_is_and_when_one_rests(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    form = {"text": "", "capacity": "1", "rest_from": "2026-12-20", "rest_until": "2027-01-03"}
    signed_in(offers[0].supporter).post(reverse("matching:pass", args=[ask.pk]), form)
    mine = Offer.objects.get(pk=offers[0].pk)
    assert (mine.capacity, mine.paused_until) == (1, dt.date(2027, 1, 3))
    assert mine.rest_is_planned
    assert not mine.is_paused


def test_a_rest_that_ends_before_it_begins_is_asked_about_and_nothing_is_answered(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    form = {"rest_from": "2026-12-20", "rest_until": "2026-12-03"}
    page = signed_in(offers[0].supporter).post(reverse("matching:accept", args=[ask.pk]), form)
    assert page.status_code == 422
    assert "would end before it begins" in page.text
    assert "2026-12-20" in page.text
    ask.refresh_from_db()
    assert ask.state == "asked"


def test_a_planned_rest_passes_on_whoever_waits_once_it_begins(offers: list[Offer]) -> None:
    first, second, _third = offers
    actions.pause_offer(by=first.supporter, offer=first, since=dt.date(2026, 11, 5), until=dt.date(2026, 11, 9))
    ask = make.asked(people.person("Amara"), first, second)
    assert ask.offer == first
    with clock.at(START + 3 * DAY):
        run_due()
    ask.refresh_from_db()
    assert ask.state == "passed"
    assert ask.request.asks.get(state="asked").offer == second


def test_during_a_planned_rest_nobody_is_suggested_and_afterwards_they_are(offers: list[Offer]) -> None:
    first = offers[0]
    actions.pause_offer(by=first.supporter, offer=first, since=dt.date(2026, 11, 5), until=dt.date(2026, 11, 9))
    seen = []
    for days in (0, 3, 7, 8):
        with clock.at(START + days * DAY):
            request = MatchRequest(person=people.person("Amara"), wishes_json={})
            seen.append(str(first.pk) in {one.offer for one in reads.suggestions_anew(request)})
    assert seen == [True, False, False, True]


def test_whoever_let_two_pass_in_silence_rests_until_they_say_so(offers: list[Offer]) -> None:
    silent = offers[0]
    for day in (0, 8):
        with clock.at(START + day * DAY):
            make.asked(people.person("Amara"), silent)
        with clock.at(START + (day + 7) * DAY):
            run_due()
    silent.refresh_from_db()
    assert silent.is_paused
    assert "your offer rests now" in letters_to(silent.supporter)


def test_a_slow_answer_is_not_silence(offers: list[Offer]) -> None:
    slow = offers[0]
    for day in (0, 8):
        with clock.at(START + day * DAY):
            ask = make.asked(people.person("Amara"), slow)
            actions.ask_first(by=slow.supporter, ask=ask, text="Evenings?")
            actions.answer_question(by=ask.asker, ask=ask, text="Yes")
        with clock.at(START + (day + 7) * DAY):
            run_due()
    slow.refresh_from_db()
    assert not slow.is_paused


@pytest.mark.parametrize(("room", "words"), [(True, "There are people"), (False, "Nobody with room fits")])
def test_a_request_for_which_nobody_is_asked_gets_an_honest_letter(offers: list[Offer], room: bool, words: str) -> None:
    amara = people.person("Amara")
    make.request(amara, must_ways=() if room else ("in_person",))
    with clock.at(START + 14 * DAY):
        run_due()
        assert words in letters_to(amara)


def test_five_waits_are_told_as_a_range_and_four_as_not_known(offers: list[Offer]) -> None:
    with clock.at(START - 3 * DAY):
        asks = [make.asked(people.person("Asker"), offers[number // 2]) for number in range(5)]
    for ask in asks[:4]:
        actions.accept_request(by=ask.supporter, ask=ask)
    client, mine = signed_in(asks[4].asker), reverse("matching:suggestions", args=[asks[4].request_id])
    assert "we cannot know yet" in client.get(mine).text
    actions.accept_request(by=asks[4].supporter, ask=asks[4])
    assert reads.usual_wait() == (2, 3)


@given(st.lists(st.timedeltas(dt.timedelta(0), dt.timedelta(days=365)), min_size=5))
def test_a_range_of_waits_is_of_round_days_and_holds_most_of_them(waits: list[dt.timedelta]) -> None:
    low, high = waiting.usual_range(waits) or (0, 0)
    inside = sum(low * DAY <= wait <= high * DAY for wait in waits)
    assert inside >= len(waits) * 3 // 5
    assert low in (0, *waiting.STEPS)
    assert high in waiting.STEPS


@given(st.lists(st.timedeltas(dt.timedelta(0), dt.timedelta(days=365)), max_size=4))
def test_fewer_than_five_waits_tell_nothing(waits: list[dt.timedelta]) -> None:
    assert waiting.usual_range(waits) is None
