"""The empty tables of the test databases, made once by the real migrations and then copied.

Running all migrations takes longer than most test files; every worker of every run would do it twice.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
FILES = {"default": "data.sqlite3", "keys": "keys.sqlite3"}
ADDRESSES = {"default": "BEENTHERE_DATABASE_URL", "keys": "BEENTHERE_KEYS_DATABASE_URL"}


def as_files() -> Path:
    """The folder with both databases as SQLite files; made anew when a migration or a package changes."""
    kept = ROOT / ".pytest_cache" / f"tables-{_fingerprint()}"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        for old in kept.parent.glob("tables-*"):
            shutil.rmtree(old, ignore_errors=True)
        made = Path(tempfile.mkdtemp(prefix="new-tables-", dir=kept.parent))
        _migrate({"BEENTHERE_DATA_FOLDER": str(made)})
        try:
            made.rename(kept)
        except OSError:  # another run was quicker
            shutil.rmtree(made, ignore_errors=True)
    return kept


def in_postgresql(folder: str) -> dict[str, str]:
    """The names of both databases on the server in this folder, to be given to new ones as templates."""
    names = {alias: f"tables_{alias}" for alias in FILES}
    with psycopg.connect(postgres.address(folder, "postgres"), autocommit=True) as server:
        for name in names.values():
            server.execute(f"CREATE DATABASE {name}")
    _migrate({ADDRESSES[alias]: postgres.address(folder, name) for alias, name in names.items()})
    return names


def _migrate(where: dict[str, str]) -> None:
    environment = os.environ | {"BEENTHERE_SECRET_KEY": "of tables that hold nothing"} | where
    both = [
        subprocess.Popen([sys.executable, "-m", "beenthere", "migrate", "-v0", "--database", alias], env=environment)
        for alias in FILES
    ]
    if sum(each.wait() for each in both):
        raise RuntimeError("The migrations did not run.")


def _fingerprint() -> str:
    parts = [*sorted((ROOT / "src").glob("**/migrations/*.py")), ROOT / "requirements.lock"]
    return hashlib.sha256(b"".join(each.read_bytes() for each in parts)).hexdigest()[:16]
