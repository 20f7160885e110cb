"""What holds for every test: two real databases, loud templates, no network, a phone-sized browser."""

import atexit
import contextlib
import json
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest
from django.utils import translation

from tests import postgres, tables

# Playwright runs an event loop in the test's thread; Django would refuse to use a database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# No timing decides a test, on a busy machine least of all.
hypothesis.settings.register_profile("ours", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("ours")

pytest_plugins = ["tests.browser", "tests.there"]

ALIASES = ["default", "keys"]
NEEDS_DATABASE = {"db", "transactional_db", "client", "admin_client", "live_server"}
WORKERS = 4  # as many as `./go test` starts
NEEDS_BROWSER = {"browser", "phone", "page_without_javascript"}
_running = contextlib.ExitStack()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=["sqlite", "postgresql"], default="sqlite", help="run the tests on this")
    parser.addoption("--requests", type=int, default=500, help="how many ask in the simulated year")
    parser.addoption("--write-access", action="store_true", help="write docs/ACCESS.md anew")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("database") == "postgresql" and "BEENTHERE_DATABASE_URL" not in os.environ:
        folder = _running.enter_context(postgres.running())
        # Workers of pytest-xdist start after this and find the server in their environment.
        os.environ["BEENTHERE_DATABASE_URL"] = postgres.address(folder, "beenthere")
        os.environ["BEENTHERE_KEYS_DATABASE_URL"] = postgres.address(folder, "keys")
        os.environ["BEENTHERE_TEST_TABLES"] = json.dumps(tables.in_postgresql(folder))
    elif config.getoption("database") == "sqlite" and not hasattr(config, "workerinput"):
        os.environ["BEENTHERE_TEST_TABLES"] = str(tables.as_files())
    prepare_settings()


def prepare_settings() -> None:
    """Point Django at the databases of this run, quick hashing, and templates that do not forgive."""
    from django.conf import settings
    from django.db import connections

    from beenthere.config.settings import database

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    # A folder of its own for each process, so that two runs at once never share a database.
    folder = Path(tempfile.mkdtemp(prefix="beenthere-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # workers of pytest-xdist are not unconfigured
    for alias, name, file in [
        ("default", "DATABASE_URL", "data.sqlite3"),
        ("keys", "KEYS_DATABASE_URL", "keys.sqlite3"),
    ]:
        chosen: dict[str, Any] = database(name, file)
        if "init_command" in chosen["OPTIONS"]:
            # A power cut during the tests may lose the tests' database.
            chosen["OPTIONS"]["init_command"] = chosen["OPTIONS"]["init_command"].replace("FULL", "OFF")
            made = Path(os.environ["BEENTHERE_TEST_TABLES"]) / file
            # pytest-django adds the name of the worker.
            worker = os.environ.get("PYTEST_XDIST_WORKER")
            shutil.copy(made, folder / (f"{file}_{worker}" if worker else file))
            chosen["TEST"] = {"NAME": folder / file}
        else:
            chosen["CONN_MAX_AGE"] = 0
            chosen["TEST"] = {"TEMPLATE": json.loads(os.environ["BEENTHERE_TEST_TABLES"])[alias]}
        settings.DATABASES[alias].clear()
        settings.DATABASES[alias].update(chosen)
        with contextlib.suppress(AttributeError):
            del connections[alias]
    connections.settings = connections.configure_settings(settings.DATABASES)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
    refuse_unknown_variables()


def pytest_unconfigure(config: pytest.Config) -> None:
    _running.close()


class Unknown(str):
    """Stands where a template prints a variable that does not exist, and says so loudly."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, name: object) -> NoReturn:
        raise AssertionError(f"The template prints {name}, which the view does not give it.")


def refuse_unknown_variables() -> None:
    from django.template import engines
    from django.template.backends.django import DjangoTemplates

    backend = engines["django"]
    assert isinstance(backend, DjangoTemplates)
    backend.engine.string_if_invalid = Unknown("unknown")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give every test that touches a database both of them; on PostgreSQL leave out what has nothing to do with it."""
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        uses_database = prepare_item(item, names)
        on_both = item.get_closest_marker("both") or (uses_database and not names & NEEDS_BROWSER)
        on_both = on_both and not item.get_closest_marker("sqlite_only")
        if item.get_closest_marker("postgresql_only"):
            on_both = config.getoption("database") == "postgresql"
        here = config.getoption("database") == "sqlite" and not item.get_closest_marker("postgresql_only")
        (kept if on_both or here else left_out).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = longest_first(kept)


def longest_first(items: list[pytest.Item]) -> list[pytest.Item]:
    """Let each of three workers begin with some that take a minute or two, so that none is left alone with them."""
    long = [item for item in items if item.get_closest_marker("long")]
    short = [item for item in items if not item.get_closest_marker("long")]
    third = -(-len(short) // WORKERS)
    shares = [short[third * share : third * (share + 1)] for share in range(WORKERS)]
    return [item for share, rest in enumerate(shares) for item in (*long[share::WORKERS], *rest)]


def prepare_item(item: pytest.Item, names: set[str]) -> bool:
    """Ask for both databases where the test asks for one; says whether it does."""
    if "CI" in os.environ and item.get_closest_marker("official"):
        # Elsewhere a missing official file is skipped by name; here it must be there.
        item.own_markers = [marker for marker in item.own_markers if not marker.name.startswith("skip")]
    marker = item.get_closest_marker("django_db")
    if marker is None and not names & NEEDS_DATABASE:
        return False
    wishes = dict(marker.kwargs) if marker else {}
    wishes.setdefault("databases", ALIASES)
    if names & {"live_server", "transactional_db"}:
        wishes["transaction"] = True
    item.add_marker(pytest.mark.django_db(**wishes), append=False)
    return True


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """They begin as copies, and go with their folder or server: a connection which lingers keeps nobody up."""
    return True


@pytest.fixture(autouse=True)
def nothing_remembered(request: pytest.FixtureRequest) -> Iterator[None]:
    """No language, cached page, attempt or public fact lives on into the next test."""
    from beenthere.core import kept

    kept.forget()
    translation.activate("en")
    yield
    marker = request.node.get_closest_marker("django_db")
    if marker is not None and marker.kwargs.get("transaction"):
        from django.core.cache import cache

        cache.clear()


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Nothing under test may speak to another machine."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"A test tried to reach {address[0]}.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield
