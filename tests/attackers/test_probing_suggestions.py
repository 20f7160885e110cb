"""Somebody probes the suggestions for hidden words, places and names, with ten accounts and for weeks.

What they can learn is shown by a bound: of what is hidden, nothing at all (two worlds that differ only in hidden facts
give all ten accounts the same bytes); of names, fifteen supporters a week for each account; of places, as far as their
owners let it be told how near they are, a number of cells that the limits of core/limits.py keep small.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from beenthere.consent.actions import block
from beenthere.core import clock, limits
from beenthere.core.places import PROVINCES, Area, band, parse_area, places
from beenthere.experience import reads as experience
from beenthere.experience.models import AboutMe, LivedExperience, Shown
from beenthere.matching import ranking
from beenthere.matching.models import MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.tests import make as orgs
from beenthere.people.models import Person
from beenthere.people.tests import make as people
from tests.attackers.tries import undone

pytestmark = pytest.mark.sqlite_only
BEGAN = dt.datetime(2027, 1, 4, 15, tzinfo=dt.UTC)
ACCOUNTS, SUPPORTERS, WEEKS = 10, 18, 2
PLACES = ["Ottawa", "Sudbury", "Whitehorse", "Moncton"]
MUSTS = [{"must_within": "same_area"}, {"not_my_town": "on"}, {"nice_near": "on"}, {"must_ways": ["phone"]}]
TAGS = ["back-to-school", "back-to-work"]


@pytest.fixture
def offers(db: None) -> list[Offer]:
    """Supporters with something to tell and something to hide."""
    with clock.at(BEGAN):
        chloe, phare = orgs.coordinator("Chloé", "Phare")
        made = make.supporters(SUPPORTERS, phare, chloe, capacity=9)
        for number, offer in enumerate(made):
            make.about(offer.supporter, languages=["en"], ways=["phone"], shown="asked")
            if number % 3 == 0:
                make.about(offer.supporter, area=parse_area(PLACES[number % 4]).code, shown="asked")
    return made


@pytest.fixture
def accounts(offers: list[Offer]) -> list[MatchRequest]:
    """Ten accounts of one asker; the seed that breaks ties is the request's, so the requests stay the same."""
    with clock.at(BEGAN):
        return [make.request(people.person(f"Account {number}")) for number in range(ACCOUNTS)]


def hide_things(offers: list[Offer]) -> None:
    """Everything that a supporter may hide: words, places, languages, free hours, and whom they keep away."""
    for number, offer in enumerate(offers):
        shown = "me" if number % 2 else "after_yes"
        make.lived(offer.supporter, "Back to school", "a long absence", shown=shown)
        make.about(offer.supporter, words="I live behind the mill", free=["mon-evening"], shown=shown)
        if number % 3:
            make.about(offer.supporter, area=parse_area(PLACES[number % 4]).code, shown=shown)


def asked_again_and_again(account: MatchRequest, week: int, number: int) -> list[bytes]:
    """One evening of one account: another area, other words, other musts, and a look after each."""
    client, seen = people.signed_in(account.person), []
    area = PLACES[(week + number) % len(PLACES)]
    tags = {"codes": TAGS[: number % 3], "new_own": "a long absence" if (week + number) % 2 else "", "shown": "me"}
    client.post(reverse("experience:part", args=["area"]), {"value": area, "shown": "me"})
    client.post(reverse("experience:choose", args=["lived"]), tags)
    for musts in (MUSTS[(week + number) % 4], MUSTS[(week + number + 2) % 4]):
        client.post(reverse("matching:change", args=[account.pk]), musts)
        seen.append(page_of(client, account))
        client.post(reverse("matching:look-again", args=[account.pk]), {"others": "yes"})
        seen.append(page_of(client, account))
    return seen


def page_of(client: Client, account: MatchRequest) -> bytes:
    page = client.get(reverse("matching:suggestions", args=[account.pk]))
    return re.sub(rb'name="(csrfmiddlewaretoken|page_of)" value="[^"]*"', b"", page.content)


def weeks_of(accounts: list[MatchRequest], *, weeks: int = WEEKS) -> list[list[bytes]]:
    """Everything that the ten accounts see, week by week."""
    found = []
    for week in range(weeks):
        with clock.at(BEGAN + dt.timedelta(days=8 * (week + 1))):
            evenings = [asked_again_and_again(each, week, number) for number, each in enumerate(accounts)]
        found.append([page for evening in evenings for page in evening])
    return found


def worlds(accounts: list[MatchRequest], deed: Callable[[], None]) -> tuple[list[list[bytes]], list[list[bytes]]]:
    """The same weeks in two worlds, of which the second is different by a deed."""
    with undone():
        before = weeks_of(accounts, weeks=1)
    with undone():
        with clock.at(BEGAN):
            deed()
        return before, weeks_of(accounts, weeks=1)


def test_what_supporters_hide_changes_no_byte_for_any_account(
    accounts: list[MatchRequest], offers: list[Offer]
) -> None:
    with_nothing, with_all = worlds(accounts, lambda: hide_things(offers))
    assert len({page for week in with_nothing for page in week}) > 15, "the accounts do see different things"
    assert with_all == with_nothing


