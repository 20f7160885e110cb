"""Who listens to a supporter, and the thanks somebody got."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from beenthere.consent.actions import look
from beenthere.consent.reads import blocked_ids, walking_ids
from beenthere.core import clock, keys
from beenthere.matching.models import Ask, HandOver, KindWord, Match, Offer, OfferApproval
from beenthere.matching.models.kind_words import Kind
from beenthere.orgs.models import Membership, Organisation, Role, role_words
from beenthere.orgs.reads import people_with_role
from beenthere.people.models import Person

HAND_OVER = "matching.hand_over"


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
    return list(dict.fromkeys(person for person, _role, _organisation in _listening(match)))


def listeners_in_words(match: Match) -> list[tuple[Person, str]]:
    """Each of them with the role and the organisation in which they listen."""
    found: dict[Person, str] = {}
    for person, role, organisation in _listening(match):
        found.setdefault(person, ", ".join([str(person), role_words(role, organisation), organisation.name]))
    return list(found.items())


def _listening(match: Match) -> list[tuple[Person, Role, Organisation]]:
    yes = OfferApproval.objects.yes().filter(supporter=match.supporter_id).order_by("decided_at")
    organisations = list(dict.fromkeys([match.organisation_id, *yes.values_list("organisation_id", flat=True)]))
    out: set[UUID | None] = {match.supporter_id, match.asker_id}
    out |= blocked_ids(match.supporter_id) if match.supporter_id else set()
    by_id = Organisation.objects.in_bulk([pk for pk in organisations if pk])
    for role in (Role.LEAD, Role.COORDINATOR):
        found = [
            (person, role, there)
            for pk in organisations
            if pk and (there := by_id.get(pk))
            for person in people_with_role(pk, role)
            if person.pk not in out
        ]
        if found:
            return found
    return []


def listens(person: Person) -> bool:
    """Whether this person is the one who listens to supporters somewhere."""
    return Membership.objects.current().filter(person=person, role__in=(Role.LEAD, Role.COORDINATOR)).exists()


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


def hand_over_of(match: Match, reader: Person) -> HandOver | None:
    """What the one who asked wrote for this supporter; the look stands in their log before it is shown."""
    found = HandOver.objects.visible_to(reader).filter(person=match.asker_id).exclude(person=reader).first()
    if found and match.is_current:
        look(reader=reader.pk, owner=found.person_id, what=HAND_OVER, thing=found.pk, once_a_day=True)
        return found
    return None


def hand_over_with(ask: Ask) -> HandOver | None:
    """What the one who asks shows of it before a yes, if they want that; it counts as part of the ask."""
    return HandOver.objects.visible_to(ask.supporter).filter(person=ask.asker_id, with_ask=True).first()


def reads_hand_over(hand_over: HandOver) -> list[Person]:
    """Who supports its owner now and can read it: nobody who supported them before it was written."""
    matches = Match.objects.filter(asker=hand_over.person_id, supporter__isnull=False)
    before = set(matches.filter(accepted_at__lt=hand_over.begun_at).values_list("supporter_id", flat=True))
    rows = matches.current().exclude(supporter__in=before).select_related("supporter").order_by("accepted_at")
    found = [row.supporter for row in rows if row.supporter]
    keys.load(supporter.pk for supporter in found)
    return found


def hand_over_before_yes(owner: Person) -> HandOver | None:
    """What somebody shows of it to whom they ask."""
    return HandOver.objects.visible_to(owner).filter(person=owner, with_ask=True).first()


def words_before(match: Match, reader: Person) -> tuple[str, str]:
    """What the supporter wrote before a rest, and before an end that they told ahead."""
    rows = KindWord.objects.visible_to(reader).filter(
        match=match, author=match.supporter_id, kind__in=(Kind.REST, Kind.GOODBYE)
    )
    texts = {row.kind: row.text or "" for row in rows}
    return texts.get(Kind.REST, ""), texts.get(Kind.GOODBYE, "")


@dataclass(frozen=True)
class Rest:
    """A rest that goes on or is planned, in days as they were told."""

    since: dt.date
    until: dt.date | None


def rest_of(match: Match) -> Rest | None:
    """Whether the supporter of this match rests, or plans to."""
    rows = Offer.objects.filter(supporter=match.supporter_id, paused_at__isnull=False).select_related("supporter")
    offer = rows.first()
    if offer is None or not match.is_current or not (offer.is_paused or offer.rest_is_planned):
        return None
    said = (offer.paused_at or clock.now()).astimezone(ZoneInfo(offer.supporter.time_zone))
    return Rest(offer.paused_from or said.date(), offer.paused_until)


def names_of_hand_overs(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What it is called in the read log of its owner."""
    return dict.fromkeys(ids, _("your hand-over"))
