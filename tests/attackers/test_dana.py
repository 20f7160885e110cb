"""Dana guesses addresses: every one of the house with the ids of Amara's world, in every way a browser can ask."""

from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from beenthere.people.models import Person
from beenthere.people.tests.make import signed_in
from tests.attackers.tries import (
    as_if_made_up,
    doors,
    forget_the_rules,
    let_everybody_through,
    private_addresses,
    undone,
    without_marks,
    words_in,
    writes,
)
from tests.world import World, arguments

HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/en/plan/", "HX-Target": "main"}
# Everything that a button or a form of the house might carry.
TYPED = {"text": "Dana was here", "aim": "Dana", "pace": "resting", "rating": "helped", "sure": "yes", "then": "ask"}
# A button that answers alike whether or not there was anything leads on; that it does is looked at below.
SHUT = {301, 302, 404, 405}
Ask = Callable[[Client, str], Iterator[tuple[str, HttpResponse]]]


def asked_in_every_way(client: Client, address: str) -> Iterator[tuple[str, HttpResponse]]:
    """One address, asked for as no page of the house would ask."""
    yield "get", client.get(address)  # type: ignore[misc]
    yield "in French", client.get(address.replace("/en/", "/fr/", 1))  # type: ignore[misc]
    yield "htmx", client.get(address, headers=HTMX)  # type: ignore[misc]
    yield "as data", client.get(address, {"format": "json"}, headers={"accept": "application/json"})  # type: ignore[misc]
    yield "as a file", client.get(f"{address.rstrip('/')}.json")  # type: ignore[misc]
    yield "head", client.head(address)  # type: ignore[misc]
    yield "put", client.put(address, TYPED)  # type: ignore[misc]
    yield "patch", client.patch(address, TYPED)  # type: ignore[misc]
    yield "delete", client.delete(address)  # type: ignore[misc]
    yield "post", client.post(address, TYPED)  # type: ignore[misc]
    yield "another method", client.post(address, TYPED, headers={"X-HTTP-Method-Override": "GET"})  # type: ignore[misc]


def pressed(client: Client, address: str) -> Iterator[tuple[str, HttpResponse]]:
    """One address, with its button pressed."""
    yield "post", client.post(address, TYPED)  # type: ignore[misc]


def found_by(client: Client, world: World, ask: Ask = asked_in_every_way) -> dict[str, str]:
    """The addresses that answered with anything but a shut door, or with words, or that changed a row."""
    found: dict[str, str] = {}
    for name, address in private_addresses(world).items():
        with undone(), writes() as written:
            for way, response in ask(client, address):
                if response.status_code not in SHUT or words_in(response):
                    found[name] = f"{way}: {response.status_code}"
        if written:
            found[name] = f"wrote to {written[0]}"
    return found


def test_dana_finds_nothing_however_she_asks(world: World) -> None:
    assert found_by(signed_in(world.dana), world) == {}


def test_a_visitor_finds_nothing_however_he_asks(world: World) -> None:
    assert found_by(Client(), world) == {}


def differ_from_made_up(person: Person, world: World) -> set[str]:
    """The addresses that answer otherwise for a real id than for one that nobody has."""
    client, known = signed_in(person), arguments(world)
    made_up = as_if_made_up(known)
    real, other = private_addresses(world, known), private_addresses(world, made_up)
    ids = [*known.values(), *made_up.values(), *(address[3:] for each in (real, other) for address in each.values())]
    return {
        name
        for name in real
        for method in ("get", "post", "put", "head")
        if without_marks(getattr(client, method)(real[name]), real[name], *ids)
        != without_marks(getattr(client, method)(other[name]), other[name], *ids)
    }


def test_what_is_amaras_and_what_nobody_has_answer_with_the_same_bytes(world: World) -> None:
    assert differ_from_made_up(world.dana, world) == set()


def opened_without(guard: pytest.MonkeyPatch, world: World, names: set[str]) -> set[str]:
    """Those of the named tables behind which Dana finds something once their door lets everybody through."""
    opened, client, tries = set(), signed_in(world.dana), private_addresses(world).values()
    for door in (each for each in doors() if each.__name__ in names):
        with guard.context() as patch:
            patch.setattr(door, "visible_to", let_everybody_through)
            if any(client.get(address).status_code == 200 for address in tries):
                opened.add(door.__name__)
    return opened


@pytest.mark.sqlite_only
def test_it_bites_without_the_doors_of_the_tables_she_is_in(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = {"OwnedQuerySet", "LivedQuerySet", "MatchQuerySet", "PersonQuerySet", "KeptTextQuerySet"}
    assert opened_without(monkeypatch, world, tables) == tables


@pytest.mark.sqlite_only
def test_it_bites_without_the_rules_of_the_actions(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for door in doors():
        monkeypatch.setattr(door, "visible_to", let_everybody_through)
    held = found_by(signed_in(world.dana), world, pressed)
    forget_the_rules(monkeypatch)
    opened = found_by(signed_in(world.dana), world, pressed)
    wrote = {name for name, way in opened.items() if way.startswith("wrote")}
    assert len(wrote) > sum(way.startswith("wrote") for way in held.values())
    assert {"plans:step-remove", "desk:approve", "matching:end"} <= wrote