def test_ten_accounts_see_fifteen_names_a_week_each(accounts: list[MatchRequest]) -> None:
    for week in weeks_of(accounts):
        pages = len(week) // ACCOUNTS
        for number in range(ACCOUNTS):
            mine = b"".join(week[number * pages : (number + 1) * pages])
            assert 5 <= len(set(re.findall(rb"Supporter \d+", mine))) <= ranking.SHOWN_IN_A_WEEK


def test_no_account_finds_a_supporter_by_asking_for_a_hidden_word(
    accounts: list[MatchRequest], offers: list[Offer]
) -> None:
    """A must is kept by what is known; hiding is not knowing, so the page is that of nobody at all."""
    hide_things(offers)
    account = accounts[0]
    make.lived(account.person, "a long absence", shown="me")
    client = people.signed_in(account.person)
    form = client.get(reverse("matching:change", args=[account.pk])).content.decode()
    mark = re.findall(r'name="must_experiences" value="([^"]+)"', form)
    client.post(reverse("matching:change", args=[account.pk]), {"must_experiences": mark})
    assert mark
    assert re.findall(rb"Supporter \d+", page_of(client, account)) == []


def test_whom_a_supporter_keeps_away_looks_like_one_who_rests(
    accounts: list[MatchRequest], offers: list[Offer]
) -> None:
    one = offers[0]
    strangers = [account.person for account in accounts]
    _, kept_away = worlds(accounts[:4], lambda: _keep_away(one, strangers))
    _, resting = worlds(accounts[:4], lambda: _rest(one))
    assert kept_away == resting


def _keep_away(offer: Offer, strangers: list[Person]) -> None:
    for stranger in strangers:
        block(by=offer.supporter_id, whom=stranger.pk)


def _rest(offer: Offer) -> None:
    Offer.objects.filter(pk=offer.pk).update(paused_at=BEGAN)


def cells(areas_told: int) -> tuple[int, int]:
    """Of all places known by name: the cells that so many well-chosen areas tell apart, and places alone in one."""
    known = [parse_area(place.code) for place in places()]
    asked = [*known, *(parse_area(province) for province in PROVINCES)]
    told: dict[str, tuple[str, ...]] = {area.code: () for area in known}
    for _ in range(areas_told):
        best = max(asked, key=lambda area: len(set(_with(told, known, area).values())))
        told = _with(told, known, best)
    sizes = Counter(told.values())
    return len(sizes), sum(size == 1 for size in sizes.values())


def _with(told: dict[str, tuple[str, ...]], known: list[Area], area: Area) -> dict[str, tuple[str, ...]]:
    return {each.code: (*told[each.code], band(area, each).value) for each in known}


def areas_in(weeks: int, accounts: int) -> int:
    """How many areas so many accounts may tell by the end of a week that began with all their turns."""
    return accounts * (limits.AREA.at_once + int(weeks * 7 * 24 * 3600 / limits.AREA.seconds))


def test_the_bound_of_what_ten_accounts_learn_of_places_is_what_the_threats_say() -> None:
    """Only of supporters who let it be told how near they are, and only of those whom an account is shown."""
    one, ten = cells(areas_in(0, 1)), cells(areas_in(0, ACCOUNTS))
    assert (areas_in(0, 1), areas_in(0, ACCOUNTS), areas_in(1, 1)) == (3, 30, 4)
    assert one == (7, 4)
    assert ten[0] <= 40
    assert ten[1] <= 34
    assert cells(areas_in(3, ACCOUNTS)) == (64, 64), "after three weeks, nothing of it is left to learn"


@pytest.mark.django_db
def test_no_account_tells_more_areas_than_the_bound_says(monkeypatch: pytest.MonkeyPatch) -> None:
    with clock.at(BEGAN):
        client = people.signed_in(people.person("Account"))
    monkeypatch.setattr(settings, "LIMITS_HOLD", True)
    taken = 0
    for hour in range(0, 24 * 7, 6):
        with clock.at(BEGAN + dt.timedelta(hours=hour)):
            client.force_login(Person.objects.get())
            place = {"value": places()[hour // 6].name_en, "shown": "me"}
            answer = client.post(reverse("experience:part", args=["area"]), place)
            taken += answer.status_code == 302
    assert taken == areas_in(0, 1)


def test_it_bites_where_a_hidden_word_counts(
    accounts: list[MatchRequest], offers: list[Offer], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = experience._facts

    def careless(row: AboutMe | None, shown: set[Shown], **words: Any) -> Any:
        lived = LivedExperience.objects.filter(person=row.person_id if row else None)
        return told(row, shown, **words | {"on_offer": frozenset(each.keyed_token() for each in lived)})

    monkeypatch.setattr(experience, "_facts", careless)
    with_nothing, with_all = worlds(accounts[:4], lambda: hide_things(offers))
    assert with_all != with_nothing


def test_not_even_the_database_lets_a_hidden_word_have_a_token(offers: list[Offer]) -> None:
    hide_things(offers)
    with pytest.raises(IntegrityError), transaction.atomic():
        LivedExperience.objects.update(token="of a hidden word")


def test_it_bites_where_a_hidden_place_counts(
    accounts: list[MatchRequest], offers: list[Offer], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = experience._facts
    monkeypatch.setattr(experience, "_facts", lambda row, _shown, **words: told(row, set(Shown), **words))
    with_nothing, with_all = worlds(accounts[:4], lambda: hide_things(offers))
    assert with_all != with_nothing
