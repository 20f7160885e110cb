"""What one cannot see one cannot press: a form sent straight to the address of somebody else's thing does nothing."""

from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.test import Client

from beenthere.people.tests.make import signed_in
from tests.guards.test_access_matrix import ROLES, _note_write, address_of, addresses
from tests.world import World, arguments

# Good answers to every form that there is, so that no form is refused for what was typed.
TYPED: dict[str, Any] = {
    "aim": "Mine now", "kind": "job", "text": "Mine now", "words": "Mine now", "dream": "Mine now", "hours": "3",
    "pace": "done", "rating": "helped", "until": "2027-03-01", "sure": "yes", "shown": "asked", "weight": "2",
    "value": "Mine now", "based_on": "1", "how_often": "Mine now", "others": "yes", "then": "ask", "capacity": "3",
    "training": "trained", "name": "Mine now", "role": "coordinator", "next": "",
}  # fmt: skip
NOT_HERS = [who for who in ROLES.values() if who and who != "amara"]
OURS = {"people_sloweddevice", "django_session"}


def pressed(client: Client, address: str) -> tuple[int, list[str]]:
    """The answer to a form sent to this address, and what it wrote; all of it is then undone."""
    written: list[str] = []
    with transaction.atomic(), connection.execute_wrapper(lambda *call: _note_write(written, *call)):
        answer = client.post(address, TYPED | {"form_token": uuid4(), "new_id": uuid4(), "invitation_id": uuid4()})
        transaction.set_rollback(True)
    return answer.status_code, [sql for sql in written if sql.split('"')[1] not in OURS]


def test_what_does_not_exist_for_somebody_cannot_be_pressed_by_them(world: World) -> None:
    known, tried = arguments(world), {}
    for who in NOT_HERS:
        client = signed_in(world.people()[who])
        for name, parameters in sorted(set(addresses()) - {("home:leave", ())}):
            address = address_of(name, parameters, known)
            if client.get(address).status_code == 404:
                tried[who, name] = pressed(client, address)
    assert len(tried) > 200
    assert {name: did for name, did in tried.items() if did[0] not in {404, 405} or did[1]} == {}


def test_a_visitor_presses_nothing(world: World) -> None:
    known = arguments(world)
    private = sorted((name, parameters) for name, parameters in set(addresses()) if parameters)
    told = {name: pressed(Client(), address_of(name, parameters, known)) for name, parameters in private}
    assert {name: did for name, did in told.items() if did[1]} == {}


def test_a_form_that_does_something_is_noticed(world: World) -> None:
    assert pressed(signed_in(world.amara), address_of("plans:dream", (), arguments(world)))[1]
