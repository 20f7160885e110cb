"""The small world, built once in each process and then only visited: every test leaves it as it was found.

Building it takes seconds, and some hundred tests want one. It stands in databases of its own; the fixture puts their
connections in the place of the test's and rolls back at the end, as pytest-django does with the empty ones.
"""

import copy
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from tests.world import World

ALIASES = ("default", "keys")
_built: dict[str, "World"] = {}


@pytest.fixture
def world(db: None) -> Iterator["World"]:
    """Everybody and everything, as `tests/world/` lets them live."""
    from tests.world import build

    with visited("world", build) as found:
        yield found


@contextmanager
def visited(name: str, build: Callable[[], "World"]) -> Iterator["World"]:
    """The world of this name, built if this process has not yet; what is done to it is undone at the end."""
    from django.db import transaction

    with ExitStack() as stack:
        stack.enter_context(_connected(name, new=name not in _built))
        if name not in _built:
            with _whole():
                _built[name] = _without_limits(build)
        stack.enter_context(_whole())
        for alias in ALIASES:
            stack.callback(transaction.set_rollback, True, using=alias)
        yield copy.deepcopy(_built[name])


@contextmanager
def _whole() -> Iterator[None]:
    """One transaction in each database, as around every test."""
    from django.db import transaction

    with ExitStack() as stack:
        for alias in ALIASES:
            whole = transaction.atomic(using=alias)
            whole._from_testcase = True  # type: ignore[attr-defined]  # so that what must begin a transaction may
            stack.enter_context(whole)
        yield


def _without_limits(build: Callable[[], "World"]) -> "World":
    from django.conf import settings

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "LIMITS_HOLD", False)
        return build()


@contextmanager
def _connected(name: str, *, new: bool) -> Iterator[None]:
    """Put connections to the world's databases in the place of the test's own."""
    from django.db import connections

    before = {alias: connections[alias] for alias in ALIASES}
    try:
        for alias in ALIASES:
            other = connections.create_connection(alias)
            other.settings_dict = copy.deepcopy(other.settings_dict)
            where = str(before[alias].settings_dict["NAME"])
            other.settings_dict["NAME"] = _copied(where, name, alias) if new else f"{where}_{name}"
            connections[alias] = other
        yield
    finally:
        for alias, own in before.items():
            if connections[alias] is not own:
                connections[alias].close()
            connections[alias] = own


def _copied(where: str, name: str, alias: str) -> str:
    """Make an empty database beside the test's own, from the same tables."""
    tables = os.environ["BEENTHERE_TEST_TABLES"]
    if Path(where).is_absolute():
        file = "data.sqlite3" if alias == "default" else "keys.sqlite3"
        shutil.copy(Path(tables) / file, f"{where}_{name}")
    else:
        from tests import postgres

        folder = os.environ["BEENTHERE_DATABASE_URL"].partition("host=")[2]
        with psycopg.connect(postgres.address(folder, "postgres"), autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{where}_{name}"')  # one whose building failed
            server.execute(f'CREATE DATABASE "{where}_{name}" TEMPLATE "{json.loads(tables)[alias]}"')
    return f"{where}_{name}"
