"""The open data: all records as a table and as JSON, what has changed, and never anything about people."""

import csv
import datetime as dt
import io
import json
from collections import Counter
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from beenthere.core import clock, limits
from beenthere.core.limits import DOWNLOADING, TooFast
from beenthere.core.opendata import AT_ONCE, AT_ONCE_FOR_ONE, Download
from beenthere.people.tests.make import signed_in
from beenthere.training.actions import merging
from beenthere.training.catalogue.writing import FACTS, Source, write
from beenthere.training.models import DuplicatePair, Origin, Standing, Training
from beenthere.training.opendata import dictionary, streams
from beenthere.training.tests.make import committee, proposal, reads, researcher, training

pytestmark = pytest.mark.django_db
CSV, JSON = "/data/training.csv", "/data/training.json"


def body(client: Client, address: str, **headers: str) -> bytes:
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return response.getvalue()


def table(client: Client, address: str = CSV) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client, address).decode("utf-8-sig"), newline="")))


def records(client: Client, address: str = JSON) -> list[dict[str, Any]]:
    whole = json.loads(body(client, address))
    assert whole["count"] == len(whole["records"])
    return whole["records"]  # type: ignore[no-any-return]


def merge(one: Training, other: Training) -> None:
    Training.objects.filter(pk=one.pk).update(merged_into=other, changed_at=clock.now())


def test_the_table_and_the_json_tell_the_same(client: Client) -> None:
    made = training("Écoute", province="QC; ON", languages="French and English", cost="0", delivery="online")
    rows, told = table(client), records(client)
    assert len(rows) == len(told) == 1
    assert rows[0]["uid"] == told[0]["uid"] == str(made.uid)
    assert told[0]["province_codes"] == ["ON", "QC"]
    assert rows[0]["province_codes"] == "ON QC"
    assert told[0]["language_codes"] == ["en", "fr"]
    assert (told[0]["cost_codes"], rows[0]["cost_codes"]) == (["free"], "free")
    assert (rows[0]["hours"], told[0]["hours"]) == ("", None)
    assert told[0]["page_fr"] == "http://127.0.0.1:8000/fr/training/ecoute/"
    assert {name: value or "" for name, value in told[0].items() if name in FACTS} == {n: rows[0][n] for n in FACTS}


def test_every_fact_is_there_with_its_source_and_the_licence(client: Client) -> None:
    training()
    row, whole = table(client)[0], json.loads(body(client, JSON))
    named = {*FACTS, "source_url", "source_date", "read_on", "checked_by", "checked_on", "changed_at", "merged_into"}
    assert named <= row.keys()
    assert row["licence"] == whole["licence"] == "CC BY 4.0"
    assert [*row] == [one.name for one in dictionary.ALL_FIELDS]
    assert 'rel="license"' in client.head(CSV)["Link"]


