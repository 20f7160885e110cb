"""A supporter who rests or leaves tells it first; whoever asked hands over in their own words."""

import datetime as dt

import pytest
from django.urls import reverse

from beenthere.consent.models import Look
from beenthere.core import clock
from beenthere.core.jobs import run_due
from beenthere.matching import actions, jobs, reads
from beenthere.matching.models import HandOver, Match
from beenthere.matching.tests import make
from beenthere.orgs import actions as orgs_actions
from beenthere.orgs.models import Membership, Organisation, Role
from beenthere.orgs.tests import make as orgs
from beenthere.orgs.tests.make import member
from beenthere.people.models import Person
from beenthere.people.reads import open_letters
from beenthere.people.tests import make as people
from beenthere.people.tests.make import signed_in
from beenthere.talk.rules import may_write

pytestmark = pytest.mark.django_db
OWN = "Mornings are hard, lists help"


@pytest.fixture
def here() -> tuple[Person, Organisation]:
    return orgs.coordinator("Chloé", "Phare")


@pytest.fixture
def match(here: tuple[Person, Organisation]) -> Match:
    return make.match(people.person("Amara"), make.offer(people.person("Benoît"), here[1], here[0]))


def page(who: Person | None, name: str, *args: object) -> str:
    assert who
    return signed_in(who).get(reverse(f"matching:{name}", args=args)).text


def told(who: Person | None) -> str:
    assert who
    return " ".join(letter.text for letter in open_letters(who))


def post(who: Person | None, name: str, *args: object, **form: object) -> None:
    assert who
    signed_in(who).post(reverse(f"matching:{name}", args=args), form)


def test_a_rest_is_told_to_those_one_walks_with_when_with_words(match: Match) -> None:
    since = clock.today() + dt.timedelta(days=5)
    post(match.supporter, "pause", since=since, until=since + dt.timedelta(days=9), words="I sleep badly just now")
    shown = page(match.asker, "match", match.pk)
    assert "will rest for a while" in told(match.asker)
    assert "Benoît rests from" in shown
    assert "I sleep badly just now" in shown


def test_an_end_that_is_told_ahead_changes_nothing_until_its_day_is_over(match: Match) -> None:
    last = clock.today() + dt.timedelta(days=6)
    post(match.supporter, "end", match.pk, on=last, text="Thank you for the way")
    assert "walks with you until" in page(match.asker, "match", match.pk)
    assert "will stop and tells you first" in told(match.asker)
    for days, still in ((6, True), (8, False)):
        with clock.at(clock.now() + dt.timedelta(days=days)):
            jobs.sweep()
            run_due()
        assert Match.objects.current().exists() is still


def test_an_end_that_was_told_can_be_taken_back(match: Match) -> None:
    post(match.supporter, "end", match.pk, on=clock.today() + dt.timedelta(days=6), text="")
    post(match.supporter, "go-on", match.pk)
    assert "walks with you until" not in page(match.asker, "match", match.pk)
    assert "does not stop after all" in told(match.asker)


def test_stopping_now_needs_no_day_and_no_reason(match: Match) -> None:
    post(match.supporter, "end", match.pk, text="")
    assert not Match.objects.current().exists()
    assert "has ended it here" in told(match.asker)


def test_the_one_who_asked_has_no_day_to_keep(match: Match) -> None:
    assert 'name="on"' not in page(match.asker, "end", match.pk)
    assert 'name="on"' in page(match.supporter, "end", match.pk)


def test_the_next_supporter_reads_the_hand_over_and_the_one_before_never_does(
    match: Match, here: tuple[Person, Organisation]
) -> None:
    post(match.asker, "hand-over", text=OWN)
    actions.end_match(by=match.asker, match=match)  # type: ignore[arg-type]
    offer = make.offer(people.person("Odile"), here[1], here[0], paths=["own"])
    after = actions.accept_request(by=offer.supporter, ask=make.asked(match.asker, offer, must_paths=("own",)))  # type: ignore[arg-type]
    assert OWN in page(offer.supporter, "match", after.pk)
    assert OWN not in page(match.supporter, "match", match.pk)
    assert Look.objects.filter(reader=offer.supporter.pk, what=reads.HAND_OVER).exists()


def test_before_a_yes_it_is_shown_only_if_its_owner_ticked_that(here: tuple[Person, Organisation]) -> None:
    amara, offer = people.person("Amara"), make.offer(people.person("Benoît"), here[1], here[0])
    actions.write_hand_over(by=amara, text=OWN)
    ask = make.asked(amara, offer)
    assert OWN not in page(offer.supporter, "answer", ask.pk)
    actions.write_hand_over(by=amara, text=OWN, with_ask=True)
    assert OWN in page(offer.supporter, "answer", ask.pk)


def test_a_supporter_of_now_does_not_see_what_is_begun_now(match: Match) -> None:
    post(match.asker, "hand-over", text=OWN)
    assert OWN not in page(match.supporter, "match", match.pk)


