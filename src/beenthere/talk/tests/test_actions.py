import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection

from beenthere.consent import actions as consent
from beenthere.core import clock, privacy
from beenthere.core.access import NotAllowed
from beenthere.people.actions import erase
from beenthere.people.models import Letter
from beenthere.people.tests.make import person
from beenthere.talk import actions, reads
from beenthere.talk.models import Message, Thread
from beenthere.talk.tests.make import pair

pytestmark = pytest.mark.django_db

SECRET = "I start at the bakery on Monday."


def test_the_thread_opens_when_somebody_first_writes() -> None:
    amara, benoit = pair()
    assert not Thread.objects.exists()
    actions.write(by=amara, to=benoit, text="Hello")
    actions.write(by=benoit, to=amara, text="Bonjour")
    assert Thread.objects.count() == 1
    assert [message.text for message in Message.objects.all()] == ["Hello", "Bonjour"]


def test_only_connected_people_write() -> None:
    amara, _benoit = pair()
    dana = person("Dana")
    for one, other in ((dana, amara), (amara, dana), (amara, amara)):
        with pytest.raises(NotAllowed):
            actions.write(by=one, to=other, text="Hello")


def test_after_an_ending_or_a_block_nobody_writes() -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text="Hello")
    consent.block(by=amara.pk, whom=benoit.pk)
    for one, other in ((amara, benoit), (benoit, amara)):
        with pytest.raises(NotAllowed):
            actions.write(by=one, to=other, text="Still there?")
        assert Message.objects.visible_to(one).count() == 1


def test_the_same_form_sent_twice_writes_once() -> None:
    amara, benoit = pair()
    token = uuid4()
    for _twice in range(2):
        actions.write(by=amara, to=benoit, text="Hello", form_token=token)
    assert Message.objects.count() == 1
    assert Letter.objects.count() == 1


def test_no_private_word_lies_in_the_table() -> None:
    amara, benoit = pair()
    message = actions.write(by=amara, to=benoit, text=SECRET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM talk_message WHERE sent_at IS NOT NULL")
        assert b"bakery" not in bytes(cursor.fetchone()[0])
    assert Message.objects.get(pk=message.pk).text == SECRET


def test_one_letter_waits_however_many_messages_come_and_it_holds_none_of_their_words() -> None:
    amara, benoit = pair()
    for text in (SECRET, "And one more thing", "Bye"):
        actions.write(by=amara, to=benoit, text=text)
    (letter,) = Letter.objects.visible_to(benoit)
    assert letter.text
    assert "bakery" not in letter.text
    assert "Amara" not in letter.text
    actions.mark_read(by=benoit, up_to=Message.objects.latest("sent_at"))
    actions.write(by=amara, to=benoit, text="New day")
    assert Letter.objects.visible_to(benoit).count() == 2


def test_the_letter_about_messages_goes_once_they_are_read() -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text="Hello")
    assert Letter.objects.visible_to(benoit).still_open().exists()
    actions.mark_read(by=benoit, up_to=Message.objects.get())
    assert not Letter.objects.visible_to(benoit).still_open().exists()


def test_what_is_new_is_new_for_the_reader_until_read_or_answered() -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text="Hello")
    assert (reads.new_count(benoit), reads.new_count(amara)) == (1, 0)
    actions.write(by=benoit, to=amara, text="Bonjour")
    assert (reads.new_count(benoit), reads.new_count(amara)) == (0, 1)


def test_a_read_mark_never_moves_back() -> None:
    amara, benoit = pair()
    start = clock.now()
    with clock.at(start):
        first = actions.write(by=amara, to=benoit, text="One")
    with clock.at(start + dt.timedelta(hours=1)):
        second = actions.write(by=amara, to=benoit, text="Two")
    for message in (second, first):
        actions.mark_read(by=benoit, up_to=Message.objects.get(pk=message.pk))
    assert reads.new_count(benoit) == 0


def test_the_words_of_an_erased_author_are_gone_and_that_they_were_there_stays() -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text=SECRET)
    actions.write(by=benoit, to=amara, text="Bravo!")
    erase(by=amara)
    thread = Thread.objects.visible_to(benoit).get()
    shown, _earlier = reads.shown_to(benoit, thread)
    assert [(each.text, each.mine) for each in shown] == [(None, False), ("Bravo!", True)]
    assert thread.other(benoit.pk) is None
    assert Message.objects.filter(author=None, text__isnull=True).count() == 1


def test_when_both_erased_their_accounts_nothing_stays() -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text=SECRET)
    for one in (amara, benoit):
        erase(by=one)
    assert not Thread.objects.exists()
    assert not Message.objects.exists()


def test_both_find_the_words_of_both_in_their_download() -> None:
    amara, benoit = pair()
    actions.write(by=amara, to=benoit, text="Hello")
    actions.write(by=benoit, to=amara, text="Bonjour")
    for one in (amara, benoit):
        rows = next(part.rows for part in privacy.export(one) if part.name == "talk.message")
        assert {row["text"] for row in rows} == {"Hello", "Bonjour"}
    assert "talk.message" not in {part.name for part in privacy.export(person("Dana"))}
