"""A site to measure: the demo's people, in a folder of its own, behind the product's own server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from beenthere.config import launch

if TYPE_CHECKING:
    from beenthere.people.models import Person


def prepare(folder: Path) -> None:
    """Build the demo there and point this process at it."""
    os.environ["BEENTHERE_DATA_FOLDER"] = str(folder)
    subprocess.run([sys.executable, "-m", "beenthere", "demo", "--build-only"], check=True)
    launch.prepare(["demo"])
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """The web server as `serve` starts it, with the empty view beside the product's pages."""
    code = (
        "import sys, django; django.setup(); from beenthere.home import standing; standing.serve_web(int(sys.argv[1]))"
    )
    server = subprocess.Popen([sys.executable, "-c", code, str(port)], stdout=subprocess.DEVNULL)
    try:
        wait_for_answer(port, server)
        yield server
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for_answer(port: int, server: "subprocess.Popen[bytes]", path: str = "/healthz") -> None:
    """Wait until the site answers 200."""
    request = f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode()
    deadline = time.monotonic() + 180  # the machine may be busy with other tests
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall(request)
                if b" 200 " in connection.recv(4096).split(b"\r\n")[0]:
                    return
        except OSError:
            pass
        time.sleep(0.01)
    raise SystemExit("The site did not answer.")


def seconds_to_first_answer() -> float:
    """From typing the command, with the demo already built, to the first page answered."""
    port = free_port()
    start = time.perf_counter()
    command = [sys.executable, "-m", "beenthere", "demo", "--port", str(port)]
    # The demo's own folder lies inside the one that was given; this process already points at the inner one.
    outer = os.environ | {"BEENTHERE_DATA_FOLDER": str(Path(os.environ["BEENTHERE_DATA_FOLDER"]).parent)}
    outer["DJANGO_SETTINGS_MODULE"] = "beenthere.config.settings"
    site = subprocess.Popen(command, env=outer, stdout=subprocess.DEVNULL)
    try:
        wait_for_answer(port, site, "/en/")
        return time.perf_counter() - start
    finally:
        site.terminate()
        site.wait(timeout=20)


def web_processes(server: "subprocess.Popen[bytes]") -> list[int]:
    """The processes that answer requests."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == server.pid and b"resource_tracker" not in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
    return found


def megabytes_per_web_process(server: "subprocess.Popen[bytes]") -> list[float]:
    """The proportional memory of each process that answers requests, as the kernel counts it."""
    return [pss(Path(f"/proc/{process}")) for process in web_processes(server)]


def pss(process: Path) -> float:
    rows = (process / "smaps_rollup").read_text().splitlines()
    return int(next(row.split()[1] for row in rows if row.startswith("Pss:"))) / 1000


def cookie_of(name: str) -> str:
    """Sign one of the cast in, without the browser."""
    from beenthere.core import keys
    from beenthere.people.models import Person

    with keys.held():
        return cookie_for(next(each for each in Person.objects.all() if each.name == name))


def cookie_for(person: "Person") -> str:
    """Sign somebody in, without the browser."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from beenthere.core.sessions import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "beenthere.people.backends.SignInWordBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return f"sessionid={session.session_key}"
