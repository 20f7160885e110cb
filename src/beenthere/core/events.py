"""How a lower app tells upper apps what happened, in the same transaction, without knowing them."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID


@dataclass(frozen=True)
class PersonErased:
    """Somebody erases their account: everything about them goes now."""

    person_id: UUID


@dataclass(frozen=True)
class NameChanged:
    """Somebody is called otherwise from now on; whoever keeps something by names reads it anew."""

    person_id: UUID


@dataclass(frozen=True)
class AboutChanged:
    """Somebody tells something else about themselves, or to others than before."""

    person_id: UUID


@dataclass(frozen=True)
class PairBlocked:
    """`by` wants nothing more to do with `whom`."""

    by: UUID
    whom: UUID


@dataclass(frozen=True)
class ConnectionBegan:
    """Two people may write to each other from now on."""

    one: UUID
    other: UUID


@dataclass(frozen=True)
class ConnectionEnded:
    """Two people no longer walk together."""

    one: UUID
    other: UUID


@dataclass(frozen=True)
class OrganisationClosed:
    """An organisation no longer runs here."""

    organisation_id: UUID


@dataclass(frozen=True)
class MembershipEnded:
    """Somebody no longer has a role in an organisation."""

    person_id: UUID
    organisation_id: UUID
    role: str


E = TypeVar("E")
_handlers: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def on(event_type: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Call the function on each event of this type."""

    def register(handler: Callable[[E], None]) -> Callable[[E], None]:
        if handler not in _handlers[event_type]:
            _handlers[event_type].append(handler)
        return handler

    return register


def publish(event: object) -> None:
    """Tell everybody who listens; an exception of theirs undoes the whole."""
    for handler in _handlers[type(event)]:
        handler(event)
