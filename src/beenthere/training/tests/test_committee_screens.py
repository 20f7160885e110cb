"""The committee's screens show what a reader has to know, and to others none of it."""

import pytest
from django.test import Client
from django.urls import reverse

from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training import actions
from beenthere.training.catalogue.record import last_number
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.committee.readings import mark_of
from beenthere.training.models import Origin, Proposal, Training, Upkeep
from beenthere.training.tests.make import committee, proposal, reads, training

pytestmark = pytest.mark.django_db


def shown(who: Person | None, name: str, *args: object, query: str = "") -> str:
    client = signed_in(who) if who else Client()
    return client.get(reverse(name, args=args) + query).content.decode()


def test_the_queue_tells_what_waits_oldest_first_and_can_be_narrowed() -> None:
    ravi, ines, _jo = committee()
    old, new = proposal(training("Old one")), proposal(facts={"name": "New one", "provider": "A"})
    reads(ines, old)
    page = shown(ravi, "research:start")
    assert page.index("Old one") < page.index("New one")
    assert "1 reader found it right" in page
    narrowed = shown(ravi, "research:start", query="?kind=add")
    assert ("New one" in narrowed, "Old one" in narrowed) == (True, False)
    assert new is not None


def test_a_reader_sees_what_stands_what_is_proposed_and_what_changed_since() -> None:
    ravi, *_others = committee()
    record = training(cost="120")
    change = proposal(record, facts={"cost": "130"}, words="I paid this in spring")
    page = shown(ravi, "research:proposal", change.pk)
    assert all(words in page for words in ("120", "130", "https://example.org/new", "I paid this in spring"))
    assert "The record changed since" not in page
    write(record, {"cost": "125"}, Source(Origin.IMPORT))
    later = shown(ravi, "research:proposal", change.pk)
    assert all(words in later for words in ("120", "125", "130", "The record changed since"))


def test_without_saying_that_one_gains_nothing_and_without_a_reason_nothing_is_kept() -> None:
    ravi, *_others = committee()
    change = proposal(training())
    address, told = reverse("research:proposal", args=[change.pk]), {"seen": mark_of(change), "verdict": "send_back"}
    answer = signed_in(ravi).post(address, told)
    assert answer.status_code == 422
    assert "Please tick this to go on." in answer.content.decode()
    assert "Please say why" in signed_in(ravi).post(address, told | {"declared": "on"}).content.decode()
    assert not change.readings.exists()


def test_a_reader_who_was_slower_is_told_so() -> None:
    ravi, ines, jo = committee()
    change = proposal(training(hours="40"))
    told = {"seen": mark_of(change), "declared": "on", "verdict": "publish"}
    for one in (ravi, ines):
        reads(one, change)
    answer = signed_in(jo).post(reverse("research:proposal", args=[change.pk]), told, follow=True)
    assert "Somebody was quicker" in answer.content.decode()


def test_a_reader_corrects_on_screen() -> None:
    ravi, ines, _jo = committee()
    change = proposal(training(hours="40"))
    told = {"seen": mark_of(change), "declared": "on", "hours": "45"}
    signed_in(ravi).post(reverse("research:mend", args=[change.pk]), told)
    reads(ines, change)
    assert Training.objects.get().hours == "45"


def test_what_waits_in_public_shows_the_facts_and_never_the_words() -> None:
    ravi, _ines = committee("Ravi", "Ines")
    change = proposal(training(hours="40"), words="My cousin teaches it", by=person("Dana"))
    assert "44" not in shown(None, "training:waiting")
    reads(ravi, change)
    page = shown(None, "training:waiting")
    assert all(words in page for words in ("Listening well", "44", "https://example.org/new"))
    assert ("My cousin" in page, "Dana" in page) == (False, False)


