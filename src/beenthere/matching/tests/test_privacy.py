"""What is hidden cannot be read off a reason, an order, an absence or a screen."""

import re
import zipfile
from io import BytesIO

import pytest
from django.db import transaction
from django.urls import reverse

from beenthere.consent.actions import block
from beenthere.consent.models import Block
from beenthere.consent.reads import connected
from beenthere.core import clock
from beenthere.core.privacy import erase
from beenthere.experience.reads import own_facts
from beenthere.matching import actions
from beenthere.matching.models import Ask, Match, MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests import make as orgs
from beenthere.people.actions import erase as erase_account
from beenthere.people.download import packed
from beenthere.people.models import Person
from beenthere.people.tests import make as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def chloe() -> tuple[Person, Organisation]:
    return orgs.coordinator("Chloé", "Phare")


@pytest.fixture
def offers(chloe: tuple[Person, Organisation]) -> list[Offer]:
    return make.supporters(3, chloe[1], chloe[0], capacity=3)


def see(person: Person, name: str, *args: object) -> bytes:
    """The screen without what differs on every request."""
    response = people.signed_in(person).get(reverse(f"matching:{name}", args=args))
    assert response.status_code == 200
    return re.sub(rb'name="(csrfmiddlewaretoken|page_of)" value="[^"]*"', b"", response.content)


def test_what_a_supporter_hides_changes_no_byte(offers: list[Offer]) -> None:
    amara = make.lived(people.person("Amara"), "a long absence", "on income support", shown="me")
    make.about(amara, languages=["fr"], area="Ottawa", ways=["phone"], free=["mon-evening"], shown="me")
    request = make.request(amara, nice_near=True)
    before = see(amara, "suggestions", request.pk)
    make.lived(offers[0].supporter, "a long absence", shown="me")
    make.lived(offers[1].supporter, "on income support", shown="after_yes")
    make.about(offers[2].supporter, languages=["fr"], area="Ottawa", ways=["phone"], shown="after_yes")
    actions.show_people(by=amara, request=request)
    assert see(amara, "suggestions", request.pk) == before


def test_a_must_about_place_never_uses_a_hidden_place(offers: list[Offer]) -> None:
    amara = make.about(people.person("Amara"), area="Ottawa", shown="me")
    make.about(offers[0].supporter, area="Whitehorse", shown="me")
    make.about(offers[1].supporter, area="Whitehorse", shown="asked")
    request = make.request(amara, not_my_town=True)
    page = see(amara, "suggestions", request.pk).decode()
    assert "Supporter 1" in page
    assert "Supporter 0" not in page


def test_the_asker_shows_nothing_of_theirs_that_they_did_not_tick(offers: list[Offer]) -> None:
    amara = make.lived(people.person("Amara"), "a long absence", "on income support")
    make.about(amara, words="My story", area="Ottawa", shown="me")
    make.lived(offers[0].supporter, "a long absence")
    token = next(iter(_words(amara)))
    ask = make.asked(amara, offers[0], must_experiences=((token, "a long absence"),))
    page = see(offers[0].supporter, "answer", ask.pk).decode()
    assert "Amara" in page
    assert "Has lived through something that they have lived through too" in page
    for hidden in ("a long absence", "on income support", "My story", "Ottawa"):
        assert hidden not in page


def test_a_ticked_word_is_told_to_whoever_is_asked(offers: list[Offer]) -> None:
    amara = make.lived(people.person("Amara"), "a long absence", shown="me")
    ask = make.asked(amara, offers[0], told=("a long absence",))
    assert "a long absence" in see(offers[0].supporter, "answer", ask.pk).decode()


def test_no_page_and_no_download_holds_a_token_that_stands_in_the_tables(offers: list[Offer]) -> None:
    """With the tokens of listed words, a copy of the data alone would tell who offers to talk about what."""
    amara = make.lived(people.person("Amara"), "a long absence", "on income support")
    token, other = (word.token for word in own_facts(amara.pk).words)
    page = see(amara, "ask").decode()
    mark = re.findall(r'name="must_experiences" value="([^"]+)"', page)
    answer = people.signed_in(amara).post(reverse("matching:ask"), {"must_experiences": mark[:1]})
    request = MatchRequest.objects.get(person=amara)
    (must,) = request.wishes.must_experiences
    assert answer.status_code == 302
    assert must[0] in {token, other}
    with zipfile.ZipFile(BytesIO(packed(amara))) as file:
        told = file.read("data.json").decode() + file.read("index.html").decode()
    assert f"Has been there too: {must[1]}" in told
    changed = see(amara, "change", request.pk).decode()
    assert re.search(rf'value="{mark[0]}"[^>]*checked', changed)
    assert not any(each in text for each in (token, other) for text in (page, told, changed))


