"""Who may read and change an agreement."""

from typing import TYPE_CHECKING

from beenthere.consent import reads as consent

if TYPE_CHECKING:
    from beenthere.matching.models import Match
    from beenthere.people.models import Person


def is_one_of_them(person: "Person", match: "Match") -> bool:
    """One of the two who said yes to each other."""
    return person.pk in (match.asker_id, match.supporter_id)


def may_agree(person: "Person", match: "Match") -> bool:
    """Both may change the agreement at any time while they walk together."""
    if match.ended_at is not None or not is_one_of_them(person, match):
        return False
    other = match.other(person)
    return other is not None and consent.walk_together(person.pk, other.pk)
