"""Whoever would learn who wrote a card, who tried it, or what was taken back: by rows, numbers, caches and clicks."""

import datetime as dt
import re
from collections.abc import Callable
from contextlib import AbstractContextManager as ContextManager
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from beenthere.consent.actions import block, connect
from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.jobs import run_due
from beenthere.core.kept import forget
from beenthere.core.privacy import export
from beenthere.directory.actions import tell_what_happened
from beenthere.directory.happened import counts_of
from beenthere.directory.jobs import count_what_happened
from beenthere.directory.tests.make import service
from beenthere.library import actions, reads
from beenthere.library.jobs import count_what_was_said
from beenthere.library.models import Card, CardPiece, CardText, Reading, Saying, Tried, Writing, WrittenPiece
from beenthere.library.publishing import find_again
from beenthere.library.tests.make import house_of_readers, illustrated_story, public_story, readers_say_yes, sent
from beenthere.people.actions import erase
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans.actions import try_card
from beenthere.training.models import Training
from tests.guards.test_sealing import raw_cells
from tests.world import PRIVATE, World

pytestmark = pytest.mark.django_db
NOVEMBER, DECEMBER, JANUARY = (dt.datetime(*month, 9, tzinfo=dt.UTC) for month in ((2026, 11), (2026, 12), (2027, 1)))
WORDS: dict[str, Any] = {
    "title": "The quince ladder",
    "story": "I zigzagged past the quarry",
    "picture": "Quicksilver in a jar",
}
PUBLIC = {"library_card", "library_cardtext", "library_cardfile"}
FOUND_AGAIN = {"core_searchentry"}
UNMERGED = {"core_search_index_data"}  # SQLite's own index of words drops what went when it next merges


def where(*texts: str) -> set[str]:
    """The tables in which any of these stands, in whatever case."""
    sought = [text.casefold().encode() for text in texts]
    return {table for table, cell in raw_cells() if any(each in cell.lower() for each in sought)}


def ids(thing: Card | Person) -> tuple[str, str]:
    return str(thing.pk), thing.pk.hex


def everybody_said(card: Card, number: int = 6, what: str = "helped") -> list[Person]:
    people = [person() for _each in range(number)]
    for each in people:
        actions.say(by=each, card=card, what=what)
    return people


def slip(slug: str = "slip", **more: str) -> Card:
    made = Card.objects.create(slug=slug, challenge="back-to-school", language="en", **more)
    CardText.objects.create(card=made, language="en", title=f"Title of {slug}", tried="Once")
    find_again(made)
    return made


@pytest.mark.both
def test_a_public_story_stands_in_no_table_that_knows_people() -> None:
    amara, dana = person(), person("Dana")
    card = public_story(amara, **WORDS, subject="training", subject_key="peer-101")
    actions.say(by=dana, card=card, what="hope")
    try_card(by=dana, card=card)
    signed_in(dana).post(reverse("library:wrong", args=[card.slug]), {"what": "harm"})
    assert where(*ids(card), card.slug) - {"library_cardworry"} == PUBLIC | FOUND_AGAIN
    assert where(*ids(amara), *ids(dana)) & (PUBLIC | FOUND_AGAIN | {"library_cardworry"}) == set()


def test_no_row_for_a_number_is_made_at_the_moment_of_somebodys_click() -> None:
    """Rows made together stand at the same place of their tables: the place would join the two."""
    dana, card = person("Dana"), slip()
    before = {table: count_of(table) for table in tables()}
    actions.say(by=dana, card=card, what="helped")
    more = {table for table in tables() if count_of(table) != before[table]}
    assert more == {"library_tried", "core_auditentry"}
    assert where(*ids(card)) == PUBLIC - {"library_cardfile"}


