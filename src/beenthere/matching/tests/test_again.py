"""Change, end with a goodbye, ask for the same supporter again; and a block that looks like any ending."""

import re

import pytest
from django.urls import reverse

from beenthere.matching import actions, letters
from beenthere.matching.models import Ask, KindWord, Match, MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.reads import open_letters
from beenthere.people.tests import make as people
from beenthere.people.tests.make import signed_in

pytestmark = pytest.mark.django_db
OF_THE_MOMENT = re.compile(r'[0-9a-f-]{36}|name="(?:csrfmiddlewaretoken|page_of)" value="[^"]*"')


@pytest.fixture
def benoit() -> Offer:
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    return make.offer(people.person("Benoît"), organisation, chloe)


@pytest.fixture
def match(benoit: Offer) -> Match:
    return make.match(people.person("Amara"), benoit)


def asker(match: Match) -> Person:
    assert match.asker
    return match.asker


def test_an_ending_may_carry_a_goodbye_which_the_other_reads_where_they_walked(match: Match, benoit: Offer) -> None:
    signed_in(asker(match)).post(reverse("matching:end", args=[match.pk]), {"text": "You helped me begin."})
    page = signed_in(benoit.supporter).get(reverse("matching:match", args=[match.pk])).text
    assert "You helped me begin." in page
    assert KindWord.objects.get(kind="goodbye").to == benoit.supporter


def test_a_goodbye_needs_no_words_and_may_come_later(match: Match, benoit: Offer) -> None:
    signed_in(asker(match)).post(reverse("matching:end", args=[match.pk]), {"text": ""})
    assert not KindWord.objects.exists()
    signed_in(benoit.supporter).post(reverse("matching:goodbye", args=[match.pk]), {"text": "Be well."})
    assert "Be well." in signed_in(asker(match)).get(reverse("matching:match", args=[match.pk])).text


def test_the_same_supporter_is_asked_again_with_the_wishes_of_before(match: Match, benoit: Offer) -> None:
    actions.end_match(by=asker(match), match=match)
    signed_in(asker(match)).post(reverse("matching:ask-again", args=[match.pk]))
    ask = Ask.objects.get(state="asked")
    assert (ask.supporter, ask.request.wishes) == (benoit.supporter, MatchRequest.objects.earliest("opened_at").wishes)
    assert actions.accept_request(by=benoit.supporter, ask=ask).is_current


def test_pressed_twice_they_are_asked_once(match: Match) -> None:
    actions.end_match(by=asker(match), match=match)
    for _twice in range(2):
        signed_in(asker(match)).post(reverse("matching:ask-again", args=[match.pk]))
    assert Ask.objects.filter(state="asked").count() == 1


def test_only_whoever_asked_then_may_ask_again_and_only_after_the_end(match: Match, benoit: Offer) -> None:
    address = reverse("matching:ask-again", args=[match.pk])
    assert signed_in(asker(match)).post(address).status_code == 404
    actions.end_match(by=asker(match), match=match)
    assert signed_in(benoit.supporter).post(address).status_code == 404
    assert signed_in(people.person("Dana")).post(address).status_code == 404


def masked(page: str) -> str:
    return OF_THE_MOMENT.sub("", page)


def seen_after(match: Match, how: str) -> list[str]:
    """Everything that Amara sees after Benoît blocked her, or after he ended it and rests."""
    benoit, amara = match.supporter, asker(match)
    assert benoit
    if how == "blocked":
        actions.keep_apart(by=benoit, other=amara)
    else:
        actions.end_match(by=benoit, match=match)
        actions.pause_offer(by=benoit, offer=benoit.offer)
    client = signed_in(amara)
    pages = [client.get(reverse(name, args=args)).text for name, args in screens(match, benoit)]
    pages.append(client.post(reverse("matching:ask-again", args=[match.pk]), follow=True).text)
    pages.append(client.post(reverse("matching:goodbye", args=[match.pk]), {"text": "Bye"}, follow=True).text)
    pages.append(client.post(reverse("matching:say-thanks", args=[match.pk]), {"text": "Thanks"}, follow=True).text)
    pages.append(client.post(reverse("matching:ask"), {}, follow=True).text)
    return [masked(page) for page in [*pages, *(letter.text for letter in open_letters(amara))]]


