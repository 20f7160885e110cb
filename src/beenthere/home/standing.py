"""Making a site stand and run: tables, seeds, static files; then the web server and the job worker side by side."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from beenthere.directory.seed import load_seed as load_directory
from beenthere.training.seed import load_seed as load_trainings
from beenthere.work.seed import load_seed as load_occupations

SERVER = ["--interface", "wsgi", "--host", "127.0.0.1", "--blocking-threads", "1"]
SERVER += ["--no-ws", "--log-level", "warning", "--respawn-failed-workers"]
WORKERS = min(2, os.cpu_count() or 1)
WORKER_STARTS_AFTER = 2.0  # seconds


def make_tables() -> None:
    """Bring both databases to the newest form; a second run changes nothing."""
    for alias in ("default", "keys"):
        call_command("migrate", database=alias, verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def load_seeds() -> None:
    """Put in the public facts that ship with the product; safe to run twice."""
    load_directory()
    load_trainings()
    load_occupations()


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
    """Run the web server and the job worker until one of them ends or somebody stops us."""
    web = [sys.executable, "-m", "granian", *SERVER, "--port", str(port), "--workers", str(WORKERS)]
    with stopping_on_signals(), children() as running:
        running.append(subprocess.Popen([*web, "beenthere.config.wsgi:application"]))
        # A moment later, so that nobody's first page waits for it.
        time.sleep(WORKER_STARTS_AFTER)
        running.append(subprocess.Popen(beenthere("work")))
        while all(each.poll() is None for each in running):
            time.sleep(0.2)


def beenthere(*arguments: str) -> list[str]:
    """This same program, as a command for another process."""
    return [sys.executable, "-m", "beenthere", *arguments]


@contextmanager
def children() -> Iterator[list["subprocess.Popen[bytes]"]]:
    """A list of processes, all of which are stopped when the block ends, however it ends."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        yield started
    finally:
        for each in started:
            each.terminate()
        for each in started:
            try:
                each.wait(timeout=10)
            except subprocess.TimeoutExpired:
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
