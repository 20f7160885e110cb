"""The committee's screens for files and for records that look alike, as somebody meets them."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from beenthere.core.jobs import run_due
from beenthere.core.tests.workbooks import workbook
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training.actions import importing, merging
from beenthere.training.importing.reads import line_of
from beenthere.training.models import BatchState, DuplicatePair, ImportBatch, ImportRow, RowVerdict, Training
from beenthere.training.tests.make import researcher
from beenthere.training.tests.test_importing import MESSY, brought
from beenthere.training.tests.test_merging import pair

NEW = "/en/research/imports/new/"


@pytest.fixture
def ravi(db: None) -> Person:
    return researcher("Ravi")


@pytest.fixture
def rosa(db: None) -> Person:
    return researcher("Rosa")


def bring(client: Client, data: bytes, name: str = "liste.csv") -> tuple[int, str]:
    """Where one lands after bringing a file, or what the page says."""
    answer = client.post(NEW, {"file": SimpleUploadedFile(name, data), "language": "fr"})
    return answer.status_code, answer.headers.get("Location") or answer.content.decode()


def test_from_the_file_to_the_published_records(ravi: Person, rosa: Person) -> None:
    his, hers = signed_in(ravi), signed_in(rosa)
    status, columns = bring(his, MESSY.encode("cp1252"))
    assert status == 302
    form = his.get(columns).context["form"]
    assert form["column_0"].initial == "name"
    answer = his.post(columns, {name: field.initial for name, field in form.fields.items()})
    where = answer.headers["Location"]
    page = his.get(where).content.decode()
    assert "0 of 6 rows" in page
    assert 'http-equiv="refresh"' in page
    run_due()
    page = his.get(where + "?verdict=bad").content.decode()
    assert "“Maine” is no province" in page
    assert "Marcher ensemble" not in page
    his.post(where + "send/")
    assert his.post(where + "publish/", {"free": "on"}).status_code == 404
    assert hers.post(where + "publish/", {}).status_code == 422
    assert hers.post(where + "publish/", {"free": "on"}).status_code == 302
    run_due()
    assert "Published" in his.get(where).content.decode()
    assert Training.objects.count() == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "There is no table in this file."),
        (b"\x89PNG\x00\x01\x02" * 50, "neither a table as text"),
        (b"\xd0\xcf\x11\xe0" * 50, "old form of Excel"),
        (b"PK\x03\x04" + b"?" * 50, "This workbook is damaged."),
        (b"x" * (21 * 1024 * 1024), "larger than 20 megabytes"),
    ],
)
def test_what_is_no_table_is_told_in_a_sentence(ravi: Person, data: bytes, told: str) -> None:
    status, page = bring(signed_in(ravi), data)
    assert (status, told in page) == (422, True)
    assert not ImportBatch.objects.exists()


def test_a_workbook_is_read_like_a_text(ravi: Person) -> None:
    his = signed_in(ravi)
    _status, columns = bring(his, workbook(["Name", "Cost"], ["Listening well", 25.0]), "sheet.xlsx")
    assert "Listening well" in his.get(columns).content.decode()


def test_a_new_row_shows_every_fact_that_would_be_published() -> None:
    facts = {"name": "Listening well", "name_language": "en", "hours": "45.5", "province": "NB", "credential": "Exam"}
    line = line_of(ImportRow(verdict=RowVerdict.NEW, facts=facts))
    assert [value for _label, value in line.facts] == ["New Brunswick", "45.5", "Exam"]


def test_a_file_is_taken_from_the_committee_only(ravi: Person) -> None:
    data = MESSY.encode("cp1252")
    assert bring(Client(), data)[0] == 302
    assert "/sign-in/" in bring(Client(), data)[1]
    assert bring(signed_in(person("Dana")), data)[0] == 404
    assert not ImportBatch.objects.exists()
    assert settings.FILE_UPLOAD_HANDLERS == ["beenthere.core.uploads.OnlyWhereAsked"]


def test_columns_need_a_name_and_hold_each_fact_once(ravi: Person) -> None:
    his = signed_in(ravi)
    _status, columns = bring(his, b"Zebra;Lion\na;b\n")
    page = his.post(columns, {"column_0": "cost", "column_1": "cost"})
    assert page.status_code == 422
    assert "Another column holds this already" in page.content.decode()
    assert "Which column holds the name" in page.content.decode()


def test_a_file_sent_back_tells_why(ravi: Person, rosa: Person) -> None:
    batch = brought(ravi)
    importing.send_to_readers(by=ravi, batch=batch)
    back = reverse("research:import-back", args=[batch.pk])
    assert signed_in(rosa).post(back, {"reason": "The costs are of last year."}).status_code == 302
    assert (
        "The costs are of last year."
        in signed_in(ravi).get(reverse("research:import", args=[batch.pk])).content.decode()
    )
    batch.refresh_from_db()
    assert batch.state == BatchState.SENT_BACK


def test_two_records_side_by_side_differences_first(ravi: Person) -> None:
    found, his = pair(), signed_in(ravi)
    assert "a similar name" in his.get("/en/research/duplicates/").content.decode().lower()
    form = his.get(f"/en/research/duplicates/{found.pk}/").context["form"]
    assert form.differing == ["name", "hours", "cost"]
    assert form["hours"].initial == "b", "a fact that only one of them has is kept unless somebody says otherwise"
    chosen = {"stays": "a", "name": "a", "hours": "b", "cost": "a"}
    his.post(f"/en/research/duplicates/{found.pk}/", chosen)
    found.refresh_from_db()
    assert (found.a.hours, found.a.cost, found.b.merged_into) == ("40", "20", found.a)
    his.post(f"/en/research/duplicates/{found.pk}/part/")
    assert Training.objects.public().count() == 2


def test_the_address_of_a_merged_record_leads_to_the_one_that_stayed(ravi: Person) -> None:
    found = pair()
    merging.merge(by=ravi, pair=found, stays=found.a_id)
    answer = Client().get(reverse("training:page", args=[found.b.slug]))
    assert (answer.status_code, answer.headers["Location"]) == (302, found.a.get_absolute_url())


def test_two_trainings_told_apart_do_not_come_back(ravi: Person) -> None:
    found = pair()
    signed_in(ravi).post(f"/en/research/duplicates/{found.pk}/two/")
    assert DuplicatePair.objects.open().count() == 0


def test_the_history_of_the_one_that_stayed_shows_the_other_too(ravi: Person) -> None:
    found = pair()
    merging.merge(by=ravi, pair=found, stays=found.a_id, taken=["cost"])
    page = signed_in(ravi).get(reverse("research:history", args=[found.a.slug])).content.decode()
    assert "What “Walking together again” said" in page
    assert page.count("Ravi") >= 1
