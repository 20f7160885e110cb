"""A server as `beenthere serve` starts it, in folders of its own, on loopback, that can be killed without warning."""

import base64
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from benchmarks import site


class Server:
    """All processes of one `serve`: web server, its workers and the job worker."""

    def __init__(self) -> None:
        self.port = site.free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "beenthere", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
        site.wait_for_answer(self.port, self.process)

    def kill(self) -> None:
        """End every process of the server at once, as a power cut would."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


def prepared(folder: Path, database: str, stack: ExitStack) -> Server:
    """A running server with empty tables, and this process pointed at them."""
    point_at(folder, database, stack)
    server = Server()
    stack.callback(server.kill)
    server.start()
    import django

    django.setup()
    return server


def point_at(folder: Path, database: str, stack: ExitStack) -> None:
    """Let this process and those that it starts use folders and databases of their own."""
    os.environ |= {"BEENTHERE_DATA_FOLDER": str(folder / "data"), "BEENTHERE_CONFIG_FOLDER": str(folder / "config")}
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    (folder / "config").mkdir()
    (folder / "data").mkdir()
    (folder / "config/master.key").write_text(base64.b64encode(os.urandom(32)).decode())
    (folder / "config/secret.key").write_text(base64.b64encode(os.urandom(50)).decode())
    if database == "postgresql":
        os.environ |= fresh_postgres(stack)


def fresh_postgres(stack: ExitStack) -> dict[str, str]:
    """A server of its own, as the environment tells the product of it."""
    from tests import postgres

    where = stack.enter_context(postgres.running())
    for name in ("data", "keys"):
        subprocess.run(["createdb", "-h", where, "-U", "beenthere", name], check=True)
    names = {"BEENTHERE_DATABASE_URL": "data", "BEENTHERE_KEYS_DATABASE_URL": "keys"}
    return {variable: postgres.address(where, name) for variable, name in names.items()}


def let_go() -> None:
    """Close this process's own connections, for which PostgreSQL would wait when it is told to stop."""
    from django.db import connections

    connections.close_all()


def damaged(folder: Path) -> list[str]:
    """What SQLite itself finds wrong in the two files."""
    found = []
    for name in ("data.sqlite3", "keys.sqlite3"):
        with sqlite3.connect(folder / name) as database:
            told = [row[0] for row in database.execute("PRAGMA integrity_check")]
            told += [f"a row of {row[0]} points nowhere" for row in database.execute("PRAGMA foreign_key_check")]
        found += [f"{name}: {line}" for line in told if line != "ok"]
    return found
