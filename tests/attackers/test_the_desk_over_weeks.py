"""A coordinator builds a picture: she keeps every desk of eight weeks. What she can know is shown by a bound.

Two worlds that differ in everything a desk may not tell (what was lived through, own words, places, whom somebody
asked and who passed, other organisations) give her the same bytes on each of the days. So whatever she puts
together from her pages is put together from names, waits and musts.
"""

import datetime as dt
import html
import re
from collections import Counter
from dataclasses import dataclass

import pytest
from django.urls import reverse

from beenthere.consent.models import Look
from beenthere.core import clock
from beenthere.desk.apps import DESK_LINE
from beenthere.experience.actions import choose_words, tell
from beenthere.matching import actions, wording
from beenthere.matching.models import Ask, MatchRequest, Offer
from beenthere.matching.models.offers import Offer as OfferRow
from beenthere.matching.tests import make
from beenthere.matching.wishes import Wishes
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests import make as people
from tests.attackers.tries import undone

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
BEGAN = dt.datetime(2027, 1, 4, 15, tzinfo=dt.UTC)
WEEKS = 8
NAMES = ["Aster", "Birch", "Cedar", "Daisy", "Elder", "Fern"]
HIDDEN = {"words": "A winter in a shelter", "area": "sudbury-on", "ask": "Please be patient with me"}
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass
class House:
    """An organisation, its coordinator, one more organisation, and a supporter whose answers do not count here."""

    chloe: Person
    here: Organisation
    elsewhere: Organisation
    offer: OfferRow


@pytest.fixture
def house() -> House:
    with clock.at(BEGAN):
        chloe, here = orgs.coordinator("Chloé", "Phare")
        otto, elsewhere = orgs.coordinator("Otto", "Kettle")
        offer = make.offer(people.person("Benoît"), elsewhere, otto, capacity=8)
    return House(chloe, here, elsewhere, offer)


def waits(name: str, house: House, *, hidden: bool) -> None:
    """Somebody asks and lets the desk know; with everything that a desk may not tell, or without."""
    asker = people.person(name)
    told = [house.here]
    if hidden:
        choose_words(by=asker, kind="lived", codes=set(), keep_own=set(), new_own=[HIDDEN["words"]], shown="on_offer")
        tell(by=asker, part="words", value=HIDDEN["words"], shown="asked")
        tell(by=asker, part="area", value=HIDDEN["area"], shown="asked")
        told.append(house.elsewhere)
    words = HIDDEN["ask"] if hidden else ""
    request = make.request(asker, words=words, organisations=told, must_languages=("fr",), not_my_town=name == "Fern")
    if hidden:
        actions.choose_supporters(by=asker, request=request, ranked=list(Offer.objects.visible_to(asker)))


def days() -> list[dt.datetime]:
    return [BEGAN + dt.timedelta(days=day) for day in range(WEEKS * 7)]


def pages_over_weeks(house: House, *, hidden: bool) -> list[str]:
    """Her desk on each day. Somebody comes each week, somebody leaves each fortnight; in between, supporters pass."""
    pages, coming = [], list(NAMES)
    for number, day in enumerate(days()):
        with clock.at(day):
            if number % 7 == 0 and coming:
                waits(coming.pop(0), house, hidden=hidden)
            if number % 14 == 13:
                first = MatchRequest.objects.open().order_by("opened_at").first()
                assert first
                actions.withdraw_request(by=first.person, request=first)
            for ask in Ask.objects.filter(state="asked")[: number % 2]:
                actions.pass_on(by=ask.supporter, ask=ask, text="Not now")
            page = people.signed_in(house.chloe).get(reverse("desk:desk")).content.decode()
        pages.append(re.sub(r'name="(csrfmiddlewaretoken|page_of)" value="[^"]*"', "", page))
    return pages


def test_what_a_desk_may_not_tell_changes_no_byte_in_eight_weeks(house: House) -> None:
    with undone():
        silent = pages_over_weeks(house, hidden=False)
    with undone():
        told = pages_over_weeks(house, hidden=True)
    assert len(set(silent)) > WEEKS, "the desk does change from day to day"
    assert told == silent


def test_all_that_is_read_in_eight_weeks_are_names_waits_and_musts(house: House) -> None:
    with undone():
        pages = pages_over_weeks(house, hidden=True)
    lines = {line for page in pages for line in re.findall(r'<li class="card">(.*?)</ul>\s*</li>', page, re.DOTALL)}
    read = {" ".join(html.unescape(re.sub(r"<[^>]+>", " ", line)).split()) for line in lines}
    wait = r"(asked today|has waited \d+ days?)"
    musts = r"What must be so: French( Does not live in their town)?"
    assert len(read) > 40
    assert [line for line in read if not re.fullmatch(rf"({'|'.join(NAMES)}) · {wait} {musts}", line)] == []


def test_no_id_on_the_desk_leads_to_another_screen_of_whoever_waits(house: House) -> None:
    waits("Aster", house, hidden=True)
    page = people.signed_in(house.chloe).get(reverse("desk:desk")).content.decode()
    theirs = {str(pk) for table in (Person, MatchRequest, Ask) for pk in table.objects.values_list("pk", flat=True)}
    theirs.discard(str(house.chloe.pk))
    assert "Aster" in page
    assert set(ID.findall(page)) & theirs == set()


def test_each_day_on_which_she_looked_stands_in_the_read_log_of_whoever_waited(house: House) -> None:
    with undone():
        pages = pages_over_weeks(house, hidden=True)
        looks = Counter(Look.objects.filter(reader=house.chloe.pk, what=DESK_LINE).values_list("owner", flat=True))
        names = {str(person): looks[person.pk] for person in Person.objects.filter(pk__in=looks)}
    assert names == {name: sum(f"<strong>{name}</strong>" in page for page in pages) for name in NAMES}


@pytest.mark.parametrize("slip", ["the words ticked for whom they ask", "the words themselves"])
def test_it_bites_where_a_line_tells_more(house: House, slip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    careful = wording.musts_in_words

    def careless(wishes: Wishes) -> list[str]:
        lived = {"the words themselves": HIDDEN["words"]}.get(slip, HIDDEN["ask"])
        return [*careful(wishes), lived]

    monkeypatch.setattr(wording, "musts_in_words", careless)
    with pytest.raises(AssertionError):
        test_all_that_is_read_in_eight_weeks_are_names_waits_and_musts(house)
