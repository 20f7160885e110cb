"""An own PostgreSQL for tests and measures: a folder, a socket, no port; gone when the block ends."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

# Safety on a power cut is not what tests are about.
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=64MB"]


def programs() -> Path | None:
    """The folder of Debian's newest PostgreSQL, if there is one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parent.parent.name))
    return found[-1].parent if found else None


def owner() -> dict[str, Any]:
    """As whom to run: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("postgres")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@contextmanager
def running() -> Iterator[str]:
    """Start a server and give the folder of its socket."""
    bin_folder = programs()
    if bin_folder is None:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="beenthere-pg-", dir="/tmp"))
    identity = owner()
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "cwd": folder, **identity}
    try:
        create = [
            str(bin_folder / "initdb"),
            "-D",
            str(folder / "data"),
            "-U",
            "beenthere",
            "--auth=trust",
            "--no-sync",
        ]
        subprocess.run([*create, "--encoding=UTF8", "--locale=C.UTF-8"], check=True, **quiet)
        options = [part for each in FAST for part in ("-c", each)]
        where = ["-D", str(folder / "data"), "-k", str(folder), "-c", "listen_addresses="]
        command = [str(bin_folder / "postgres"), *where, *options]
        server: subprocess.Popen[bytes] = subprocess.Popen(command, stderr=subprocess.DEVNULL, **quiet)
        try:
            wait_for(folder, server)
            yield str(folder)
        finally:
            server.send_signal(signal.SIGINT)  # a fast end: one that waits for every open connection may never come
            server.wait(timeout=20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(folder: Path, server: "subprocess.Popen[bytes]") -> None:
    """Wait until the server answers, or say that it died."""
    deadline = time.monotonic() + 20
    while True:
        with suppress(psycopg.OperationalError), psycopg.connect(address(str(folder), "postgres")):
            return
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("PostgreSQL did not start.")
        time.sleep(0.02)


def address(folder: str, name: str) -> str:
    """The address of one database in that server, as the settings read it."""
    return f"postgresql://beenthere@/{name}?host={folder}"
