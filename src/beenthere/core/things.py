"""How consent, which knows things only by kind and id, learns what a thing is called on screen."""

from collections.abc import Callable, Iterable
from uuid import UUID

Namer = Callable[[Iterable[UUID]], dict[UUID, str]]
_namers: dict[str, Namer] = {}


def register(kind: str, namer: Namer) -> None:
    """Say who can name things of a kind, many at a time."""
    _namers[kind] = namer


def names_of(kind: str, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Name the things of a kind; what is gone has no name."""
    return _namers[kind](ids) if kind in _namers else {}
