"""Who walks through the journeys, and what they do: through the screens alone, each sentence one or two screens."""

import datetime as dt
import re
from pathlib import Path
from uuid import UUID

from playwright.sync_api import Locator, expect

from beenthere.core import clock
from beenthere.experience.models import LivedExperience, Part
from beenthere.experience.words import LANGUAGES, LISTED, WAYS
from beenthere.meetings.models import HEADINGS
from beenthere.people.models import Person
from beenthere.plans.models import Pace, Rating
from beenthere.work.kinds import PathKind
from tests.journeys.phone import Phone

HOUSE = "Phare"
SHARED_WORD = LISTED["back-to-work"].label
LIVED, IN_THE_WAY = LivedExperience.Kind.LIVED, LivedExperience.Kind.IN_THE_WAY


class Someone(Phone):
    """Anybody with a phone."""

    name: str
    passphrase = ""
    sign_in_word = ""
    id: UUID

    def joins(self) -> None:
        """From the form to the card; the site's own passphrase is taken."""
        self.writes(self.name, into="A name to be called by")
        self.writes(self.name, into="A word for signing in")
        self.passphrase = self.page.locator("label strong.code").inner_text()
        self.ticks("I am 16 or older")
        self.presses("Join and see my card")
        self.sign_in_word = self.page.locator(".big-word").inner_text()
        expect(self.page.locator(".codes li")).to_have_count(10)
        self.presses("I have my card. Put it away and go on")
        self.id = Person.objects.latest("joined_at").pk

    def joins_from_the_front_page(self) -> None:
        self.opens("/")
        self.follows("Find a peer supporter", context="button")
        self.joins()
        self.is_on("Hello %(name)s", name=self.name)

    def signs_out_and_in_again(self) -> None:
        self.goes_to("Me")
        self.presses("Sign out")
        self.follows("Sign in", context="short")
        self.writes(self.sign_in_word, into="Your sign-in word")
        self.writes(self.passphrase, into="Your passphrase")
        self.presses("Sign in", whole=True)
        self.is_on("Hello %(name)s", name=self.name)

    def has_a_letter(self, words: str) -> None:
        self.goes_to("Letters")
        self.sees(words)

    def tells(self, part: Part, *choices: object) -> None:
        """Tick something under one part of “about me”."""
        self.goes_to("Me")
        self.follows("About me")
        self.follows(f"{self.say('Tell')} {self.say(part.label)}")
        for choice in choices:
            self.ticks(choice)  # type: ignore[arg-type]
        self.presses("Save", whole=True)

    def tells_what_was_lived(self, shown: LivedExperience.Shown, *, kind: LivedExperience.Kind, own: str = "") -> None:
        self.goes_to("Me")
        self.follows("What I have lived through")
        self.follows(f"{self.say('Choose words')} {self.say(kind.label)}")
        self.ticks(SHARED_WORD)
        self.writes(own, into="In your own words")
        self.ticks(shown.label)
        self.presses("Save", whole=True)
        self.sees("Saved. Below stands who sees what.")


class Coordinator(Someone):
    """Chloé, who keeps the peer support of an organisation going."""

    name = "Chloé"

    def sets_up_the_place(self, code: str) -> None:
        """From nothing to an organisation, with the code that the server printed."""
        self.opens("/setup/")
        self.follows("Make my account")
        self.joins()
        self.writes(code, into="The set-up code")
        self.writes(HOUSE, into="What is your organisation called?")
        self.picks("Ontario", for_="Where is it?")
        self.ticks("Me, until we have somebody else")
        self.presses("Make it")
        self.is_on("The desk")

    def invites_a_supporter(self) -> str:
        """Print a card; returns the code that stands on it."""
        self._goes_to_the_desk()
        self.follows("Invite somebody")
        self.presses("Make the invitation")
        return self.page.locator(".code.large").inner_text()

    def says_yes_to_the_offer_of(self, name: str) -> None:
        self._goes_to_the_desk()
        self.follows(name)
        self.is_on("%(name)s offers support", name=name)
        self.does_not_see(SHARED_WORD)
        self.presses("Yes")
        self.sees("You said yes. They get a letter, and may now be suggested.")

    def sees_that_somebody_waits(self, name: str, must: str) -> None:
        self._goes_to_the_desk()
        line = self.main.locator("li.card").filter(has_text=name)
        expect(line).to_contain_text(self.say("asked today"))
        expect(line).to_contain_text(self.say(must))

    def sees_a_late_answer_of(self, name: str, days: int) -> None:
        self._goes_to_the_desk()
        one, many = "%(name)s was asked %(days)s day ago", "%(name)s was asked %(days)s days ago"
        self.reads(self.say_number(one, many, days, name=name, days=days))

    def sees_who_has_room(self, name: str, room: int, capacity: int) -> None:
        self._goes_to_the_desk()
        line = self.main.locator("li").filter(has_text=name)
        expect(line).to_contain_text(self.say("room for %(room)s of %(capacity)s", room=room, capacity=capacity))

    def no_longer_sees(self, name: str) -> None:
        self._goes_to_the_desk()
        self.does_not_read(name)

    def _goes_to_the_desk(self) -> None:
        self.goes_to("Today")
        self.follows("Go to the desk")


