"""Columns whose text only the owner's key can open.

The table holds a nonce and AES-256-GCM ciphertext, bound to its table, column, owner and row. The instance
holds plain text. A model with such columns has a UUID primary key and says in `sealed_by` which of its
attributes names the owner of the key.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from beenthere.core import keys

if TYPE_CHECKING:
    from django.db.models.lookups import Lookup


LONGEST = 256 * 1024  # bytes: as much as one request may carry


@dataclass(frozen=True)
class Opened:
    """Bytes that are not sealed, told apart from those that are."""

    content: bytes

    def __len__(self) -> int:
        return len(self.content)


class KeyMissing(Exception):
    """Somebody tried to write sealed text for an owner without a key: make the key before the row."""


class _SealedAttribute(DeferredAttribute):
    """Bytes on the instance are sealed and are opened when first read; anything else is plain."""

    field: "_SealedField"

    def __get__(self, instance: models.Model | None, cls: type | None = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is None or not isinstance(value, bytes | memoryview):
            return value
        opened = self.field.open(instance, bytes(value))
        instance.__dict__[self.field.attname] = opened
        return opened

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class _SealedField(models.BinaryField):  # type: ignore[type-arg]  # not generic while running
    descriptor_class = _SealedAttribute

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"null": True, "blank": True, **kwargs, "editable": True})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, args, kwargs

    def open(self, instance: models.Model, sealed: bytes) -> Any:
        """Return the plain value, or None if its owner's key was destroyed."""
        owner = owner_of(instance)
        key = keys.key_of(owner) if owner else None
        if owner is None or key is None:
            return None
        return self.from_bytes(keys.decrypt(key, sealed, self._bound_to(instance, owner)))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, bytes | memoryview):
            return value
        owner = owner_of(model_instance)
        key = keys.key_of(owner) if owner else None
        if owner is None or key is None:
            raise KeyMissing(f"{model_instance._meta.label}.{self.name}: no key for its owner")
        plain = self.to_bytes(value)
        if len(plain) > LONGEST:
            raise ValueError(f"{self.name} is longer than any form may be.")
        return keys.encrypt(key, plain, self._bound_to(model_instance, owner))

    def get_prep_value(self, value: Any) -> Any:
        if value is not None and not isinstance(value, bytes | memoryview):
            raise FieldError(f"{self.name} is sealed: write it by saving its row.")
        return super().get_prep_value(value)

    def get_lookup(self, lookup_name: str) -> "type[Lookup[Any]] | None":
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed: it cannot be searched.")
        return super().get_lookup(lookup_name)

    def value_to_string(self, obj: models.Model) -> str:
        raise FieldError(f"{self.name} is sealed: it is not serialized in the clear.")

    def to_bytes(self, value: Any) -> bytes:
        raise NotImplementedError

    def from_bytes(self, plain: bytes) -> Any:
        raise NotImplementedError

    def _bound_to(self, instance: models.Model, owner: UUID) -> str:
        return f"{instance._meta.db_table}.{self.column}/{owner}/{instance.pk}"


class SealedText(_SealedField):
    """A text that only its owner's key opens."""

    def to_bytes(self, value: Any) -> bytes:
        return str(value).encode()

    def from_bytes(self, plain: bytes) -> str:
        return plain.decode()


class SealedBytes(_SealedField):
    """A piece of a picture or a sound that only its owner's key opens. What is written is always plain."""

    def open(self, instance: models.Model, sealed: bytes) -> Any:
        opened = super().open(instance, sealed)
        return None if opened is None else Opened(opened)

    def to_bytes(self, value: Any) -> bytes:
        return bytes(value.content)

    def from_bytes(self, plain: bytes) -> bytes:
        return plain


class SealedJSON(_SealedField):
    """Lists, numbers and dictionaries that only their owner's key opens."""

    def to_bytes(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False).encode()

    def from_bytes(self, plain: bytes) -> Any:
        return json.loads(plain)


M = TypeVar("M", bound=models.Model)


class SealedQuerySet(models.QuerySet[M]):
    """Fetches the keys of all its rows in one query, so that reading a list does not ask once per row."""

    def _fetch_all(self) -> None:
        fetched_now = self._result_cache is None
        super()._fetch_all()
        rows: Sequence[Any] = self._result_cache or []
        if fetched_now and rows and isinstance(rows[0], models.Model):
            keys.load(owner for row in rows if (owner := owner_of(row)))


def owner_of(instance: models.Model) -> UUID | None:
    """Return the UUID whose key seals this row, or None once an erasure has cleared it."""
    value: Any = instance
    for name in instance.sealed_by.split("."):  # type: ignore[attr-defined]
        value = getattr(value, name, None)
    return value if value is None or isinstance(value, UUID) else UUID(str(value))


def sealed_fields(model: type[models.Model]) -> list[_SealedField]:
    """List the sealed columns of a model."""
    return [field for field in model._meta.concrete_fields if isinstance(field, _SealedField)]
