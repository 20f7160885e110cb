"""Files of others: what they hold comes in whole, what is broken or means harm keeps out nothing else."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from beenthere.directory.hsds.nested import service_full
from beenthere.directory.models import Location, Service, Term
from beenthere.directory.needs import OPEN_ELIGIBILITY
from beenthere.directory.shown_services import complete
from beenthere.directory.sources import NotAFile, bring_in_file
from beenthere.directory.sources.out import write_tables
from beenthere.directory.sources.taxonomy import Refused, words_in
from beenthere.directory.tests.make import node, service

pytestmark = pytest.mark.django_db
OFFICIAL = Path(os.environ.get("BEENTHERE_DATA", "../shared/data")) / "directory"
official = pytest.mark.skipif(not OFFICIAL.exists(), reason="official: the files of the directory are not here")
WORDS = b"""<?xml version="2.0"?><taxonomy><services><top_level id="1110" title="Work">
<second_level id="1357" title="Help Find Work"><third_level id="1358" title="Placement"></third_level></second_level>
</top_level></services></taxonomy>"""


def told(folder: Path, content: Any, name: str = "services.json") -> Path:
    file = folder / name
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


def took(file: Path, **more: str) -> Any:
    return list(bring_in_file(file, **more))[-1]


def test_what_goes_out_as_tables_comes_in_as_the_same(tmp_path: Path) -> None:
    service(
        "Mill", cost_options=[{"option": "adults", "amount": 5, "currency": "CAD"}], minimum_age=18,
        schedules=[{"byday": "MO,TU", "opens_at": "09:00", "closes_at": "24:00"}], languages=[{"code": "fr"}],
        required_documents=[{"document": "a letter"}], lived_experience=True, service_areas=[{"name": "BC"}],
    )  # fmt: skip
    before = service_full(complete(Service.objects.all()).get())
    assert write_tables(tmp_path) == 1
    Service.objects.all().delete()
    Location.objects.all().delete()
    assert took(tmp_path, origin="a-test").added == 1
    after = service_full(complete(Service.objects.all()).get())
    moving = {"last_modified", "source"}
    assert {k: v for k, v in after.items() if k not in moving} == {k: v for k, v in before.items() if k not in moving}


def test_a_page_of_an_address_comes_in_and_what_is_no_service_is_told(tmp_path: Path) -> None:
    hostile: list[Any] = [7, None, {"name": ["x"]}, {"name": "A" * 300}, node("Bad", email="not an address")]
    file = told(tmp_path, {"contents": [node("Good", city="Nelson", phones="no list", latitude="1e999"), *hostile]})
    report = took(file)
    assert (report.added, [bad.line for bad in report.bad]) == (1, [2, 3, 4, 5, 6])
    assert Service.objects.get().name == "Good"


def test_nobodys_file_takes_over_what_came_from_elsewhere(tmp_path: Path) -> None:
    service("Mill")
    report = took(told(tmp_path, [node("Mill", description="Send money here")]), origin="somebody-else")
    assert "belongs to a service from elsewhere" in report.bad[0].why
    assert Service.objects.get().description == ""


def test_what_was_checked_here_stays(tmp_path: Path) -> None:
    file = told(tmp_path, [node("Mill")])
    took(file)
    Service.objects.update(checked_by="committee", checked_on="2026-11-01", description="As we read it")
    assert took(told(tmp_path, [node("Mill", description="Otherwise")])).same == 1
    assert Service.objects.get().description == "As we read it"


@pytest.mark.parametrize("content", ["{", "[" * 100_000, "7", '"x"', "[]", "{}"])
def test_what_is_no_list_of_services_brings_in_nothing(tmp_path: Path, content: str) -> None:
    with suppress(NotAFile):
        assert [report.added for report in bring_in_file(told(tmp_path, content))] in ([], [0])
    assert not Service.objects.exists()


def test_the_words_of_the_taxonomy_lead_up_to_a_need(tmp_path: Path) -> None:
    file = tmp_path / "taxonomy.xml"
    file.write_bytes(WORDS)
    assert (took(file).added, took(file).same) == (3, 3)
    term = {"taxonomy_term": {"taxonomy": OPEN_ELIGIBILITY, "code": "1358", "name": "Placement"}}
    service("Mill", attributes=[term])
    assert Term.objects.get(code="1358").parent == Term.objects.get(code="1357")


@pytest.mark.parametrize(
    "harm",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b"<a>" * 50 + b"</a>" * 50,
    ],
)
def test_a_file_that_wants_more_than_to_list_words_is_refused(harm: bytes) -> None:
    with pytest.raises(Refused):
        words_in(harm)


def test_a_file_that_is_not_there_is_told_to_the_operator() -> None:
    with pytest.raises(CommandError, match="There is no nowhere"):
        call_command("import_services", "nowhere")


@official
@pytest.mark.official
def test_the_real_files_come_in_whole() -> None:
    centres = took(OFFICIAL / "workbc" / "workbc_service_centres_bc_clean.csv")
    assert (centres.added, centres.bad) == (128, [])
    for place, origin in (("hsds-3.0/examples/csv", "tables"), ("mock-api/services", "json")):
        file = OFFICIAL / place
        one = file if origin == "tables" else next(iter(file.glob("*.json")))
        report = took(one, origin=origin)
        Service.objects.filter(origin=origin).delete()
        Location.objects.filter(origin=origin).delete()
        assert (report.added, report.bad) == (1, [])