def screens(match: Match, benoit: Person) -> list[tuple[str, list[object]]]:
    return [
        ("matching:match", [match.pk]),
        ("matching:mine", []),
        ("talk:list", []),
        ("talk:with", [benoit.pk]),
        ("people:sharing", []),
        ("people:letters", []),
        ("home:front", []),
    ]


def both_endings(monkeypatch: pytest.MonkeyPatch | None = None) -> list[list[str]]:
    """What Amara sees after a block and after an ending; with `monkeypatch` nobody tells her of a block."""
    chloe, organisation = orgs.coordinator("Chloé", "Phare")
    seen = []
    for how in ("blocked", "ended"):
        match = make.match(people.person("Amara"), make.offer(people.person("Benoît"), organisation, chloe))
        with pytest.MonkeyPatch.context() as broken:
            if monkeypatch and how == "blocked":
                broken.setattr(letters, "ended", lambda *nothing, **more: None)
            seen.append(seen_after(match, how))
        Offer.objects.update(paused_at=match.accepted_at)  # the next pair is alone here, as this one was
    return seen


def test_whoever_is_blocked_sees_the_same_bytes_as_after_any_ending() -> None:
    blocked, ended = both_endings()
    assert len(blocked) == len(ended) > 10
    assert blocked == ended


def test_a_block_that_looks_otherwise_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    blocked, ended = both_endings(monkeypatch)
    assert blocked != ended


def test_after_an_end_the_next_request_begins_from_the_last_one_but_tells_no_organisation(
    benoit: Offer,
) -> None:
    amara = people.person("Amara")
    phare = benoit.approvals.get().organisation
    mine = make.request(amara, words="Evenings, please", organisations=[phare], nice_paths=("learning",))
    actions.choose_supporters(by=amara, request=mine, ranked=[benoit])
    match = actions.accept_request(by=benoit.supporter, ask=mine.asks.get())
    page = signed_in(amara).post(reverse("matching:end", args=[match.pk]), {"text": "", "then": "ask"}, follow=True)
    form = page.context["form"]
    assert (form["words"].value(), form["nice_paths"].value()) == ("Evenings, please", ("learning",))
    assert not form["organisations"].value()
    assert "This is your last request." in page.text
    assert "Evenings, please" not in signed_in(amara).get(reverse("matching:ask") + "?empty=yes").text


def test_asking_again_says_what_goes_along_and_what_does_not(match: Match) -> None:
    actions.end_match(by=asker(match), match=match)
    assert (
        "tells no further organisation" in signed_in(asker(match)).get(reverse("matching:match", args=[match.pk])).text
    )
    page = signed_in(asker(match)).post(reverse("matching:ask-again", args=[match.pk]), follow=True)
    assert "Your words and your musts went along." in page.text


def test_whom_i_blocked_i_can_only_take_back(match: Match, benoit: Offer) -> None:
    actions.keep_apart(by=asker(match), other=benoit.supporter)
    page = signed_in(asker(match)).get(reverse("matching:match", args=[match.pk]))
    block = page.context["own_block"]
    assert "You blocked Benoît" in page.text
    assert reverse("people:unblock", args=[block.pk]) in page.text
    for name in ("ask-again", "goodbye", "say-thanks", "apart"):
        assert reverse(f"matching:{name}", args=[match.pk]) not in page.text
    theirs = signed_in(benoit.supporter).get(reverse("matching:match", args=[match.pk])).text
    assert reverse("matching:goodbye", args=[match.pk]) in theirs


def test_whom_i_blocked_is_gone_from_my_request_and_who_blocked_me_is_not(benoit: Offer) -> None:
    amara, emile = people.person("Amara"), people.person("Emile")
    mine, his = make.asked(amara, benoit).request, make.asked(emile, benoit).request
    actions.keep_apart(by=amara, other=benoit.supporter)
    actions.keep_apart(by=benoit.supporter, other=emile)
    assert "Benoît" not in signed_in(amara).get(reverse("matching:suggestions", args=[mine.pk])).text
    assert "Benoît cannot just now" in signed_in(emile).get(reverse("matching:suggestions", args=[his.pk])).text


def test_one_act_has_one_name(benoit: Offer) -> None:
    amara = people.person("Amara")
    mine = make.request(amara)
    page = signed_in(amara).get(reverse("matching:suggestions", args=[mine.pk])).text
    address = reverse("matching:apart-from-supporter", args=[benoit.pk])
    assert f'href="{address}">Block quietly<' in page
    assert "<h1>Block Benoît quietly?</h1>" in signed_in(amara).get(address).text
