"""Who walks through the journeys, and what they do: through the screens alone, each sentence one or two screens."""

import datetime as dt
from uuid import UUID

from playwright.sync_api import expect

from beenthere.core import clock
from beenthere.experience.models import LivedExperience, Part
from beenthere.experience.words import LANGUAGES, LISTED, WAYS
from beenthere.meetings.models import HEADINGS
from beenthere.people.models import Person
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
