"""Amara reads a card, tries it, says “so-so” and writes one; two peers read it; it is public; she takes it back."""

from collections.abc import Callable

import pytest

from beenthere.core.challenges import CHALLENGES
from beenthere.library.models import Card, Saying, Writing
from beenthere.library.seed import load_seed
from beenthere.library.tests.make import house_of_readers
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from beenthere.plans.models import Step
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]
TITLE = {"en": "Three answers, said aloud", "fr": "Trois réponses, dites à voix haute"}


def reads_and_tries(phone: Peer) -> None:
    at(phone, "library:list")
    is_well(phone)
    phone.page.locator("input[name=q]").fill(TITLE[phone.language])
    phone.presses("Search")
    phone.follows(TITLE[phone.language])
    is_well(phone)
    phone.presses(Saying.SO_SO.label)
    phone.sees("Kept. Nobody sees who said what; the page counts in fives, once a month.")
    phone.presses("Put it into my plan as a step")
    phone.sees("Try a card: %(about)s", about=phone.say(CHALLENGES["interviews"]))


def writes(phone: Peer) -> None:
    at(phone, "library:write", "card")
    is_well(phone)
    phone.picks(CHALLENGES["interviews"], for_="What is it about?")
    phone.writes("The tiles in the hall", into="In a few words")
    phone.writes("I counted them before I knocked", into="What I tried")
    phone.writes("My breath came back", into="What helped")
    phone.presses("Keep it, and on to sending")
    phone.reads("I counted them before I knocked")
    phone.presses("Send it to two readers")
    phone.sees("Two peers are asked to read it. You can take it back at any time.")


def says_yes(phone: Peer) -> None:
    at(phone, "library:readings")
    phone.follows("The tiles in the hall")
    is_well(phone)
    phone.does_not_read("Amara")
    phone.writes("I counted them too", into="A kind word for whoever wrote it")
    phone.ticks("It can be public")
    phone.presses("Answer", whole=True)
    phone.sees("Thank you. Your words are on their way.")


def test_a_card_is_read_tried_written_public_and_taken_back(phone_of: Callable[[Person | None], Peer]) -> None:
    load_seed()
    language = phone_of(None).language
    _house, readers = house_of_readers("Farah", "Émile", language={"en": "english", "fr": "french"}[language])
    amara = person(language=language)
    hers, anybodys = phone_of(amara), phone_of(None)
    reads_and_tries(hers)
    writes(hers)
    for reader in readers:
        says_yes(phone_of(reader))
    at(hers, "library:mine")
    hers.reads("I counted them too")
    public = Card.objects.get(editorial=False)
    at(anybodys, "library:card", public.slug)
    anybodys.reads("My breath came back")
    hers.follows("Take it back", nth=0)
    hers.presses("Take it back")
    at(anybodys, "library:list")
    anybodys.does_not_read("The tiles in the hall")
    assert Step.objects.get(person=amara).card
    assert Writing.objects.get(person=amara).state == "draft"
    assert not Card.objects.filter(pk=public.pk).exists()
