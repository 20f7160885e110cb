"""A card on its way: sealed, read by two, public under no name, and gone everywhere when its writer takes it back."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager as ContextManager

import pytest
from django.test import Client
from django.urls import reverse

from beenthere.consent.actions import connect
from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.models import AuditEntry
from beenthere.core.search import find
from beenthere.library import actions, jobs
from beenthere.library.models import Card, CardText, Reading, Tried, Writing
from beenthere.library.tests.make import WORDS, house_of_readers, public_card, readers_say_yes, sent
from beenthere.people.actions import change_account, erase
from beenthere.people.models import Letter, Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans.actions import try_card
from beenthere.plans.models import Step

pytestmark = pytest.mark.django_db


def waiting(writing: Writing) -> list[Reading]:
    return list(Reading.objects.filter(writing=writing, state="waiting").select_related("writing__person", "reader"))


def test_two_readers_say_yes_and_everybody_can_read_it(client: Client) -> None:
    amara = person()
    card = public_card(amara)
    page = client.get(card.get_absolute_url()).content.decode()
    assert WORDS["tried"] in page
    assert "Amara" not in page
    assert find("card", "slip paper") == [card.slug]


def test_one_yes_is_not_enough() -> None:
    house_of_readers("Farah", "Émile")
    writing = sent(person())
    first = waiting(writing)[0]
    actions.answer_yes(by=first.reader, reading=first, words="")
    assert not Card.objects.exists()


def test_no_row_but_the_sealed_one_joins_a_card_and_its_writer() -> None:
    amara = person()
    card = public_card(amara)
    kept = [str(row) for row in Card.objects.values_list()]
    assert str(amara.pk) not in str(kept)
    assert not AuditEntry.objects.filter(by=amara.pk, thing__contains=str(card.pk)).exists()
    raw = bytes(Writing.objects.filter(person=amara).values_list("card", flat=True).get() or b"")
    assert str(card.pk).encode() not in raw
    assert card.month == clock.today().replace(day=1)


def test_a_card_shows_the_name_that_its_writer_chose_for_it() -> None:
    card = public_card(person(), shown_as="nickname", nickname="Chickadee")
    assert card.shown_name == "Chickadee"


def test_taken_back_it_is_gone_everywhere(client: Client) -> None:
    amara, dana = person(), person("Dana")
    card = public_card(amara)
    try_card(by=dana, card=card)
    actions.say(by=dana, card=card, what="helped")
    actions.take_back(by=amara, writing=Writing.objects.get(person=amara))
    assert client.get(card.get_absolute_url()).status_code == 404
    assert find("card", "slip paper") == []
    step = Step.objects.get(person=dana)
    assert WORDS["title"] not in signed_in(dana).get(reverse("plans:step", args=[step.pk])).content.decode()
    assert not CardText.objects.exists()


def test_whoever_erases_their_account_takes_the_card_along(
    django_capture_on_commit_callbacks: Callable[..., ContextManager[object]],
) -> None:
    amara, dana = person(), person("Dana")
    card = public_card(dana)
    actions.say(by=amara, card=card, what="helped")
    public = readers_say_yes(sent(amara))
    with django_capture_on_commit_callbacks(execute=True):
        erase(by=amara)
    assert set(Card.objects.all()) == {card} != {public}
    assert not Tried.objects.exists()


def test_nobody_who_walks_with_the_writer_is_asked_to_read() -> None:
    _house, (farah, emile) = house_of_readers("Farah", "Émile")
    amara = person()
    connect(one=amara.pk, other=farah.pk, reason="match")
    writing = sent(amara)
    assert [reading.reader for reading in waiting(writing)] == [emile]
    assert Letter.objects.filter(person=amara, route="library:mine").count() == 1


def test_a_reader_may_ask_for_a_change_and_the_writer_is_told_kindly() -> None:
    house_of_readers("Farah", "Émile")
    amara = person()
    writing = sent(amara)
    reading = waiting(writing)[0]
    actions.ask_for_change(by=reading.reader, reading=reading, words="Your town stands in it")
    page = signed_in(amara).get(reverse("library:mine")).content.decode()
    assert "Your town stands in it" in page
    assert str(reading.reader) not in page
    assert waiting(writing) == []


def test_nobody_waits_in_silence_for_readers() -> None:
    _house, readers = house_of_readers("Farah", "Émile", "Greta")
    writing = sent(person())
    first = {reading.reader for reading in waiting(writing)}
    with clock.at(clock.now() + dt.timedelta(days=3, hours=1)):
        for reading in waiting(writing):
            jobs.look_after(str(reading.pk))
    assert Reading.objects.filter(nudged=True).count() == 2
    with clock.at(clock.now() + dt.timedelta(days=7, hours=1)):
        jobs.look_after(str(waiting(writing)[0].pk))
    assert {reading.reader for reading in waiting(writing)} - first == set(readers) - first


def test_only_supporters_read_for_others() -> None:
    with pytest.raises(NotAllowed):
        actions.read_for_others(by=person("Dana"), english=True, french=False)


def test_a_reader_answers_only_what_waits_for_them() -> None:
    _house, readers = house_of_readers("Farah", "Émile", "Greta")
    reading = waiting(sent(person()))[0]
    other = next(reader for reader in readers if not Reading.objects.filter(reader=reader).exists())
    with pytest.raises(NotAllowed):
        actions.answer_yes(by=other, reading=reading, words="")


def test_a_worry_takes_a_card_out_of_sight_and_back_to_its_writer(client: Client) -> None:
    amara = person()
    card = public_card(amara)
    client.post(reverse("library:wrong", args=[card.slug]), {"what": "harm"})
    farah = Reading.objects.exclude(reader=amara).earliest("pk").reader
    signed_in(farah).post(reverse("library:look", args=[card.slug]), {"answer": "away"})
    assert client.get(card.get_absolute_url()).status_code == 404
    assert Writing.objects.get(person=amara).state == "back"


def test_a_reader_tells_a_card_in_the_other_language(client: Client) -> None:
    card = public_card(person())
    reader: Person = Reading.objects.earliest("pk").reader
    words = dict.fromkeys(("title", "tried", "helped", "did_not", "tell"), "En français")
    signed_in(reader).post(reverse("library:translate", args=[card.slug]), words)
    page = client.get(f"/fr/library/{card.slug}/").content.decode()
    assert "En français" in page
    assert "traduit par une personne qui lit" in page


def test_a_card_under_ones_own_name_takes_the_new_name() -> None:
    amara = person()
    card = public_card(amara, shown_as="name")
    change_account(by=amara, name="Lys", language="en", province="ON", time_zone=amara.time_zone, email="")
    card.refresh_from_db()
    assert card.shown_name == "Lys"
