"""The main road: Amara finds somebody who has been there, and directs her own plan.

Everybody walks on their own phone and through the screens alone. Only three things are not done on a screen: the
server prints its set-up code, days pass, and somebody looks into the database for what erasing left behind.
"""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.db import connection
from django.db.models import F
from playwright.sync_api import Browser

from beenthere.core import clock, jobs, keys
from beenthere.core.models import PeriodicRun
from beenthere.directory.seed import load_seed as load_organisations
from beenthere.experience.models import LivedExperience
from beenthere.experience.words import WAYS
from beenthere.matching.models import Ask, Match, MatchRequest
from beenthere.orgs.actions import make_setup_code
from beenthere.people.models import Person
from beenthere.training.seed import load_seed as load_trainings
from beenthere.work.kinds import PathKind
from beenthere.work.models import Occupation
from beenthere.work.seed import load_seed as load_occupations
from tests.journeys.peer import Peer
from tests.journeys.people import IN_THE_WAY, Coordinator, Outsider, Supporter, in_days

ABOUT = "I sew curtains, and I am slow before noon."
OWN_WORD = "Sleeping in a borrowed car"
WISH = "Please do not hurry me. Evenings are best."
QUESTION = "Would a walk suit you as well as the phone?"
ANSWER = "A walk is fine, if it is short."
AGREED, AGREED_TOO = "Every second Tuesday, in the evening.", "Either of us says so, kindly, and that is all."
HELLO, HELLO_TOO = "Thank you for saying yes.", "Glad to walk with you."
DREAM = "To bake for my street and to have Sundays."
BAKERY, SCHOOL, GARDEN = "A small bakery", "Evening school", "My balcony garden"
OVEN, VISIT = "Ask about the oven course", "Visit the bakery on Elm Street"
SISTER = "My sister, who drives me on Sundays"
TRAINING, ORGANISATION = "My Next Chapter", "Krasman Centre"
HERS = (ABOUT, OWN_WORD, WISH, ANSWER, HELLO, DREAM, BAKERY, SCHOOL, GARDEN, OVEN, SISTER)


@dataclass
class Story:
    """Everybody in it, and a folder for what Amara takes along."""

    amara: Peer
    benoit: Supporter
    emile: Supporter
    chloe: Coordinator
    dana: Outsider
    folder: Path


@pytest.fixture(
    params=[
        pytest.param(("en", True), marks=pytest.mark.postgresql_only, id="english"),
        pytest.param(("fr", True), id="french"),
        pytest.param(("en", False), id="without_javascript"),
    ]
)
def story(
    request: pytest.FixtureRequest, browser: Browser, live_server: object, tmp_path: Path, db: None
) -> Iterator[Story]:
    """Five phones and an empty place; the public lists are those that ship. Benoît reads French in every run."""
    load_trainings()
    load_organisations()
    load_occupations()
    language, javascript = request.param
    here = str(live_server)
    everybody = Story(
        amara=Peer(browser, here, language=language, javascript=javascript),
        benoit=Supporter(browser, here, language="fr", javascript=javascript, name="Benoît"),
        emile=Supporter(browser, here, language=language, javascript=javascript, name="Émile"),
        chloe=Coordinator(browser, here, language=language, javascript=javascript),
        dana=Outsider(browser, here, language=language, javascript=javascript),
        folder=tmp_path,
    )
    yield everybody
    for one in (everybody.amara, everybody.benoit, everybody.emile, everybody.chloe, everybody.dana):
        one.page.context.close()


@pytest.mark.journey
@pytest.mark.long
def test_a_peer_finds_a_peer_and_directs_her_own_plan(story: Story) -> None:
    chloe_makes_a_place_with_two_supporters(story)
    amara_looks_around_and_joins(story)
    amara_asks_and_is_answered(story)
    amara_and_benoit_agree_and_write(story)
    amara_makes_her_plan(story)
    amara_shares_one_path_and_stops(story)
    dana_finds_nothing(story)
    amara_changes_supporter_and_keeps_everything(story)
    amara_takes_everything_along_and_goes(story)


