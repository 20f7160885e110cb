"""The packaged organisations and lines, and what is read off their texts."""

from pathlib import Path

import pytest
from django.test import Client

from beenthere.core.importing import BadRow
from beenthere.directory.models import CrisisLine, ListedOrganisation, Service
from beenthere.directory.phrases import PHRASES
from beenthere.directory.seed import FOLDER, load_lines, load_seed

pytestmark = pytest.mark.django_db


def test_every_packaged_text_is_a_phrase_of_the_catalogue() -> None:
    load_seed()
    rows = [
        *ListedOrganisation.objects.values_list("languages", "services", "notes"),
        *CrisisLine.objects.values_list("service", "hours", "languages", "notes"),
        *Service.objects.filter(origin="starter").values_list("interpretation_services"),
    ]
    texts = {text for row in rows for text in row}
    assert {text for text in texts - PHRASES if text != text.upper()} == set()


def test_the_first_services_answer_everyday_needs_in_both_languages(client: Client) -> None:
    load_seed()
    again = load_seed()["services"]
    started = Service.objects.filter(origin="starter")
    told = started.exclude(other_name="").exclude(other_description="").exclude(source_url="")
    assert (again.same, told.count()) == (11, 11)
    for page in (
        "/fr/services/?q=loyer",
        "/fr/services/?q=prêt",
        "/en/services/?q=student+loan",
        "/en/services/?q=food",
    ):
        assert 'class="cards"' in client.get(page).content.decode()


def test_what_serves_one_town_is_not_near_to_another(client: Client) -> None:
    load_seed()
    pages = [client.get(f"/en/services/?need=housing&near={town}").content.decode() for town in ("Toronto", "Sudbury")]
    assert ["Tenant Hotline" in page for page in pages] == [True, False]
    assert "cri, ojibwé, inuktitut (sur demande)" in client.get("/fr/services/hope-for-wellness/").content.decode()


def test_the_number_to_write_to_and_its_words_are_told_apart() -> None:
    load_seed()
    line = CrisisLine.objects.get(service__startswith="Kids Help Phone")
    assert (line.text_number, line.text_word_en, line.text_word_fr) == ("686868", "TALK", "TEXTO")


def test_a_bad_line_is_reported_and_the_good_ones_come_in(tmp_path: Path) -> None:
    file = tmp_path / "lines.csv"
    text = (FOLDER / "crisis_lines.csv").read_text("utf-8")
    file.write_text(text.replace("24 h,,peer warm line", "24 h,,something else"), "utf-8")
    report = load_lines(file)
    assert (report.added, [bad.line for bad in report.bad]) == (6, [7, 8])
    assert isinstance(report.bad[0], BadRow)
    assert "CHANNAL" in str(report)


def test_a_number_that_is_no_longer_in_the_file_stays_until_somebody_takes_it_out(tmp_path: Path) -> None:
    load_seed()
    file = tmp_path / "lines.csv"
    file.write_text("\n".join((FOLDER / "crisis_lines.csv").read_text("utf-8").splitlines()[:3]), "utf-8")
    load_lines(file)
    assert CrisisLine.objects.count() == 7
