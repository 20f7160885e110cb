"""A key per person and organisation, wrapped by the master key, in a database apart from the data."""

import base64
import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

KEY_BYTES = 32
NONCE_BYTES = 12

_held: ContextVar[dict[UUID, AESGCM | None] | None] = ContextVar("held", default=None)


class KeysRouter:
    """Sends the table of keys to its own database, and everything else away from it."""

    def db_for_read(self, model: type, **hints: object) -> str | None:
        return "keys" if model.__name__ == "SealingKey" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: object) -> bool:
        return (db == "keys") == (model_name == "sealingkey")


def make_key(owner: UUID) -> None:
    """Make the key of a new person or organisation; a second call changes nothing."""
    from beenthere.core.models import SealingKey

    wrapped = encrypt(AESGCM(master_key()), AESGCM.generate_key(KEY_BYTES * 8), str(owner))
    SealingKey.objects.get_or_create(owner=owner, defaults={"wrapped": wrapped})
    _forget(owner)


def destroy_key(owner: UUID) -> None:
    """Destroy a key: what it sealed can never be read again here."""
    from beenthere.core.models import SealingKey

    SealingKey.objects.filter(owner=owner).delete()
    _forget(owner)
    _empty_journal()


def has_key(owner: UUID) -> bool:
    """Say whether the key still exists, asking the table and not the cache."""
    from beenthere.core.models import SealingKey

    return SealingKey.objects.filter(owner=owner).exists()


def key_of(owner: UUID) -> AESGCM | None:
    """Return the owner's key, ready to seal and open, or None if it was destroyed."""
    cache = _held.get()
    if cache is None:
        return _fetch([owner]).get(owner)
    load([owner])
    return cache[owner]


def load(owners: Iterable[UUID]) -> None:
    """Fetch many keys in one query into the cache of the running block; without a block it does nothing."""
    cache = _held.get()
    if cache is None:
        return
    missing = [owner for owner in dict.fromkeys(owners) if owner not in cache]
    if missing:
        cache.update(dict.fromkeys(missing) | _fetch(missing))


@contextmanager
def held() -> Iterator[None]:
    """Keep fetched keys until the block ends, never longer: an erased key must not live on in a process."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def token(word: str, *, purpose: str) -> str:
    """Turn a word into a keyed token: equal words compare equal, and nobody without the master key can guess them."""
    message = f"{purpose}\0{word}".encode()
    return hmac.new(_derived_key("tokens"), message, hashlib.sha256).hexdigest()


def encrypt(key: AESGCM, plain: bytes, bound_to: str) -> bytes:
    """Seal bytes with AES-256-GCM, bound to the place where they belong."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + key.encrypt(nonce, plain, bound_to.encode())


def decrypt(key: AESGCM, sealed: bytes, bound_to: str) -> bytes:
    """Open what `encrypt` sealed; raises InvalidTag if it was changed or moved."""
    return key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to.encode())


@lru_cache(maxsize=1)
def master_key() -> bytes:
    """Read the 32-byte master key from the environment or from its file outside the data folder."""
    text = settings.MASTER_KEY
    if not text and settings.MASTER_KEY_FILE.exists():
        text = settings.MASTER_KEY_FILE.read_text().strip()
    if not text:
        raise ImproperlyConfigured("There is no master key: set BEENTHERE_MASTER_KEY or start with `beenthere serve`.")
    key = base64.b64decode(text)
    if len(key) != KEY_BYTES:
        raise ImproperlyConfigured("The master key must be 32 bytes in base64.")
    return key


def _derived_key(purpose: str) -> bytes:
    return hmac.new(master_key(), purpose.encode(), hashlib.sha256).digest()


def _fetch(owners: list[UUID]) -> dict[UUID, AESGCM]:
    from beenthere.core.models import SealingKey

    rows = SealingKey.objects.filter(owner__in=owners).values_list("owner", "wrapped")
    master = AESGCM(master_key())
    return {owner: _unwrap(master, owner, bytes(wrapped)) for owner, wrapped in rows}


def _unwrap(master: AESGCM, owner: UUID, wrapped: bytes) -> AESGCM:
    try:
        return AESGCM(decrypt(master, wrapped, str(owner)))
    except InvalidTag as error:
        raise ImproperlyConfigured("The master key does not fit the keys of this database.") from error


def _empty_journal() -> None:
    """SQLite’s journal would hold the page of a destroyed key until it is written over by chance."""
    connection = connections["keys"]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _forget(owner: UUID) -> None:
    cache = _held.get()
    if cache is not None:
        cache.pop(owner, None)
