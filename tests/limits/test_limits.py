"""Every form of the house has a limit; whoever is too fast is told when it works again and loses nothing."""

import datetime as dt
import html
import json
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from beenthere.core import clock, limits
from beenthere.core.limits import Limit
from beenthere.experience.actions import tell
from beenthere.people.models import Person
from beenthere.people.tests import make
from beenthere.talk.models import Message
from tests.guards.test_access_matrix import address_of
from tests.world import World, arguments

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
JOIN = {"sign_in_word": "reader", "sixteen": "on", "offered": "", "which": "own", "own": "a quiet sentence of mine"}


@pytest.fixture(autouse=True)
def hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LIMITS_HOLD", True)


def patterns(resolver: URLResolver | None = None) -> list[tuple[str, URLPattern]]:
    found = []
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLPattern):
            found.append((f"{getattr(resolver, 'namespace', None) or ''}:{each.name}", each))
        else:
            found += patterns(each)
    return found


def limits_of_the_house() -> dict[str, Limit]:
    return {name: getattr(each.callback, "limit", limits.FORM) for name, each in patterns()}


def test_what_can_be_abused_has_a_limit_of_its_own() -> None:
    own = {name: limit.name for name, limit in limits_of_the_house().items() if limit is not limits.FORM}
    assert own.items() >= {
        "talk:with": "writing", "matching:ask": "asking", "matching:change": "asking", "matching:look-again": "asking",
        "desk:invite": "inviting", "orgs:enter-code": "codes", "orgs:accept": "codes",
    }.items()  # fmt: skip


def test_no_limit_makes_anybody_wait_for_long_but_that_of_places() -> None:
    """A wait is for one turn: three minutes at most, so that no class in a library is shut out."""
    every = {limit.name: limit.seconds for limit in vars(limits).values() if isinstance(limit, Limit)}
    assert {name for name, seconds in every.items() if seconds > 180} == {"area"}
    assert all(limit.at_once >= 3 for limit in vars(limits).values() if isinstance(limit, Limit))


def refused_at(client: Client, address: str, typed: dict[str, str], most: int) -> int | None:
    """At which try the form was refused for being too fast."""
    for number in range(1, most + 1):
        if client.post(address, typed).status_code == 429:
            return number
    return None


@pytest.mark.parametrize("name", ["talk:with", "plans:dream", "desk:invite", "matching:ask", "orgs:enter-code"])
def test_one_more_than_the_limit_allows_is_refused(world: World, name: str) -> None:
    who = world.chloe if name.startswith("desk") else world.amara
    known = arguments(world) | {"talk:with/person_id": world.benoit.pk}
    parameters = ("person_id",) if name == "talk:with" else ()
    limit = limits_of_the_house()[name]
    with clock.at(NOON):
        address = address_of(name, parameters, known)
        assert refused_at(make.signed_in(who), address, {"code": "AAAA"}, limit.at_once + 1) == limit.at_once + 1


@pytest.mark.parametrize(("language", "title"), [("en", "A little slower, please"), ("fr", "Un peu plus lentement")])
def test_whoever_is_too_fast_is_told_when_and_loses_nothing(
    world: World, language: str, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_after", _never)
    with translation.override(language):
        address = reverse("talk:with", args=[world.benoit.pk])
    before = Message.objects.count()
    page = make.signed_in(world.amara).post(address, {"text": "A long letter about the sea and more"})
    told = page.content.decode()
    assert (page.status_code, page.headers["Retry-After"]) == (429, "90")
    assert title in told
    assert "2 minutes" in told
    assert "A long letter about the sea and more</textarea>" in told
    assert Message.objects.count() == before


def test_where_a_part_of_a_page_is_asked_for_the_sentence_is_shown_too(world: World) -> None:
    """htmx leaves an answer with an error alone unless it is told otherwise."""
    page = make.signed_in(world.amara).get(reverse("plans:plan")).content.decode()
    told = json.loads(html.unescape(re.search(r"name=\"htmx-config\" content='([^']+)'", page)[1]))  # type: ignore[index]
    shown = [each["code"] for each in told["responseHandling"] if each["swap"]]
    assert all(any(re.fullmatch(code, status) for code in shown) for status in ("200", "422", "429"))


def _never(limit: Limit, used: float, now: float) -> dt.datetime:
    raise limits.TooFast(90)


def join(client: Client, number: int) -> int:
    typed = JOIN | {"name": f"Reader {number}", "form_key": f"00000000-0000-4000-8000-{number:012}"}
    return client.post(reverse("people:join"), typed).status_code


def test_a_class_in_a_library_joins_and_a_machine_waits() -> None:
    """Twenty at once from one network; then one each three minutes, and other networks notice nothing."""
    with clock.at(NOON):
        joined = [join(Client(REMOTE_ADDR="192.0.2.9"), number) for number in range(22)]
        elsewhere = join(Client(REMOTE_ADDR="192.0.2.10"), 50)
    with clock.at(NOON + dt.timedelta(minutes=3)):
        next_ = join(Client(REMOTE_ADDR="192.0.2.9"), 60)
    assert joined == [302] * 20 + [429] * 2
    assert (elsewhere, next_) == (302, 302)
    assert Person.objects.count() == 22


def test_what_was_typed_to_join_stays_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "JOINING", Limit("joining", 0, 180))
    typed = JOIN | {"name": "Reader", "form_key": "00000000-0000-4000-8000-000000000000"}
    page = Client().post(reverse("people:join"), typed)
    assert page.status_code == 429
    assert 'value="Reader"' in page.content.decode()
    assert "Wait 3 minutes, then send this again." in page.content.decode()


def test_searching_without_end_is_slowed_and_writes_no_row(
    django_assert_num_queries: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SEARCHING", Limit("searching", 2, 60))
    client = Client(REMOTE_ADDR="192.0.2.77")
    answers = [client.get(reverse("training:list"), {"q": "peer"}).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert client.get(reverse("training:list")).status_code == 200, "only searches are counted"


def test_an_area_may_be_told_three_times_then_once_a_week(world: World) -> None:
    address = reverse("experience:part", args=["area"])
    places = ["Ottawa", "Sudbury", "Ottawa", "Sudbury"]
    with clock.at(NOON):
        client = make.signed_in(world.dana)
        told = [client.post(address, {"value": place, "shown": "me"}).status_code for place in places]
        again = client.post(address, {"value": "Ottawa", "shown": "asked"}).status_code
        taken_back = client.post(address, {"value": "", "shown": "me"}).status_code
    with clock.at(NOON + dt.timedelta(days=7, seconds=1)):
        later = make.signed_in(world.dana).post(address, {"value": "Sudbury", "shown": "me"}).status_code
    assert told == [302, 302, 302, 429]
    assert (again, taken_back, later) == (302, 302, 302)


def test_it_bites_where_the_limits_do_not_hold(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LIMITS_HOLD", False)
    assert [join(Client(), number) for number in range(22)] == [302] * 22
    for place in ("ottawa-on", "sudbury-on", "ottawa-on", "sudbury-on"):
        tell(by=world.dana, part="area", value=place, shown="me")
