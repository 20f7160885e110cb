"""Who may be counted where, and who sees the mirror."""

from typing import TYPE_CHECKING

from beenthere.orgs.models import Organisation
from beenthere.people.rules import is_peer as is_peer
from beenthere.reports.reads import countable_for

if TYPE_CHECKING:
    from collections.abc import Collection

    from beenthere.people.models import Person


def may_be_counted_for(person: "Person", organisations: "Collection[Organisation]") -> bool:
    """Each knows the person already: they have a role there, wait there, or walk with somebody through it."""
    known = {organisation.pk for organisation in countable_for(person)}
    return {organisation.pk for organisation in organisations} <= known
