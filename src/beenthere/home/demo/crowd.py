"""Forty supporters and sixty peers, each at another point of the road. Nobody can sign in as them."""

from functools import partial
from random import Random

from beenthere.home.demo import people
from beenthere.home.demo.calendar import Calendar
from beenthere.home.demo.cast import Five, House, is_due_for
from beenthere.home.demo.words import ABOUT, DREAMS, LETTERS, NAMES_EN, NAMES_FR, QUESTIONS, ROADS, SUPPORTS, WISHES
from beenthere.matching.actions import accept_request, ask_first, ask_for_match, choose_supporters, pass_on, pause_offer
from beenthere.matching.models import Ask, MatchRequest, Offer
from beenthere.matching.wishes import Wishes
from beenthere.people.models import Person
from beenthere.plans import actions as plans
from beenthere.plans.reads import plan_of
from beenthere.talk.actions import write

SUPPORTERS = 40
PEERS = 60
PLACES = {
    "en": ("Ottawa", "Toronto", "Winnipeg", "Thompson", "Sioux Lookout", "Hamilton", "Halifax", "Brandon"),
    "fr": ("Gatineau", "Montréal", "Ottawa", "Rimouski", "Moncton", "Hearst", "Québec", "Sherbrooke"),
}
LIVED = (
    "back-to-work", "after-hospital", "back-to-school", "first-job", "own-business", "job-lost", "telling-employer",
    "income-support", "earning-on-support", "housing", "confidence", "new-country", "children", "after-fifty",
)  # fmt: skip
IN_THE_WAY = ("back-to-work", "earning-on-support", "break-in-resume", "getting-there", "low-days", "online-forms")
LIKE_BENOIT = ("after-hospital", "back-to-school")
ASKS_BENOIT = 55  # arrived some days ago, and waits for his answer
STILL_WAITING = 4  # days: nobody whom the demo asked since then has answered yet
FATES = ("yes", "passes", "yes", "silent", "yes", "yes", "asks first", "yes")
TIMES = [f"{day}-{part}" for day in ("mon", "tue", "wed", "thu", "sat") for part in ("morning", "afternoon", "evening")]


