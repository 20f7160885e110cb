"""A whole list for a desk: who waits and agreed to be in it, against all free places at once."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from uuid import UUID

from beenthere.consent.reads import walking_ids
from beenthere.core import clock, keys
from beenthere.core.places import Area, band
from beenthere.experience.reads import facts_of
from beenthere.matching import proposal, ranking, waiting
from beenthere.matching.models import Ask, MatchRequest, Offer, OfferApproval, ProposalLine, Shown
from beenthere.matching.models.proposals import Proposal
from beenthere.matching.models.requests import MatchRequestQuerySet
from beenthere.matching.ranking import SHOWN_IN_A_WEEK, Near
from beenthere.matching.reads.apart import kept_apart_ids
from beenthere.matching.reads.desk import musts_of
from beenthere.matching.reads.suggestions import Card, cards_of, facts_for_ranking, settled_offers, wish_of
from beenthere.orgs.models import Organisation

Pair = tuple[MatchRequest, Offer]


def in_the_list(organisation: Organisation) -> MatchRequestQuerySet:
    """Who waits, let this organisation know, agreed to be in a list, and is not being asked for just now."""
    asked = Ask.objects.live().values("request")
    told = ProposalLine.objects.lately().values("request")
    rows = MatchRequest.objects.open().filter(organisations=organisation, in_list=True)
    return rows.exclude(pk__in=asked).exclude(pk__in=told)


def whole_list(organisation: Organisation) -> list[Pair]:
    """A supporter for each for whom there is one. Weighed outside any transaction: it opens sealed facts.

    Whoever is kept apart from all who are left is put on a line all the same, which is then shown to nobody: from a
    line that is missing, a coordinator could tell that one of the two blocked the other.
    """
    requests = {str(row.pk): row for row in in_the_list(organisation).select_related("person").order_by("opened_at")}
    offers = {str(offer.pk): offer for offer in offers_with_places(organisation)}
    if not requests or not offers:
        return []
    keys.load(row.person_id for row in requests.values())
    facts = _facts(list(offers.values()), next(iter(requests.values())))
    areas = _areas(offers)
    people = [_waiting(row, offers, areas) for row in requests.values()]
    pairs = proposal.propose(people, facts)
    placed = {pair.seed for pair in pairs}
    left = [
        replace(one, apart=_never(requests[one.wish.seed], offers)) for one in people if one.wish.seed not in placed
    ]  # fmt: skip
    if left:
        used = Counter(pair.offer for pair in pairs)
        pairs += proposal.propose(left, [replace(fact, taken=fact.taken + used[fact.id]) for fact in facts])
    return [(requests[pair.seed], offers[pair.offer]) for pair in pairs]


def _never(request: MatchRequest, offers: dict[str, Offer]) -> frozenset[str]:
    """Whom a desk knows not to fit: oneself, whoever walks with one already, whoever passed or did not answer."""
    out, settled = walking_ids(request.person_id) | {request.person_id}, settled_offers(request)
    return frozenset(pk for pk, offer in offers.items() if offer.supporter_id in out or offer.pk in settled)


def lines_to_show(made: Proposal) -> set[tuple[UUID, UUID]]:
    """The lines, each with its offer, whose two can be suggested to each other at all, while the week has room."""
    lines = made.lines.select_related("request__person", "offer")
    return {
        (line.pk, line.offer_id) for line in lines if cards_of(line.request, [line.offer_id]) and _week_has_room(line)
    }


def _week_has_room(line: ProposalLine) -> bool:
    seen = set(Shown.objects.filter(asker=line.asker_id).this_week().values_list("offer_id", flat=True))
    return line.offer_id in seen or len(seen) < SHOWN_IN_A_WEEK


def offers_with_places(organisation: Organisation) -> list[Offer]:
    """The offers to which this organisation said yes, and that have a place nobody is being asked for."""
    yes = OfferApproval.objects.yes().filter(organisation=organisation).values("offer")
    rows = Offer.objects.with_room().filter(pk__in=yes).select_related("supporter")
    held = _held()
    offers = [offer for offer in rows if not offer.is_paused and offer.room > held[offer.pk]]
    keys.load(offer.supporter_id for offer in offers)
    return offers


def _held() -> Counter[UUID]:
    """Places for which somebody is being asked, or that were offered."""
    held = Counter(Ask.objects.answerable().values_list("offer_id", flat=True))
    return held + Counter(ProposalLine.objects.lately().values_list("offer_id", flat=True))


def _facts(offers: list[Offer], anybody: MatchRequest) -> list[ranking.Offer]:
    """What is known of these offers to whoever waits, less what is true of a pair only."""
    held = _held()
    plain = facts_for_ranking(offers, anybody.person, None)
    return [
        replace(fact, blocked=False, waiting=0, taken=fact.taken + held[UUID(fact.id)]) for fact in plain
    ]  # fmt: skip


def _areas(offers: dict[str, Offer]) -> dict[str, Area]:
    """Where supporters are, of those who let it be told how near they are."""
    facts = facts_of([offer.supporter_id for offer in offers.values()])
    return {pk: area for pk, offer in offers.items() if (area := facts[offer.supporter_id].area) is not None}


def _waiting(request: MatchRequest, offers: dict[str, Offer], areas: dict[str, Area]) -> proposal.Waiting:
    wish, mine = wish_of(request)
    out = kept_apart_ids(request.person) | walking_ids(request.person_id) | {request.person_id}
    settled = settled_offers(request)
    return proposal.Waiting(
        wish,
        waiting.full_days(clock.now() - request.opened_at),
        near={pk: Near(band(mine, there).value) for pk, there in areas.items()} if mine else {},
        apart=frozenset(pk for pk, offer in offers.items() if offer.supporter_id in out or offer.pk in settled),
    )


@dataclass(frozen=True)
class DeskLine:
    """One line as a coordinator sees it: who waits, how long, what must be so; a name and how much it carries."""

    line: ProposalLine
    name: str
    days: int
    musts: list[str]
    supporter: str
    taken: int
    capacity: int


def desk_lines(made: Proposal) -> list[DeskLine]:
    """The lines of a proposal, whoever waits longest first: no order that would tell of a fit."""
    rows = made.lines.select_related("request", "offer", "asker", "offer__supporter").order_by("request__opened_at")
    lines = list(rows)
    keys.load(pk for row in lines for pk in (row.asker_id, row.offer.supporter_id))
    return [
        DeskLine(
            row,
            str(row.asker),
            waiting.full_days(clock.now() - row.request.opened_at),
            musts_of(row.request),
            str(row.offer.supporter),
            row.offer.taken,
            row.offer.capacity,
        )
        for row in lines
    ]


def draft_of(organisation: Organisation) -> Proposal | None:
    return Proposal.objects.draft().filter(organisation=organisation).first()


def last_offered(organisation: Organisation) -> Proposal | None:
    return Proposal.objects.filter(organisation=organisation, offered_at__isnull=False).order_by("offered_at").last()


def places_for(line: ProposalLine) -> list[Offer]:
    """Everybody of the organisation with a place that no other line takes, by name; the one on the line too.

    Whoever must not be, or does not fit a must, stands here all the same: what is left out would tell of them.
    """
    used: dict[UUID, int] = defaultdict(int)
    for offer_id in line.proposal.lines.exclude(pk=line.pk).values_list("offer_id", flat=True):
        used[offer_id] += 1
    held = _held()
    offers = offers_with_places(line.proposal.organisation)
    free = [one for one in offers if one.room - held[one.pk] > used[one.pk] and one.supporter_id != line.asker_id]
    return sorted(free, key=lambda offer: str(offer.supporter))


def proposed_to(request: MatchRequest) -> tuple[ProposalLine, Card | None] | None:
    """What an organisation proposes to whoever made this request; no card if it cannot be suggested any more.

    Whatever the reason: a place that is taken, a rest and a block look alike.
    """
    rows = ProposalLine.objects.visible_to(request.person).offered().filter(request=request)
    lines = [(line, cards_of(request, [line.offer_id])) for line in rows.select_related("proposal__organisation")]
    found = [(line, cards[0] if cards else None) for line, cards in lines]
    return min(found, key=lambda pair: pair[1] is None, default=None)
