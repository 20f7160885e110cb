"""Who may do what with services."""

from typing import TYPE_CHECKING

from beenthere.orgs.rules import coordinates, on_the_research_committee
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


def keeps_the_directory(person: "Person") -> bool:
    """Sits on the research committee, which keeps the public facts that no organisation here keeps itself."""
    return on_the_research_committee(person)


def may_ask_about(person: "Person", service: "Service") -> bool:
    """Keeps the directory, and the entry is not one that an organisation here keeps itself."""
    return keeps_the_directory(person) and service.kept_by_id is None


def may_answer(person: "Person | None") -> bool:
    """Whoever holds a link answers it; but not those who send it, in the name of whoever gives the service."""
    return person is None or not keeps_the_directory(person)


def may_keep(person: "Person", service: "Service") -> bool:
    """Coordinates the organisation that keeps this entry."""
    return service.kept_by is not None and coordinates(person, service.kept_by)