def test_only_what_changed_or_was_merged_since_a_day(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    old, gone = training("Old one"), training("Gone one")
    Training.objects.update(changed_at=dt.datetime(2025, 12, 31, 23, 59, tzinfo=dt.UTC))
    new = training("New one")
    assert [row["uid"] for row in records(client, f"{JSON}?changed_since=2026-01-01")] == [str(new.uid)]
    assert len(records(client, f"{JSON}?changed_since=2025-12-31")) == 3
    merge(gone, old)
    changed = {row["uid"]: row for row in records(client, f"{JSON}?changed_since=2026-01-01")}
    assert changed[str(gone.uid)]["merged_into"] == str(old.uid)
    assert changed[str(gone.uid)].keys() == {"uid", "slug", "changed_at", "merged_into"}
    assert [row["uid"] for row in table(client, f"{CSV}?changed_since=2026-01-01")] == [*changed]


def test_what_has_not_changed_is_not_sent_again(client: Client) -> None:
    made = training()
    for address in (CSV, JSON, f"{CSV}?changed_since=2020-01-01"):
        first = client.get(address)
        assert first["Last-Modified"]
        assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
        assert client.get(address, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
        write(made, {"cost": f"{len(address)}"}, Source(Origin.COMMITTEE))
        again = client.get(address, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 200


def test_a_checked_record_and_a_new_form_are_news(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    training()
    tags = [client.head(CSV)["ETag"]]
    Training.objects.update(checked_on=clock.today(), checked_by="committee")
    tags.append(client.head(CSV)["ETag"])
    monkeypatch.setattr(streams, "FORM", streams.FORM + 1)
    tags.append(client.head(CSV)["ETag"])
    assert len(set(tags)) == 3


def test_a_confirmation_by_the_committee_is_news(client: Client) -> None:
    first, second, _third = committee()
    made = training()
    Training.objects.update(changed_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC), checked_on=clock.today())
    before = client.head(CSV)["ETag"]
    asked = proposal(made, kind="confirm", facts={})
    for reader in (first, second):
        reads(reader, asked)
    assert client.head(CSV)["ETag"] != before
    told = records(client, f"{JSON}?changed_since={clock.now().date()}")
    assert [(row["confirmed_from"], row["checked_by"]) for row in told] == [("committee", "committee")]


def test_what_the_committee_merges_leads_on(client: Client) -> None:
    ravi, (one, other) = researcher(), (training("Walking"), training("Walking on"))
    pair = DuplicatePair.objects.create(a=one, b=other, why=[], likeness=90)
    assert merging.merge(by=ravi, pair=pair, stays=one.pk, taken=[])
    led = {row["slug"]: row["merged_into"] for row in records(client)}
    assert led == {"walking": None, "walking-on": str(one.uid)}
    assert json.loads(body(client, f"/data/training/{other.uid}.json"))["record"]["merged_into"] == str(one.uid)


@pytest.mark.parametrize("beginning", ["=1+1", "+1 867", "-2", "@SUM(A1)", "\tx", "\rx", "a;=1", "a\n=1"])
def test_a_spreadsheet_carries_nothing_out(client: Client, beginning: str) -> None:
    training(notes=beginning)
    told = table(client)[0]["notes"]
    assert "'" in told
    assert told.replace("'", "") == beginning
    assert records(client)[0]["notes"] == beginning


def test_one_record_with_its_history_and_nobody_in_it(client: Client) -> None:
    ravi = researcher()
    made = training(cost="100")
    write(made, {"cost": "0"}, Source(Origin.COMMITTEE, "https://example.org/new", "2026-11", by=ravi, checked=True))
    whole = json.loads(body(client, f"/data/training/{made.uid}.json"))
    assert whole["record"]["cost"] == "0"
    assert [change["facts"]["cost"] for change in whole["history"]] == ["100", "0"]
    assert whole["history"][1]["source_url"] == "https://example.org/new"
    names = {"number", "at", "origin", "source_url", "source_date", "language", "checked", "facts"}
    assert all(change.keys() == names for change in whole["history"])
    for address in (f"/data/training/{made.uid}.json", JSON, CSV):
        assert str(ravi.pk) not in body(client, address).decode()


def test_a_merged_record_tells_where_it_went_and_what_it_said(client: Client) -> None:
    stays, goes = training("Walking together"), training("Walking on", cost="20")
    merge(goes, stays)
    whole = json.loads(body(client, f"/data/training/{goes.uid}.json"))
    assert whole["record"]["merged_into"] == str(stays.uid)
    assert [change["facts"]["cost"] for change in whole["history"]] == ["20"]


def test_nothing_but_declared_fields_leaves() -> None:
    machines = {"id", "contact", "starts_token"}
    stored = {field.name for field in Training._meta.get_fields() if field.concrete}
    given = {one.name for one in dictionary.ALL_FIELDS}
    made_here = {"page_en", "page_fr", "licence", *(one.name for one in dictionary.READ_OFF)}
    assert given - made_here <= stored
    assert not given & machines


@pytest.mark.parametrize(
    "address",
    [
        f"{CSV}?changed_since=yesterday", f"{CSV}?changed_since=20260101", f"{JSON}?changed_since=2026-02-30",
        f"{CSV}?changed_since=", f"{CSV}?since=2026-01-01", f"{JSON}?changed_since=2026-01-01&changed_since=2026-01-02",
        "/feeds/training.atom?lang=de", "/data/training/dictionary.json?a=b", "/data/openapi.json?x=%00",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_in_both_languages(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    told = answer.json()["error"]
    assert told["en"]
    assert told["fr"]
    assert told["en"] != told["fr"]


@pytest.mark.parametrize("uid", ["nobody", "00000000-0000-4000-8000-000000000000", "%00"])
def test_a_record_that_is_not_there(client: Client, uid: str) -> None:
    answer = client.get(f"/data/training/{uid}.json")
    assert answer.status_code == 404
    assert answer.json()["error"]["fr"]


def test_any_site_may_read_it_and_nobody_is_known_there() -> None:
    training()
    client = signed_in(researcher())
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(CSV)
        answer.getvalue()
    assert not [query["sql"] for query in asked if "django_session" in query["sql"] or "people_p" in query["sql"]]
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies
    assert "Vary" not in answer
    assert "Cache-Control" not in answer
    for page in ("/en/training/", "/en/data/", "/healthz"):
        assert "Access-Control-Allow-Origin" not in client.get(page)


def test_looking_ahead_and_asking_first(client: Client) -> None:
    training()
    ahead = client.head(JSON)
    assert (ahead.status_code, ahead.content) == (200, b"")
    assert ahead["ETag"] == client.head(JSON)["ETag"]
    first = client.options(JSON)
    assert first.status_code == 204
    assert "If-None-Match" in first["Access-Control-Allow-Headers"]
    enforcing = Client(enforce_csrf_checks=True)
    for method in (enforcing.post, enforcing.put, enforcing.delete, enforcing.patch):
        refused = method(JSON)
        assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert refused.json()["error"]["en"]


def test_few_rows_are_in_memory_at_a_time(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "AT_A_TIME", 2)
    for number in range(5):
        training(f"Number {number}")
    response = client.get(JSON)
    with CaptureQueriesContext(connection) as asked:
        pieces = list(response)
    assert len(asked) == 3
    assert len(pieces) == 3
    assert [row["name"] for row in json.loads(b"".join(pieces))["records"]] == [f"Number {each}" for each in range(5)]


def test_one_network_leaves_room_for_the_others(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.LIMITS_HOLD = True
    monkeypatch.setattr(Download, "_running", Counter())
    held = [Download(iter([b"x"]), "text/plain", "one") for _ in range(AT_ONCE_FOR_ONE)]
    with pytest.raises(TooFast):
        Download(iter([b"x"]), "text/plain", "one")
    others = [Download(iter([b"x"]), "text/plain", each) for each in range(AT_ONCE - AT_ONCE_FOR_ONE)]
    with pytest.raises(TooFast):
        Download(iter([b"x"]), "text/plain", "another")
    held[0].let_go()
    held[0].let_go()  # a second time frees no second place
    others.append(Download(iter([b"x"]), "text/plain", "another"))
    with pytest.raises(TooFast):
        Download(iter([b"x"]), "text/plain", "one")


def test_who_has_to_wait_is_told_in_json(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.LIMITS_HOLD = True
    monkeypatch.setattr(Download, "_running", Counter(range(AT_ONCE)))
    refused = client.get(CSV)
    assert (refused.status_code, refused["Retry-After"]) == (429, "30")
    assert refused.json()["error"]["fr"] == "C’est trop à la fois. Redemandez dans 30 secondes."
    monkeypatch.setattr(limits, "_looks", {})
    answers = [client.head(CSV) for _ in range(DOWNLOADING.at_once + 1)]
    assert {answer.status_code for answer in answers} == {429}
    assert int(answers[-1]["Retry-After"]) <= DOWNLOADING.seconds


def test_the_real_rows_all_leave(client: Client) -> None:
    call_command("seed", verbosity=0)
    assert len(table(client)) == len(records(client)) == Training.objects.public().count() > 60


def test_the_dictionary_tells_every_fact_in_both_languages(client: Client) -> None:
    told = {one["name"]: one for one in json.loads(body(client, "/data/training/dictionary.json"))["fields"]}
    assert set(FACTS) == set(dictionary.FACT_FIELDS) <= told.keys()
    assert told["hours"]["unit"] == {"en": "hours", "fr": "heures"}
    assert told["standing"]["codes"].keys() == {*Standing.values}
    assert [name for name, one in told.items() if not one["label"]["fr"]] == []
    page = client.get("/fr/data/").content.decode()
    assert [name for name in told if f"<code>{name}</code>" not in page] == []


def test_the_door_chooses_the_language(client: Client) -> None:
    answer = client.get("/data/", headers={"accept-language": "fr"})
    assert answer["Location"] == "/fr/data/"
    assert "Accept-Language" in answer["Vary"]
