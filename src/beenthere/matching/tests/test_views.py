"""The screens: what a person sees, and that nobody else sees it."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beenthere.core import clock
from beenthere.matching import actions, reads
from beenthere.matching.models import Ask, Match, MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests import make as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def chloe() -> tuple[Person, Organisation]:
    return orgs.coordinator("Chloé", "Phare")


@pytest.fixture
def benoit(chloe: tuple[Person, Organisation]) -> Offer:
    return make.offer(people.person("Benoît"), chloe[1], chloe[0])


@pytest.fixture
def amara() -> Person:
    return people.person("Amara")


def client(person: Person) -> Client:
    return people.signed_in(person)


def at(name: str, *args: object) -> str:
    return reverse(f"matching:{name}", args=args)


def test_the_first_screen_says_how_to_start(amara: Person) -> None:
    page = client(amara).get(at("mine"))
    assert "Ask for a supporter" in page.content.decode()


def test_asking_leads_to_people(amara: Person, benoit: Offer) -> None:
    page = client(amara).post(at("ask"), {"words": "Evenings, please", "nice_paths": ["learning"]}, follow=True)
    assert "Benoît" in page.content.decode()
    assert MatchRequest.objects.get().words == "Evenings, please"


def test_the_same_form_twice_asks_once(amara: Person) -> None:
    for _time in range(2):
        response = client(amara).post(at("ask"), {"words": "Evenings"})
        assert response.status_code == 302
    assert MatchRequest.objects.count() == 1


def test_a_second_request_is_refused_in_a_plain_sentence_and_nothing_typed_is_lost(amara: Person) -> None:
    make.request(amara, words="Evenings")
    page = client(amara).post(at("ask"), {"words": "Mornings after all"})
    assert page.status_code == 422
    assert "still open" in page.content.decode()
    assert "Mornings after all" in page.content.decode()


def test_too_long_a_text_is_kept_and_told(amara: Person) -> None:
    page = client(amara).post(at("ask"), {"words": "a" * 2100})
    assert page.status_code == 422
    assert "a" * 2100 in page.content.decode()


def test_musts_that_leave_nobody_are_told_beside_the_field(amara: Person) -> None:
    page = client(amara).post(at("ask"), {"must_within": "same_area", "not_my_town": "on"})
    assert page.status_code == 422
    assert "leave nobody" in page.content.decode()


def test_looking_again_in_vain_is_told(amara: Person) -> None:
    mine = make.request(amara)
    page = client(amara).post(at("look-again", mine.pk), follow=True).content.decode()
    assert "We looked again. Nobody fits just now." in page


def test_choosing_works_with_plain_selects(amara: Person, benoit: Offer) -> None:
    request = make.request(amara)
    page = client(amara).post(at("choose", request.pk), {f"place-{benoit.pk}": "2"}, follow=True)
    assert "We have asked" in page.content.decode()
    assert Ask.objects.get().state == "asked"


def test_choosing_nobody_or_the_same_place_twice_is_told(amara: Person, chloe: tuple[Person, Organisation]) -> None:
    offers = make.supporters(2, chloe[1], chloe[0])
    request = make.request(amara)
    nobody = client(amara).post(at("choose", request.pk), {})
    twice = client(amara).post(at("choose", request.pk), {f"place-{offer.pk}": "1" for offer in offers})
    assert (nobody.status_code, twice.status_code) == (422, 422)
    assert "at least one person" in nobody.content.decode()
    assert "same place" in twice.content.decode()


def test_a_choice_from_an_old_page_is_told(amara: Person, benoit: Offer) -> None:
    request = make.request(amara)
    actions.pause_offer(by=benoit.supporter, offer=benoit)
    page = client(amara).post(at("choose", request.pk), {f"place-{benoit.pk}": "1"})
    assert page.status_code == 422
    assert "cannot be asked any more" in page.content.decode()


def test_which_organisations_know_stands_there_and_stops_at_once(
    amara: Person, chloe: tuple[Person, Organisation]
) -> None:
    request = make.request(amara, organisations=[chloe[1]])
    assert "Phare may know that you wait" in client(amara).get(at("suggestions", request.pk)).content.decode()
    client(amara).post(at("stop-telling", request.pk))
    assert reads.waiting_list(chloe[1]) == []


def test_a_supporter_reads_asks_first_and_says_yes(amara: Person, benoit: Offer) -> None:
    ask = make.asked(amara, benoit)
    supporter = client(benoit.supporter)
    assert "Amara" in supporter.get(at("asks")).content.decode()
    supporter.post(at("question", ask.pk), {"text": "When could we talk?"})
    assert "When could we talk?" in client(amara).get(at("suggestions", ask.request_id)).content.decode()
    client(amara).post(at("reply", ask.pk), {"text": "Evenings are best"})
    assert "Evenings are best" in supporter.get(at("answer", ask.pk)).content.decode()
    page = supporter.post(at("accept", ask.pk), follow=True)
    assert "You and Amara" in page.content.decode()
    assert "Now you can write to each other." in page.content.decode()


def test_the_next_on_the_list_is_named_only_where_there_is_one(
    amara: Person, chloe: tuple[Person, Organisation]
) -> None:
    offers = make.supporters(2, chloe[1], chloe[0])
    request = make.request(amara)
    actions.choose_supporters(by=amara, request=request, ranked=offers)
    assert "after seven we ask the next person" in client(amara).get(at("suggestions", request.pk)).content.decode()
    actions.pause_offer(by=offers[0].supporter, offer=offers[0])
    assert "after seven we tell you" in client(amara).get(at("suggestions", request.pk)).content.decode()


def test_a_pass_has_a_kind_sentence_ready(amara: Person, benoit: Offer) -> None:
    ask = make.asked(amara, benoit)
    supporter = client(benoit.supporter)
    assert "Thank you for asking me" in supporter.get(at("pass", ask.pk)).content.decode()
    supporter.post(at("pass", ask.pk), {"text": "Take good care."})
    assert "Take good care." in client(amara).get(at("suggestions", ask.request_id)).content.decode()


def test_what_was_written_for_an_answer_is_gone_after_it(amara: Person, benoit: Offer) -> None:
    ask = make.asked(amara, benoit)
    ask.request.words = "For your eyes"
    ask.request.save()
    assert "For your eyes" in client(benoit.supporter).get(at("answer", ask.pk)).content.decode()
    actions.withdraw_request(by=amara, request=ask.request)
    page = client(benoit.supporter).get(at("answer", ask.pk)).content.decode()
    assert "For your eyes" not in page
    assert "No answer is needed any more" in page


def test_a_yes_without_room_is_told(amara: Person, benoit: Offer) -> None:
    ask = make.asked(amara, benoit)
    Offer.objects.update(taken=2)
    page = client(benoit.supporter).post(at("accept", ask.pk), follow=True)
    assert "as many people as you have room for" in page.content.decode()
    assert not Match.objects.exists()


def test_one_button_changes_the_supporter_and_asks_anew(amara: Person, benoit: Offer) -> None:
    match = make.match(amara, benoit)
    response = client(amara).post(at("end", match.pk), {"then": "ask"})
    assert response.headers["Location"] == at("ask")
    match.refresh_from_db()
    assert not match.is_current


def test_an_offer_is_made_rests_and_comes_back(chloe: tuple[Person, Organisation]) -> None:
    ola = client(people.person("Ola"))
    form = {"capacity": "2", "training": "trained", "paths": ["job"], "organisations": [str(chloe[1].pk)]}
    for _time in range(2):
        assert ola.post(at("offer"), form).status_code == 302
    assert Offer.objects.get().approvals.get().state == "waiting"
    ola.post(at("pause"), {"until": ""})
    assert "You rest until you say so" in ola.get(at("offer")).content.decode()
    ola.post(at("resume"))
    assert not Offer.objects.get().is_paused


def test_a_rest_cannot_end_in_the_past(benoit: Offer) -> None:
    page = client(benoit.supporter).post(at("pause"), {"until": "2020-01-01"})
    assert page.status_code == 422
    assert "This day has passed" in page.content.decode()


def test_a_rest_ends_with_its_day(benoit: Offer) -> None:
    now = clock.now()
    actions.pause_offer(by=benoit.supporter, offer=benoit, until=clock.today(benoit.supporter))
    benoit.refresh_from_db()
    assert benoit.is_paused
    with clock.at(now + dt.timedelta(days=1)):
        assert not benoit.is_paused


def test_a_not_yet_is_shown_with_its_words(chloe: tuple[Person, Organisation]) -> None:
    offer = make.offer(people.person("Ola"), chloe[1])
    actions.not_yet(by=chloe[0], offer=offer, organisation=chloe[1], text="Let us talk first.")
    assert "Let us talk first." in client(offer.supporter).get(at("offer")).content.decode()


def test_others_find_nothing_here(amara: Person, benoit: Offer) -> None:
    ask = make.asked(amara, benoit)
    match = make.match(people.person("Ola"), benoit)
    dana = client(people.person("Dana"))
    of_request = ["suggestions", "change", "withdraw"]
    of_ask = ["answer", "question", "pass", "reply", "apart-from-asker"]
    pages = [at(name, ask.request_id) for name in of_request] + [at(name, ask.pk) for name in of_ask]
    pages += [at(name, match.pk) for name in ("match", "end", "apart")] + [at("apart-from-supporter", benoit.pk)]
    posts = [at(name, ask.request_id) for name in ("choose", "look-again", "choose-again", "stop-telling")] + [
        at("accept", ask.pk)
    ]
    assert {dana.get(page).status_code for page in pages} == {404}
    assert {dana.post(page).status_code for page in [*pages, *posts]} == {404}
    assert dana.get(at("match", uuid4())).status_code == 404


def test_a_visitor_is_asked_to_sign_in() -> None:
    assert "sign-in" in Client().get(at("mine")).headers["Location"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_screen_opens_in_both_languages(
    language: str, amara: Person, benoit: Offer, chloe: tuple[Person, Organisation]
) -> None:
    ask = make.asked(amara, benoit)
    hers, his = client(amara), client(benoit.supporter)
    for browser, name, args in [
        (hers, "mine", ()), (hers, "suggestions", (ask.request_id,)), (hers, "withdraw", (ask.request_id,)),
        (his, "mine", ()), (his, "offer", ()), (his, "pause", ()), (his, "asks", ()), (his, "answer", (ask.pk,)),
        (his, "question", (ask.pk,)), (his, "pass", (ask.pk,)), (his, "apart-from-asker", (ask.pk,)),
        (his, "ask", ()),
    ]:  # fmt: skip
        page = browser.get(at(name, *args).replace("/en/", f"/{language}/", 1))
        assert page.status_code == 200, name


def test_queries_do_not_grow_with_people(amara: Person, chloe: tuple[Person, Organisation]) -> None:
    make.supporters(1, chloe[1], chloe[0])
    request = make.request(amara)
    few = queries(amara, at("suggestions", request.pk))
    make.supporters(8, chloe[1], chloe[0])
    actions.show_people(by=amara, request=request)
    assert queries(amara, at("suggestions", request.pk)) == few


def test_queries_of_the_list_of_asks_do_not_grow(chloe: tuple[Person, Organisation]) -> None:
    benoit = make.offer(people.person("Benoît"), chloe[1], chloe[0], capacity=9)
    make.asked(people.person("One"), benoit)
    few = queries(benoit.supporter, at("asks"))
    for name in ("Two", "Three", "Four"):
        make.asked(people.person(name), benoit)
    assert queries(benoit.supporter, at("asks")) == few


def queries(person: Person, address: str) -> int:
    browser = client(person)
    browser.get(address)  # what is kept in the process is fetched now
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def test_whoever_takes_back_what_was_just_answered_with_yes_is_told_so(amara: Person, benoit: Offer) -> None:
    ask = make.asked(amara, benoit)
    actions.accept_request(by=benoit.supporter, ask=ask)
    answer = client(amara).post(at("withdraw", ask.request_id), follow=True)
    assert "Somebody said yes just before." in answer.content.decode()
    assert MatchRequest.objects.get().state == "matched"


def test_the_address_of_a_choice_leads_to_the_people(amara: Person, benoit: Offer) -> None:
    mine = make.request(amara)
    assert client(amara).post(at("choose", mine.pk), {}).status_code == 422
    assert client(amara).get(at("choose", mine.pk))["Location"] == at("suggestions", mine.pk)
    assert client(people.person("Dana")).get(at("choose", mine.pk)).status_code == 404


def test_the_address_of_a_yes_leads_to_who_asks(amara: Person, benoit: Offer) -> None:
    ask = make.asked(amara, benoit)
    assert client(benoit.supporter).get(at("accept", ask.pk))["Location"] == at("answer", ask.pk)
    assert Ask.objects.get().state == "asked"
