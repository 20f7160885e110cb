"""Who would bend the database of trainings: a rival's link, a member with something to gain, a page long open."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.forms import Form
from django.test import Client, override_settings
from django.urls import reverse

from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.jobs import run_due
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training import actions
from beenthere.training.actions import merging
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.committee.providers import code_for
from beenthere.training.models import DuplicatePair, Origin, Proposal, ProposalState, ProviderLink, Reading, Training
from beenthere.training.opendata import export, streams
from beenthere.training.tests.make import committee, proposal, reads, training

pytestmark = pytest.mark.django_db

SOMEBODY = Source(Origin.COMMITTEE, "https://example.org/elsewhere", "2026")


@pytest.fixture
def readers() -> list[Person]:
    return committee()


def linked(record: Training) -> ProviderLink:
    link = actions.make_link(training=record)
    assert link is not None
    return link


def at(name: str, link: ProviderLink) -> str:
    return reverse(f"training:{name}", args=[code_for(link.pk)])


def opened(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send if nothing was changed on the page that it has open."""
    context = client.get(address).context
    form = context.get("form")
    if not isinstance(form, Form):
        return {"seen": context["seen"]}
    return {field.html_name: value for field in form if (value := field.value()) is not None}


def as_sent(typed: dict[str, Any]) -> dict[str, Any]:
    """The same as a browser sends it: lines end as they do on the wire."""
    return {
        name: value if isinstance(value, list) else str(value).replace("\n", "\r\n") for name, value in typed.items()
    }


def words(response: Any) -> str:
    return str(response.content.decode())


def test_a_provider_with_a_page_long_open_undoes_nothing_that_others_wrote(client: Client) -> None:
    record = training(cost="100", hours="40", notes="One line.\nAnother line.")
    address = at("confirm-correct", linked(record))
    typed = opened(client, address) | {"phone": "204-555-0101", "hours": "44", "speaks_for": "on"}
    write(record, {"cost": "200", "hours": "42"}, SOMEBODY)
    client.post(address, as_sent(typed))
    made = Proposal.objects.get()
    assert (made.facts, made.base) == ({"phone": "204-555-0101", "hours": "44"}, {"phone": "", "hours": "40"})


def test_a_member_with_a_page_long_open_undoes_nothing_that_others_wrote(readers: list[Person]) -> None:
    record, client = training(cost="100", hours="40"), signed_in(readers[0])
    address = reverse("research:change", args=[record.slug])
    typed = opened(client, address) | {"hours": "44", "source_url": "https://example.org/new"}
    write(record, {"cost": "200", "hours": "42"}, SOMEBODY)
    client.post(address, typed)
    made = Proposal.objects.get()
    assert (made.facts, made.base) == ({"hours": "44"}, {"hours": "40"})


def test_nobody_confirms_what_they_did_not_see(client: Client) -> None:
    record = training(cost="100")
    address = at("confirm", linked(record))
    typed = opened(client, address) | {"answer": "still"}
    write(record, {"cost": "200"}, SOMEBODY)
    assert "changed while you were reading" in words(client.post(address, typed, follow=True))
    assert Training.objects.get().confirmed_on is None
    for made_up in ("", "nobody", "9" * 40):
        client.post(address, {"answer": "still", "seen": made_up})
    assert Training.objects.get().confirmed_on is None
    assert "you confirmed it" in words(client.post(address, opened(client, address) | {"answer": "still"}, follow=True))


