"""An address that somebody made up shows a page or says that there is none; it breaks nothing."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from beenthere.people.tests.make import signed_in
from tests.guards.test_access_matrix import address_of, addresses
from tests.world import World, arguments

NAMES = ["q", "page", "before", "occupation", "kind", "path", "province", "next", "all"]
ODD = ["\0", "9" * 30, "0001-01-01T00:00:00+14:00", "é" * 3000]
PLACES = ["training/%00/", "work/%00/", "invitation/%00/", "me/about/%00/", "organisations/%F0%9F%98%80/", "%0d%0ax"]

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def client(world: World) -> Client:
    client = signed_in(world.amara)
    client.raise_request_exception = False
    return client


def test_no_query_and_no_odd_place_breaks_a_page(world: World, client: Client) -> None:
    known = arguments(world)
    pages = [address_of(name, parameters, known) for name, parameters in set(addresses()) - {("home:leave", ())}]
    odd = [f"{page}?{urlencode(dict.fromkeys(NAMES, each))}" for page in pages for each in ODD]
    odd += [f"/fr/{place}" for place in PLACES]
    assert [address for address in odd if client.get(address).status_code >= 500] == []