def chloe_makes_a_place_with_two_supporters(story: Story) -> None:
    story.chloe.sets_up_the_place(make_setup_code())
    for supporter in (story.emile, story.benoit):
        supporter.comes_with_the_code(story.chloe.invites_a_supporter())
        supporter.tells_what_he_brings()
        supporter.offers_support()
        story.chloe.says_yes_to_the_offer_of(supporter.name)
        supporter.has_a_letter("An organisation said yes to your offer of support.")


def amara_looks_around_and_joins(story: Story) -> None:
    amara = story.amara
    amara.reads_the_front_page()
    amara.tries_the_other_language()
    amara.reads_what_peer_support_is()
    amara.sees_the_crisis_lines_of("Ontario")
    amara.searches("Training to become a peer supporter", TRAINING.lower(), TRAINING)
    amara.searches("Organisations run by peers", ORGANISATION.lower(), ORGANISATION)
    amara.searches("Work like anyone’s", occupation(amara), occupation(amara))
    amara.joins_from_the_front_page()
    amara.signs_out_and_in_again()
    amara.tells_about_herself(ABOUT, area="K1N")
    amara.tells_what_was_lived(LivedExperience.Shown.ME, kind=IN_THE_WAY, own=OWN_WORD)


def amara_asks_and_is_answered(story: Story) -> None:
    amara, benoit, emile, chloe = story.amara, story.benoit, story.emile, story.chloe
    amara.asks_for_a_supporter(WISH)
    amara.sees_reasons(emile.name)
    amara.sees_reasons(benoit.name)
    amara.ranks(emile.name, benoit.name)
    chloe.sees_that_somebody_waits(amara.name, must=amara_can_be_phoned(chloe))
    days_pass(3)
    emile.has_a_letter("Somebody has been waiting three days for your answer. A kind “pass” is an answer too.")
    chloe.sees_a_late_answer_of(emile.name, days=3)
    days_pass(4)
    emile.finds_that_his_turn_has_passed(amara.name)
    amara.has_a_letter("Somebody you chose cannot take this on just now. We have asked the next person on your list.")
    benoit.asks_first(amara.name, QUESTION)
    amara.answers_the_question_of(benoit.name, QUESTION, ANSWER)
    benoit.says_yes(amara.name, after_reading=ANSWER)
    amara.has_a_letter("Somebody you chose said yes. You can write to each other now.")
    chloe.no_longer_sees(amara.name)
    chloe.sees_who_has_room(emile.name, room=1, capacity=1)


def amara_and_benoit_agree_and_write(story: Story) -> None:
    amara, benoit = story.amara, story.benoit
    amara.writes_an_agreement(benoit.name, "how_often", AGREED)
    benoit.changes_the_agreement(amara.name, "how_it_ends", AGREED_TOO)
    amara.says_that_the_agreement_suits_her(benoit.name, AGREED_TOO)
    amara.writes_to(benoit.name, HELLO)
    benoit.reads_and_answers(HELLO, HELLO_TOO)
    benoit.reads_about(amara.name, ABOUT)


def amara_makes_her_plan(story: Story) -> None:
    amara = story.amara
    amara.dreams(DREAM)
    amara.starts_a_path(BAKERY, PathKind.SELF_EMPLOYMENT, occupation=occupation(amara), hours="12", a_month="400")
    amara.starts_a_path(SCHOOL, PathKind.LEARNING, hours="6")
    amara.starts_a_path(GARDEN, PathKind.OWN)
    amara.says_how_many_hours_she_has("25")
    amara.lets_a_path_rest(GARDEN)
    amara.adds_a_step(OVEN, serving=(BAKERY, SCHOOL), on=in_days(20))
    amara.sees_her_road(BAKERY, SCHOOL, GARDEN, step=OVEN)
    amara.chooses_from("From the trainings", TRAINING)
    amara.chooses_from("From the organisations", ORGANISATION)
    amara.chooses_in_her_own_words(SISTER)
    amara.says_that_it_helped(SISTER)
    amara.ends_the_support(ORGANISATION)


