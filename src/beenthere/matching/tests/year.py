"""A year of asking and answering, lived day by day through the real actions and jobs, with the clock moved.

Supporters answer soon or late, plan holidays, fall ill, vanish without a word, and leave; people who ask wait, answer
questions or do not, and mostly move only when a letter tells them to. Who fits whom is drawn by lot: this is about
time, not about reasons.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from beenthere.consent.actions import block
from beenthere.consent.models import Block
from beenthere.core import clock, keys
from beenthere.core.jobs import run_due
from beenthere.matching import actions, waiting
from beenthere.matching.actions.asks import questions_asked
from beenthere.matching.models import Ask, Match, MatchRequest, Offer
from beenthere.matching.models.requests import MOST_QUESTIONS, AskState, RequestState
from beenthere.matching.ranking import Suggestion
from beenthere.matching.tests import make
from beenthere.matching.wishes import Wishes
from beenthere.orgs.tests.make import coordinator
from beenthere.people.actions import erase
from beenthere.people.models import Letter, Person
from beenthere.people.tests.make import without_passphrase

FIRST_DAY = dt.datetime(2026, 1, 5, 15, tzinfo=dt.UTC)
DAYS = 365
HABITS = ("soon",) * 9 + ("late",) * 5 + ("vanishes",) * 3 + ("ill",) * 2 + ("leaves",)
MATCH_LASTS = (10, 75)  # days


@dataclass
class Supporter:
    """Somebody who answers in their own way."""

    person: Person
    offer: UUID
    habit: str
    turns_on: int  # the day on which they vanish, fall ill or leave


@dataclass
class Year:
    """The year as it goes, and what went wrong in it."""

    requests: int
    seed: int = 11
    people: int = 240
    days: int = DAYS
    habits: tuple[str, ...] = HABITS
    supporters: dict[UUID, Supporter] = field(default_factory=dict)
    askers: dict[UUID, Person] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    _ends: dict[int, list[UUID]] = field(default_factory=dict)

    def live(self) -> None:
        """Let every day pass."""
        self.chance = Random(self.seed)
        with clock.at(FIRST_DAY):
            self._begin()
        made = 0
        for day in range(self.days):
            with clock.at(FIRST_DAY + dt.timedelta(days=day)), keys.held():
                while made * self.days < self.requests * (day + 1):
                    self._somebody_asks()
                    made += 1
                self._supporters_live(day)
                self._answers_come(day)
                self._askers_read_their_letters()
                self._matches_end(day)
                run_due()
                self.wrong += [f"day {day}: {problem}" for problem in self.problems()]

    def _begin(self) -> None:
        chloe, organisation = coordinator("Chloé", "Phare")
        for number in range(self.people):
            person = without_passphrase(f"Supporter {number}")
            offer = make.offer(person, organisation, chloe, capacity=self.chance.randint(1, 4))
            habit = self.habits[number % len(self.habits)]
            self.supporters[person.pk] = Supporter(person, offer.pk, habit, self.chance.randrange(20, self.days))

    def _somebody_asks(self) -> None:
        free = self._who_asked_before() if self.chance.random() < 0.5 else []
        person = self.chance.choice(free) if free else without_passphrase("Asker")
        self.askers[person.pk] = person
        request = actions.ask_for_match(by=person, wishes=Wishes(), people=self._people_for(person))
        if self.chance.random() < 0.9:  # one in ten puts the phone away before choosing
            self._choose(person, request)

    def _who_asked_before(self) -> list[Person]:
        walk = set(Match.objects.current().values_list("asker_id", flat=True))
        wait = set(MatchRequest.objects.open().values_list("person_id", flat=True))
        return [one for one in self.askers.values() if one.pk not in walk and one.pk not in wait]

    def _people_for(self, person: Person) -> list[Suggestion]:
        offers = Offer.objects.approved().with_room().exclude(supporter=person).select_related("supporter")
        can = [offer for offer in offers if not offer.is_paused]
        return [Suggestion(str(offer.pk), ()) for offer in self.chance.sample(can, min(5, len(can)))]

    def _choose(self, person: Person, request: MatchRequest) -> None:
        shown = list(Offer.objects.filter(shown__request=request, shown__page__gt=0))
        if shown:
            ranked = self.chance.sample(shown, min(len(shown), self.chance.randint(1, 3)))
            actions.choose_supporters(by=person, request=request, ranked=ranked)

    def _supporters_live(self, day: int) -> None:
        for one in list(self.supporters.values()):
            since = day - one.turns_on
            if one.habit == "ill" and since in (0, 40):
                offer = Offer.objects.get(pk=one.offer)
                (actions.pause_offer if since == 0 else actions.resume_offer)(by=one.person, offer=offer)
            elif one.habit == "late" and since == -14:
                first = clock.today(one.person) + dt.timedelta(days=14)
                offer, last = Offer.objects.get(pk=one.offer), first + dt.timedelta(days=13)
                actions.pause_offer(by=one.person, offer=offer, since=first, until=last)
            elif one.habit == "leaves" and since == 0:
                erase(by=one.person)
                del self.supporters[one.person.pk]

    def _answers_come(self, day: int) -> None:
        for ask in Ask.objects.answerable().select_related("offer", "request", "asker", "supporter"):
            waited = (clock.now() - (ask.waiting_since or clock.now())).days
            try:
                if ask.state == AskState.ASKING_FIRST:
                    if self.chance.random() < 0.4:
                        actions.answer_question(by=ask.asker, ask=ask, text="In the evenings, please.")
                elif self._answers_today(self.supporters[ask.supporter_id], day, waited):
                    self._answer(ask, day)
            except (actions.NoLongerOpen, actions.NoRoom):
                continue  # settled earlier the same day, because somebody's last place was taken

    def _answers_today(self, one: Supporter, day: int, waited: int) -> bool:
        if one.habit == "vanishes" and day >= one.turns_on:
            return False
        return waited >= 3 and self.chance.random() < 0.4 if one.habit == "late" else self.chance.random() < 0.5

    def _answer(self, ask: Ask, day: int) -> None:
        lot = self.chance.random()
        if lot < 0.15:
            actions.pass_on(by=ask.supporter, ask=ask)
        elif lot < 0.3 and questions_asked(ask) < MOST_QUESTIONS:
            actions.ask_first(by=ask.supporter, ask=ask, text="When are you free?")
        else:
            match = actions.accept_request(by=ask.supporter, ask=ask)
            self._ends.setdefault(day + self.chance.randint(*MATCH_LASTS), []).append(match.pk)

    def _askers_read_their_letters(self) -> None:
        """Those whom nobody is asked for go on once a letter says so; a few take their request back instead."""
        for request in _quiet().select_related("person"):
            letters = Letter.objects.filter(person=request.person_id, put_away_at=None)
            if not letters.exists() or self.chance.random() < 0.7:
                continue
            if self.chance.random() < 0.03:
                actions.withdraw_request(by=request.person, request=request)
                continue
            actions.show_people(by=request.person, request=request, people=self._people_for(request.person))
            self._choose(request.person, request)

    def _matches_end(self, day: int) -> None:
        for match in Match.objects.current().filter(pk__in=self._ends.pop(day, [])).select_related("asker"):
            if match.asker and match.supporter_id and self.chance.random() < 0.1:
                block(by=match.asker.pk, whom=match.supporter_id)
            elif match.asker:
                actions.end_match(by=match.asker, match=match)

    def problems(self) -> Iterator[str]:
        """What must never be so at the end of a day."""
        late = clock.now() - waiting.NEXT_AFTER - waiting.DAY
        yield from _some("an ask waits for more than a week", Ask.objects.answerable().filter(waiting_since__lt=late))
        yield from _some("an ask waits for somebody who rests", Ask.objects.answerable().filter(_rests()))
        full = Ask.objects.answerable().filter(offer__taken__gte=F("offer__capacity"))
        yield from _some("an ask waits for somebody without room", full)
        slow = clock.now() - waiting.NUDGE_AFTER - waiting.DAY
        unreminded = Ask.objects.answerable().filter(nudged_at=None, waiting_since__lt=slow)
        yield from _some("nobody reminded whoever is to answer", unreminded)
        apart = Block.objects.filter(by=OuterRef("asker"), whom=OuterRef("supporter"))
        yield from _some("somebody is asked whom the asker blocked", Ask.objects.answerable().filter(Exists(apart)))
        quiet = clock.now() - waiting.LOOK_AGAIN_AFTER - waiting.DAY
        yield from _some("a request lies in silence", _quiet().filter(heard_at__lt=quiet))
        asked = Ask.objects.answerable().filter(request=OuterRef("pk"))
        queued = MatchRequest.objects.open().filter(asks__state=AskState.QUEUED).exclude(Exists(asked))
        yield from _some("a list stands still", queued)
        walks = Counter(Match.objects.current().values_list("supporter_id", flat=True))
        offers = Offer.objects.values_list("supporter_id", "taken", "capacity")
        if any(taken != walks[pk] or taken > capacity for pk, taken, capacity in offers):
            yield "the places do not add up"

    def figures(self) -> dict[str, float]:
        """Waits in days, the share who found somebody, and how evenly the asking falls."""
        matched = MatchRequest.objects.filter(state=RequestState.MATCHED).values_list("opened_at", "closed_at")
        waits = sorted((closed - opened) / waiting.DAY for opened, closed in matched if closed)
        asked = Counter(Ask.objects.filter(asked_at__isnull=False).values_list("supporter_id", flat=True))
        loads = sorted(asked[pk] for pk in Offer.objects.values_list("supporter_id", flat=True))
        settled = MatchRequest.objects.exclude(state=RequestState.WITHDRAWN).count()
        return {
            "requests": MatchRequest.objects.count(),
            "found somebody": len(waits) / settled,
            "wait, half": waits[len(waits) // 2],
            "wait, nine in ten": waits[len(waits) * 9 // 10],
            "wait, 99 in 100": waits[len(waits) * 99 // 100],
            "wait, longest": waits[-1],
            "asked most often": loads[-1],
            "unevenness (Gini)": _gini(loads),
        }


def _quiet() -> "QuerySet[MatchRequest]":
    """Open requests for which nobody is being asked."""
    live = Ask.objects.live().filter(request=OuterRef("pk"))
    return MatchRequest.objects.open().exclude(Exists(live))


def _rests() -> Q:
    """Resting for more than a day already, whatever the zone."""
    today = clock.today()
    begun = Q(offer__paused_from=None) | Q(offer__paused_from__lt=today - dt.timedelta(days=1))
    return Q(offer__paused_at__isnull=False) & begun & (Q(offer__paused_until=None) | Q(offer__paused_until__gt=today))


def _some(problem: str, rows: "QuerySet[Ask] | QuerySet[MatchRequest]") -> Iterator[str]:
    if count := rows.count():
        yield f"{problem}: {count}"


def _gini(loads: list[int]) -> float:
    """0: everybody is asked equally often; 1: one person is asked by all."""
    total, number = sum(loads), len(loads)
    return sum((2 * place - number + 1) * load for place, load in enumerate(loads)) / (number * total) if total else 0.0


def left_in_silence(year: Year) -> set[UUID]:
    """Whose open request, at the end, is neither being asked for, nor fresh, nor told of by a letter of late."""
    lately = clock.now() - waiting.LOOK_AGAIN_AFTER - waiting.DAY
    told = Letter.objects.filter(person__in=year.askers, written_at__gt=lately).values("person")
    return set(_quiet().filter(opened_at__lt=lately).exclude(person__in=told).values_list("person_id", flat=True))


def most_silent_in_a_row() -> int:
    """How many asks in a row, at most, one supporter let pass without any answer."""
    most, streaks = 0, Counter[UUID]()
    settled = Ask.objects.filter(asked_at__isnull=False).exclude(state=AskState.WITHDRAWN).order_by("closed_at")
    for offer, state, answered in settled.values_list("offer_id", "state", "answered_at"):
        streaks[offer] = streaks[offer] + 1 if state == AskState.EXPIRED and answered is None else 0
        most = max(most, streaks[offer])
    return most