def test_written_anew_it_is_no_longer_read_by_whoever_supports_one_by_then(here: tuple[Person, Organisation]) -> None:
    amara, offer = people.person("Amara"), make.offer(people.person("Benoît"), here[1], here[0])
    actions.write_hand_over(by=amara, text=OWN, with_ask=True)
    match = make.match(amara, offer)
    assert OWN in page(offer.supporter, "match", match.pk)
    actions.write_hand_over(by=amara, text=OWN, with_ask=True)
    assert OWN not in page(offer.supporter, "match", match.pk)


def test_a_supporter_from_before_who_is_asked_again_does_not_read_it(match: Match) -> None:
    assert match.asker
    actions.end_match(by=match.asker, match=match)
    actions.write_hand_over(by=match.asker, text=OWN, with_ask=True)
    request = actions.ask_again(by=match.asker, match=match)
    assert OWN not in page(match.supporter, "answer", request.asks.get(state="asked").pk)


def test_words_before_an_earlier_rest_do_not_come_back(match: Match) -> None:
    post(match.supporter, "pause", words="I sleep badly just now")
    post(match.supporter, "pause", words="")
    assert "I sleep badly" not in page(match.asker, "match", match.pk)


def test_a_hand_over_can_be_removed(match: Match) -> None:
    post(match.asker, "hand-over", text=OWN)
    post(match.asker, "hand-over-remove")
    assert not HandOver.objects.exists()


def card_in(text: str) -> str:
    return text.partition('<div class="card">\n<div class="person">')[2].partition("</dl>")[0]


def test_ones_request_as_they_see_it_is_what_they_see(here: tuple[Person, Organisation]) -> None:
    amara = make.about(people.person("Amara"), languages=["fr", "en"], ways=["video"])
    offer = make.offer(people.person("Benoît"), here[1], here[0])
    ask = make.asked(amara, offer, must_ways=())
    mine, theirs = page(amara, "ask-as-seen", ask.request_id), page(offer.supporter, "answer", ask.pk)
    assert card_in(mine)
    assert card_in(mine) == card_in(theirs)


def test_ones_offer_as_they_see_it_is_what_they_see_but_for_the_reasons(here: tuple[Person, Organisation]) -> None:
    benoit = make.about(people.person("Benoît"), languages=["fr"], words="I hurry nobody")
    make.offer(benoit, here[1], here[0])
    request = make.request(people.person("Amara"))
    mine, theirs = page(benoit, "offer-as-seen"), page(request.person, "suggestions", request.pk)
    for seen in ("I hurry nobody", "French", "Phare"):
        assert seen in mine
        assert seen in theirs


def test_a_lead_whose_role_ended_writes_no_more_to_those_who_told_them_something(
    match: Match, here: tuple[Person, Organisation]
) -> None:
    lea = people.person("Léa")
    role = member(lea, here[1], Role.LEAD)
    assert match.supporter
    actions.say_it_was_heavy(by=match.supporter, match=match, listener=lea, text="It was heavy")
    assert may_write(lea, match.supporter)
    orgs_actions.end_role(by=here[0], membership=Membership.objects.get(pk=role.pk))
    assert not may_write(lea, match.supporter)


def test_nobody_says_yes_to_their_own_offer_and_the_page_says_so(here: tuple[Person, Organisation]) -> None:
    make.offer(here[0], here[1])
    assert "Nobody says yes to their own offer" in page(here[0], "offer")


def test_who_can_see_what_names_the_supporter_who_reads_it_already(match: Match) -> None:
    assert match.asker
    make.about(match.asker, shown="after_yes", languages=["fr"])
    shown = signed_in(match.asker).get(reverse("people:sharing"))
    assert "Benoît can read what you show after a yes." in shown.text
    assert reverse("experience:about") in shown.text
    actions.write_hand_over(by=match.asker, text=OWN, with_ask=False)
    shown = signed_in(match.asker).get(reverse("people:sharing"))
    assert "Benoît can read your hand-over." not in shown.text
    HandOver.objects.update(begun_at=match.accepted_at - dt.timedelta(days=1))
    shown = signed_in(match.asker).get(reverse("people:sharing"))
    assert "Benoît can read your hand-over." in shown.text
    assert page(match.supporter, "match", match.pk).count(OWN) == 1


def test_a_coming_end_is_told_where_one_walks_and_at_home_after_its_letter_is_put_away(match: Match) -> None:
    assert match.asker
    page_of_end = page(match.supporter, "end", match.pk)
    assert "With a date, nothing changes until then" in page_of_end
    assert ">Confirm</button>" in page_of_end
    post(match.supporter, "end", match.pk, on=clock.today() + dt.timedelta(days=6), text="")
    match.asker.letters.update(put_away_at=clock.now())
    assert "until" in page(match.asker, "mine").partition("Benoît")[2].partition("</div>")[0]
    assert "Benoît walks with you until" in signed_in(match.asker).get("/en/").text


def test_once_it_has_ended_no_letter_says_that_it_will(match: Match) -> None:
    post(match.supporter, "end", match.pk, on=clock.today() + dt.timedelta(days=6), text="")
    post(match.asker, "end", match.pk, text="")
    assert "will stop" not in told(match.asker)
    assert "has ended it" in told(match.supporter)
