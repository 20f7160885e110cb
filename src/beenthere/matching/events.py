"""What matching does when something happens further down: somebody leaves or blocks, or an organisation closes."""

from django.db.models import Q, QuerySet

from beenthere.consent.actions import disconnect
from beenthere.consent.models import Connection
from beenthere.core import clock
from beenthere.core.events import (
    AboutChanged,
    ConnectionEnded,
    MembershipEnded,
    NameChanged,
    OrganisationClosed,
    PairBlocked,
    PersonErased,
    on,
)
from beenthere.matching.actions import moving
from beenthere.matching.actions.apart import note_names, part_asks
from beenthere.matching.actions.caring import LISTENING
from beenthere.matching.actions.indexing import mark, mark_offer_of
from beenthere.matching.actions.matches import close_match
from beenthere.matching.models import Ask, Match, MatchRequest, Offer, OfferApproval, Proposal
from beenthere.matching.models.requests import RequestState
from beenthere.matching.reads import listeners
from beenthere.orgs.models import Role


@on(PersonErased)
def take_out(event: PersonErased) -> None:
    """Nobody keeps waiting for somebody who has left, and nobody is left wondering."""
    mine = MatchRequest.objects.open().filter(person=event.person_id)
    mine.update(state=RequestState.WITHDRAWN, closed_at=clock.now())
    moving.no_longer_needed(Ask.objects.live().filter(asker=event.person_id))
    Offer.objects.filter(supporter=event.person_id).update(paused_at=clock.now(), paused_from=None, paused_until=None)
    moving.pass_on_all(Ask.objects.answerable().filter(supporter=event.person_id))
    either = Q(asker=event.person_id) | Q(supporter=event.person_id)
    for match in Match.objects.current().filter(either):
        close_match(match, told=match.asker if match.supporter_id == event.person_id else match.supporter)


@on(PairBlocked)
def part(event: PairBlocked) -> None:
    """What ran between the two stops; to the blocked one it looks like any pass, taking back or ending."""
    part_asks(person=event.by, others=[event.whom])
    for match in Match.objects.between(event.by, event.whom).current():
        close_match(match, told=match.asker if match.supporter_id == event.by else match.supporter)


@on(AboutChanged)
def find_anew(event: AboutChanged) -> None:
    """What somebody tells about themselves is how their offer is found."""
    mark_offer_of(event.person_id)


@on(NameChanged)
def call_anew(event: NameChanged) -> None:
    """A name that is kept away is kept away under the name that somebody goes by now."""
    for offer in Offer.objects.filter(supporter=event.person_id).select_related("supporter"):
        note_names(offer)


@on(ConnectionEnded)
def end_matches(event: ConnectionEnded) -> None:
    """A match does not outlive the connection, whichever page ended it."""
    for match in Match.objects.between(event.one, event.other).current():
        close_match(match, told=match.asker if match.supporter_id == event.one else match.supporter)


@on(MembershipEnded)
def take_back_yes(event: MembershipEnded) -> None:
    """Who no longer supports for an organisation no longer has its yes; those they walk with stay."""
    if event.role == "supporter":
        _take_back(OfferApproval.objects.filter(supporter=event.person_id, organisation=event.organisation_id))


@on(MembershipEnded)
def listen_no_more(event: MembershipEnded) -> None:
    """Whoever no longer listens to an organisation's supporters no longer writes to those who told them something."""
    if event.role not in (Role.LEAD, Role.COORDINATOR):
        return
    for connection in Connection.objects.of(event.person_id).open().filter(reason=LISTENING):
        other = connection.other(event.person_id)
        matches = Match.objects.filter(Q(supporter=other) | Q(supporter=event.person_id)).current()
        listen = {person.pk for match in matches for person in listeners(match)}
        if not listen & {event.person_id, other}:
            disconnect(one=event.person_id, other=other)


@on(OrganisationClosed)
def close_with_organisation(event: OrganisationClosed) -> None:
    """Offers to which nobody else said yes are no longer suggested, and nothing is proposed any more."""
    Proposal.objects.filter(organisation=event.organisation_id).delete()
    _take_back(OfferApproval.objects.filter(organisation=event.organisation_id))


def _take_back(approvals: QuerySet[OfferApproval]) -> None:
    offers = [approval.offer for approval in approvals.select_related("offer")]
    approvals.delete()
    mark(offer.pk for offer in offers)
    for offer in offers:
        moving.release_unless_available(offer)
