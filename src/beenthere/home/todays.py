"""What a signed-in person finds on the first page: what waits for them, and nothing that presses."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core import clock
from beenthere.experience.strengths import AskedOfMe, asked_of
from beenthere.home.models import KeptText
from beenthere.matching.reads import Due, MyRequest, asks_due, ends_ahead, my_request, offers_waiting_for
from beenthere.orgs.rules import is_coordinator
from beenthere.people.models import Letter, Person
from beenthere.people.reads import open_letters, trusted_who_said_yes
from beenthere.plans.applied import due
from beenthere.plans.models import FollowUp, Step
from beenthere.plans.reads import SharedWithMe, measures_due, next_steps, paths_shared_with, suggestions_waiting
from beenthere.talk.reads import new_count
from beenthere.training.rules import is_researcher

LETTERS_SHOWN = 3
DAYS_SHOWN = 3


@dataclass(frozen=True)
class Today:
    """Everything that the page tells, in the order in which it tells it."""

    name: str
    kept: list[KeptText]
    asks: list[Due]
    letters: list[Letter]
    more_letters: int
    messages: int
    request: MyRequest | None
    ends: list[Due]
    suggestions: int
    steps: list[Step]
    measures: int
    asked_of_me: list[AskedOfMe]
    days: list[FollowUp]
    date: dt.date
    shared_with_me: list[SharedWithMe]
    coordinates: bool
    researches: bool
    trusted: int

    @property
    def nothing_waits(self) -> bool:
        """Nobody waits for this person and nothing is new."""
        return not (self.kept or self.asks or self.letters or self.messages or self.suggestions)

    @property
    def is_a_first_day(self) -> bool:
        """Neither a plan nor a request was begun."""
        return self.nothing_waits and not (self.request or self.ends or self.steps or self.days or self.shared_with_me)


def told_once(letters: list[Letter]) -> list[Letter]:
    """Letters of the same words that lead to the same page: the newest tells it."""
    newest: dict[tuple[str, str], Letter] = {}
    for letter in letters:
        newest.setdefault((letter.text, letter.address), letter)
    return list(newest.values())


def offers_due(person: Person) -> list[Due]:
    """Supporters who wait for the yes of an organisation that this person coordinates."""
    return [
        Due(
            _("%(name)s offers support, and waits for the yes of %(organisation)s")
            % {"name": waiting.name, "organisation": waiting.organisation},
            reverse("desk:offer", args=[waiting.offer_id, waiting.slug]),
        )
        for waiting in offers_waiting_for(person)
    ]


def todays(person: Person) -> Today:
    """Gather the page; the number of queries does not grow with what there is."""
    letters, asks, request = open_letters(person), asks_due(person), my_request(person)
    coordinates = is_coordinator(person)
    shown = told_once(letters)[:LETTERS_SHOWN]
    if request and request.text in {due.text for due in asks}:
        request = None  # it is told once, among what waits for an answer
    return Today(
        name=person.name or "",
        kept=list(KeptText.objects.visible_to(person)),
        asks=[*asks, *(offers_due(person) if coordinates else [])],
        letters=shown,
        more_letters=len(letters) - len(shown),
        messages=new_count(person),
        request=request,
        ends=ends_ahead(person),
        suggestions=suggestions_waiting(person),
        steps=next_steps(person),
        measures=measures_due(person),
        asked_of_me=asked_of(person),
        days=due(person)[:DAYS_SHOWN],
        date=clock.today(person),
        shared_with_me=paths_shared_with(person),
        coordinates=coordinates,
        researches=is_researcher(person),
        trusted=trusted_who_said_yes(person),
    )
