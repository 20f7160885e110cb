"""Proposing without an account: what is sent on, how machines are kept out, and what a code shows."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client

from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.models import AuditEntry
from beenthere.core.privacy import erase
from beenthere.core.tests.races import at_once
from beenthere.people.tests.make import person, signed_in
from beenthere.training import actions
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.committee.proposal_codes import by_code, code_of
from beenthere.training.jobs import forget_proposals
from beenthere.training.models import Origin, Proposal, ProposalKind, ProposalState, Training
from beenthere.training.tests.make import committee, training

pytestmark = pytest.mark.django_db
ADD = "/en/training/add/"
FOLLOW = "/en/training/proposals/"
NEW = {"name": "Peer work on the tundra", "name_language": "en", "provider": "Two people", "standing": "running"}
HOW = {"words": "I took it last spring"}
LATER = dt.timedelta(seconds=30)


def filled(client: Client, address: str) -> dict[str, Any]:
    """The form as a browser would send it back untouched."""
    html = client.get(address).content.decode()
    fields: dict[str, Any] = {"province": re.findall(r'name="province" value="([^"]*)"[^>]* checked', html)}
    for name, rest in re.findall(r'<input[^>]*name="(\w+)"([^>]*)>', html):
        if name not in {"province", "csrfmiddlewaretoken"}:
            fields[name] = (re.findall(r'value="([^"]*)"', rest) or [""])[0]
    fields |= {
        name: words.removeprefix("\n")
        for name, words in re.findall(r'<textarea name="(\w+)"[^>]*>(.*?)</textarea>', html, re.DOTALL)
    }
    for name, options in re.findall(r'<select name="(\w+)"[^>]*>(.*?)</select>', html, re.DOTALL):
        fields[name] = (re.findall(r'value="([^"]*)" selected', options) or [""])[0]
    return fields


def send(client: Client, address: str, typed: dict[str, Any], after: dt.timedelta = LATER) -> Any:
    """Open the form, fill it in, and send it after a while."""
    return press(client, address, filled(client, address) | typed, after)


def press(client: Client, address: str, form: dict[str, Any], after: dt.timedelta = LATER) -> Any:
    with clock.at(clock.now() + after):
        return client.post(address, form)


def code_on(answer: Any) -> str:
    assert answer.status_code == 200, answer.content.decode()
    found = re.search(r'<p class="code large">([^<]+)</p>', answer.content.decode())
    assert found
    return found[1]


def wrong(made: Training, language: str = "en") -> str:
    return f"/{language}/training/{made.slug}/wrong/"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_visitor_proposes_a_training_and_gets_a_code(client: Client, language: str) -> None:
    answer = send(client, f"/{language}/training/add/", NEW | HOW | {"province": ["NU"], "hours": "40"})
    found = by_code(code_on(answer).lower().replace("-", " "))
    assert found is not None
    assert (found.kind, found.origin, found.by, found.language) == ("add", "public", None, language)
    assert found.facts == NEW | {"province": "NU", "hours": "40"}
    assert (found.words, found.training) == (HOW["words"], None)
    assert AuditEntry.objects.filter(verb="training.proposed", by=None).count() == 1


def test_a_correction_sends_only_what_was_changed(client: Client) -> None:
    made = training(hours="40", cost="300", province="ON; NU", notes="One\nTwo", starts_on=dt.date(2027, 3, 1))
    code_on(send(client, wrong(made), {"cost": "250", "source_url": "example.org/fees"}))
    proposal = Proposal.objects.get()
    assert (proposal.kind, proposal.training) == (ProposalKind.CORRECT, made)
    assert (proposal.facts, proposal.base) == ({"cost": "250"}, {"cost": "300"})
    assert proposal.source_url == "https://example.org/fees"
    made.refresh_from_db()
    assert made.cost == "300"


def test_what_others_wrote_meanwhile_is_not_taken_for_a_correction(client: Client) -> None:
    made = training(hours="40", cost="300")
    form = filled(client, wrong(made))
    write(made, {"hours": "44"}, Source(Origin.COMMITTEE))
    code_on(press(client, wrong(made), form | HOW | {"cost": "250"}))
    assert Proposal.objects.get().facts == {"cost": "250"}


def test_who_is_signed_in_proposes_as_a_member_and_finds_it_again() -> None:
    amara = person()
    client = signed_in(amara)
    code_on(send(client, ADD, NEW | HOW))
    proposal = Proposal.objects.get()
    assert (proposal.origin, proposal.by) == (Origin.MEMBER, amara)
    assert NEW["name"] in client.get(FOLLOW).content.decode()
    assert NEW["name"] not in signed_in(person("Dana")).get(FOLLOW).content.decode()


def test_an_erased_account_leaves_the_facts_without_a_name_and_without_words() -> None:
    amara = person()
    code = code_on(send(signed_in(amara), ADD, NEW | HOW))
    erase(amara.pk)
    found = by_code(code)
    assert found is not None
    assert (found.by, found.words, found.facts) == (None, "", NEW)


def test_a_form_pressed_twice_makes_one_proposal(client: Client) -> None:
    form = filled(client, ADD) | NEW | HOW
    assert code_on(press(client, ADD, form)) == code_on(press(client, ADD, form))
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "after", "told"),
    [
        ({}, dt.timedelta(seconds=1), "That was very quick."),
        ({}, dt.timedelta(hours=25), "This page was open for long."),
        ({"stamp": "made-up"}, LATER, "This page was open for long."),
        ({"subject": "Cheap watches"}, LATER, "A field that stays empty was filled in"),
        ({"words": "http://a.example http://b.example www.c.example"}, LATER, "There are many addresses in this."),
        ({"notes": "http://a.example http://b.example www.c.example"}, LATER, "There are many addresses in this."),
        ({"words": ""}, LATER, "Please tell us how you know, or where it stands."),
        ({"words": "x" * 2001}, LATER, "1 letter too long"),
        ({"notes": "x" * 4001}, LATER, "1 letter too long"),
        ({"name": ""}, LATER, "Please write something here."),
        ({"source_url": "javascript:alert(1)"}, LATER, "Enter a valid URL"),
    ],
)
def test_what_is_not_sent_on_is_kept_and_told_kindly(
    client: Client, typed: dict[str, str], after: dt.timedelta, told: str
) -> None:
    answer = send(client, ADD, NEW | HOW | {"city": "Rankin Inlet"} | typed, after)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert told in html
    assert 'value="Rankin Inlet"' in html
    assert not Proposal.objects.exists()


def test_whoever_was_told_so_sends_it_again_and_it_arrives(client: Client) -> None:
    form = filled(client, ADD) | NEW | HOW | {"subject": "my browser did this"}
    answer = press(client, ADD, form, dt.timedelta(hours=30))
    stamp = re.search(r'name="stamp" value="([^"]+)"', answer.content.decode())
    assert stamp
    assert "my browser did this" not in answer.content.decode()
    code_on(press(client, ADD, form | {"stamp": stamp[1], "subject": ""}, dt.timedelta(hours=31)))


def test_the_field_against_machines_is_hidden_from_eyes_and_screen_readers(client: Client) -> None:
    html = client.get(ADD).content.decode()
    assert re.search(r'<div hidden><label for="id_subject">', html)
    assert re.search(r'<input[^>]*name="subject"[^>]*tabindex="-1"', html)


def test_a_correction_without_a_change_asks_for_words(client: Client) -> None:
    made = training(hours="40")
    answer = send(client, wrong(made), {"source_url": "https://example.org/"})
    assert "Nothing is changed yet." in answer.content.decode()
    code_on(send(client, wrong(made), {"words": "Nobody answers that phone"}))
    assert Proposal.objects.get().facts == {}


def test_before_sending_it_is_said_what_happens_then(client: Client) -> None:
    committee()
    html = client.get(ADD).content.decode()
    for words in ("Two people of the research committee", "three weeks", "You get a code", "Please name nobody"):
        assert words in html


def propose(form_token: str) -> Proposal:
    return actions.propose(
        by=None, training=None, facts=NEW, base={}, source_url="", source_date="", words=HOW["words"], language="en",
        form_token=form_token,
    )  # fmt: skip


def proposal(**columns: Any) -> Proposal:
    made = propose(str(columns))
    Proposal.objects.filter(pk=made.pk).update(**columns)
    made.refresh_from_db()
    return made


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (ProposalState.WAITING, "waits to be read"),
        (ProposalState.PUBLISHED, "published"),
        (ProposalState.SENT_BACK, "We could not find this page."),
        (ProposalState.WITHDRAWN, "taken back"),
    ],
)
def test_a_code_shows_what_became_of_it(client: Client, state: str, told: str) -> None:
    reason = "We could not find this page." if state == ProposalState.SENT_BACK else ""
    made = proposal(state=state, decided_at=clock.now(), reason=reason)
    html = client.post(FOLLOW, {"code": code_of(made)}).content.decode()
    assert told in html
    assert NEW["name"] in html
    assert HOW["words"] not in html
    assert ("Take it back" in html) == (state == ProposalState.WAITING)


def test_a_code_tells_when_it_will_be_published(client: Client) -> None:
    made = proposal(publish_on=dt.datetime(2027, 3, 5, 12, tzinfo=dt.UTC))
    html = client.post(FOLLOW, {"code": code_of(made)}).content.decode()
    assert "Unless another objects, it is published 5 March 2027." in html


@pytest.mark.parametrize("code", ["0000-0000-0000", "x", "é" * 40, "1" * 40])
def test_a_code_that_does_not_exist_tells_nothing(client: Client, code: str) -> None:
    proposal()
    answer = client.post(FOLLOW, {"code": code})
    assert answer.status_code == 422
    assert "There is no such code." in answer.content.decode()


def test_whoever_holds_the_code_takes_it_back_while_it_waits(client: Client) -> None:
    made = proposal()
    address = "/en/training/proposals/take-back/"
    assert "It is taken back." in client.post(address, {"code": code_of(made)}).content.decode()
    made.refresh_from_db()
    assert (made.state, made.words) == (ProposalState.WITHDRAWN, "")
    published = proposal(state=ProposalState.PUBLISHED)
    assert "It is taken back." not in client.post(address, {"code": code_of(published)}).content.decode()
    published.refresh_from_db()
    assert published.state == ProposalState.PUBLISHED


def test_how_they_knew_goes_after_three_months_and_all_of_it_after_a_year() -> None:
    made, waiting = proposal(state=ProposalState.SENT_BACK, decided_at=clock.now()), proposal()
    for days, words in ((80, HOW["words"]), (95, "")):
        with clock.at(clock.now() + dt.timedelta(days=days)):
            forget_proposals()
        made.refresh_from_db()
        assert made.words == words
    with clock.at(clock.now() + dt.timedelta(days=366)):
        forget_proposals()
    assert list(Proposal.objects.all()) == [waiting]
    waiting.refresh_from_db()
    assert waiting.words == HOW["words"]


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_two_presses_at_the_same_moment_make_one() -> None:
    made = at_once(lambda: code_of(propose("one form")), lambda: code_of(propose("one form")))
    assert len({str(code) for code in made}) == 1
    assert Proposal.objects.count() == 1


def test_nobody_proposes_a_change_to_a_record_that_became_part_of_another(client: Client) -> None:
    made, other = training("Listening well"), training("Sitting quietly")
    Training.objects.filter(pk=made.pk).update(merged_into=other)
    assert client.get(wrong(made)).status_code == 404
    made.refresh_from_db()
    with pytest.raises(NotAllowed):
        actions.propose(
            by=None, training=made, facts={"cost": "1"}, base={}, source_url="", source_date="", words="I know",
            language="en", form_token="a form",
        )  # fmt: skip


def test_a_machine_that_sends_and_sends_is_slowed(client: Client, settings: Any) -> None:
    settings.LIMITS_HOLD = True
    answers = [client.post(ADD, {"name": "Cheap watches"}).status_code for _time in range(14)]
    assert answers == [422] * 12 + [429] * 2
