import datetime as dt
import re
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from beenthere.consent import actions as consent
from beenthere.core import clock
from beenthere.people.actions import erase
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.talk import actions, reads
from beenthere.talk.models import Message, Thread
from beenthere.talk.tests.make import pair

pytestmark = pytest.mark.django_db


def page(client: Client, reader: Person, name: str, *args: object) -> str:
    client.force_login(reader)
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_names_people_one_may_write_to_before_the_first_word(client: Client) -> None:
    amara, _benoit = pair()
    listed = page(client, amara, "talk:list")
    assert "Benoît" in listed
    assert "You have not written to each other yet." in listed


def test_writing_shows_the_words_to_both(client: Client) -> None:
    amara, benoit = pair()
    client.force_login(amara)
    sent = client.post(reverse("talk:with", args=[benoit.pk]), {"text": "Hello you", "form_token": uuid4()})
    assert sent.status_code == 302
    assert "Hello you" in page(client, amara, "talk:with", benoit.pk)
    assert "1 new" in page(client, benoit, "talk:list")
    assert "Hello you" in page(client, benoit, "talk:with", amara.pk)


def test_looking_changes_nothing_and_the_button_marks_as_read_for_the_reader_only(client: Client) -> None:
    amara, benoit = pair()
    message = actions.write(by=amara, to=benoit, text="Hello")
    before = page(client, amara, "talk:with", benoit.pk)
    page(client, benoit, "talk:with", amara.pk)
    assert reads.new_count(benoit) == 1
    client.post(reverse("talk:mark-read", args=[message.pk]))
    assert reads.new_count(benoit) == 0
    assert bare(page(client, amara, "talk:with", benoit.pk)) == bare(before)


def test_an_empty_or_too_long_message_is_kept_and_explained(client: Client) -> None:
    amara, benoit = pair()
    client.force_login(amara)
    address = reverse("talk:with", args=[benoit.pk])
    assert client.post(address, {"text": " ", "form_token": uuid4()}).status_code == 422
    long = client.post(address, {"text": "word " * 1000, "form_token": uuid4()})
    assert long.status_code == 422
    assert "word word" in long.content.decode()
    assert not Message.objects.exists()


@pytest.mark.parametrize("name", ["talk:with", "talk:kept", "talk:mark-read"])
def test_dana_finds_nothing_of_theirs(client: Client, name: str) -> None:
    amara, benoit = pair()
    message = actions.write(by=amara, to=benoit, text="Hello")
    things = {"talk:with": amara.pk, "talk:kept": message.thread_id, "talk:mark-read": message.pk}
    client.force_login(person("Dana"))
    ask = client.post if name == "talk:mark-read" else client.get
    assert ask(reverse(name, args=[things[name]])).status_code == 404
    client.logout()
    assert "/sign-in/" in ask(reverse(name, args=[things[name]])).headers["Location"]


def test_nobody_writes_to_oneself_or_to_a_stranger(client: Client) -> None:
    amara, _benoit = pair()
    dana = person("Dana")
    client.force_login(dana)
    for to in (amara, dana):
        answer = client.post(reverse("talk:with", args=[to.pk]), {"text": "Hello", "form_token": uuid4()})
        assert answer.status_code == 404


def test_blocked_looks_exactly_like_an_ending(client: Client) -> None:
    amara, benoit = pair()
    moment = dt.datetime(2026, 11, 2, 15, tzinfo=dt.UTC)
    with clock.at(moment):
        actions.write(by=amara, to=benoit, text="Hello")
        consent.disconnect(one=amara.pk, other=benoit.pk)
        ended = [bare(page(client, benoit, name, *args)) for name, args in screens(amara)]
        consent.connect(one=amara.pk, other=benoit.pk, reason="match")
        consent.block(by=amara.pk, whom=benoit.pk)
        blocked = [bare(page(client, benoit, name, *args)) for name, args in screens(amara)]
    assert blocked == ended
    assert "Vous ne pouvez plus" in blocked[1] or "You can no longer write" in blocked[1]


def test_words_that_come_after_an_ending_are_not_sent_and_not_lost(client: Client) -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text="Hello")
    consent.disconnect(one=amara.pk, other=benoit.pk)
    client.force_login(amara)
    late = client.post(reverse("talk:with", args=[benoit.pk]), {"text": "One more thing", "form_token": uuid4()})
    assert late.status_code == 422
    assert "One more thing" in late.content.decode()
    assert Message.objects.count() == 1


def test_after_an_erasure_the_other_still_reads_their_own_words(client: Client) -> None:
    amara, benoit = pair()
    actions.write(by=benoit, to=amara, text="Welcome")
    actions.write(by=amara, to=benoit, text="My secret")
    erase(by=benoit)
    kept = page(client, amara, "talk:kept", Thread.objects.get().pk)
    assert "erased with its author’s account" in kept
    assert "My secret" in kept
    assert "Benoît" not in kept + page(client, amara, "talk:list")


def test_long_talks_come_in_parts(client: Client) -> None:
    amara, benoit = pair()
    start = clock.now() - dt.timedelta(days=1)
    for minute in range(reads.SHOWN_AT_ONCE + 2):
        with clock.at(start + dt.timedelta(minutes=minute)):
            actions.write(by=amara, to=benoit, text=f"Word {minute}.")
    newest = page(client, amara, "talk:with", benoit.pk)
    assert "Word 0." not in newest
    assert "Word 41." in newest
    earlier = re.search(r'href="\?before=([^"]+)"', newest)
    assert earlier
    older = client.get(reverse("talk:with", args=[benoit.pk]) + "?before=" + earlier[1]).content.decode()
    assert "Word 0." in older
    assert "Word 41." not in older


def test_queries_do_not_grow_with_messages_and_people(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    amara, benoit = pair()
    for number in range(6):
        other = person(f"Peer {number}")
        consent.connect(one=amara.pk, other=other.pk, reason="match")
        actions.write(by=other, to=amara, text="Hello")
        actions.write(by=benoit, to=amara, text="Hello")
    client.force_login(amara)
    for address in (reverse("talk:list"), reverse("talk:with", args=[benoit.pk])):
        cache.clear()
        with django_assert_max_num_queries(25):
            client.get(address)


def screens(other: Person) -> list[tuple[str, list[UUID]]]:
    return [("talk:list", []), ("talk:with", [other.pk])]


def bare(html: str) -> str:
    """The page without what is drawn anew each time."""
    html = re.sub(r'name="(csrfmiddlewaretoken|form_token|page_of)" value="[^"]*"', "", html)
    return re.sub(r'id_form_token" ?', "", html)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01", "x"])
def test_a_made_up_moment_in_the_address_shows_the_newest_words(client: Client, moment: str) -> None:
    amara, benoit = pair()
    actions.write(by=benoit, to=amara, text="Here you are")
    client.force_login(amara)
    answer = client.get(reverse("talk:with", args=[benoit.pk]), {"before": moment})
    assert "Here you are" in answer.content.decode()
