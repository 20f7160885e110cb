"""Somebody asks for a supporter, sees people, and chooses."""

from collections.abc import Iterable, Sequence

from django.db import IntegrityError, transaction
from django.db.models import F

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import reads, rules
from beenthere.matching.actions import moving
from beenthere.matching.actions.problems import AlreadyAsking, CannotBeAsked, NoLongerOpen
from beenthere.matching.models import Ask, Match, MatchRequest, Offer, ProposalLine, Shown
from beenthere.matching.models.proposals import LineState
from beenthere.matching.models.requests import RequestState
from beenthere.matching.ranking import SHOWN_IN_A_WEEK, Suggestion
from beenthere.matching.wishes import Wishes
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person

MOST_CHOICES = 3


# Weighing opens the sealed facts of supporters, which takes longer than a write should hold up everybody else's.
# So a view weighs first and hands over the `people`; without them, the actions weigh for themselves.


@transaction.atomic
def ask_for_match(
    *,
    by: Person,
    wishes: Wishes,
    words: str = "",
    organisations: Iterable[Organisation] = (),
    in_list: bool = False,
    people: Sequence[Suggestion] | None = None,
) -> MatchRequest:
    """Ask for a supporter, and be shown the first few people. One person has one open request."""
    require(rules.is_peer, by)
    request = MatchRequest(
        person=by, wishes_json=wishes.to_json(), words=words or None, in_list=in_list, opened_at=clock.now()
    )
    try:
        with transaction.atomic():
            request.save(force_insert=True)
    except IntegrityError as error:
        raise AlreadyAsking from error
    request.organisations.set(organisations)
    record("match.asked", by=by, thing=request)
    _show(request, reads.suggestions_anew(request) if people is None else people)
    return request


@transaction.atomic
def change_request(
    *,
    by: Person,
    request: MatchRequest,
    wishes: Wishes,
    words: str,
    organisations: Iterable[Organisation],
    in_list: bool = False,
    people: Sequence[Suggestion] | None = None,
) -> None:
    """Change what one asked for, and be shown people anew. Not while somebody is reading it."""
    require(rules.owns_request, by, request)
    if not rules.may_change_request(by, request):
        raise NoLongerOpen
    request.wishes_json, request.words, request.in_list = wishes.to_json(), words or None, in_list
    request.save(update_fields=["wishes_json", "words", "in_list"])
    request.organisations.set(organisations)
    # What was proposed was proposed for what was asked before.
    ProposalLine.objects.filter(request=request, state__in=(LineState.DRAFT, LineState.OFFERED)).delete()
    record("match.changed", by=by, thing=request)
    _show(request, reads.suggestions_anew(request) if people is None else people)


@transaction.atomic
def show_people(
    *, by: Person, request: MatchRequest, others: bool = False, people: Sequence[Suggestion] | None = None
) -> int:
    """Look again, or for others than those on the screen; returns how many people were found."""
    require(rules.owns_request, by, request)
    if not rules.may_change_request(by, request):
        raise NoLongerOpen
    found = reads.suggestions_anew(request, others=others) if people is None else people
    # If there are no others, the screen stays as it is.
    if found or not others:
        _show(request, found)
    return len(found)


@transaction.atomic
def choose_supporters(*, by: Person, request: MatchRequest, ranked: Sequence[Offer]) -> None:
    """Choose up to three in order; the first who can be asked is asked now. The same choice twice is one choice."""
    require(rules.may_choose, by, request, list(ranked))
    if not request.is_open:
        raise NoLongerOpen
    mine = MatchRequest.objects.open().filter(pk=request.pk, rounds=request.rounds)
    if request.asks.live().exists() or mine.update(rounds=F("rounds") + 1, heard_at=clock.now()) != 1:
        return
    before = request.asks.count()
    for rank, offer in enumerate(list(ranked)[:MOST_CHOICES], start=before + 1):
        Ask.objects.create(request=request, offer=offer, asker=by, supporter_id=offer.supporter_id, rank=rank)
    record("match.chosen", by=by, thing=request)
    if not moving.ask_next(request):
        last = request.asks.select_related("asker").last()
        if last:
            moving.tell_how_it_goes_on(last)


@transaction.atomic
def choose_again(*, by: Person, request: MatchRequest) -> None:
    """Take back who is being asked and choose anew; the request stays open."""
    require(rules.owns_request, by, request)
    moving.no_longer_needed(request.asks.live())
    record("match.chosen_again", by=by, thing=request)


@transaction.atomic
def withdraw_request(*, by: Person, request: MatchRequest) -> None:
    """Take the whole request back, without a reason."""
    require(rules.owns_request, by, request)
    mine = MatchRequest.objects.open().filter(pk=request.pk)
    if mine.update(state=RequestState.WITHDRAWN, closed_at=clock.now()) == 1:
        moving.no_longer_needed(request.asks.live())
        record("match.withdrawn", by=by, thing=request)
    elif MatchRequest.objects.filter(pk=request.pk, state=RequestState.MATCHED).exists():
        raise NoLongerOpen  # somebody said yes in that moment: to be told that it is taken back would be untrue


@transaction.atomic
def stop_telling(*, by: Person, request: MatchRequest) -> None:
    """No organisation knows any more that this person waits; the request goes on."""
    require(rules.owns_request, by, request)
    request.organisations.clear()
    be_in_no_list(by=by, request=request)
    record("match.told_to_nobody", by=by, thing=request)


@transaction.atomic
def be_in_no_list(*, by: Person, request: MatchRequest) -> None:
    """No organisation proposes anybody any more; what it has proposed goes at once."""
    require(rules.owns_request, by, request)
    MatchRequest.objects.filter(pk=request.pk).update(in_list=False)
    ProposalLine.objects.filter(request=request, state__in=(LineState.DRAFT, LineState.OFFERED)).delete()
    record("match.in_no_list", by=by, thing=request)


def _show(request: MatchRequest, people: Iterable[Suggestion]) -> None:
    """Write down who is shown now: a page of up to five, and never more than fifteen different people in a week."""
    page = reads.current_page(request) + 1
    MatchRequest.objects.filter(pk=request.pk).update(heard_at=clock.now())
    request.shown.update(page=0)
    seen = Shown.objects.filter(asker=request.person_id).this_week().values_list("offer_id", flat=True)
    this_week = {str(offer) for offer in seen}
    for one in people:
        if one.offer in this_week or len(this_week) < SHOWN_IN_A_WEEK:
            this_week.add(one.offer)
            facts = {"asker_id": request.person_id, "page": page, "shown_at": clock.now()}
            Shown.objects.update_or_create(request=request, offer_id=one.offer, defaults=facts)


@transaction.atomic
def ask_again(*, by: Person, match: Match) -> MatchRequest:
    """Ask somebody with whom one walked before; it is an ordinary ask, and they are as free as anybody to say yes.

    Raises CannotBeAsked, whatever the reason: resting, without room, gone and kept apart look alike.
    """
    require(rules.may_ask_again, by, match)
    offer = Offer.objects.filter(supporter=match.supporter_id).select_related("supporter").first()
    if offer is None or not moving.can_be_asked(Ask(offer=offer, asker=by, supporter=offer.supporter)):
        raise CannotBeAsked
    request = MatchRequest.objects.open().filter(person=by).first() or _same_wishes_as_before(by)
    moving.ask_this_one(request, offer)
    record("match.asked_again", by=by, thing=request)
    return request


def _same_wishes_as_before(person: Person) -> MatchRequest:
    before = reads.last_request(person)
    return ask_for_match(by=person, wishes=before.wishes if before else Wishes(), words=(before and before.words) or "")
