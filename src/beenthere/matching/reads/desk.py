"""What a coordinator's desk may know: who waits and let them know, who has room, which answers are late."""

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from beenthere.core import clock, keys
from beenthere.experience.reads import facts_of
from beenthere.experience.words import language_name, way_name
from beenthere.matching import waiting, wording
from beenthere.matching.models import Ask, MatchRequest, Offer, OfferApproval
from beenthere.matching.models.offers import Decision
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits for a supporter and lets this organisation know."""

    request_id: UUID
    asker_id: UUID
    name: str
    since: dt.datetime
    days: int
    musts: list[str]


@dataclass(frozen=True)
class Room:
    """A supporter of this organisation and for how many more people they have room."""

    person_id: UUID
    name: str
    room: int
    capacity: int
    paused_until: dt.date | None
    paused: bool


@dataclass(frozen=True)
class Late:
    """A supporter who has owed an answer for three days or more. Who waits for it is not told here."""

    ask_id: UUID
    supporter_id: UUID
    supporter: str
    days: int


@dataclass(frozen=True)
class OfferWaiting:
    """An offer that waits for an organisation's yes: never the words somebody lived through."""

    offer_id: UUID
    organisation_id: UUID
    organisation: str
    slug: str
    name: str
    languages: list[str]
    ways: list[str]
    training: str
    capacity: int
    since: dt.datetime
    asked: list[tuple[str, bool]]


def waiting_list(organisation: Organisation) -> list[Waiting]:
    """Who waits, the longest first: only those who let this organisation know."""
    rows = MatchRequest.objects.open().filter(organisations=organisation).select_related("person")
    return [line_of(row) for row in rows.order_by("opened_at")]


def line_of(request: MatchRequest) -> Waiting:
    """The line of one who waits: all that a desk sees of them."""
    return Waiting(
        request_id=request.pk,
        asker_id=request.person_id,
        name=str(request.person),
        since=request.opened_at,
        days=waiting.full_days(clock.now() - request.opened_at),
        musts=musts_of(request),
    )


def musts_of(request: MatchRequest) -> list[str]:
    """What must be so, as a desk may read it: the words ticked for those who are asked were not ticked for a desk."""
    return wording.musts_in_words(replace(request.wishes, told=()))


def room(organisation: Organisation) -> list[Room]:
    """The supporters to whose offer this organisation said yes; those with most room first."""
    yes = OfferApproval.objects.yes().filter(organisation=organisation)
    offers = list(Offer.objects.filter(pk__in=yes.values("offer")).select_related("supporter"))
    keys.load(offer.supporter_id for offer in offers)
    lines = [
        Room(
            person_id=offer.supporter_id,
            name=str(offer.supporter),
            room=0 if offer.is_paused else offer.room,
            capacity=offer.capacity,
            paused_until=offer.paused_until if offer.is_paused else None,
            paused=offer.is_paused,
        )
        for offer in offers
    ]
    return sorted(lines, key=lambda line: (-line.room, line.name))


def late_answers(organisation: Organisation) -> list[Late]:
    """Answers that this organisation's supporters have owed for three days or more, the oldest first."""
    yes = OfferApproval.objects.yes().filter(organisation=organisation)
    late = Ask.objects.filter(
        state="asked", offer__in=yes.values("offer"), waiting_since__lte=clock.now() - waiting.NUDGE_AFTER
    )
    rows = list(late.select_related("supporter").order_by("waiting_since"))
    keys.load(row.supporter_id for row in rows)
    return [Late(row.pk, row.supporter_id, str(row.supporter), _days_since(row.waiting_since)) for row in rows]


def offers_waiting_for(coordinator: Person) -> list[OfferWaiting]:
    """The offers that wait for a yes of an organisation that this person coordinates, the oldest first."""
    rows = list(
        OfferApproval.objects.filter(
            state=Decision.WAITING, organisation__in=Organisation.objects.coordinated_by(coordinator)
        )
        .exclude(supporter=coordinator)
        .select_related("offer", "organisation", "supporter")
        .prefetch_related("organisation__requirements")
        .order_by("asked_at")
    )
    facts = facts_of([row.supporter_id for row in rows])
    return [
        OfferWaiting(
            offer_id=row.offer_id,
            organisation_id=row.organisation_id,
            organisation=row.organisation.name,
            slug=row.organisation.slug,
            name=str(row.supporter),
            languages=[str(language_name(code)) for code in sorted(facts[row.supporter_id].languages)],
            ways=[str(way_name(code)) for code in sorted(facts[row.supporter_id].ways)],
            training=wording.training(row.offer.training),
            capacity=row.offer.capacity,
            since=row.asked_at,
            asked=row.asked(),
        )
        for row in rows
    ]


def _days_since(moment: dt.datetime | None) -> int:
    return waiting.full_days(clock.now() - moment) if moment else 0
