"""Who may do what with services."""

from typing import TYPE_CHECKING

from beenthere.orgs.rules import coordinates
from beenthere.people.rules import is_peer

if TYPE_CHECKING:
    from beenthere.directory.models import Service
    from beenthere.orgs.models import Organisation
    from beenthere.people.models import Person


def may_tell(person: "Person") -> bool:
    """Everybody with an account tells what happened to themselves; nobody tells it for another."""
    return is_peer(person)


def may_list_for(person: "Person", organisation: "Organisation") -> bool:
    """Coordinates the organisation whose service it is."""
    return coordinates(person, organisation)


def may_keep(person: "Person", service: "Service") -> bool:
    """Coordinates the organisation that keeps this entry."""
    return service.kept_by is not None and coordinates(person, service.kept_by)
