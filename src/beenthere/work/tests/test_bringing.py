import os
from itertools import islice
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client

from beenthere.core.search import Catalogue
from beenthere.work.bringing.all import KINDS, kind_of
from beenthere.work.bringing.oasis import profile_code
from beenthere.work.bringing.pay import money
from beenthere.work.bringing.reading import number
from beenthere.work.models import Occupation, Profile, Titles, Wage
from beenthere.work.reads import matching
from beenthere.work.tests import make

OFFICIAL = Path(os.environ.get("BEENTHERE_DATA", "../shared/data"))


@pytest.mark.django_db
def test_good_rows_come_in_and_each_bad_one_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make.bring_in_all(tmp_path)
    assert Occupation.objects.count() == 3
    assert Titles.objects.get(pk="65201").fr == ["Plongeur/plongeuse"]
    assert Profile.objects.get(code="65200.00").duties[1] == "Serve food and beverages"
    assert Wage.objects.count() == 5
    told = capsys.readouterr().out
    for line in ("line 7: “6x”", "line 7: no occupation has the code 99999", "line 8: “de” is neither en nor fr",
                 "line 6: “nonsense”", "line 4: “Z”", "line 6: low, median and high", "line 7: “Atlantis”",
                 "line 4: “many” is no number", "line 3: “9” is no job zone"):  # fmt: skip
        assert line in told


@pytest.mark.django_db
def test_a_second_time_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make.bring_in_all(tmp_path)
    before = list(Catalogue.objects.order_by("kind").values_list("kind", "version"))
    capsys.readouterr()
    make.bring_in_all(tmp_path)
    told = capsys.readouterr().out
    assert "0 added, 0 changed, 5 as before, 1 left out" in told
    assert list(Catalogue.objects.order_by("kind").values_list("kind", "version")) == before
    assert [
        line for line in told.splitlines() if " added, " in line and not line.startswith("0 added, 0 changed")
    ] == []


@pytest.mark.django_db
def test_a_title_that_the_next_file_lacks_finds_nothing_any_more(tmp_path: Path) -> None:
    make.bring_in_all(tmp_path)
    assert [line.key for line in matching({"q": "dishwasher"}).narrowed] == ["65201"]
    titles = tmp_path / "titles.csv"
    titles.write_text("noc_code,lang,title\n65201,en,Pot scrubber\n", "utf-8")
    call_command("import_occupations", str(titles))
    assert [line.key for line in matching({"q": "pot scrubber"}).narrowed] == ["65201"]
    assert list(matching({"q": "dishwasher"}).narrowed) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "noc"),
    [("waitress", "65200"), ("serveuse", "65200"), ("plongeuze", "65201"), ("diswasher", "65201")],
)
def test_titles_of_any_gender_language_and_spelling_find_it(tmp_path: Path, query: str, noc: str) -> None:
    make.bring_in_all(tmp_path)
    assert next(iter(matching({"q": query}).narrowed)).key == noc


@pytest.mark.django_db
def test_pay_narrows_where_it_is_known(tmp_path: Path) -> None:
    make.bring_in_all(tmp_path)
    assert [line.key for line in matching({"pay": "22"}).narrowed] == ["62020"]
    assert [line.key for line in matching({"region": "ON"}).narrowed] == ["65200"]
    assert [line.key for line in matching({"interest": "E"}).narrowed] == ["65200"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("Serve food and beverages", "Northeast", "$17.60", "not known", "Moderate risk of Shortage", "25,400",
                "Statistics Canada", "Open Government Licence", "O*NET 29.3", "2024–2033", "Banquet server")),
        ("fr", ("Serveurs/serveuses d’aliments", "Nord-Est", "17,60\xa0$", "Risque modéré de pénurie",
                '<ul lang="en"><li>Take orders', "le texte français manque", "Serveur/serveuse")),
    ],
)  # fmt: skip
def test_a_page_tells_all_that_is_known(client: Client, tmp_path: Path, language: str, sentences: list[str]) -> None:
    make.bring_in_all(tmp_path)
    text = client.get(f"/{language}/work/65200/").content.decode()
    assert [sentence for sentence in sentences if sentence not in text] == []


@pytest.mark.django_db
def test_what_is_no_such_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    for name in ("other.csv", "missing.csv"):
        with pytest.raises(CommandError, match="could not be read"):
            call_command("import_wages", str(tmp_path / name))


def test_a_code_stays_a_text_though_a_spreadsheet_made_it_a_number() -> None:
    assert [profile_code(text) for text in ("65200", "65200.00", "31100.1", "31100.01")] == [
        "65200.00", "65200.00", "31100.10", "31100.01",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["-1", "0", "1e9", "free", "12,50"])
def test_what_is_no_wage_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        money(text)


def test_numbers_are_read_as_files_write_them() -> None:
    assert [number(text) for text in ("8,238,800", "-56700", "N/A", "")] == [8238800, -56700, None, None]


@pytest.mark.official
@pytest.mark.skipif(not OFFICIAL.exists(), reason="official: the files are not here")
@pytest.mark.django_db
def test_the_beginning_of_each_official_file_comes_in_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in [*(OFFICIAL / "occupations").rglob("*.csv"), *(OFFICIAL / "wages").glob("*.csv")]:
        with file.open(encoding="utf-8", newline="") as lines:
            # All of the structure's first groups; of the others what belongs to them.
            (tmp_path / file.name).write_text("".join(islice(lines, 60)), "utf-8")
    known = {kind_of(file).name for file in tmp_path.glob("*.csv") if file.name[:7] not in {"job_zon", "work_va"}}
    for command in ("import_occupations", "import_wages", "import_outlook"):
        call_command(command, str(tmp_path))
    told = capsys.readouterr().out
    assert known | {"zones"} == {kind.name for kind in KINDS if kind.edition != "postings"}
    assert [
        line for line in told.splitlines() if line.startswith("line") and "no occupation has the code" not in line
    ] == []
    assert Profile.objects.exclude(duties=[]).count() > 3
