"""A member organisation keeps its own entries, and nobody else does."""

from typing import Any

import pytest
from django.test import Client

from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.directory.actions import confirm_own
from beenthere.directory.models import Service, Status
from beenthere.directory.tests.make import service
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests.make import organisation
from beenthere.people.models import Person
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db
TYPED = {
    "language": "fr", "name": "Halte du matin", "description": "Café et soutien entre pairs.",
    "other_name": "Morning drop-in", "other_description": "Coffee and peer support.", "needs": ["peers"],
    "phone": "613-555-0144", "city": "Ottawa", "province": "ON", "days": ["MO", "TU"], "opens_at": "09:00",
    "closes_at": "12:00", "languages": ["fr"], "cost": "Gratuit", "lived_experience": "on",
}  # fmt: skip


@pytest.fixture
def chloe() -> Person:
    return person("Chloé")


@pytest.fixture
def here(chloe: Person) -> Organisation:
    return organisation("Phare", coordinator=chloe)


def tell(client: Client, here: Organisation, **typed: Any) -> Service:
    client.post(f"/en/services/ours/new/{here.slug}/", TYPED | typed)
    return Service.objects.get(kept_by=here)


def test_a_coordinator_tells_of_a_service_and_everybody_finds_it(
    client: Client, chloe: Person, here: Organisation
) -> None:
    client.force_login(chloe)
    told = tell(client, here)
    page = Client().get(f"/en/services/{told.slug}/").content.decode()
    for words in ("Morning drop-in", "Coffee and peer support.", "Monday and Tuesday: 9 a.m. to noon", "Phare itself"):
        assert words in page
    found = Client().get("/en/services/?q=drop-in&lived=yes&cost=free&language=fr").content.decode()
    assert "Morning drop-in" in found


def test_a_way_to_reach_it_is_asked_for(client: Client, chloe: Person, here: Organisation) -> None:
    client.force_login(chloe)
    shown = client.post(f"/en/services/ours/new/{here.slug}/", TYPED | {"phone": ""})
    assert shown.status_code == 422
    assert "at least one way to reach it" in shown.content.decode()


def test_one_button_confirms_and_another_says_that_it_no_longer_runs(
    client: Client, chloe: Person, here: Organisation
) -> None:
    client.force_login(chloe)
    told = tell(client, here)
    Service.objects.filter(pk=told.pk).update(confirmed_on=None, confirm_by=None)
    client.post(f"/en/services/ours/{told.slug}/confirm/")
    client.post(f"/en/services/ours/{told.slug}/confirm/", {"standing": "defunct"})
    told.refresh_from_db()
    assert (told.confirmed_on, told.status) == (clock.today(), Status.DEFUNCT)
    assert "Morning drop-in" not in Client().get("/en/services/").content.decode()


def test_anothers_entry_and_one_from_a_file_are_not_theirs(client: Client, chloe: Person, here: Organisation) -> None:
    client.force_login(chloe)
    told, otto = tell(client, here), person("Otto")
    organisation("Kettle", coordinator=otto)
    client.force_login(otto)
    for other in (told, service()):
        assert client.get(f"/en/services/ours/{other.slug}/").status_code == 404
        with pytest.raises(NotAllowed):
            confirm_own(by=otto, service=other)
