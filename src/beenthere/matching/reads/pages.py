"""What the two sides see of a request and of an ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beenthere.consent.reads import blocked_by
from beenthere.core import keys
from beenthere.experience.reads import facts_of
from beenthere.matching import wording
from beenthere.matching.models import Ask, AskNote, Match, MatchRequest, Offer, OfferApproval
from beenthere.matching.models.requests import MOST_QUESTIONS, AskState, NoteKind
from beenthere.people.models import Person


@dataclass(frozen=True)
class Exchange:
    """A question before a yes, and its answer if one was given."""

    turn: int
    question: str
    answer: str


@dataclass(frozen=True)
class AskPage:
    """What a supporter sees before a yes: what was written for them, and nothing else."""

    name: str
    languages: str
    ways: str
    musts: list[str]
    told: list[str]
    words: str
    exchanges: list[Exchange]

    @property
    def may_ask_more(self) -> bool:
        """Whether the supporter may ask another question before answering."""
        return len(self.exchanges) < MOST_QUESTIONS


def ask_page(ask: Ask) -> AskPage:
    """The page of an ask that waits for this supporter's answer."""
    return page_of_request(ask.request, _exchanges(AskNote.objects.filter(ask=ask)))


def known_to(request: MatchRequest) -> list[str]:
    """The organisations that may know that this one waits, by name."""
    return [organisation.name for organisation in request.organisations.running()] if request.is_open else []


def page_of_request(request: MatchRequest, exchanges: Sequence[Exchange] = ()) -> AskPage:
    """What any supporter who is asked sees of a request; its owner can look at the same."""
    facts, wishes = facts_of([request.person_id])[request.person_id], request.wishes
    return AskPage(
        name=str(request.person),
        languages=wording.languages(facts.languages),
        ways=wording.ways(facts.ways),
        musts=wording.musts_in_words(wishes),
        told=list(wishes.told),
        words=request.words or "",
        exchanges=list(exchanges),
    )


def my_asks(person: Person) -> list[Ask]:
    """The asks that wait for this supporter's answer, the oldest first."""
    mine = Ask.objects.answerable().filter(supporter=person).select_related("asker").order_by("asked_at")
    rows = list(mine)
    keys.load(row.asker_id for row in rows)
    return rows


@dataclass(frozen=True)
class Choice:
    """One of the people chosen, with how it stands."""

    ask: Ask
    name: str
    state: str
    note: str
    exchanges: list[Exchange]

    @property
    def open_question(self) -> Exchange | None:
        """What waits for the asker's answer."""
        return self.exchanges[-1] if self.ask.state == AskState.ASKING_FIRST and self.exchanges else None


def choices_of(request: MatchRequest) -> list[Choice]:
    """Everybody chosen for this request, in order; whom its owner blocked since then is gone from it."""
    gone = blocked_by(request.person_id)
    rows = list(request.asks.exclude(supporter__in=gone).select_related("supporter").prefetch_related("notes"))
    keys.load(row.supporter_id for row in rows)
    return [choice_of(row) for row in rows]


def choice_of(ask: Ask) -> Choice:
    """One of the people chosen, as the one who asks sees it."""
    notes = list(ask.notes.all())
    return Choice(
        ask=ask,
        name=str(ask.supporter),
        state=str(AskState(ask.state).label),
        note=_kind_word(notes) if ask.state == AskState.PASSED else "",
        exchanges=_exchanges(notes),
    )


def _kind_word(notes: Iterable[AskNote]) -> str:
    return next((note.text or "" for note in notes if note.kind == NoteKind.PASS), "")


def _exchanges(notes: Iterable[AskNote]) -> list[Exchange]:
    """The questions of one ask in their order, each with its answer."""
    texts = {(note.kind, note.turn): note.text or "" for note in notes}
    turns = sorted(turn for kind, turn in texts if kind == NoteKind.QUESTION)
    return [Exchange(turn, texts[NoteKind.QUESTION, turn], texts.get((NoteKind.ANSWER, turn), "")) for turn in turns]


def match_of(ask: Ask) -> Match | None:
    """What a yes to this ask made, if it was a yes."""
    if ask.state != AskState.YES:
        return None
    return Match.objects.filter(asker=ask.asker_id, supporter=ask.supporter_id).order_by("accepted_at").last()


def decisions_on(offer: Offer | None) -> list[OfferApproval]:
    """What each organisation said to one's offer."""
    if offer is None:
        return []
    rows = offer.approvals.select_related("organisation").prefetch_related("organisation__requirements")
    return list(rows.order_by("asked_at"))


def offers_support(person: Person) -> bool:
    """Whether the person made an offer, approved or not."""
    return Offer.objects.filter(supporter=person).exists()


def open_request(person: Person) -> MatchRequest | None:
    """The person's open request, if there is one."""
    return MatchRequest.objects.visible_to(person).open().first()


def last_request(person: Person) -> MatchRequest | None:
    """What the person asked for last, to begin the next request from."""
    return MatchRequest.objects.visible_to(person).order_by("-opened_at").first()


def current_matches(person: Person) -> list[Match]:
    """With whom the person walks now, whichever of the two asked."""
    rows = list(Match.objects.visible_to(person).current().select_related("asker", "supporter").order_by("accepted_at"))
    keys.load(pk for row in rows for pk in (row.asker_id, row.supporter_id) if pk)
    return rows
