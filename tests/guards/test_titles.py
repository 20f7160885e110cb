"""Browsers write the title of a page into their history, where whoever uses the device next can read it."""

import html
import re

import pytest

from beenthere.experience.models import LivedExperience
from beenthere.people.tests.make import signed_in
from tests.guards.test_access_matrix import address_of, addresses
from tests.world import PRIVATE, World, arguments

pytestmark = pytest.mark.sqlite_only
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def titles(world: World, who: str) -> dict[str, str]:
    """The title of each page that this person can open."""
    client, known, found = signed_in(world.people()[who]), arguments(world), {}
    for name, parameters in sorted(set(addresses()) - {("home:leave", ())}):
        page = client.get(address_of(name, parameters, known))
        if page.get("Content-Type", "").startswith("text/html") and (title := TITLE.search(page.content.decode())):
            found[name] = html.unescape(title[1])
    return found


@pytest.mark.parametrize("who", ["amara", "benoit", "emile", "farah", "chloe"])
def test_no_title_holds_what_somebody_wrote(world: World, who: str) -> None:
    written = {*PRIVATE.values(), *(row.label for row in LivedExperience.objects.filter(person=world.amara))}
    found = titles(world, who)
    assert len(found) > 20
    assert {name for name, title in found.items() for sentence in written if sentence in title} == set()


def test_a_title_that_holds_them_is_noticed(world: World) -> None:
    """The heading of a step is the step itself: only the name in the history differs."""
    page = signed_in(world.amara).get(address_of("plans:step", ("step_id",), arguments(world))).content.decode()
    assert f"<h1>{PRIVATE['step']}</h1>" in html.unescape(page)
