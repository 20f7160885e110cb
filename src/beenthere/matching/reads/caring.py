"""Who listens to a supporter, and the thanks somebody got."""

from dataclasses import dataclass
from uuid import UUID

from beenthere.consent.reads import blocked_ids, walking_ids
from beenthere.core import keys
from beenthere.matching.models import KindWord, Match, OfferApproval
from beenthere.matching.models.kind_words import Kind
from beenthere.orgs.models import Role
from beenthere.orgs.reads import people_with_role
from beenthere.people.models import Person


@dataclass(frozen=True)
class Thanked:
    """Words of thanks, with the name of who wrote them."""

    name: str
    text: str
    thanks: KindWord


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
    rows = list(KindWord.objects.visible_to(person).filter(to=person, kind=Kind.THANKS).select_related("author"))
    keys.load(row.author_id for row in rows)
    return [Thanked(str(row.author), row.text or "", row) for row in rows]


def goodbyes_of(match: Match, person: Person) -> tuple[str, str]:
    """The goodbye that the other one wrote to this person, and their own."""
    rows = KindWord.objects.visible_to(person).filter(match=match, kind=Kind.GOODBYE)
    texts = {row.author_id == person.pk: row.text or "" for row in rows if person.pk in {row.author_id, row.to_id}}
    return texts.get(False, ""), texts.get(True, "")


def past_matches(person: Person) -> list[tuple[Match, str]]:
    """With whom somebody walked and no longer walks, the latest first, each once."""
    rows = Match.objects.visible_to(person).exclude(ended_at=None).select_related("asker", "supporter")
    now = walking_ids(person.pk)
    found: dict[UUID, Match] = {}
    for row in rows.order_by("-ended_at"):
        other = row.other(person)
        if other and other.pk not in now:
            found.setdefault(other.pk, row)
    keys.load(found)
    return [(row, str(row.other(person))) for row in found.values()]
