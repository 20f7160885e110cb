"""Making a site stand and run: tables, seeds, static files; then the web server and the job worker side by side."""

import hashlib
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from multiprocessing.context import ForkProcess
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.core.management import call_command
from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import connections
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server as Granian

from beenthere.core.memory import settle
from beenthere.directory.seed import load_seed as load_directory
from beenthere.library.seed import load_seed as load_cards
from beenthere.training.cover.frameworks import load_frameworks
from beenthere.training.seed import load_seed as load_trainings
from beenthere.training.seed import make_all_findable
from beenthere.work.seed import load_seed as load_occupations
from beenthere.work.seed_benefits import load_benefit_rules

# By what of the code trainings are found: when it changes, so does what stands in the search of those that stand here.
FOUND_BY = ("training/catalogue/*.py", "core/search/*.py", "core/*.py", "core/data/*", "locale/fr/*/*")
WORKERS = min(2, os.cpu_count() or 1)
FORMS_ON_THEIR_WAY = 32  # in each web process; Django itself stays single-threaded (config/wsgi.py)
SLOWEST_HEAD = 10_000  # milliseconds in which a request must have said what it wants
LONGEST_HEAD = 32 * 1024  # bytes of address and headers
LAST_ANSWERS = 5  # seconds to finish answering in when told to stop; a slow download would go on for hours
WATCH_EVERY = 2.0  # seconds
SHORTEST_LIFE = 10.0  # seconds; a web server that ends sooner could not start


def make_tables() -> None:
    """Bring both databases to the newest form; a second run changes nothing."""
    for alias in ("default", "keys"):
        call_command("migrate", database=alias, verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def load_seeds() -> None:
    """Put in the public facts that ship with the product; safe to run twice."""
    load_directory()
    load_trainings()
    found_by = Stamp("search", (file for part in FOUND_BY for file in settings.PACKAGE.glob(part)))
    if not found_by.fits():
        make_all_findable()
        found_by.put()
    load_frameworks()
    load_occupations()
    load_cards()
    load_benefit_rules()


def collect_static() -> None:
    """Hash and compress the static files, if they are not those of last time."""
    stamp = Stamp("static", settings.PACKAGE.glob("*/static/**/*"))
    if not stamp.fits():
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.put()


def forget_databases() -> None:
    """Remove the SQLite files of this installation (the demo's, when it is built anew)."""
    for alias in ("default", "keys"):
        connections[alias].close()
        name = str(settings.DATABASES[alias]["NAME"])
        for ending in ("", "-wal", "-shm"):
            Path(name + ending).unlink(missing_ok=True)


class Stamp:
    """Remembers in the data folder from which files something was made."""

    def __init__(self, name: str, files: Iterable[Path]) -> None:
        self.file = settings.DATA / f"{name}.stamp"
        digest = hashlib.sha256(version_here().encode())
        for file in sorted(each for each in files if each.is_file()):
            digest.update(str(file.relative_to(settings.PACKAGE)).encode() + file.read_bytes())
        self.mark = digest.hexdigest()

    def fits(self) -> bool:
        return self.file.exists() and self.file.read_text() == self.mark

    def put(self) -> None:
        self.file.write_text(self.mark)

    def remove(self) -> None:
        self.file.unlink(missing_ok=True)


def version_here() -> str:
    """The installed version; a clone that is not installed has none."""
    try:
        return version("been-there")
    except ModuleNotFoundError:
        return "clone"


def run(port: int) -> None:
    """Run the web server and the job worker until somebody stops us; what dies is started again.

    A server that ends at once cannot start at all, because the port is taken, for instance: then we end too.
    """
    # Both are forked from here, where everything is loaded: they start at once and share the memory of the code.
    # No open file may be shared, and what is loaded is set apart so that the collector does not copy it.
    get_internal_wsgi_application()
    connections.close_all()
    settle()
    with stopping_on_signals(), children() as running:
        began = time.monotonic()
        running["web"] = forked(serve_web, port)
        while running["web"].is_alive() or time.monotonic() - began > SHORTEST_LIFE:
            if not running["web"].is_alive():
                began, running["web"] = time.monotonic(), forked(serve_web, port)
            if "work" not in running or not running["work"].is_alive():
                running["work"] = forked(call_command, "work")
            running["web"].join(timeout=WATCH_EVERY)


def serve_web(port: int) -> None:
    """Answer requests on loopback; Django stays single-threaded, and granian keeps slow clients away from it."""
    Granian(
        "beenthere.config.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=FORMS_ON_THEIR_WAY,
        websockets=False,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=SLOWEST_HEAD, max_buffer_size=LONGEST_HEAD),
        backlog=256,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=LAST_ANSWERS,
    ).serve()


def forked(function: Callable[..., object], *arguments: object) -> ForkProcess:
    """Start a copy of this process that does one thing."""
    process = multiprocessing.get_context("fork").Process(target=function, args=arguments)
    process.start()
    return process


@contextmanager
def children() -> Iterator[dict[str, ForkProcess]]:
    """Processes by name, all of which are stopped when the block ends, however it ends."""
    started: dict[str, ForkProcess] = {}
    try:
        yield started
    finally:
        for each in started.values():
            each.terminate()
        for each in started.values():
            each.join(timeout=10)
            each.kill()


@contextmanager
def stopping_on_signals() -> Iterator[None]:
    """Let a polite request to stop end the block as Ctrl-C does."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, previous)
