"""The mirror counts only who ticked, tells numbers in fives, and is the same for everybody who looks."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.known import stop_everything
from beenthere.matching.tests import make as matching
from beenthere.orgs.tests.make import member
from beenthere.people.actions import erase
from beenthere.people.tests.make import person, signed_in
from beenthere.reports import actions, jobs, mirror
from beenthere.reports.models import CountMe, Publication, PublishedLine
from beenthere.reports.reads import last_quarter, mirror_of
from beenthere.reports.tests.make import MAY, house, who_ask

pytestmark = pytest.mark.django_db


def test_nobody_is_counted_who_did_not_tick() -> None:
    _chloe, here = house()
    who_ask(12, here, counted=False)
    found = mirror_of(here, *MAY)
    assert (found.asked, found.offered) == ([], [])


def test_the_tick_is_off_and_can_be_set_and_taken_back() -> None:
    _chloe, here = house()
    (amara,) = who_ask(1, here, counted=False)
    client, address = signed_in(amara), reverse("reports:count-me")
    assert "checked" not in client.get(address).text
    client.post(address, {"organisations": [here.pk]})
    assert CountMe.objects.filter(person=amara, organisation=here).exists()
    client.post(reverse("reports:stop-counting", args=[here.slug]))
    assert not CountMe.objects.exists()


def test_nobody_is_counted_where_nobody_knows_them() -> None:
    _chloe, here = house()
    with pytest.raises(NotAllowed):
        actions.be_counted(by=person("Dana"), organisations=[here])


def test_stopping_everything_stops_the_counting_too() -> None:
    _chloe, here = house()
    (amara,) = who_ask(1, here)
    stop_everything(amara)
    assert not CountMe.objects.exists()


def test_every_number_that_is_published_is_to_base_five() -> None:
    _chloe, here = house()
    who_ask(13, here)
    who_ask(4, here, language="en")
    made = jobs.publish(here, *MAY)
    lines = PublishedLine.objects.filter(publication=made)
    assert {line.table for line in lines} >= {"all", "language", "path", "way"}
    assert all(n % 5 == 0 for line in lines for n in (line.requests, line.people, line.asks, line.supporters))


def test_the_database_refuses_any_other_number() -> None:
    _chloe, here = house()
    made = Publication.objects.create(organisation=here, first=MAY[0], last=MAY[1])
    numbers = {"requests": 5, "people": 7, "asks": 0, "supporters": 0}
    with pytest.raises(IntegrityError), transaction.atomic():
        PublishedLine.objects.create(publication=made, table="all", code="all", **numbers)


def test_with_fewer_than_ten_nothing_is_shown_and_it_says_why() -> None:
    chloe, here = house()
    who_ask(9, here)
    jobs.publish(here, *MAY)
    page = signed_in(chloe).get(reverse("reports:mirror", args=[here.slug])).text
    assert "fewer than ten people were counted" in page
    assert not PublishedLine.objects.exists()


def test_what_was_published_is_not_changed_when_somebody_takes_their_tick_back() -> None:
    _chloe, here = house()
    people = who_ask(12, here)
    made = jobs.publish(here, *MAY)
    before = list(PublishedLine.objects.values())
    actions.be_counted(by=people[0], organisations=[])
    erase(by=people[1])
    assert jobs.publish(here, *MAY) is None
    assert (list(PublishedLine.objects.values()), len(mirror_of(here, *MAY).asked)) == (before, 10)
    assert made


def test_members_and_coordinators_see_the_same_tables_and_others_none() -> None:
    chloe, here = house()
    who_ask(15, here)
    jobs.publish(here, *MAY)
    benoit, dana = person("Benoît"), person("Dana")
    member(benoit, here)
    address = reverse("reports:mirror", args=[here.slug])
    shown = [signed_in(one).get(address).text.partition("<main")[2].partition("</main>")[0] for one in (chloe, benoit)]
    assert shown[0] == shown[1]
    assert signed_in(dana).get(address).status_code == 404


def test_nothing_in_the_address_changes_a_number() -> None:
    chloe, here = house()
    who_ask(15, here)
    jobs.publish(here, *MAY)
    client, address = signed_in(chloe), reverse("reports:mirror", args=[here.slug])
    plain = client.get(address).text.partition("<table")[2]
    asked = client.get(address, {"language": "fr", "first": "2027-05-01", "table": "region"}).text.partition("<table")[
        2
    ]
    assert plain
    assert plain == asked


def test_how_evenly_asking_falls_is_told_from_enough_supporters_on() -> None:
    chloe, here = house()
    offers = [matching.offer(person("Benoît"), here, chloe, paths=["job"]), *matching.supporters(24, here, chloe)]
    for offer in offers:
        member(offer.supporter, here)
        actions.be_counted(by=offer.supporter, organisations=[here])
    for name in ("Amara", "Ola"):
        matching.asked(person(name), offers[0], must_paths=("job",))
    today = clock.today()
    assert mirror_of(here, today - dt.timedelta(days=2), today + dt.timedelta(days=2)).busiest_fifth() == 100


def test_a_quarter_is_published_once_it_is_over() -> None:
    _chloe, here = house()
    who_ask(12, here)
    with clock.at(dt.datetime(2027, 7, 2, 15, tzinfo=dt.UTC)):
        assert last_quarter() == MAY
        jobs.publish_what_is_over()
        jobs.publish_what_is_over()
    assert [(one.first, one.last) for one in Publication.objects.all()] == [MAY]


def test_whoever_still_waits_counts_with_the_wait_so_far() -> None:
    _chloe, here = house()
    who_ask(12, here)
    after = mirror_of(here, dt.date(2027, 7, 1), dt.date(2027, 9, 30))
    assert len(after.asked) == 12
    assert next(line.wait for line in after.tables()) == (120, 180)


def test_a_line_of_fewer_than_five_tells_nothing_of_them() -> None:
    _chloe, here = house()
    who_ask(12, here)
    who_ask(4, here, language="en")
    lines = {line.code: line for line in mirror_of(here, *MAY).tables()}
    assert "en" not in lines
    assert lines["fr"].people > 0


def test_the_same_people_are_the_same_number_in_each_table_and_period() -> None:
    _chloe, here = house()
    who_ask(13, here)
    may, after = mirror_of(here, *MAY), mirror_of(here, dt.date(2027, 7, 1), dt.date(2027, 9, 30))
    numbers = {n for line in (*may.tables(), *after.tables()) for n in (line.people, line.requests)}
    assert len(numbers) == 1


@pytest.mark.parametrize("address", ["home:promises", "reports:count-me", "mirror"])
def test_how_few_are_too_few_is_said_everywhere_in_the_same_words(address: str) -> None:
    _chloe, here = house()
    (amara,) = who_ask(1, here)
    member(amara, here)
    at = reverse("reports:mirror", args=[here.slug]) if address == "mirror" else reverse(address)
    page = signed_in(amara).get(at).text
    assert (
        "Nothing is published while fewer than ten people are counted; a line with fewer than five is told as 0."
        in page
    )
    assert f"{mirror.LEAST} {mirror.LEAST_IN_A_LINE}" == "10 5"