class Supporter(Someone):
    """Somebody who has been there and offers support."""

    def __init__(self, *args: object, name: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.name = name

    def comes_with_the_code(self, code: str) -> None:
        """Type the code of the printed card, join, and accept."""
        self.opens("/invitation/")
        self.writes(code.lower().replace("-", " "), into="The code on your card")
        self.presses("Open it")
        self.is_on("%(name)s invites you", name=HOUSE)
        self.follows("Make my account")
        self.joins()
        self.presses("Yes, I accept")
        self.sees("You are in. Welcome to %(name)s.", name=HOUSE)

    def tells_what_he_brings(self) -> None:
        self.tells(Part.LANGUAGES, LANGUAGES["en"], LANGUAGES["fr"])
        self.tells(Part.WAYS, WAYS["phone"], WAYS["video"])
        self.tells_what_was_lived(LivedExperience.Shown.ON_OFFER, kind=LIVED)

    def offers_support(self) -> None:
        self.goes_to("Me")
        self.follows("Support that I offer")
        self.ticks("I found a job")
        self.ticks(HOUSE)
        self.presses("Make this offer")
        self.sees("Your offer is kept.")

    def asks_first(self, name: str, question: str) -> None:
        self._opens_the_ask_of(name)
        self.follows("May I ask something first?")
        self.writes(question, into="What would you like to know?")
        self.presses("Ask", whole=True)
        self.reads(question)

    def says_yes(self, name: str, *, after_reading: str) -> None:
        self._opens_the_ask_of(name)
        self.reads(after_reading)
        self.presses("Yes", whole=True)
        self.is_on("You and %(other)s", other=name)

    def finds_that_his_turn_has_passed(self, name: str) -> None:
        self.goes_to("Supporter", context="place")
        self.follows("Who asks you")
        self.sees("Nobody is waiting for your answer.")
        self.has_a_letter("Seven days have passed, so we have asked somebody else. No harm done. Do you need a rest?")

    def changes_the_agreement(self, name: str, part: str, words: str) -> None:
        self.goes_to("Supporter", context="place")
        self.follows("Open", whole=False)
        self.follows("Our agreement")
        self.sees("%(name)s wrote it.", name=name)
        self.follows("Change it")
        self.writes(words, into=HEADINGS[part])
        self.presses("Keep this")
        self.reads(words)

    def reads_and_answers(self, read: str, answer: str) -> None:
        self.goes_to("Me")
        self.follows("Messages")
        self.main.get_by_role("heading", level=2).get_by_role("link").click()
        self.reads(read)
        self.writes(answer, into="Your words")
        self.presses("Send")
        self.reads(answer)

    def reads_about(self, name: str, words: str) -> None:
        self.goes_to("Supporter", context="place")
        self.follows("Open")
        self.follows("About %(other)s", other=name)
        self.is_on(name)
        self.reads(words)

    def reads_the_path_of(self, name: str, aim: str, *, but_not: tuple[str, ...]) -> None:
        """Where it leads is told on its own screen, where the look is written down, and nowhere before."""
        self.goes_to("Today")
        self.does_not_read(aim)
        self.follows("A path of %(name)s’s", name=name)
        self.is_on(aim)
        for words in but_not:
            expect(self.page.locator("body")).not_to_contain_text(words)

    def suggests_a_step(self, name: str, text: str) -> None:
        self.goes_to("Today")
        self.follows("A path of %(name)s’s", name=name)
        self.follows("Suggest a step")
        self.writes(text, into="Which step would you suggest?")
        self.presses("Suggest it")
        self.reads(text)

    def can_no_longer_open(self, path: str) -> None:
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == 404
        self.goes_to("Today")

    def can_only_read_what_was(self, said: str) -> None:
        self.goes_to("Me")
        self.follows("Messages")
        self.main.get_by_role("heading", level=2).get_by_role("link").click()
        self.sees("You can no longer write to each other here. What was written stays for you to read.")
        self.reads(said)

    def sees_that_she_has_left(self, *, gone: tuple[str, ...]) -> None:
        self.goes_to("Me")
        self.follows("Messages")
        self.follows("Somebody who erased their account")
        self.sees("erased with its author’s account")
        for words in gone:
            self.does_not_read(words)

    def _opens_the_ask_of(self, name: str) -> None:
        self.goes_to("Today")
        self.follows("Read and answer")
        self.is_on("%(name)s would like to walk with you", name=name)


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
        self.sees("You answered. It is their turn.")

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
        self.follows(f"{self.say('Do not suggest this person to me')} ({name})")
        self.presses("Block quietly")
        self.sees("You two are kept apart from now on. Nobody is told.")
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
        self.sees("No piece of yours is shared just now.")

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


class Outsider(Someone):
    """Dana, who has an account and nothing to do with anybody."""

    name = "Dana"

    def finds_nothing_at(self, paths: set[str]) -> None:
        """Neither looking nor sending leads anywhere, whatever the address does for others."""
        self.goes_to("Me")
        token = self.page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
        here = "/".join(self.page.url.split("/")[:3])
        for path in sorted(paths):
            looked = self.page.request.get(path, max_redirects=0).status
            sent = self.page.request.post(
                path, form={"csrfmiddlewaretoken": token}, headers={"origin": here}, max_redirects=0
            ).status
            assert looked in {404, 405}, f"Dana looked at {path}: {looked}"
            assert sent in {404, 405}, f"Dana sent to {path}: {sent}"
            assert 404 in {looked, sent}, f"Dana was told nothing of {path}: {looked}, {sent}"

    def sees_nothing_of(self, words: tuple[str, ...], paths: set[str]) -> None:
        """Nor do the addresses that everybody has say a word of hers."""
        for path in sorted(paths):
            text = self.page.request.get(path).text()
            for each in words:
                assert each not in text, f"Dana read “{each}” at {path}"


def in_days(days: int) -> dt.date:
    return clock.today() + dt.timedelta(days=days)
