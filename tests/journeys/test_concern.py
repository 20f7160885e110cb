"""Amara tells a concern about Benoît, round the coordinator; Ravi decides; Benoît is told once she is safe."""

from collections.abc import Callable

import pytest

from beenthere.people.models import Person
from beenthere.talk.models import Concern
from beenthere.talk.tests.make import Around, around
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


def tells(phone: Peer, us: Around) -> None:
    at(phone, "talk:with", us.benoit.pk)
    phone.follows("Something is wrong? Tell a concern")
    is_well(phone)
    phone.writes("He asks me for money", into="What happened?")
    phone.unfolds("Attach words of yours or theirs")
    phone.main.get_by_label("Lend me forty dollars").check()
    phone.presses("Tell this concern")
    phone.reads("Ravi")


def decides(phone: Peer) -> None:
    at(phone, "talk:concerns")
    phone.follows("A concern about %(name)s", name="Benoît")
    phone.presses("Take it on and read")
    phone.reads("Lend me forty dollars")
    phone.does_not_read("My sister is in hospital")
    is_well(phone)
    phone.follows("Decide")
    phone.writes("We spoke with him", into="For whoever told you: what you decided, and why")
    phone.writes("About money here", into="For the other person: what it was about, and what follows")
    phone.presses("This is the decision")


def test_a_concern_is_told_decided_and_told_on_once_it_is_safe(phone_of: Callable[[Person | None], Peer]) -> None:
    us = around()
    amaras, benoits, ravis = phone_of(us.amara), phone_of(us.benoit), phone_of(us.ravi)
    tells(amaras, us)
    decides(ravis)
    at(benoits, "talk:concerns")
    benoits.sees("You told none, and none waits for you.")
    at(amaras, "talk:concerns")
    amaras.follows("A concern about %(name)s", name="Benoît")
    amaras.reads("We spoke with him")
    amaras.presses("I am safe, they may be told")
    at(benoits, "talk:concerns")
    benoits.follows("A concern about you")
    benoits.reads("About money here")
    is_well(benoits)
    benoits.does_not_read("Amara")
    concern = Concern.objects.get(writer=us.amara)
    assert concern.told_at
    assert concern.taken_by == us.ravi