def test_whoever_was_asked_in_the_moment_of_a_block_cannot_say_yes(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, offers[0])
    Block.objects.create(by=amara.pk, whom=offers[0].supporter_id, since=clock.now())
    with pytest.raises(actions.NoLongerOpen):
        actions.accept_request(by=offers[0].supporter, ask=ask)


def test_who_stands_further_down_the_list_never_knows(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    make.asked(amara, offers[0], offers[1])
    second = Ask.objects.get(offer=offers[1])
    client = people.signed_in(offers[1].supporter)
    assert client.get(reverse("matching:answer", args=[second.pk])).status_code == 404
    assert "Amara" not in see(offers[1].supporter, "asks").decode()


def test_before_a_yes_blocked_looks_like_paused(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, offers[0], offers[1])
    if_paused = _as_if(lambda: actions.pause_offer(by=offers[0].supporter, offer=offers[0]), amara, ask.request)
    if_blocked = _as_if(lambda: actions.keep_apart(by=offers[0].supporter, other=amara), amara, ask.request)
    assert if_paused == if_blocked


def test_among_suggestions_blocked_looks_like_paused(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    request = make.request(amara)
    if_paused = _as_if(lambda: actions.pause_offer(by=offers[0].supporter, offer=offers[0]), amara, request)
    if_blocked = _as_if(lambda: block(by=offers[0].supporter_id, whom=amara.pk), amara, request)
    assert if_paused == if_blocked


def test_after_a_yes_blocked_looks_like_any_ending(offers: list[Offer]) -> None:
    amara, benoit = people.person("Amara"), offers[0].supporter
    match = make.match(amara, offers[0])
    request = MatchRequest.objects.get()
    if_ended = _as_if(lambda: actions.end_match(by=benoit, match=match), amara, request, match)
    if_blocked = _as_if(lambda: actions.keep_apart(by=benoit, other=amara), amara, request, match)
    assert if_ended == if_blocked


def test_blocked_people_are_never_suggested(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    block(by=amara.pk, whom=offers[0].supporter_id)
    block(by=offers[1].supporter_id, whom=amara.pk)
    page = see(amara, "suggestions", make.request(amara).pk).decode()
    assert "Supporter 2" in page
    assert "Supporter 0" not in page
    assert "Supporter 1" not in page


def test_whoever_asks_can_block_whom_they_asked_and_the_next_is_asked(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, offers[0], offers[1])
    actions.keep_apart(by=amara, other=offers[0].supporter)
    assert list(ask.request.asks.values_list("state", flat=True)) == ["withdrawn", "asked"]


def test_nobody_can_block_somebody_they_never_met(offers: list[Offer]) -> None:
    client = people.signed_in(people.person("Dana"))
    assert client.post(reverse("matching:apart-from-supporter", args=[offers[0].pk])).status_code == 404


def test_an_erased_asker_leaves_a_match_without_a_name(offers: list[Offer]) -> None:
    amara, benoit = people.person("Amara"), offers[0].supporter
    make.match(amara, offers[0])
    erase_account(by=amara)
    match = Match.objects.get()
    assert (match.asker_id, match.supporter_id) == (None, benoit.pk)
    assert match.ended_at is not None
    assert not MatchRequest.objects.exists()
    assert not Ask.objects.exists()
    offers[0].refresh_from_db()
    assert offers[0].taken == 0
    assert "Somebody who has left" in see(benoit, "match", match.pk).decode()


def test_an_erased_supporter_keeps_nobody_waiting(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    ask = make.asked(amara, offers[0], offers[1])
    request = ask.request
    erase_account(by=offers[0].supporter)
    assert list(request.asks.values_list("state", flat=True)) == ["asked"]
    assert not connected(amara.pk, offers[0].supporter_id)


def test_erasing_twice_does_no_harm(offers: list[Offer]) -> None:
    amara = people.person("Amara")
    make.match(amara, offers[0])
    erase(amara.pk)
    erase(amara.pk)
    assert Match.objects.get().asker_id is None


def _words(person: Person) -> list[str]:
    return [word.token for word in own_facts(person.pk).words if word.label == "a long absence"]


def _as_if(deed: object, person: Person, request: MatchRequest, match: Match | None = None) -> list[bytes]:
    """Every screen of the person after the deed, which is then undone."""
    undo = transaction.atomic()
    undo.__enter__()
    try:
        deed()  # type: ignore[operator]
        pages = [see(person, "mine"), see(person, "suggestions", request.pk)]
        if match:
            pages += [see(person, "match", match.pk), see(person, "ask")]
        return pages
    finally:
        transaction.set_rollback(True)
        undo.__exit__(None, None, None)