def tables() -> list[str]:
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def count_of(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
        return int(cursor.fetchone()[0])


def test_a_writer_sees_the_page_that_everybody_sees_and_no_download_names_another() -> None:
    amara, dana = person(), person("Dana")
    card = public_story(amara)
    hers, another = (page_of(each, card) for each in (amara, dana))
    assert hers == another
    for reading in Reading.objects.select_related("reader"):
        for one, other in ((amara, reading.reader), (reading.reader, amara)):
            told = str(export(one))
            assert not [each for each in (*ids(other), str(other), *ids(card), card.slug) if each in told]


def page_of(person: Person, card: Card) -> str:
    page = signed_in(person).get(card.get_absolute_url()).content.decode()
    shown = page[page.index("<article") : page.index('<div class="row no-print">')]
    return re.sub('name="(csrfmiddlewaretoken|page_of)" value="[^"]*"', "", shown)


def test_whoever_begins_to_walk_with_a_writer_reads_on_in_nothing_and_cannot_tell_what_was_hers() -> None:
    _house, (farah, emile) = house_of_readers("Farah", "Émile")
    amara = person()
    for writer in (amara, person("Dana")):
        sent(writer)
    connect(one=farah.pk, other=amara.pk, reason="match")
    assert not Reading.objects.visible_to(farah).exists()
    assert Reading.objects.visible_to(emile).count() == 2


def test_a_block_takes_one_piece_from_the_blocked_and_all_from_whoever_blocks() -> None:
    _house, (farah, emile) = house_of_readers("Farah", "Émile")
    amara = person()
    for writer in (amara, person("Dana")):
        sent(writer)
    block(by=amara.pk, whom=farah.pk)
    block(by=emile.pk, whom=person("Somebody else").pk)
    assert Reading.objects.visible_to(farah).count() == 1
    assert not Reading.objects.visible_to(emile).exists()


def test_nobody_finds_that_nothing_is_wrong_with_what_they_wrote_themselves() -> None:
    _house, (amara, farah) = house_of_readers("Amara", "Farah")
    card = public_story(amara)
    actions.worry(card=card, what="harm")
    with pytest.raises(NotAllowed):
        actions.put_away(by=amara, card=card, wrong=False)
    assert (reads.worried(amara), reads.worried(farah)) == ([], [card])


@pytest.mark.both
def test_taken_back_no_word_is_left_anywhere(client: Client) -> None:
    amara, training = person(), Training.objects.create(slug="peer-101", name="Peer 101")
    card = public_story(amara, **WORDS, subject="training", subject_key="peer-101")
    at = reverse("library:file", args=[card.slug, "small"])
    mark = {"If-None-Match": client.get(at).headers["ETag"]}
    assert WORDS["title"] in client.get(training.get_absolute_url()).content.decode()
    actions.take_back(by=amara, writing=Writing.objects.get(person=amara))
    assert where("quince", "zigzag", "quicksilver", "quinc", card.slug, *ids(card)) - UNMERGED == set()
    assert client.get(at, headers=mark).status_code == 404
    for page in (training.get_absolute_url(), reverse("library:list"), f"{reverse('library:list')}?q=quinse"):
        assert "quince" not in client.get(page).content.decode().casefold()


@pytest.mark.both
def test_an_erasure_takes_public_words_and_answers_along(
    world: World, django_capture_on_commit_callbacks: Callable[..., ContextManager[object]]
) -> None:
    amara, gone = world.amara, ids(world.amara)
    writing = illustrated_story(amara, **WORDS, shown_as="nickname", nickname="Quebracho")
    actions.send(by=amara, writing=writing)
    _other_readers_say_yes(writing)
    assert where("quebracho") == {"library_card"}
    with django_capture_on_commit_callbacks(execute=True):
        erase(by=amara)
    for _twice in range(2):
        run_due()
    private = [words for name, words in PRIVATE.items() if name != "name"]
    assert where("quebracho", "quince", "zigzag", *private) - UNMERGED == set()
    assert where(*gone) == {"people_erasedaccount"}
    assert [table.objects.count() for table in (Tried, CardPiece, WrittenPiece)] == [0, 0, 0]


def _other_readers_say_yes(writing: Writing) -> None:
    house_of_readers("Noor", "Sacha")
    readers_say_yes(writing)


def test_no_number_moves_with_somebodys_click() -> None:
    card, young, shown = slip(), slip("young"), []
    with clock.at(NOVEMBER):
        people = everybody_said(card)
    with clock.at(DECEMBER):
        everybody_said(young)
        count_what_was_said()
        shown.append(counts(card))
        everybody_said(card, 7)
        actions.say(by=people[0], card=card, what="so_so")
        actions.take_saying_back(by=people[1], card=card)
        erase(by=people[2])
        count_what_was_said()
        shown.append(counts(card))
    assert shown[0] == shown[1] != []
    assert counts(young) == []


def counts(card: Card) -> list[tuple[str, int]]:
    return reads.counts(Card.objects.get(pk=card.pk))


def test_no_number_of_a_service_moves_before_the_next_month() -> None:
    listed, shown = service(), []
    people = [person() for _each in range(5)]
    for month in (NOVEMBER, DECEMBER, JANUARY):
        with clock.at(month):
            count_what_happened()
            shown.append([number for _what, number in counts_of(listed)[1]])
            for each in people if month == NOVEMBER else ():
                tell_what_happened(by=each, service=listed, what="refused")
            if month == DECEMBER:
                erase(by=people[0])
                count_what_happened()
                shown.append([number for _what, number in counts_of(listed)[1]])
    assert shown == [[], [5], [5], []]


def test_one_person_is_counted_once_and_what_was_taken_back_no_more() -> None:
    card = slip()
    with clock.at(NOVEMBER):
        people = everybody_said(card, 5)
        actions.say(by=people[0], card=card, what="helped")
    with clock.at(DECEMBER):
        count_what_was_said()
        first = counts(card)
        actions.take_saying_back(by=people[0], card=card)
    with clock.at(JANUARY):
        count_what_was_said()
    assert (first[0], counts(card)) == ((str(Saying.HELPED.label), 5), [])


def test_what_two_people_see_of_a_card_is_not_mixed_up_and_kept_nowhere() -> None:
    card, amara, dana = slip(), person(), person("Dana")
    Training.objects.create(slug="peer-101", name="Peer 101")
    actions.say(by=amara, card=card, what="not_for_me")
    address = card.get_absolute_url()
    for client, pressed in ((signed_in(amara), True), (signed_in(dana), False), (Client(), False)):
        answer = client.get(address)
        assert ('aria-pressed="true"' in answer.content.decode()) is pressed
        assert "ETag" not in answer.headers
        if client.cookies:
            assert "no-store" in answer.headers["Cache-Control"]


def test_no_page_that_is_kept_for_visitors_was_made_for_somebody() -> None:
    amara, training = person("Amaranthe"), Training.objects.create(slug="peer-101", name="Peer 101")
    slip("about", subject="training", subject_key="peer-101")
    forget()
    hers = signed_in(amara)
    for address in ("/en/", training.get_absolute_url(), reverse("library:list")):
        hers.get(address)
        assert "people/out" not in (seen := Client().get(address).content.decode())
        assert "Amaranthe" not in seen
        assert reverse("people:sign-in") in seen
