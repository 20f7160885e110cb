"""Whatever people type is text: no screen, in either language, and no download lets it become markup.

And no screen shows how a program writes a thing down, which could hold more than was meant to be told.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.urls import translate_url

from beenthere.orgs.models import Organisation
from beenthere.people.actions import change_account
from beenthere.people.download import packed
from beenthere.people.models import Person
from beenthere.people.tests.make import signed_in
from tests import world as worlds
from tests.guards.test_access_matrix import address_of, addresses
from tests.there import visited
from tests.world import World, arguments, build

pytestmark = pytest.mark.sqlite_only
EVIL = "<b id=evil onclick=x>"
# Away from here, and files in which it is text.
NOT_PAGES = {"home:leave", "plans:resume-pdf", "plans:resume-json", "plans:applications-file"}
QUOTED = "evil' x=\"y"  # would end an attribute


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The small world, in which everybody writes markup into every field, names and organisations included."""
    for what, sentence in worlds.PRIVATE.items():
        monkeypatch.setitem(worlds.PRIVATE, what, f"{sentence[:30]} {EVIL} {QUOTED}"[:80])
    with visited("markup", full_of_markup) as found:
        yield found


def full_of_markup() -> World:
    world = build()
    for one in world.people().values():
        rename(one)
    Organisation.objects.update(name=f"Phare {EVIL} {QUOTED}")
    return world


def rename(one: Person) -> None:
    name = f"{one.name} {EVIL} {QUOTED}"
    change_account(by=one, name=name, language=one.language, province=one.province, time_zone=one.time_zone)


# An id in a page's text, a row or a dataclass as Python prints it, a list with its quotes.
PRINTED = re.compile(r"\bUUID\(|object at 0x|QuerySet \[|datetime\.\w+\(|\b[A-Z]\w+\(\w+=|\[(?:&#x27;|&quot;|&lt;)\w")


def printed(page: str) -> list[str]:
    """What of the page is written as a program writes it for itself."""
    return PRINTED.findall(page)


def slips(page: str) -> list[str]:
    """What of the typed markup stands raw in the page."""
    return [raw for raw in (EVIL, "evil' x=\"y", 'evil&#x27; x="y') if raw in page]


def test_nothing_typed_becomes_markup(world: World) -> None:
    known, found, shown = arguments(world), {}, 0
    found_printed = {}
    for who in ("amara", "benoit", "emile", "farah", "chloe"):
        client = signed_in(world.people()[who])
        for name, parameters in sorted(each for each in set(addresses()) if each[0] not in NOT_PAGES):
            address = translate_url(address_of(name, parameters, known), world.people()[who].language)
            page = client.get(address).getvalue().decode("utf-8", "replace")
            shown += "&lt;b id=evil" in page
            found[who, name] = slips(page)
            found_printed[who, name] = printed(page)
    assert shown > 40
    assert {name: raw for name, raw in found.items() if raw} == {}
    assert {name: raw for name, raw in found_printed.items() if raw} == {}


def test_markup_that_slips_through_is_noticed() -> None:
    assert slips(f"<p>{EVIL}</p>") == [EVIL]
    assert slips(f'<input value="{QUOTED}">') != []


@pytest.mark.parametrize(
    "text",
    [
        "Write About(person_id=UUID(&#x27;0&#x27;), words=&#x27;I keep bees&#x27;)", "&lt;Ask object at 0x7f01&gt;",
        "&lt;QuerySet [&lt;Offer: offer&gt;]&gt;", "[&#x27;Amara&#x27;]", "datetime.date(2027, 1, 1)",
    ],
)  # fmt: skip
def test_what_a_program_prints_is_noticed(text: str) -> None:
    assert printed(f"<p>{text}</p>") != []
    assert printed("<p>Benoît (pair aidant) can read “Back to school [draft]” until 1 March (2027).</p>") == []


def test_nothing_typed_becomes_markup_in_the_download(world: World) -> None:
    with zipfile.ZipFile(BytesIO(packed(world.amara))) as file:
        page = file.read("index.html").decode()
        assert [name for name in file.namelist() if name[-5:] in {".html", ".json"}] == ["index.html", "data.json"]
    assert "&lt;b id=evil" in page
    assert slips(page) == []
    assert "<script" not in page
