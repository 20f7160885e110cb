"""Asking, seeing people, choosing, waiting: with the clock."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection

from beenthere.consent.reads import connected
from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.jobs import run_due
from beenthere.core.models import AuditEntry
from beenthere.matching import actions, reads
from beenthere.matching.models import Ask, AskNote, Match, MatchRequest, Offer, Shown
from beenthere.matching.tests import make
from beenthere.matching.wishes import Wishes
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Letter, Person
from beenthere.people.reads import open_letters
from beenthere.people.tests import make as people

pytestmark = pytest.mark.django_db

START = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with clock.at(START):
        yield


@pytest.fixture
def chloe() -> tuple[Person, Organisation]:
    return orgs.coordinator("Chloé", "Phare")


@pytest.fixture
def offers(chloe: tuple[Person, Organisation]) -> list[Offer]:
    coordinator, organisation = chloe
    return make.supporters(3, organisation, coordinator)


def states(request: MatchRequest) -> list[str]:
    return list(request.asks.values_list("state", flat=True))


def letters_to(person: Person) -> list[str]:
    return [letter.text for letter in open_letters(person)]


def told(person: Person, words: str) -> bool:
    return any(words in text for text in letters_to(person))


def test_whoever_told_no_language_is_first_shown_people_who_speak_that_of_the_page(offers: list[Offer]) -> None:
    for offer, language in zip(offers, ("en", "en", "fr"), strict=True):
        make.about(offer.supporter, languages=[language])
    request = make.request(people.person("Maude", language="fr"))
    assert reads.people_shown(request)[0].offer == offers[2]


def test_asking_shows_people_and_reasons(offers: list[Offer]) -> None:
    make.lived(offers[1].supporter, "a long absence")
    amara = make.lived(people.person("Amara"), "a long absence", shown="me")
    request = make.request(amara)
    cards = reads.people_shown(request)
    assert cards[0].offer == offers[1]
    assert cards[0].reasons[0] == "Has been there too: a long absence"
    assert len(cards) == 3


def test_what_both_lived_through_is_told_in_one_sentence(offers: list[Offer]) -> None:
    both = ("a long absence", "little energy")
    make.lived(offers[1].supporter, *both)
    amara = make.lived(people.person("Amara"), *both, shown="me")
    told = [reason for reason in reads.people_shown(make.request(amara))[0].reasons if "been there too" in reason]
    assert told in (
        ["Has been there too: a long absence; little energy"],
        ["Has been there too: little energy; a long absence"],
    )


def test_only_one_request_is_open_at_a_time(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    make.request(amara)
    with pytest.raises(actions.AlreadyAsking):
        make.request(amara)
    assert MatchRequest.objects.count() == 1


def test_the_whole_way_from_asking_to_a_yes(offers: list[Offer]) -> None:
    amara, (first, second, _third) = people.person("Amara"), offers
    request = make.request(amara, words="I would like to go back to school.")
    actions.choose_supporters(by=amara, request=request, ranked=[first, second])
    assert states(request) == ["asked", "queued"]
    with clock.at(START + 3 * DAY):
        run_due()
        assert told(first.supporter, "three days")
        assert not told(first.supporter, "Somebody would like to walk with you")  # the nudge takes its place
    with clock.at(START + 7 * DAY):
        run_due()
        assert states(request) == ["expired", "asked"]
        assert told(amara, "next person on your list")
    with clock.at(START + 8 * DAY):
        match = actions.accept_request(by=second.supporter, ask=request.asks.get(state="asked"))
    request.refresh_from_db()
    assert request.state == "matched"
    assert connected(amara.pk, second.supporter_id)
    assert told(amara, "said yes")
    assert not told(second.supporter, "Please answer within seven days")
    assert (match.asker, match.supporter) == (amara, second.supporter)


def test_the_clock_may_strike_twice_without_harm(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    with clock.at(START + 3 * DAY):
        run_due()
        run_due()
    with clock.at(START + 3 * DAY + HOUR):
        run_due()
    assert Letter.objects.filter(person=offers[0].supporter, route="matching:answer").count() == 2  # ask and nudge
    for hours in (0, 1, 2):
        with clock.at(START + 7 * DAY + hours * HOUR):
            run_due()
    ask.refresh_from_db()
    assert ask.state == "expired"
    assert sum("Seven days" in text for text in letters_to(offers[0].supporter)) == 1


def test_a_day_is_24_hours(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    with clock.at(START + 7 * DAY - HOUR):
        run_due()
        ask.refresh_from_db()
        assert ask.state == "asked"


def test_nobody_left_is_told_honestly(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, offers[0])
    actions.pass_on(by=offers[0].supporter, ask=ask, text="I wish you well.")
    assert told(amara, "Nobody on your list")
    assert ask.request.is_open
    assert [choice.note for choice in reads.choices_of(ask.request)] == ["I wish you well."]


def test_a_pass_moves_on_at_once(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0], offers[1])
    actions.pass_on(by=offers[0].supporter, ask=ask)
    assert states(ask.request) == ["passed", "asked"]


def test_a_pause_moves_on_at_once_and_skips_who_rests(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), *offers)
    actions.pause_offer(by=offers[1].supporter, offer=offers[1])
    actions.pause_offer(by=offers[0].supporter, offer=offers[0])
    assert states(ask.request) == ["passed", "passed", "asked"]


def test_a_question_stops_the_clock_and_an_answer_starts_it_anew(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, offers[0], offers[1])
    with clock.at(START + 6 * DAY):
        actions.ask_first(by=offers[0].supporter, ask=ask, text="When could we talk?")
    with clock.at(START + 8 * DAY):
        run_due()
        ask.refresh_from_db()
        assert ask.state == "asking_first"
        actions.answer_question(by=amara, ask=ask, text="In the evening.")
    with clock.at(START + 14 * DAY):
        run_due()
        ask.refresh_from_db()
        assert ask.state == "asked"
    with clock.at(START + 15 * DAY):
        run_due()
    assert states(ask.request) == ["expired", "asked"]


def test_a_question_without_an_answer_goes_back_to_the_supporter(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, offers[0])
    actions.ask_first(by=offers[0].supporter, ask=ask, text="When could we talk?")
    with clock.at(START + 3 * DAY):
        run_due()
        assert told(amara, "asked you something")
    with clock.at(START + 7 * DAY):
        run_due()
    ask.refresh_from_db()
    assert ask.state == "asked"
    assert told(offers[0].supporter, "not answered")


def test_the_same_choice_twice_is_one_choice(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    request = make.request(amara)
    for _time in range(2):
        actions.choose_supporters(by=amara, request=request, ranked=offers[:2])
    assert states(request) == ["asked", "queued"]


def test_only_people_who_were_shown_can_be_chosen(chloe: tuple[Person, Organisation], offers: list[Offer]) -> None:
    amara = people.person("Amara")
    request = make.request(amara)
    unseen = make.offer(people.person("New"), chloe[1], chloe[0])
    with pytest.raises(NotAllowed):
        actions.choose_supporters(by=amara, request=request, ranked=[unseen])


def test_taking_back_tells_whoever_was_asked_and_nobody_else(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0], offers[1])
    actions.withdraw_request(by=ask.asker, request=ask.request)
    assert states(ask.request) == ["withdrawn", "withdrawn"]
    assert told(offers[0].supporter, "no longer needs")
    assert not told(offers[1].supporter, "no longer needs")
    with pytest.raises(actions.NoLongerOpen):
        actions.accept_request(by=offers[0].supporter, ask=ask)
    assert not Match.objects.exists()


def test_a_yes_sent_twice_is_one_yes(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    first = actions.accept_request(by=offers[0].supporter, ask=ask)
    assert actions.accept_request(by=offers[0].supporter, ask=Ask.objects.get(pk=ask.pk)) == first
    assert Match.objects.count() == 1


def test_who_has_no_room_left_passes_on_those_who_wait(chloe: tuple[Person, Organisation]) -> None:
    benoit = make.offer(people.person("Benoît"), chloe[1], chloe[0], capacity=1)
    one, two = make.asked(people.person("Amara"), benoit), make.asked(people.person("Ola"), benoit)
    actions.accept_request(by=benoit.supporter, ask=one)
    two.refresh_from_db()
    assert two.state == "passed"
    assert reads.people_shown(two.request) == []


def test_who_offers_less_room_passes_on_those_who_wait(chloe: tuple[Person, Organisation]) -> None:
    benoit = make.offer(people.person("Benoît"), chloe[1], chloe[0], capacity=2)
    actions.accept_request(by=benoit.supporter, ask=make.asked(people.person("Amara"), benoit))
    waits = make.asked(people.person("Ola"), benoit)
    actions.make_offer(by=benoit.supporter, training="trained", paths=[], fields=[], capacity=1)
    assert states(waits.request) == ["passed"]


def test_choosing_again_takes_the_asks_back_and_keeps_the_request(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0], offers[1])
    actions.choose_again(by=ask.asker, request=ask.request)
    assert states(ask.request) == ["withdrawn", "withdrawn"]
    assert reads.open_request(ask.asker) == ask.request
    assert AuditEntry.objects.filter(verb="match.chosen_again", by=ask.asker_id).exists()


def test_at_most_fifteen_different_people_in_a_week(chloe: tuple[Person, Organisation]) -> None:
    make.supporters(17, chloe[1], chloe[0])
    amara = people.person("Amara")
    request = make.request(amara)
    for _time in range(6):
        actions.show_people(by=amara, request=request, others=True)
    assert Shown.objects.filter(asker=amara).values("offer").distinct().count() == 15
    actions.withdraw_request(by=amara, request=request)
    request = make.request(amara)
    assert Shown.objects.filter(asker=amara).values("offer").distinct().count() == 15
    with clock.at(START + 7 * DAY + HOUR):
        actions.show_people(by=amara, request=request)
        assert len(reads.people_shown(request)) == 5


def test_a_former_no_is_not_suggested_again_at_once(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, offers[0])
    actions.pass_on(by=offers[0].supporter, ask=ask)
    actions.withdraw_request(by=amara, request=ask.request)
    again = make.request(amara)
    assert offers[0] not in [card.offer for card in reads.people_shown(again)]
    with clock.at(START + 31 * DAY):
        actions.show_people(by=amara, request=again)
        assert offers[0] in [card.offer for card in reads.people_shown(again)]


def test_habits_are_told_from_five_answers_on(offers: list[Offer]) -> None:
    benoit = offers[0].supporter
    for number in range(5):
        with clock.at(START + number * DAY):
            ask = make.asked(people.person(f"Peer {number}"), offers[0])
        if number == 4:
            shown = make.request(people.person("Early"))
            assert all(card.usual_days is None for card in reads.people_shown(shown))
        with clock.at(START + number * DAY + 30 * HOUR):
            actions.pass_on(by=benoit, ask=ask)
    request = make.request(people.person("Amara"))
    usual = {card.offer.pk: card.usual_days for card in reads.people_shown(request)}
    assert usual == {offers[0].pk: 2, offers[1].pk: None, offers[2].pk: None}


def test_changing_supporter_frees_the_place_and_keeps_the_rest(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    match = make.match(amara, offers[0])
    actions.end_match(by=amara, match=match)
    actions.end_match(by=amara, match=match)
    offers[0].refresh_from_db()
    assert offers[0].taken == 0
    assert not connected(amara.pk, offers[0].supporter_id)
    assert sum("has ended it" in text for text in letters_to(offers[0].supporter)) == 1
    make.request(amara)


def test_two_who_support_each_other_stay_connected_when_one_match_ends(chloe: tuple[Person, Organisation]) -> None:
    amara, benoit = people.person("Amara"), people.person("Benoît")
    hers, his = make.offer(amara, chloe[1], chloe[0]), make.offer(benoit, chloe[1], chloe[0])
    one = make.match(amara, his)
    request = make.request(benoit)
    Shown.objects.create(asker=benoit, request=request, offer=hers, page=1)  # they are not suggested to each other now
    actions.choose_supporters(by=benoit, request=request, ranked=[hers])
    actions.accept_request(by=amara, ask=request.asks.get())
    actions.end_match(by=amara, match=one)
    assert connected(amara.pk, benoit.pk)


def test_changing_what_one_asked_for_shows_people_anew(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    make.about(offers[2].supporter, languages=["fr"])
    request = make.request(amara)
    actions.change_request(
        by=amara, request=request, wishes=Wishes(must_languages=("fr",)), words="Bonjour", organisations=[]
    )
    assert [card.offer for card in reads.people_shown(request)] == [offers[2]]
    actions.choose_supporters(by=amara, request=request, ranked=[offers[2]])
    with pytest.raises(actions.NoLongerOpen):
        actions.change_request(by=amara, request=request, wishes=Wishes(), words="", organisations=[])


def test_no_private_sentence_stands_in_the_database(offers: list[Offer]) -> None:
    ask = make.asked(people.person("Amara"), offers[0])
    ask.request.words = "My own private sentence"
    ask.request.save()
    actions.ask_first(by=offers[0].supporter, ask=ask, text="Another private sentence")
    with connection.cursor() as cursor:
        for table in ("matching_matchrequest", "matching_asknote"):
            cursor.execute(f"SELECT * FROM {table}")
            assert "private sentence" not in repr(cursor.fetchall())
    assert AskNote.objects.get().text == "Another private sentence"
