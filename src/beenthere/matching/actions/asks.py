"""A supporter answers: yes, may I ask something first, or pass."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from beenthere.consent.actions import connect
from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import letters, rules
from beenthere.matching.actions import moving
from beenthere.matching.actions.problems import NoLongerOpen, NoRoom
from beenthere.matching.models import Ask, AskNote, Match, MatchRequest, Offer, OfferApproval
from beenthere.matching.models.requests import ANSWERABLE, MOST_QUESTIONS, AskState, NoteKind, RequestState
from beenthere.people.models import Person
from beenthere.people.reads import kept_apart


@transaction.atomic
def accept_request(*, by: Person, ask: Ask) -> Match:
    """Say yes: the two walk together from now on. Saying it twice is saying it once."""
    require(rules.was_asked, by, ask)
    # Whoever was asked in the very moment of a block is out too.
    if kept_apart(ask.asker, by):
        raise NoLongerOpen
    try:
        with transaction.atomic():
            match = _claim_all(ask)
    except NoLongerOpen:
        return _match_of_earlier_yes(ask)
    connect(one=ask.asker_id, other=by.pk, reason="match")
    record("match.accepted", by=by, thing=match)
    letters.yes(ask, match)
    moving.no_longer_needed(ask.request.asks.live())
    moving.release_unless_available(ask.offer)
    return match


def _claim_all(ask: Ask) -> Match:
    """Claim the place, the request and the ask, always in this order, so that two at once cannot lock each other."""
    now = clock.now()
    request = MatchRequest.objects.open().filter(pk=ask.request_id)
    place = Offer.objects.with_room().filter(pk=ask.offer_id)
    if place.update(taken=F("taken") + 1) != 1:
        raise NoRoom if Ask.objects.answerable().filter(pk=ask.pk).exists() else NoLongerOpen
    if request.update(state=RequestState.MATCHED, closed_at=now) != 1:
        raise NoLongerOpen
    if not moving.claim(ask, ANSWERABLE, AskState.YES, answered_at=ask.answered_at or now):
        raise NoLongerOpen
    return Match.objects.create(
        asker_id=ask.asker_id,
        supporter_id=ask.supporter_id,
        organisation_id=_organisation_of(ask.offer),
        accepted_at=now,
    )


@transaction.atomic
def ask_first(*, by: Person, ask: Ask, text: str, turn: int | None = None) -> None:
    """Ask one thing before answering, three times at most; the clock starts anew, and it is the asker's turn.

    `turn` is the number of the question on the form: the same form sent twice asks once.
    """
    require(rules.was_asked, by, ask)
    now, asked = clock.now(), questions_asked(ask)
    turn = turn or asked + 1
    if turn <= asked:
        return
    facts = {"waiting_since": now, "nudged_at": None, "answered_at": ask.answered_at or now, "closed_at": None}
    if turn > MOST_QUESTIONS or not moving.claim(ask, (AskState.ASKED,), AskState.ASKING_FIRST, **facts):
        raise NoLongerOpen
    AskNote.objects.create(ask=ask, author=by, kind=NoteKind.QUESTION, turn=asked + 1, text=text, written_at=now)
    record("ask.question", by=by, thing=ask)
    letters.question(ask)


@transaction.atomic
def answer_question(*, by: Person, ask: Ask, text: str, turn: int | None = None) -> None:
    """Answer the supporter's question; it is their turn again. The same form sent twice answers once."""
    require(rules.asks, by, ask)
    turn = turn or questions_asked(ask)
    if ask.notes.filter(kind=NoteKind.ANSWER, turn=turn).exists():
        return
    if turn != questions_asked(ask) or not moving.hand_back(ask):
        raise NoLongerOpen
    AskNote.objects.create(ask=ask, author=by, kind=NoteKind.ANSWER, turn=turn, text=text, written_at=clock.now())
    record("ask.answer", by=by, thing=ask)
    letters.answer(ask)


@transaction.atomic
def pass_on(*, by: Person, ask: Ask, text: str = "") -> None:
    """Pass, with a kind sentence or without one; the next person is asked at once."""
    require(rules.was_asked, by, ask)
    now = clock.now()
    if ask.state == AskState.PASSED:
        return
    if not moving.claim(ask, ANSWERABLE, AskState.PASSED, answered_at=ask.answered_at or now):
        raise NoLongerOpen
    if text:
        AskNote.objects.create(ask=ask, author=by, kind=NoteKind.PASS, text=text, written_at=now)
    record("ask.passed", by=by, thing=ask)
    moving.tell_how_it_goes_on(ask)


def questions_asked(ask: Ask) -> int:
    """How many questions the supporter asked before answering."""
    return ask.notes.filter(kind=NoteKind.QUESTION).count()


def _match_of_earlier_yes(ask: Ask) -> Match:
    """The form came twice: give back what the first one made."""
    match = Match.objects.between(ask.asker_id, ask.supporter_id).current().first()
    if match is None or not Ask.objects.filter(pk=ask.pk, state=AskState.YES).exists():
        raise NoLongerOpen
    return match


def _organisation_of(offer: Offer) -> UUID | None:
    """Whose peer support it is: the organisation that said yes first."""
    yes = OfferApproval.objects.yes().filter(offer=offer).order_by("decided_at")
    return yes.values_list("organisation_id", flat=True).first()
