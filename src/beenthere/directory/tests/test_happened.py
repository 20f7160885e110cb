"""What happened at a service: told by the person alone, counted from five on, and never to be read back out."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from beenthere.core import clock
from beenthere.core.privacy import export
from beenthere.directory.actions import take_back_what_happened, tell_what_happened
from beenthere.directory.forms import SAY
from beenthere.directory.jobs import count_what_happened
from beenthere.directory.models import Happened, HappenedCount, Service
from beenthere.directory.tests.make import service
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db
NOVEMBER, DECEMBER = (dt.datetime(2026, month, 9, tzinfo=dt.UTC) for month in (11, 12))


def told_by(number: int, listed: Service, what: str) -> None:
    with clock.at(NOVEMBER):
        for _each in range(number):
            tell_what_happened(by=person(), service=listed, what=what)


def page(client: Client, listed: Service) -> str:
    return client.get(f"/en/services/{listed.slug}/").content.decode()


def test_from_five_on_everybody_sees_a_number_in_fives(client: Client) -> None:
    listed = service()
    told_by(7, listed, "got")
    told_by(4, listed, "refused")
    with clock.at(DECEMBER):
        count_what_happened()
    counted = HappenedCount.objects.get()
    assert (counted.what, counted.number) in {("got", 5), ("got", 10)}
    assert f"about {counted.number}" in page(client, listed)
    assert "They said no" not in page(client, listed)


def test_what_is_told_now_counts_with_the_next_month_and_not_before() -> None:
    listed = service()
    told_by(5, listed, "no-answer")
    with clock.at(NOVEMBER):
        count_what_happened()
        assert not HappenedCount.objects.exists()
    with clock.at(DECEMBER):
        count_what_happened()
        told_by(5, listed, "no-answer")
        count_what_happened()
    assert [one.number for one in HappenedCount.objects.all()] == [5]


def test_no_table_tells_who_went_where() -> None:
    listed, amara = service(), person("Amara")
    tell_what_happened(by=amara, service=listed, what="got")
    row = Happened.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM directory_happened")
        raw = repr([bytes(value) if isinstance(value, memoryview) else value for value in cursor.fetchone()])
    for secret in (listed.pk.hex, str(listed.pk), listed.name, listed.slug, "got"):
        assert secret not in raw
    assert row.told["service"] == listed.pk.hex


def test_somebody_changes_their_word_takes_it_back_and_finds_it_in_their_download(client: Client) -> None:
    listed, amara = service(), person("Amara")
    client.force_login(amara)
    for what in ("got", "not-for-me"):
        client.post(f"/en/services/{listed.slug}/what-happened/", {"what": what})
    mine = [table for table in export(amara) if table.name == "directory.happened"]
    assert mine[0].rows == [{"service": listed.name, "what": "It was not for me", "on": clock.today().isoformat()}]
    client.post(f"/en/services/{listed.slug}/what-happened/", {"what": "nothing"})
    assert not Happened.objects.exists()


def test_nobody_tells_it_for_another_and_nobody_sees_anothers() -> None:
    listed, amara, dana = service(), person("Amara"), person("Dana")
    tell_what_happened(by=amara, service=listed, what="refused")
    take_back_what_happened(by=dana, service=listed)
    assert Happened.objects.visible_to(amara).count() == 1
    assert not Happened.objects.visible_to(dana).exists()


def letter(client: Client, listed: Service, **typed: Any) -> str:
    return client.post(f"/en/services/{listed.slug}/letter/", typed).content.decode()


def test_a_letter_says_what_was_ticked_and_nothing_else_and_is_kept_nowhere(client: Client) -> None:
    listed = service(email="mill@example.org")
    made = letter(client, listed, say=["no-stairs"], need="Bread on Fridays")
    assert "I need a way in without stairs." in made
    assert "Bread on Fridays" in made
    assert 'href="mailto:mill@example.org' in made
    others = [str(sentence) for code, sentence in SAY if code != "no-stairs"]
    assert not [sentence for sentence in others if sentence in made]
    assert "You can reach me" not in made


def test_an_empty_letter_is_asked_about(client: Client) -> None:
    assert "there is nothing to send" in letter(client, service(), need="")