def test_a_confirmation_reaches_whoever_keeps_a_copy(client: Client) -> None:
    address = at("confirm", linked(training()))
    Training.objects.update(changed_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    before = streams.state()
    client.post(address, opened(client, address) | {"answer": "still"})
    assert streams.state() != before
    assert [row["confirmed_from"] for row in streams.rows(clock.today() - dt.timedelta(days=1))] == ["provider"]


@pytest.mark.parametrize("answer", ["still", "ended"])
def test_a_member_does_not_answer_in_the_name_of_a_provider(readers: list[Person], answer: str) -> None:
    client, link = signed_in(readers[0]), linked(training())
    typed = opened(client, at("confirm", link)) | {"answer": answer}
    assert "for whoever gives the training" in words(client.post(at("confirm", link), typed, follow=True))
    with pytest.raises(NotAllowed):
        actions.answer_link(by=readers[0], link=link, answer=answer)
    assert (Proposal.objects.count(), ProviderLink.objects.standing().get()) == (0, link)


def test_a_member_who_uses_the_link_of_a_rival_in_secret_cannot_end_its_record_alone(readers: list[Person]) -> None:
    link = linked(training())
    Client().post(at("confirm", link), {"answer": "ended"})
    reads(readers[0], Proposal.objects.get())
    assert not Training.objects.get().is_over


def test_a_link_stops_once_there_is_somebody_else_to_ask(readers: list[Person], client: Client) -> None:
    record = training()
    actions.keep_up(by=readers[0], training=record, contact="rival@example.org", months=12)
    link = linked(record)
    actions.note_sent(by=readers[0], link=link)
    actions.keep_up(by=readers[0], training=record, contact="right@example.org", months=12)
    typed = {"answer": "ended", "seen": 1}
    assert "ran out" in words(client.post(at("confirm", link), typed, follow=True))
    assert (Proposal.objects.count(), Training.objects.get().asked_on) == (0, None)


@override_settings(MAIL_SET_UP=True)
def test_nobody_is_written_to_about_a_record_that_became_part_of_another(readers: list[Person]) -> None:
    stays, goes = training("Walking along"), training("Walking on")
    actions.keep_up(by=readers[0], training=goes, contact="hello@example.org", months=12)
    linked(goes)
    pair = DuplicatePair.objects.create(a=stays, b=goes, likeness=80, why=["same_name"])
    merging.merge(by=readers[0], pair=pair, stays=stays.pk)
    for _round in range(2):
        run_due()
    assert mail.outbox == []


def test_who_stepped_aside_does_not_come_back(readers: list[Person]) -> None:
    ravi, ines, _jo = readers
    change = proposal(training(hours="40"))
    actions.step_aside(by=ravi, proposal=change)
    with pytest.raises(NotAllowed):
        reads(ravi, change)
    page, mend = (reverse(f"research:{name}", args=[change.pk]) for name in ("proposal", "mend"))
    shown = words(signed_in(ravi).get(page))
    assert "You stepped aside from this" in shown
    assert "gain nothing by this" not in shown
    assert signed_in(ravi).get(mend).status_code == 404
    reads(ines, change)
    assert Proposal.objects.get().state == ProposalState.WAITING


def test_what_somebody_corrected_stays_so_when_they_step_aside(readers: list[Person]) -> None:
    ravi, ines, _jo = readers
    change = proposal(training(phone="204-555-0100"), facts={"phone": "204-555-0101"})
    reads(ravi, change, facts={"phone": "204-555-0199"})
    actions.step_aside(by=ravi, proposal=change)
    reads(ines, change)
    assert (Reading.objects.get(reader=ravi).corrected, Training.objects.get().phone) == (True, "204-555-0100")


def test_if_the_others_step_aside_after_a_yes_the_public_is_the_second_reader(readers: list[Person]) -> None:
    ravi, ines, jo = readers
    change = proposal(training(hours="40"))
    reads(ravi, change)
    for one in (ines, jo):
        actions.step_aside(by=one, proposal=change)
    change.refresh_from_db()
    assert change.publish_on is not None
    with clock.at(clock.now() + dt.timedelta(days=8)):
        run_due()
        run_due()
    assert Training.objects.get().hours == "44"


def test_a_committee_that_grew_does_not_publish_a_correction_of_one_after_the_wait_of_another() -> None:
    ravi, ines = committee("Ravi", "Ines")
    change = proposal(training(hours="40"))
    reads(ravi, change)
    committee("Jo")
    reads(ines, change, facts={"hours": "99"})
    with clock.at(clock.now() + dt.timedelta(days=8)):
        run_due()
        run_due()
    assert Training.objects.get().hours == "40"


def test_two_trainings_of_one_long_name_both_get_an_address(readers: list[Person]) -> None:
    for _each in range(3):
        new = proposal(facts={"name": "n" * 75, "provider": "p" * 60})
        reads(readers[0], new)
        reads(readers[1], new)
    slugs = set(Training.objects.values_list("slug", flat=True))
    assert (len(slugs), max(map(len, slugs)) <= 120) == (3, True)


def test_a_name_has_one_line_so_that_no_letter_can_be_led_astray(client: Client) -> None:
    address = reverse("training:add")
    with clock.at(clock.now() - dt.timedelta(minutes=1)):
        typed = opened(client, address)
    told = {"name": "Walking\r\nBcc: rival@example.org", "provider": "The Kettle", "words": "I went there."}
    client.post(address, typed | told | {"subject": ""})
    assert Proposal.objects.get().facts["name"] == "Walking Bcc: rival@example.org"


def test_nobody_learns_who_proposed_what_or_how_they_knew(readers: list[Person]) -> None:
    amara, secret = person("Amara"), "Call me at 204-555-0177, amara@example.org."
    record = training(hours="40")
    for facts in ({"hours": "44"}, {"hours": "48"}):
        change = proposal(record, facts=facts, by=amara, words=secret)
        for reader in readers[:2]:
            reads(reader, change, reason="Amara told me.")
    waits = proposal(record, facts={"cost": "0"}, by=amara, words=secret)
    Proposal.objects.filter(pk=waits.pk).update(publish_on=clock.now() + dt.timedelta(days=1))
    found = "".join(everything_public(record))
    assert found.count("48") > 5
    assert [word for word in ("Amara", "204-555-0177", "amara@", str(amara.pk), str(waits.pk)) if word in found] == []
    assert not [one for one in readers if str(one.pk) in found]


def test_who_floods_the_queue_buries_no_answer_of_a_provider(readers: list[Person]) -> None:
    for number in range(25):
        proposal(facts={"name": f"Nonsense {number}", "provider": "Nobody"})
    theirs = proposal(training("Walking along"), origin=Origin.PROVIDER)
    client = signed_in(readers[0])
    shown = {origin: client.get(f"/en/research/?from={origin}").context for origin in ("", "provider", "made-up")}
    assert [context["page_obj"].paginator.count for context in shown.values()] == [26, 1, 26]
    assert [line.proposal for line in shown["provider"]["lines"]] == [theirs]


def everything_public(record: Training) -> Iterator[str]:
    """All that says something of a record to anybody."""
    there = (record.slug, "waiting", "gaps", f"report/{clock.today().year}")
    pages = [f"/{code}/training/{page}/" for code in ("en", "fr") for page in there]
    files = ["training.csv", "training.json", f"training/{record.uid}.json"]
    for address in [*pages, *(f"/data/{file}" for file in files), "/feeds/training.atom", "/en/training/"]:
        yield Client().get(address).getvalue().decode()
    yield from ("".join(map(str, row)) for row in export._history())


def test_a_rival_who_is_an_outsider_finds_no_proposal_by_its_number() -> None:
    theirs = proposal(training(hours="40"), by=person("Amara"), words="I was there.")
    client = signed_in(person("Dana"))
    addresses = [reverse(f"research:{name}", args=[theirs.pk]) for name in ("proposal", "mend", "aside")]
    addresses.append(reverse("training:decided", args=[theirs.pk]))
    assert {client.post(address).status_code for address in addresses} <= {404, 405}
    assert Reading.objects.count() == 0
