"""Who listens to a supporter, and the thanks somebody got."""

from dataclasses import dataclass
from uuid import UUID

from beenthere.consent.reads import blocked_ids
from beenthere.core import keys
from beenthere.matching.models import Match, OfferApproval, Thanks
from beenthere.orgs.models import Role
from beenthere.orgs.reads import people_with_role
from beenthere.people.models import Person


@dataclass(frozen=True)
class Thanked:
    """Words of thanks, with the name of who wrote them."""

    name: str
    text: str
    thanks: Thanks


def listeners(match: Match) -> list[Person]:
    """Whom the supporter of this match can tell that it was heavy: leads for supporters, else who coordinates.

    Never the supporter, and never the person whom they walk with.
    """
    yes = OfferApproval.objects.yes().filter(supporter=match.supporter_id).order_by("decided_at")
    organisations = list(dict.fromkeys([match.organisation_id, *yes.values_list("organisation_id", flat=True)]))
    out: set[UUID | None] = {match.supporter_id, match.asker_id}
    out |= blocked_ids(match.supporter_id) if match.supporter_id else set()
    for role in (Role.LEAD, Role.COORDINATOR):
        found = [person for pk in organisations if pk for person in people_with_role(pk, role) if person.pk not in out]
        if found:
            return list(dict.fromkeys(found))
    return []


def thanks_to(person: Person) -> list[Thanked]:
    """The thanks somebody got, the newest first."""
    rows = list(Thanks.objects.visible_to(person).filter(to=person).select_related("author"))
    keys.load(row.author_id for row in rows)
    return [Thanked(str(row.author), row.text or "", row) for row in rows]
