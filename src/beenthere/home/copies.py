"""Copies of both databases while the site runs, the keys apart from the data, and the way back from them."""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connections

from beenthere.core import clock, keys
from beenthere.core.models import SealingKey
from beenthere.home.standing import Stamp

KEYS_ARE_KEPT = dt.timedelta(days=30)
STAMP = "%Y-%m-%d-%H%M%S"


class CannotCopy(Exception):
    """A plain sentence that says what is in the way."""


def back_up(data_folder: Path, keys_folder: Path) -> list[Path]:
    """Copy both databases as they are at this moment; old copies of the keys go, old copies of the data stay."""
    stamp = clock.now().strftime(STAMP)
    # The data first: who joins in between has a key too many in the copies, never words without their key.
    copies = [copy("default", data_folder, f"data-{stamp}"), copy("keys", keys_folder, f"keys-{stamp}")]
    forget_old_keys(keys_folder)
    return copies


def copy(alias: str, folder: Path, name: str) -> Path:
    """Copy one database into a new file which only its owner can read."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = connections[alias]
    if connection.vendor == "sqlite":
        target = folder / f"{name}.sqlite3"
        target.touch(mode=0o600, exist_ok=False)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
    else:
        target = folder / f"{name}.dump"
        target.touch(mode=0o600, exist_ok=False)
        program("pg_dump", connection.settings_dict, "--format=custom", "--no-owner", f"--file={target}")
    return target


def forget_old_keys(folder: Path) -> None:
    """Remove copies of keys after 30 days: from then on an erased account cannot be read from any backup."""
    oldest = (clock.now() - KEYS_ARE_KEPT).strftime(STAMP)
    for file in folder.glob("keys-*"):
        if file.stem < f"keys-{oldest}":
            file.unlink()


def bring_back(data: Path, keys_file: Path) -> None:
    """Put copies back on a machine whose databases are still empty, and prove that the master key opens them."""
    for alias in ("default", "keys"):
        refuse_if_used(alias)
    for alias, file in (("default", data), ("keys", keys_file)):
        put_back(alias, file)
    Stamp("search", ()).remove()  # what stands in the search is of the time of the copy, and of its code
    prove_master_key()


def refuse_if_used(alias: str) -> None:
    """A restore never writes over anything."""
    connection = connections[alias]
    if connection.vendor == "sqlite":
        used = Path(connection.settings_dict["NAME"]).exists()
    else:
        used = bool(connection.introspection.table_names())
    connection.close()
    if used:
        raise CannotCopy(f"There is something in {connection.settings_dict['NAME']} already; nothing was changed.")


def put_back(alias: str, file: Path) -> None:
    """Put one copy back; the form of the copy must be that of the database here."""
    wanted = ".sqlite3" if connections[alias].vendor == "sqlite" else ".dump"
    if file.suffix != wanted:
        raise CannotCopy(f"{file.name} was made by another kind of database than the one set up here.")
    database = connections[alias].settings_dict
    if wanted == ".dump":
        program("pg_restore", database, "--no-owner", "--exit-on-error", str(file))
    else:
        target = Path(database["NAME"])
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(file, target)
        target.chmod(0o600)


def prove_master_key() -> None:
    """Open one key with the master key, so that a wrong card is found today and not when somebody signs in."""
    owner = SealingKey.objects.values_list("owner", flat=True).first()
    if owner is not None:
        keys.key_of(owner)


def newest(folder: Path, kind: str) -> Path:
    """The newest copy of this kind in a folder."""
    found = sorted(folder.glob(f"{kind}-*"))
    if not found:
        raise CannotCopy(f"There is no copy of the {kind} in {folder}.")
    return found[-1]


def program(name: str, database: Mapping[str, Any], *arguments: str) -> None:
    """Run one of PostgreSQL's own programs on a database; the password never stands in the list of processes."""
    found = shutil.which(name)
    if found is None:
        raise CannotCopy(f"{name} is not installed. On Debian: apt-get install postgresql-client")
    parts = {"host": database["HOST"], "port": database["PORT"], "user": database["USER"]}
    where = "&".join(f"{key}={quote(str(value), safe='')}" for key, value in parts.items() if value)
    address = f"postgresql:///{quote(database['NAME'])}?{where}"
    environment = os.environ | {"PGPASSWORD": str(database["PASSWORD"])}
    command = [found, f"--dbname={address}", *arguments]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise CannotCopy(f"{name} failed: {ended.stderr.strip().splitlines()[-1]}")


def default_keys_folder(folder: Path) -> Path:
    """Where copies of the keys go if nobody says: beside the data's folder, never in it."""
    return folder.with_name(f"{folder.name}-keys")
