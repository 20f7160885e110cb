"""Somebody who was blocked looks at everything they can open, and at their download, to find out whether they were.

Amara walks with Benoît. In one world he blocks her, in the other he ends it and rests; at the same moment, every
address of the site gives her the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client

from beenthere.core import clock
from beenthere.matching import actions, letters
from beenthere.matching.models import Match
from beenthere.people.download import packed
from tests.guards.test_access_matrix import NOT_SCREENS, address_of, addresses
from tests.world import World, arguments

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
# Leaving signs out; the others offer a passphrase that is drawn anew.
OTHERWISE_EACH_TIME = {"home:leave", "people:join", "people:recover", "people:finish-return", "people:passphrase"}
OF_THE_MOMENT = re.compile(r'[0-9a-f-]{36}|name="(?:csrfmiddlewaretoken|page_of|form_token|stamp)" value="[^"]*"')


def blocks(world: World) -> None:
    actions.keep_apart(by=world.benoit, other=world.amara)


def ends_and_rests(world: World) -> None:
    actions.end_match(by=world.benoit, match=Match.objects.current().get(supporter=world.benoit))
    actions.pause_offer(by=world.benoit, offer=world.benoit.offer)


def seen_after(deed: Callable[[World], None], world: World, paths: dict[str, str]) -> dict[str, str]:
    """Every address that Amara can look at, and what her download holds; then the deed is undone."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.amara)
    with transaction.atomic():
        deed(world)
        seen = {name: _masked(client.get(path).getvalue().decode("utf-8", "replace")) for name, path in paths.items()}
        with zipfile.ZipFile(io.BytesIO(packed(world.amara))) as download:
            seen |= {name: _masked(download.read(name).decode("utf-8", "replace")) for name in download.namelist()}
        transaction.set_rollback(True)
    return seen


def _masked(page: str) -> str:
    return OF_THE_MOMENT.sub("", page)


@pytest.fixture
def paths(world: World) -> dict[str, str]:
    known = arguments(world)
    return {
        name: address_of(name, parameters, known)
        for name, parameters in sorted(set(addresses()))
        if name.split(":")[-1] not in NOT_SCREENS and name not in OTHERWISE_EACH_TIME
    }


def test_the_blocked_find_no_byte_that_tells(world: World, paths: dict[str, str]) -> None:
    with clock.at(clock.now()):
        blocked, ended = (seen_after(deed, world, paths) for deed in (blocks, ends_and_rests))
    assert len(blocked) > 100
    assert [name for name in blocked if blocked[name] != ended[name]] == []


def test_a_block_that_tells_is_noticed(world: World, paths: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    with clock.at(clock.now()):
        ended = seen_after(ends_and_rests, world, paths)
        monkeypatch.setattr(letters, "ended", lambda *nothing, **more: None)
        blocked = seen_after(blocks, world, paths)
    assert [name for name in blocked if blocked[name] != ended[name]] != []