class Crowd:
    """Everybody else in the demo. The dice are loaded: the same people come each time."""

    def __init__(self, five: Five, house: House, calendar: Calendar) -> None:
        self.five, self.house, self.calendar = five, house, calendar
        self.dice = Random(2026)  # noqa: S311  (dice, not secrets)
        self.names = {"en": list(NAMES_EN), "fr": list(NAMES_FR)}

    def arrive(self) -> None:
        """Put everybody on the calendar."""
        for number in range(SUPPORTERS - 1):  # Benoît is one of the forty
            self.calendar.on(75 - number, partial(self.supporter_arrives, number))
        for number in range(PEERS - 1):  # Amara is one of the sixty
            self.calendar.on(33 - number // 2, partial(self.peer_arrives, number))

    def supporter_arrives(self, number: int) -> None:
        person = self._somebody(number)
        people.has_lived(person, self.dice.sample(LIVED, 3), shown="on_offer")
        people.has_lived(person, self.dice.sample(LIVED, 1), shown="after_yes")
        which = number % 3
        organisation, coordinator = self.house.organisations[which], self.house.coordinators[which]
        people.gets_role(person, coordinator, organisation)
        offer = people.offers(
            person, organisation, capacity=self.dice.choice([1, 2, 2, 3]), trained=number % 4 != 0,
            paths=self.dice.sample(["job", "learning", "self_employment", "own"], 2),
            fields=self.dice.sample("1346789", 2),
        )  # fmt: skip
        if number % 13 != 9:  # three wait for their organisation's yes
            people.says_yes(coordinator, offer, organisation)
        if number % 11 == 5:
            self.calendar.on(20, lambda: pause_offer(by=person, offer=offer))

    def peer_arrives(self, number: int) -> None:
        person = self._somebody(number)
        lived = LIKE_BENOIT if number == ASKS_BENOIT else self.dice.sample(LIVED, 2)
        people.has_lived(person, lived, shown="me")
        people.has_lived(person, self.dice.sample(IN_THE_WAY, 2), shown="me", kind="in_the_way")
        if number % 6:
            self._plans(person, number)
        if number % 2:
            self._asks(person, number)

    def _somebody(self, number: int) -> Person:
        language = "fr" if number % 5 in (1, 3) else "en"
        person = people.joins(self.names[language].pop(0), language)
        both = [language, "fr" if language == "en" else "en"]
        people.tells(
            person, languages=both[: 1 + (number % 3 == 0)], ways=self.dice.sample(["phone", "video", "text"], 2),
            place=self.dice.choice(PLACES[language]), free=self.dice.sample(TIMES, 5),
            words=self.dice.choice(ABOUT[language]),
        )  # fmt: skip
        return person

    def _plans(self, person: Person, number: int) -> None:
        language = person.language
        if number % 3:
            plans.set_dream(by=person, plan=plan_of(person), dream=self.dice.choice(DREAMS[language]))
        plans.set_hours(by=person, plan=plan_of(person), hours=self.dice.choice([15, 20, 25, 30, 35]))
        for road in self.dice.sample(ROADS[language], 1 + number % 3):
            path = people.walks(person, road)
            if self.dice.random() < 0.25:
                plans.pace_path(by=person, path=path, pace=self.dice.choice(["resting", "done", "let_go"]))
        support = plans.choose_support(by=person, words=self.dice.choice(SUPPORTS[language]))
        if number % 2:
            plans.rate_support(by=person, support=support, rating=self.dice.choice(["helped", "so_so", "not_for_me"]))

    def _asks(self, person: Person, number: int) -> None:
        wishes = Wishes(
            must_languages=(person.language,) if number % 3 == 0 else (),
            must_ways=("phone",) if number % 5 == 0 else (),
            nice_paths=(self.dice.choice(["job", "learning", "own"]),),
        )
        knowing = [self.house.organisations[0]] if number % 3 else self.house.organisations
        words = self.dice.choice(WISHES[person.language])
        request = ask_for_match(
            by=person, wishes=wishes, words=words, organisations=knowing, in_list=number % 9 == 7 or number % 2 == 0
        )
        if number % 9 == 7:
            return  # has not chosen yet
        if number == ASKS_BENOIT:
            is_due_for(self.five, request)
            return
        shown = list(Offer.objects.filter(shown__request=request).exclude(supporter=self.five.benoit))
        choose_supporters(by=person, request=request, ranked=shown[: 2 + number % 2])
        self._answered_later(request, FATES[number // 2 % len(FATES)], days_ago=31 - number // 2)

    def _answered_later(self, request: MatchRequest, fate: str, days_ago: int) -> None:
        if days_ago > STILL_WAITING:
            self.calendar.on(days_ago, lambda: self._answer(request, fate, days_ago))

    def _answer(self, request: MatchRequest, fate: str, days_ago: int) -> None:
        """What the one who is asked does. Whoever is passed by, for whatever reason, is answered by the next."""
        ask = Ask.objects.answerable().filter(request=request).select_related("supporter").first()
        if ask is None:
            return
        if fate == "silent":
            self._answered_later(request, "yes", days_ago - 8)
        elif fate == "asks first":
            ask_first(by=ask.supporter, ask=ask, text=QUESTIONS[ask.supporter.language])
        elif fate == "passes":
            pass_on(by=ask.supporter, ask=ask)
            self._answered_later(request, "yes", days_ago - 2)
        else:
            accept_request(by=ask.supporter, ask=ask)
            first, second = LETTERS[request.person.language]
            write(by=ask.supporter, to=request.person, text=first)
            write(by=request.person, to=ask.supporter, text=second)
