"""What must stand before Django reads its settings: folders, secrets and the address, per command."""

import argparse
import base64
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

SECRETS = {"secret.key": 50, "master.key": 32}  # file name: bytes
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def prepare(arguments: Sequence[str]) -> None:
    """Set the environment that the command asks for; what the operator set himself is left as it is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beenthere.config.settings")
    command = arguments[0] if arguments else ""
    if command not in {"demo", "serve"}:
        return
    options = parser_of(command).parse_known_args(arguments[1:])[0]
    if command == "demo":
        demo()
    address = f"http://127.0.0.1:{options.port}"
    if command == "serve":
        address = options.url or os.environ.get("BEENTHERE_URL") or address
        check_address(address)
        check_keys_fit()
    os.environ["BEENTHERE_URL"] = address
    data_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    if config_folder() / "master.key" in keep_secrets(config_folder()):
        write_card(config_folder())


def parser_of(command: str) -> argparse.ArgumentParser:
    """The options which must be known before Django starts."""
    parser = argparse.ArgumentParser(prog=f"beenthere {command}", add_help=False)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--url", default="")
    return parser


def demo() -> None:
    """The demo has a folder of its own, keys included, so that nobody's real data is ever near it."""
    folder = data_folder() / "demo"
    os.environ["BEENTHERE_DATA_FOLDER"] = str(folder)
    os.environ["BEENTHERE_CONFIG_FOLDER"] = str(folder / "config")
    os.environ["BEENTHERE_DEMO"] = "yes"
    for name in ["DATABASE_URL", "KEYS_DATABASE_URL", "SECRET_KEY", "MASTER_KEY", "URL"]:
        os.environ.pop(f"BEENTHERE_{name}", None)


def data_folder() -> Path:
    return Path(os.environ.get("BEENTHERE_DATA_FOLDER", ".data")).resolve()


def config_folder() -> Path:
    default = Path.home() / ".config" / "beenthere"
    return Path(os.environ.get("BEENTHERE_CONFIG_FOLDER", default))


def check_address(address: str) -> None:
    """Plain http reaches nobody but this machine: what people write here must not cross a network in the open."""
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        sys.exit(f"{address} is not https. Put a proxy in front and give its address: --url https://…")


def check_keys_fit() -> None:
    """A new master key beside old keys would lock everybody's words away for good, so stop before making one."""
    given = "BEENTHERE_MASTER_KEY" in os.environ or (config_folder() / "master.key").exists()
    if not given and (data_folder() / "keys.sqlite3").exists():
        sys.exit(f"There are keys in {data_folder()}, but no master key. Put it back: {config_folder()}/master.key")


def write_card(folder: Path) -> None:
    """The master key on a card to print: without it no backup can ever be read."""
    text = f"""Been There (Passé par là): MASTER KEY, CLÉ MAÎTRESSE

{(folder / "master.key").read_text().strip()}

Print this and keep it away from the computer; then delete this file.
Without this key nobody, you included, can read a backup: write it into
{folder / "master.key"} before you restore one.

Imprimez ceci et gardez-le loin de l’ordinateur, puis supprimez ce fichier.
Sans cette clé, personne, pas même vous, ne peut lire une copie de sauvegarde.
"""
    handle = os.open(folder / "card.txt", os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)


def keep_secrets(folder: Path) -> list[Path]:
    """Make the secrets that are missing, readable by their owner alone; says which are new."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return [folder / name for name, size in SECRETS.items() if make_secret(folder / name, size)]


def make_secret(file: Path, size: int) -> bool:
    """Write one random secret where there is none yet; two starts at once agree on one."""
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w") as out:
        out.write(base64.b64encode(secrets.token_bytes(size)).decode() + "\n")
    return True
