"""Amara's side of the journey: what a peer does, through the screens alone."""

import datetime as dt
import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from beenthere.experience.models import Part
from beenthere.experience.words import LANGUAGES, WAYS
from beenthere.meetings.models import HEADINGS
from beenthere.plans.models import Pace, Rating
from beenthere.work.kinds import PathKind
from tests.journeys.people import HOUSE, SHARED_WORD, Someone


class Peer(Someone):
    """Amara, who looks for somebody and finds her own way."""

    name = "Amara"

    # Before she has an account

    def reads_the_front_page(self) -> None:
        self.opens("/")
        assert self.path == f"/{self.language}/"
        self.sees("No e-mail or real name needed. Leave any time and take everything with you.")

    def tries_the_other_language(self) -> None:
        for chosen in ("fr" if self.language == "en" else "en", self.language):
            self._leads_on(self.page.locator(f"header .pill[hreflang={chosen}]"))
            expect(self.page.locator("html")).to_have_attribute("lang", chosen)

    def reads_what_peer_support_is(self) -> None:
        self.follows("Someone who has been there")
        self.is_on("What peer support is")
        self.sees("It is not therapy, and nobody here gives you a diagnosis or asks for one.")

    def sees_the_crisis_lines_of(self, province: str) -> None:
        self.follows("Help now")
        self.picks(province, for_="Where are you?")
        self.presses("Show the lines there")
        self.sees("Lines for %(name)s", name=self.say(province))
        expect(self.page.locator(".line .number").first).to_be_visible()

    def searches(self, place: str, words: str, found: str) -> None:
        """Search one of the public lists from the front page, and open what was found."""
        self.opens("/")
        self.follows(place)
        self.main.get_by_role("searchbox").or_(self.main.locator("input[name=q]")).first.fill(words)
        self.presses("Search")
        self.follows(found)
        self.reads(found)

    # About herself

    def tells_about_herself(self, words: str, area: str) -> None:
        """Five screens, one after the other."""
        self.goes_to("Me")
        self.follows("About me")
        self.follows(f"{self.say('Tell')} {self.say(Part.WORDS.label)}")
        self.writes(words, into="In your own words")
        self.presses("Save, and on to the next")
        self.ticks(LANGUAGES["en"])
        self.ticks(LANGUAGES["asl"])
        self.presses("Save, and on to the next")
        self.writes(area, into="Where are you, roughly?")
        self.presses("Save, and on to the next")
        self.ticks(WAYS["phone"])
        self.presses("Save, and on to the next")
        self.page.locator("input[value=tue-evening]").check()
        self.presses("Save", whole=True)
        self.is_on("About me")
        self.reads(words)

    # A supporter

    def asks_for_a_supporter(self, words: str) -> None:
        self.goes_to("Supporter", context="place")
        self.follows("Ask for a supporter")
        self.writes(words, into="In your own words, what would you like?")
        self.unfolds("What must be so")
        self.ticks(WAYS["phone"], under="One of these ways to meet")
        self.unfolds("Who may know that you wait")
        self.ticks(HOUSE, under="Organisations that may know that I wait")
        self.presses("See people")

    def sees_reasons(self, name: str) -> None:
        card = self.main.locator("li.card").filter(has_text=name)
        with_reason = self.say("Has been there too: %(word)s", word=self.say(SHARED_WORD))
        expect(card).to_contain_text(with_reason)
        expect(card).to_contain_text(self.say("You both use %(languages)s", languages=self.say("English")))

    def ranks(self, first: str, second: str) -> None:
        question = "When should we ask %(name)s?"
        self.picks("Ask first", for_=question, name=first)
        self.picks("Ask second", for_=question, name=second)
        self.presses("Ask them")
        self.is_on("We have asked %(name)s", name=first)

    def answers_the_question_of(self, name: str, question: str, answer: str) -> None:
        self.goes_to("Today")
        self.reads(self.say("%(name)s would like to ask you something first", name=name))
        self.goes_to("Supporter", context="place")
        self.follows("%(name)s would like to ask you something first", name=name)
        self.reads(question)
        self.follows("Answer", whole=True)
        self.writes(answer, into="Your answer")
        self.presses("Send")
        self.sees("It is their turn.")

    def writes_an_agreement(self, name: str, part: str, words: str) -> None:
        self._opens_the_walk_with(name)
        self.follows("Our agreement")
        self.follows("Start from the ready text")
        self.writes(words, into=HEADINGS[part])
        self.presses("Keep this")
        self.reads(words)

    def says_that_the_agreement_suits_her(self, name: str, words: str) -> None:
        self._opens_the_walk_with(name)
        self.follows("Our agreement")
        self.reads(words)
        self.presses("This suits me")
        self.sees("This suits you.")

    def writes_to(self, name: str, words: str) -> None:
        self._opens_the_walk_with(name)
        self.follows("Write", whole=True)
        self.writes(words, into="Your words")
        self.presses("Send")
        self.reads(words)

    def changes_supporter(self, name: str) -> None:
        self._opens_the_walk_with(name)
        self.follows("Change supporter")
        self.presses("End it, and ask for somebody else")
        self.is_on("Ask for a supporter")
        self.sees("It is ended. Everything that is yours stays with you.")

    def blocks(self, name: str) -> None:
        """Somebody who is suggested to her, quietly."""
        self.presses("See people")
        self.follows(f"{self.say('Block quietly')} ({name})")
        self.presses("Block quietly")
        self.sees("%(name)s is blocked. Nobody is told.", name=name)
        self.goes_to("Me")
        self.follows("Who can see what")
        self.sees("People you blocked")
        self.reads(name)

    def _opens_the_walk_with(self, name: str) -> None:
        self.goes_to("Supporter", context="place")
        self.follows(f"{self.say('Open')} {name}")

    # Her plan

    def dreams(self, dream: str) -> None:
        self.goes_to("Plan", context="place")
        self.follows("A dream")
        self.writes(dream, into="My dream")
        self.presses("Keep it")
        self.reads(dream)

    def starts_a_path(
        self, aim: str, kind: PathKind, *, occupation: str = "", hours: str = "", a_month: str = ""
    ) -> None:
        self.goes_to("Plan", context="place")
        self.follows("Add a path")
        self.writes(aim, into="Where does it lead?")
        self.ticks(kind.label)
        self.unfolds("Hours, money, an occupation (if you like)")
        self.writes(hours, into="Hours a week it takes")
        self.writes(a_month, into="Dollars a month it brings in")
        self.writes(occupation, into="An occupation it leads to")
        self.presses("Put it on my road")
        self.reads(aim)

    def says_how_many_hours_she_has(self, hours: str) -> None:
        self.goes_to("Plan", context="place")
        self.follows("Say how many hours I have")
        self.writes(hours, into="Hours a week that I have for my paths")
        self.presses("Keep it")
        expect(self.page.locator("svg.week-bar title")).to_contain_text(hours)

    def lets_a_path_rest(self, aim: str) -> None:
        self._opens_the_path(aim)
        self.presses(Pace.RESTING.label)
        self.sees("Kept. You can change the pace at any time.")

    def adds_a_step(self, text: str, *, serving: tuple[str, ...], on: dt.date | None = None) -> None:
        self.goes_to("Plan", context="place")
        self.follows("Add a step")
        self.writes(text, into="What is the step?")
        for aim in serving:
            self.ticks(aim)
        if on:
            self.writes(on.isoformat(), into="By which day?")
        self.presses("Put it on my road")
        self.sees("The step is on your road.")
        self.reads(text)

    def finishes_a_step(self, text: str) -> None:
        self.goes_to("Plan", context="place")
        self.follows(text, whole=True)
        self.presses("Done", context="a step", whole=True)
        self.sees("Done. It stays on your road.")

    def chooses_from(self, place: str, name: str) -> None:
        """A support from the trainings or the organisations."""
        self.goes_to("Plan", context="place")
        self.follows(place)
        self.main.locator("input[name=q]").fill(name)
        self.presses("Search")
        self.follows(name)
        self.follows("Add to my plan")
        self.presses("Add it to my plan")
        self.sees("It is in your plan.")
        self.reads(name)

    def chooses_in_her_own_words(self, words: str) -> None:
        self.goes_to("Plan", context="place")
        self.follows("Add in my own words")
        self.writes(words, into="What would help me, or helps already?")
        self.presses("Add it to my plan")
        self.reads(words)

    def says_that_it_helped(self, support: str) -> None:
        self.goes_to("Plan", context="place")
        helped = self._support(support).get_by_role("button", name=self.say(Rating.HELPED.label), exact=True)
        helped.click()
        expect(helped).to_have_attribute("aria-pressed", "true")

    def ends_the_support(self, support: str) -> None:
        self.goes_to("Plan", context="place")
        self.touches("End it", about=support)
        expect(self._support(support)).to_have_count(0)
        self.sees("Ended. No reason needed.")

    def sees_her_road(self, *aims: str, step: str) -> None:
        """The paths side by side, and one step that counts for two of them."""
        self.goes_to("Plan", context="place")
        road = self.page.locator("ol.road")
        for aim in aims:
            expect(road.locator("li.sign").filter(has_text=aim)).to_be_visible()
        expect(road.locator("li.step").filter(has_text=step).locator(".bridge, .stone.wide").first).to_be_attached()

    def shares(self, aim: str, name: str, until: dt.date) -> None:
        self._opens_the_path(aim)
        self.follows("Share this path")
        self.ticks(name)
        self.writes(until.isoformat(), into="Until which day?")
        self.presses("Go on")
        self.is_on("Let %(name)s read this path?", name=name)
        self.presses("Yes, share it")
        self.sees("%(name)s can read this path now.", name=name)

    def sees_it_as_he_sees_it(self, name: str, aim: str, *, but_not: tuple[str, ...]) -> None:
        self.goes_to("Plan", context="place")
        self.follows("See it as %(name)s sees it", name=name)
        self.is_on(aim)
        for words in but_not:
            expect(self.page.locator("body")).not_to_contain_text(words)

    def makes_the_suggestion_hers(self, text: str) -> None:
        """It is nowhere on her road before she says yes."""
        self.goes_to("Plan", context="place")
        expect(self.page.locator("ol.road")).not_to_contain_text(text)
        self.presses("Yes, make it mine", about=text)
        expect(self.page.locator("ol.road")).to_contain_text(text)

    def sees_who_looked(self, name: str, *pieces: str) -> None:
        self.goes_to("Me")
        self.follows("Who can see what")
        for piece in pieces:
            look = self.main.locator("tbody tr").filter(has_text=name).filter(has_text=piece)
            expect(look.first).to_be_visible()

    def stops_sharing(self, aim: str) -> None:
        self.goes_to("Me")
        self.follows("Who can see what")
        self.reads(aim)
        self.presses("Stop now")
        self.sees("No path of your plan is shared just now.")

    def still_has(self, *words: str) -> None:
        self.goes_to("Plan", context="place")
        for each in words:
            self.reads(each)

    def _opens_the_path(self, aim: str) -> None:
        self.goes_to("Plan", context="place")
        self.follows(aim, whole=True)

    def _support(self, words: str) -> Locator:
        return self.page.locator(".support").filter(has_text=words)

    # Her rights

    def downloads_everything(self, folder: Path) -> Path:
        self.goes_to("Me")
        self.follows("Download everything")
        self.writes(self.passphrase, into="Your passphrase, once more")
        return self.keeps("Download", folder)

    def erases_her_account(self) -> None:
        self.goes_to("Me")
        self.follows("Erase my account")
        self.ticks("I understand that nobody can bring this back")
        self.writes(self.passphrase, into="Your passphrase, once more")
        self.presses("Erase my account for good")
        self.is_on("Your account is erased")

    def addresses_of_her_own(self) -> set[str]:
        """Every address that she visited, sent to, or could, and that belongs to her: it names a row."""
        held = set(self.visited)
        for place, context in [("Today", ""), ("Plan", "place"), ("Supporter", "place"), ("Letters", ""), ("Me", "")]:
            self.goes_to(place, context=context)
            held |= self.addresses_held()
        return {path for path in held if re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", path)}
