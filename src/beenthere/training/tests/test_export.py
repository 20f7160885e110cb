"""The committee's workbook: everything in it, and nothing in it that runs."""

import io
import re
import zipfile

import pytest
from django.test import Client

from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.models import Origin
from beenthere.training.opendata import export
from beenthere.training.tests.make import researcher, training

pytestmark = pytest.mark.django_db
ADDRESS = "/en/research/export.xlsx"


@pytest.fixture
def ravi() -> Person:
    return researcher()


def parts(client: Client, address: str = ADDRESS) -> dict[str, str]:
    answer = client.get(address)
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def texts(sheet: str) -> list[str]:
    return re.findall(r"<t(?: [^>]*)?>([^<]*)</t>", sheet)


def test_records_history_and_the_meaning_of_the_fields(ravi: Person) -> None:
    made = training("Écoute", cost="100")
    write(made, {"cost": "0"}, Source(Origin.COMMITTEE, "https://example.org/new", by=ravi))
    found = parts(signed_in(ravi))
    names = re.findall(r'<sheet name="([^"]+)"', found["xl/workbook.xml"])
    assert names == ["Records", "History", "Fields"]
    assert {"Écoute", str(made.uid), "CC BY 4.0"} <= set(texts(found["xl/worksheets/sheet1.xml"]))
    history = texts(found["xl/worksheets/sheet2.xml"])
    assert "{&quot;cost&quot;: &quot;0&quot;}".replace("&quot;", '"') in history
    assert "https://example.org/new" in history
    assert str(ravi.pk) not in "".join(found.values())
    assert 'name="Fiches"' in parts(signed_in(ravi), "/fr/research/export.xlsx")["xl/workbook.xml"]


@pytest.mark.parametrize("text", ["=1+1", "{=1+1}", "@SUM(A1)", "+1 867", "-2", "=HYPERLINK(x)", "https://x.example"])
def test_no_cell_runs_and_every_text_stays_what_it_is(ravi: Person, text: str) -> None:
    training(notes=text, cost=text)
    found = parts(signed_in(ravi))
    sheet = found["xl/worksheets/sheet1.xml"]
    assert texts(sheet).count(text) == 2
    assert "<f>" not in "".join(found.values())
    assert "<f " not in "".join(found.values())
    assert "hyperlink" not in sheet.lower().replace("=hyperlink", "")


def test_numbers_that_are_texts_keep_their_form(ravi: Person) -> None:
    training(phone="0800", hours="5e3")
    assert {"0800", "5e3"} <= set(texts(parts(signed_in(ravi))["xl/worksheets/sheet1.xml"]))


def test_what_no_cell_can_hold_is_cut_and_says_so(ravi: Person) -> None:
    training(notes="é" * (export.MOST_IN_A_CELL + 1), accessibility="\x07 bell")
    found = texts(parts(signed_in(ravi))["xl/worksheets/sheet1.xml"])
    longest = max(found, key=len)
    assert len(longest) == export.MOST_IN_A_CELL
    assert longest.endswith("[…]")
    assert "_x0007_ bell" in found


def test_a_second_sheet_takes_what_the_first_cannot(ravi: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "MOST_ROWS", 2)
    for number in range(3):
        training(f"Number {number}")
    found = parts(signed_in(ravi))
    assert re.findall(r'<sheet name="(Records[^"]*)"', found["xl/workbook.xml"]) == ["Records", "Records 2"]
    assert "Number 2" in texts(found["xl/worksheets/sheet2.xml"])


def test_it_is_for_the_committee_alone(client: Client) -> None:
    assert signed_in(person("Dana")).get(ADDRESS).status_code == 404
    assert "/sign-in/" in client.get(ADDRESS)["Location"]