def amara_shares_one_path_and_stops(story: Story) -> None:
    amara, benoit = story.amara, story.benoit
    hidden = (DREAM, SCHOOL, SISTER, "400")
    amara.shares(BAKERY, benoit.name, until=in_days(100))
    amara.sees_it_as_he_sees_it(benoit.name, BAKERY, but_not=(DREAM, GARDEN, SISTER))
    benoit.reads_the_path_of(amara.name, BAKERY, but_not=hidden)
    benoit.suggests_a_step(amara.name, VISIT)
    amara.makes_the_suggestion_hers(VISIT)
    amara.finishes_a_step(VISIT)
    amara.sees_who_looked(benoit.name, BAKERY)
    benoit.reads_the_path_of(amara.name, BAKERY, but_not=hidden)
    the_path = benoit.path
    amara.stops_sharing(BAKERY)
    benoit.can_no_longer_open(the_path)


def dana_finds_nothing(story: Story) -> None:
    story.dana.joins_from_the_front_page()
    her_own = story.amara.addresses_of_her_own()
    assert len(her_own) > 20
    story.dana.finds_nothing_at(her_own)
    story.dana.sees_nothing_of(HERS, {path for path in story.amara.visited - her_own if path_is_a_screen(path)})


def amara_changes_supporter_and_keeps_everything(story: Story) -> None:
    amara, benoit = story.amara, story.benoit
    amara.changes_supporter(benoit.name)
    benoit.can_only_read_what_was(HELLO)
    amara.blocks(story.emile.name)
    amara.still_has(DREAM, BAKERY, SCHOOL, OVEN, VISIT, SISTER)


def amara_takes_everything_along_and_goes(story: Story) -> None:
    amara = story.amara
    with ZipFile(amara.downloads_everything(story.folder)) as taken:
        page, data = taken.read("index.html").decode(), taken.read("data.json").decode()
    assert [words for words in HERS if words not in page] == []
    assert json.loads(data)
    assert DREAM in data
    match = Match.objects.get(asker_id=amara.id)
    an_old_backup = sealed_dreams()
    amara.erases_her_account()
    story.benoit.sees_that_she_has_left(gone=(HELLO, amara.name))
    match.refresh_from_db()
    assert match.asker_id is None
    assert match.supporter_id == story.benoit.id
    assert an_old_backup
    assert not sealed_dreams()
    assert not keys.has_key(amara.id)
    assert not Person.objects.filter(pk=amara.id).exists()


# What no screen does


def days_pass(days: int) -> None:
    """Move what waits back in time, as if these days had passed, and let the clock strike."""
    passed = dt.timedelta(days=days)
    waiting = Ask.objects.exclude(waiting_since=None)
    waiting.update(asked_at=F("asked_at") - passed, waiting_since=F("waiting_since") - passed)
    MatchRequest.objects.update(opened_at=F("opened_at") - passed)
    PeriodicRun.objects.update(last_at=clock.now() - passed)
    jobs.run_due()


def sealed_dreams() -> list[bytes]:
    """The dreams as they lie in the database, and in any copy of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT dream FROM plans_plan WHERE dream IS NOT NULL")
        return [bytes(row[0]) for row in cursor.fetchall()]


def occupation(reader: Peer) -> str:
    """The title of one occupation in the reader's language."""
    baker = Occupation.objects.get(noc="63202")
    return baker.title_fr if reader.language == "fr" else baker.title_en


def amara_can_be_phoned(reader: Coordinator) -> str:
    words = reader.say(WAYS["phone"])
    return words[:1].lower() + words[1:]


def path_is_a_screen(path: str) -> bool:
    return path.startswith(("/en/", "/fr/")) and "leave" not in path
