"""A thief has files: the data without the keys, the keys without the data, or last month's backup after an erasure.

Real files, made by the product's own commands: the world of every test, a backup, an erasure, a backup a month later.
"""

import sqlite3
from pathlib import Path

import pytest

from beenthere.core import clock
from beenthere.home import copies
from tests.running.test_copies import Beenthere, give_master_key, machine, make_tables
from tests.world import PRIVATE

pytestmark = pytest.mark.sqlite_only
# Everybody of the world; the slow hashing of passphrases is not what this is about.
BUILD = """
from django.conf import settings
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
from django.core.management import call_command
call_command("createcachetable", verbosity=0)
from tests.world import build
build()
"""
ERASE = """
from beenthere.core import keys
from beenthere.people.actions import erase
from beenthere.people.models import Person
with keys.held():
    erase(by=next(each for each in Person.objects.all() if each.name == "Amara"))
"""
OPEN_ALL = """
from django.apps import apps
from beenthere.core import keys
from beenthere.core.sealed import sealed_fields
with keys.held():
    for model in apps.get_models():
        if names := sealed_fields(model):
            for row in model._base_manager.all():
                for field in names:
                    print(getattr(row, getattr(field, "name", field)))
"""
SEALED = {name: words for name, words in PRIVATE.items() if name != "name"}


def raw(folder: Path) -> bytes:
    """Every byte of every file in a folder, journals and free pages too."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def found_in(text: bytes) -> set[str]:
    return {name for name, words in SEALED.items() if words.encode() in text}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The world of every test in files of its own, and a backup of it that is taken for a month old."""
    folder = tmp_path_factory.mktemp("house")
    beenthere = machine(folder, {})
    give_master_key(folder)
    make_tables(beenthere)
    beenthere("shell", "-v0", "-c", BUILD)
    beenthere("backup", str(folder / "copies"))
    # What a thief took on that day, and what an operator would keep who forgets to throw keys away.
    (folder / "stolen").mkdir()
    for file in [*(folder / "copies").iterdir(), *(folder / "copies-keys").iterdir()]:
        (folder / "stolen" / f"{file.name[:4].strip('-')}.sqlite3").write_bytes(file.read_bytes())
    return folder


@pytest.fixture(scope="module")
def erased(site: Path) -> Path:
    """The same house after Amara erased her account and a month went by, with its backups."""
    month_ago = (clock.now() - copies.KEYS_ARE_KEPT).strftime(copies.STAMP)
    for file in (site / "copies-keys").iterdir():
        file.rename(file.with_name(f"keys-{month_ago}{file.suffix}"))
    machine(site, {})("shell", "-v0", "-c", ERASE)
    machine(site, {})("work", "--once")  # as the worker does every few seconds: keys of two, such as an agreement's
    machine(site, {})("backup", str(site / "copies"))
    return site


def restored(folder: Path, data: Path | None, keys: Path | None, letter: bytes = b"k") -> str:
    """What a thief reads who puts these files together on a machine of his own, with that master key."""
    thief: Beenthere = machine(folder, {})
    give_master_key(folder, letter)
    for name, file in (("data", data), ("keys", keys)):
        if file:
            (folder / f"data/{name}.sqlite3").write_bytes(file.read_bytes())
    make_tables(thief)
    return thief("shell", "-v0", "-c", OPEN_ALL)


def data_of(site: Path) -> Path:
    return site / "stolen/data.sqlite3"


def keys_of(site: Path) -> Path:
    return site / "stolen/keys.sqlite3"


def keys_today(site: Path) -> Path:
    return max((site / "copies-keys").glob("keys-*"))


def test_the_owner_reads_it_all_so_there_is_something_to_steal(site: Path, tmp_path: Path) -> None:
    told = restored(tmp_path, data_of(site), keys_of(site))
    assert found_in(told.encode()) == set(SEALED)


def test_no_byte_of_any_file_says_what_somebody_wrote(site: Path) -> None:
    bytes_ = raw(site / "data") + raw(site / "copies") + raw(site / "copies-keys")
    assert len(bytes_) > 500_000
    assert found_in(bytes_) == set()


def test_the_data_without_the_keys_opens_nothing(site: Path, tmp_path: Path) -> None:
    """Even with the master key: it opens keys, and there are none."""
    assert found_in(restored(tmp_path, data_of(site), None).encode()) == set()


def test_data_and_keys_without_the_master_key_open_nothing(site: Path, tmp_path: Path) -> None:
    thief = machine(tmp_path, {})
    give_master_key(tmp_path, b"w")
    for name, file in (("data", data_of(site)), ("keys", keys_of(site))):
        (tmp_path / f"data/{name}.sqlite3").write_bytes(file.read_bytes())
    assert "master key does not fit" in thief("shell", "-v0", "-c", OPEN_ALL, fails=True)


def test_the_keys_without_the_data_are_ids_and_noise(site: Path) -> None:
    """One table tells anything, two columns: an id that is random, and 60 bytes that are wrapped."""
    with sqlite3.connect(keys_of(site)) as database:
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        rows = database.execute("SELECT * FROM core_sealingkey").fetchall()
        rest = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    assert {name for name, count in rest.items() if count} <= {
        "core_sealingkey",
        "django_migrations",
        "sqlite_sequence",
    }
    assert {(len(row), len(row[1])) for row in rows} == {(2, 60)}
    assert not [owner for owner, wrapped in rows if wrapped in raw(site / "copies")]


def keys_in(file: Path) -> set[bytes]:
    with sqlite3.connect(file) as database:
        return {row[0] for row in database.execute("SELECT wrapped FROM core_sealingkey")}


def test_last_months_backup_after_an_erasure_opens_everybody_elses_and_not_hers(erased: Path, tmp_path: Path) -> None:
    told = found_in(restored(tmp_path, data_of(erased), keys_today(erased)).encode())
    assert "question" in told, "what Émile wrote is his and still opens"
    assert told == {"question"}, "what she wrote, and what was written about her plan, is gone"
    assert [file.name for file in (erased / "copies-keys").iterdir()] == [keys_today(erased).name]


def test_after_an_erasure_no_page_of_the_files_keeps_her_key(erased: Path) -> None:
    after = keys_in(erased / "data/keys.sqlite3")
    gone = keys_in(keys_of(erased)) - after
    kept = raw(erased / "data") + raw(erased / "copies-keys")
    assert len(gone) == 4, "her own, that of the agreement with Benoît, and those of two concerns"
    assert [key for key in gone if key in kept] == []
    assert all(key in kept for key in after), "the others are there, so we look in the right place"


def test_it_bites_where_a_copy_of_the_keys_is_kept_too_long(erased: Path, tmp_path: Path) -> None:
    assert {"dream", "message"} <= found_in(restored(tmp_path, data_of(erased), keys_of(erased)).encode())


def test_it_bites_where_words_are_not_sealed(site: Path, tmp_path: Path) -> None:
    careless = tmp_path / "careless"
    careless.mkdir()
    (careless / "data.sqlite3").write_bytes(data_of(site).read_bytes())
    with sqlite3.connect(careless / "data.sqlite3") as database:
        database.execute("UPDATE plans_path SET aim = ?", (PRIVATE["aim"].encode(),))
    database.close()
    assert found_in(raw(careless)) == {"aim"}
