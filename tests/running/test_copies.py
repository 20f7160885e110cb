"""A backup made while the site runs comes back on an empty machine, and without its keys nobody can read it."""

import base64
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from beenthere.core import clock
from beenthere.home import copies
from tests import postgres

SECRET_WORDS = "A small bakery that opens at noon"
WRITE = f"""
from uuid import uuid4
from beenthere.core import keys
from beenthere.people.actions import join
person = join(name={SECRET_WORDS!r}, sign_in_word="amara", passphrase=None, language="en").person
"""
READ = """
from beenthere.core import keys
from beenthere.people.models import Person
with keys.held():
    print([person.name for person in Person.objects.all()])
"""
Beenthere = Callable[..., str]


def machine(folder: Path, addresses: dict[str, str]) -> Beenthere:
    """A machine of its own: empty folders, a configuration, and the `beenthere` command."""
    (folder / "config").mkdir(parents=True, exist_ok=True)
    (folder / "config/secret.key").write_text("any")
    (folder / "data").mkdir(exist_ok=True)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("BEENTHERE_")}
    environment |= {"BEENTHERE_DATA_FOLDER": str(folder / "data"), "BEENTHERE_CONFIG_FOLDER": str(folder / "config")}
    environment |= addresses

    def beenthere(*arguments: str, fails: bool = False) -> str:
        command = [sys.executable, "-m", "beenthere", *arguments]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert bool(ended.returncode) is fails, ended.stdout + ended.stderr
        return ended.stdout + ended.stderr

    return beenthere


def give_master_key(folder: Path, letter: bytes = b"k") -> None:
    (folder / "config/master.key").write_text(base64.b64encode(letter * 32).decode())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one person on it."""
    folder = tmp_path_factory.mktemp("first")
    beenthere = machine(folder, {})
    give_master_key(folder)
    make_tables(beenthere)
    beenthere("shell", "-v0", "-c", WRITE)
    return folder


@pytest.fixture(scope="module")
def backup(site: Path) -> Path:
    """Its backup, in two folders."""
    machine(site, {})("backup", str(site / "copies"))
    return site / "copies"


def make_tables(beenthere: Beenthere) -> None:
    beenthere("migrate", "-v0")
    beenthere("migrate", "-v0", "--database", "keys")


def test_sealed_words_are_readable_after_a_restore(backup: Path, tmp_path: Path) -> None:
    beenthere = machine(tmp_path / "second", {})
    give_master_key(tmp_path / "second")
    beenthere("restore", str(backup))
    assert SECRET_WORDS in beenthere("shell", "-v0", "-c", READ)


def test_the_data_alone_tells_nothing(backup: Path, tmp_path: Path) -> None:
    copy = next(backup.glob("data-*"))
    assert SECRET_WORDS.encode() not in copy.read_bytes()
    beenthere = machine(tmp_path / "second", {})
    give_master_key(tmp_path / "second")
    (tmp_path / "second/data/data.sqlite3").write_bytes(copy.read_bytes())
    beenthere("migrate", "-v0", "--database", "keys")
    assert SECRET_WORDS not in beenthere("shell", "-v0", "-c", READ)


def test_a_wrong_master_key_is_found_at_once(backup: Path, tmp_path: Path) -> None:
    beenthere = machine(tmp_path / "second", {})
    give_master_key(tmp_path / "second", b"w")
    assert "master key does not fit" in beenthere("restore", str(backup), fails=True)


def test_a_restore_never_writes_over_anything(backup: Path, site: Path) -> None:
    before = (site / "data/keys.sqlite3").read_bytes()
    assert "nothing was changed" in machine(site, {})("restore", str(backup), fails=True)
    assert (site / "data/keys.sqlite3").read_bytes() == before


def test_copies_are_for_their_owner_alone_and_apart(backup: Path) -> None:
    keys = backup.with_name("copies-keys")
    assert [file.stat().st_mode & 0o077 for file in [*backup.iterdir(), *keys.iterdir()]] == [0, 0]
    with sqlite3.connect(next(backup.iterdir())) as data:
        assert data.execute("SELECT count(*) FROM people_person").fetchone() == (1,)
        assert not data.execute("SELECT 1 FROM sqlite_master WHERE name LIKE '%sealingkey%'").fetchall()


def test_keys_older_than_thirty_days_are_forgotten(tmp_path: Path) -> None:
    names = ["keys-2020-01-01-000000.sqlite3", f"keys-{clock.now():{copies.STAMP}}.sqlite3"]
    for name in names:
        (tmp_path / name).touch()
    copies.forget_old_keys(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == names[1:]


@pytest.fixture
def server() -> Iterator[str]:
    with postgres.running() as folder:
        yield folder


def addresses(server: str, name: str) -> dict[str, str]:
    """Two fresh databases in the server."""
    for database in (name, f"{name}_keys"):
        command = ["createdb", "-h", server, "-U", "beenthere", database]
        subprocess.run(command, check=True)
    names = {"BEENTHERE_DATABASE_URL": name, "BEENTHERE_KEYS_DATABASE_URL": f"{name}_keys"}
    return {variable: postgres.address(server, database) for variable, database in names.items()}


def test_postgresql_comes_back_too(server: str, tmp_path: Path) -> None:
    first = machine(tmp_path / "first", addresses(server, "first"))
    give_master_key(tmp_path / "first")
    make_tables(first)
    first("shell", "-v0", "-c", WRITE)
    first("backup", str(tmp_path / "copies"))
    second = machine(tmp_path / "second", addresses(server, "second"))
    give_master_key(tmp_path / "second")
    second("restore", str(tmp_path / "copies"))
    assert SECRET_WORDS in second("shell", "-v0", "-c", READ)