def test_a_proposer_reads_why_it_was_sent_back_and_nobody_else_does() -> None:
    ravi, *_others = committee()
    dana = person("Dana")
    change = proposal(training(hours="40"), by=dana)
    reads(ravi, change, "send_back", reason="The page says 40.")
    assert "The page says 40." in shown(dana, "training:decided", change.pk)
    other = signed_in(person("Otto")).get(reverse("training:decided", args=[change.pk]))
    assert other.status_code == 404


def test_the_history_tells_who_when_and_from_where_and_leads_back() -> None:
    ravi, ines, jo = committee()
    record = training(hours="40")
    change = proposal(record)
    for one in (ravi, ines):
        reads(one, change)
    page = shown(jo, "research:history", record.slug)
    assert all(words in page for words in ("published by Ines", "https://example.org/new", "before: 40"))
    address = reverse("research:go-back", args=[record.slug, 1, "hours"])
    assert address in page
    signed_in(jo).post(address, {"reason": "A slip"})
    assert Proposal.objects.waiting().get().facts == {"hours": "40"}


def test_a_member_proposes_a_change_and_a_record_from_the_forms() -> None:
    ravi, *_others = committee()
    record = training(hours="40")
    source = {"source_url": "https://example.org/page", "name_language": "en", "standing": "running"}
    source |= {"facts_language": "en"}
    typed = source | {"name": record.name, "provider": record.provider, "hours": "41"}
    signed_in(ravi).post(reverse("research:change", args=[record.slug]), typed)
    signed_in(ravi).post(reverse("research:add"), source | {"name": "Walking along"})
    facts = [(one.kind, one.facts) for one in Proposal.objects.order_by("made_at")]
    assert facts == [
        ("correct", {"hours": "41"}),
        ("add", {"name": "Walking along", "name_language": "en", "standing": "running"}),
    ]


def test_a_form_that_changes_nothing_says_so() -> None:
    ravi, *_others = committee()
    record = training(hours="40")
    typed = {"source_url": "https://example.org/", "name_language": "en", "standing": "running", "hours": "40"}
    typed |= {"facts_language": "en"}
    typed |= {"name": record.name, "provider": record.provider}
    answer = signed_in(ravi).post(reverse("research:change", args=[record.slug]), typed)
    assert "Nothing differs" in answer.content.decode()
    assert not Proposal.objects.exists()


def test_the_committee_sees_what_is_due_takes_it_and_copies_the_letter() -> None:
    ravi, ines, _jo = committee()
    record = training()
    signed_in(ravi).post(reverse("research:keeper", args=[record.slug]))
    assert "Ravi looks after it." in shown(ines, "research:due")
    assert "Listening well" in shown(ravi, "research:due", query="?mine=yes")
    assert "Listening well" not in shown(ines, "research:due", query="?mine=yes")
    signed_in(ravi).post(reverse("research:ask", args=[record.slug]))
    page = shown(ravi, "research:upkeep", record.slug)
    assert ("/en/training/confirm/" in page, "/fr/training/confirm/" in page) == (True, True)
    signed_in(ravi).post(reverse("research:sent", args=[record.slug]))
    assert Training.objects.get().asked_on is not None


def test_the_address_of_a_provider_is_the_committees_alone() -> None:
    ravi, *_others = committee()
    record = training()
    actions.keep_up(by=ravi, training=record, contact="hello@example.org", months=12)
    assert "hello@example.org" in shown(ravi, "research:upkeep", record.slug)
    assert "hello@example.org" not in Client().get(record.get_absolute_url()).content.decode()
    assert not Upkeep.objects.visible_to(person("Dana")).exists()
    assert "contact" not in {field.name for field in Training._meta.get_fields()}


def test_the_picture_tells_how_many_are_fresh() -> None:
    ravi, *_others = committee()
    for name in ("A", "B", "C"):
        training(name)
    link = actions.make_link(training=Training.objects.get(name="A"))
    assert link is not None
    actions.answer_link(by=None, link=link, answer="still", seen=last_number(link.training))
    page = shown(ravi, "research:due")
    assert "33 of 100 records" in page
    assert 'class="never" x="200" y="4" width="400"' in page
