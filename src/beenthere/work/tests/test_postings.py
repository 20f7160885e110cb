import datetime as dt
import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from beenthere.core import clock
from beenthere.core.importing import BadRow
from beenthere.work.bringing import federal
from beenthere.work.bringing.reading import Given, Told, columns_of, rows_of
from beenthere.work.choosing_postings import matching
from beenthere.work.jobs import let_postings_go
from beenthere.work.models import Posting
from beenthere.work.seed import load_seed
from beenthere.work.tests.make_postings import (
    DESK,
    DOCUMENT,
    IN_FRENCH,
    KITCHEN,
    bring_in,
    document,
    line,
    monthly,
    posting,
)

OFFICIAL = Path(os.environ.get("BEENTHERE_DATA", "../shared/data"))

pytestmark = pytest.mark.django_db


def found(**asked: str) -> list[str]:
    return [each.key for each in matching(asked)[:10]]


def test_a_month_comes_in_and_each_bad_row_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = [line(KITCHEN | {"City": "x"}).replace("/", "|", 2), line(KITCHEN | {"Province/Territory": "Atlantis"})]
    bring_in(
        monthly(
            tmp_path,
            line(KITCHEN),
            line(DESK),
            *broken,
            line(DESK | {"Job Title": "NA", "WIC Job Location Snapshot ID": "7"}),
            "too\tshort",
        )
    )
    told = capsys.readouterr().out
    assert "2 added, 0 changed, 0 as before, 4 left out" in told
    for words in ("line 4:", "is no date", "“Atlantis” is no province", "it has no title", "it has 2 columns of 64"):
        assert words in told
    row = Posting.objects.get(slug="jb-70000001")
    assert (row.noc, row.city, row.province, row.hours, row.pay) == (
        "65201",
        "Halifax",
        "NS",
        "part",
        "$18.50 to $19.25 an hour",
    )
    assert [str(row.week_from), str(row.week_to), *row.times, row.from_home] == ["12.0", "20.0", "day", False]


def test_a_second_time_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = monthly(tmp_path, line(KITCHEN), line(DESK))
    bring_in(file)
    bring_in(file)
    assert "0 added, 0 changed, 2 as before, 0 left out" in capsys.readouterr().out


def test_the_french_file_adds_its_words_to_the_same_posting(tmp_path: Path) -> None:
    bring_in(monthly(tmp_path, line(KITCHEN)))
    # Its columns have other names; they are read by their place.
    french = monthly(tmp_path, line(KITCHEN | IN_FRENCH), name="emplois.csv")
    french.write_text(french.read_text("utf-16").replace("Job Title", "Titre"), "utf-16")
    bring_in(french, "fr")
    row = Posting.objects.get()
    assert (row.title_en, row.title_fr) == ("kitchen helper", "aide de cuisine")
    assert found(q="aide de cuisine") == found(q="kitchen helper") == [row.slug]


def test_a_later_file_corrects_what_the_other_language_left_alone(tmp_path: Path) -> None:
    for told, language in ((KITCHEN, "en"), (KITCHEN | IN_FRENCH, "fr"), (KITCHEN | {"City": "Sydney"}, "en")):
        bring_in(monthly(tmp_path, line(told)), language)
    row = Posting.objects.get()
    assert (row.city, row.title_en, row.title_fr) == ("Sydney", "kitchen helper", "aide de cuisine")


def test_the_french_file_alone_is_enough(tmp_path: Path, client: Client) -> None:
    bring_in(monthly(tmp_path, line(KITCHEN | IN_FRENCH)), "fr")
    row = Posting.objects.get()
    assert (row.province, row.hours, row.term, row.pay_per, str(row.week_to)) == (
        "NS",
        "part",
        "permanent",
        "hour",
        "20.0",
    )
    page = client.get(f"/en/work/postings/{row.slug}/").content.decode()
    assert '<span lang="fr">Aide de cuisine</span>' in page
    assert "Formation offerte" in page


def test_a_smaller_table_of_the_same_publisher_comes_in(tmp_path: Path) -> None:
    names = [
        "WIC Job Location Snapshot ID",
        "Job Title",
        "NOC21 Code",
        "First Posting Date",
        "Province/Territory",
        "City",
    ]
    text = "\t".join(names).replace(" ", "_").replace("/", "_") + "\n" + line(KITCHEN, names=names)
    file = tmp_path / "small.csv"
    file.write_text(text.replace("\t", ","), "utf-8")
    bring_in(file)
    assert Posting.objects.get().city == "Halifax"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    file = monthly(tmp_path, line(KITCHEN | {"City": "Témiscaming"}), encoding=encoding)
    told = Told()
    assert [row["City"] for _line, row in rows_of(file, told)] == ["Témiscaming"]
    assert told.report.bad == []


def test_a_file_that_is_cut_off_keeps_its_good_rows(tmp_path: Path) -> None:
    file = monthly(tmp_path, line(KITCHEN), line(DESK))
    file.write_bytes(file.read_bytes()[:-301])
    told = Told()
    assert len(list(rows_of(file, told))) == 1
    assert len(told.report.bad) == 1


def test_an_endless_line_never_stands_in_memory_whole(tmp_path: Path) -> None:
    file = monthly(tmp_path, line(KITCHEN))
    with file.open("ab") as more:
        more.write(("x" * 400_000 + "\r\n" + line(DESK) + "\r\n").encode("utf-16-le"))
    told = Told()
    rows = [row["City"] for _line, row in rows_of(file, told)]
    assert rows == ["Halifax", "Moncton"]
    assert all(isinstance(bad, BadRow) for bad in told.report.bad)
    assert told.report.bad
    assert len(columns_of(file)) == 64


def test_one_finds_by_words_place_hours_home_and_pay(tmp_path: Path) -> None:
    bring_in(monthly(tmp_path, line(KITCHEN), line(DESK)))
    kitchen, desk = "jb-70000001", "jb-70000002"
    assert found(q="help desk") == [desk]
    assert found(near="Halifax") == [kitchen]
    assert found(week="half") == [kitchen]
    assert found(home="yes") == [desk]
    assert found(times="evening") == [desk]
    assert found(pay="18") == [kitchen]  # of a year's pay nobody can say what an hour is
    assert found(province="NB", hours="full") == [desk]


def test_the_newest_stand_first_and_what_is_over_leaves_the_list(tmp_path: Path) -> None:
    older = line(DESK | {"WIC Job Location Snapshot ID": "70000003"}, days=60)
    bring_in(monthly(tmp_path, older, line(KITCHEN), line(DESK, days=1)))
    assert found() == ["jb-70000002", "jb-70000001", "jb-70000003"]
    Posting.objects.filter(slug="jb-70000001").update(ends_on=clock.today() - dt.timedelta(days=1))
    let_postings_go()
    assert found() == ["jb-70000002", "jb-70000003"]
    assert Posting.objects.filter(slug="jb-70000001").exists()  # whoever kept its address reads that it has ended


def test_what_is_long_over_goes(tmp_path: Path) -> None:
    row = posting(tmp_path)
    Posting.objects.update(posted_on=clock.today() - dt.timedelta(days=200))
    let_postings_go()
    assert not Posting.objects.filter(pk=row.pk).exists()
    assert found() == []


def test_what_is_too_old_to_count_on_stays_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring_in(monthly(tmp_path, line(KITCHEN, days=91), line(DESK, days=89)))
    assert "1 too old to count on were left out" in capsys.readouterr().out
    assert [row.slug for row in Posting.objects.all()] == ["jb-70000002"]


def test_the_page_says_how_old_it_is_and_names_no_employer_that_nobody_named(tmp_path: Path, client: Client) -> None:
    load_seed()
    row = posting(tmp_path)
    Posting.objects.update(posted_on=clock.today() - dt.timedelta(weeks=6))
    page = client.get(f"/en/work/postings/{row.slug}/").content.decode()
    assert "posted 6 weeks ago; it may be filled" in page
    assert "Offered by" not in page
    assert "12 to 20 hours a week" in page
    assert "/en/work/65201/" in page
    assert "open.canada.ca" in page


def test_an_occupation_leads_to_what_is_offered(tmp_path: Path, client: Client) -> None:
    load_seed()
    bring_in(monthly(tmp_path, line(KITCHEN), line(DESK)))
    assert "1 job offered now" in client.get("/en/work/65201/").content.decode()
    page = client.get("/en/work/postings/?noc=65201").content.decode()
    assert "Kitchen helper" in page
    assert "Help desk agent" not in page


def test_where_there_are_none_the_page_says_where_else(client: Client) -> None:
    page = client.get("/en/work/postings/").content.decode()
    assert "Nobody has brought any jobs in here yet." in page
    assert "jobbank.gc.ca" in page


@pytest.mark.official
@pytest.mark.skipif(not OFFICIAL.exists(), reason="official: the files are not here")
def test_the_real_excerpts_come_in_whole(capsys: pytest.CaptureFixture[str]) -> None:
    with clock.at(dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)):
        call_command("import_postings", str(OFFICIAL / "jobs" / "jobbank_opendata_2026_data_jobs.csv"))
    for when, files in (((2019, 7, 10), ("30674932", "30929001")), ((2024, 1, 25), ("39879152", "40104984"))):
        with clock.at(dt.datetime(*when, 12, tzinfo=dt.UTC)):
            call_command("import_postings", *(str(OFFICIAL / "jobs" / "federal_xml" / f"{name}.xml") for name in files))
    told = capsys.readouterr().out
    assert "line" not in told
    assert Posting.objects.filter(slug__startswith="jb-").count() > 200
    part = Posting.objects.get(slug="jbx-40104984")
    assert (part.city, part.province, part.hours, part.pay) == ("Richmond", "BC", "leading", "$2,000 a month")
    assert part.address == "https://www.jobbank.gc.ca/jobsearch/jobposting/40104984"


def test_a_posting_in_xml_comes_in(tmp_path: Path, client: Client) -> None:
    bring_in(document(tmp_path))
    row = Posting.objects.get()
    assert (row.employer, row.province, row.hours, row.term) == ("Invented Lines & Daughters", "SK", "part", "seasonal")
    assert [str(row.week_from), str(row.week_to), row.pay] == ["15.0", "20.0", "$17 to $18.50 an hour"]
    assert row.times == ["night", "weekend"]
    page = client.get(f"/en/work/postings/{row.slug}/").content.decode()
    assert "Sweep floors" in page
    assert 'href="https://jobs.example/1"' in page


def test_one_that_closed_meanwhile_closes_here(tmp_path: Path) -> None:
    bring_in(document(tmp_path))
    bring_in(document(tmp_path, until=f"{clock.today() - dt.timedelta(days=1)}"))
    assert Posting.objects.get().is_over
    assert found() == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://jobs.example/1", "//jobs.example"])
def test_an_address_that_is_no_safe_one_is_left_out(tmp_path: Path, address: str) -> None:
    bring_in(document(tmp_path, url=address))
    assert Posting.objects.get().address == ""


LAUGHS = (
    '<!DOCTYPE s [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><SolrResponse><Documents><Document><title>&b;</title>'
)
FETCHES = '<!DOCTYPE s SYSTEM "https://evil.example/x.dtd"><SolrResponse></SolrResponse>'


LONG = "<SolrResponse a='" + "x" * 400_000
EMPTY = "<SolrResponse><Document>" + "<skill_category/>" * 20_000


@pytest.mark.parametrize(
    "text", [LAUGHS, FETCHES, "<SolrResponse>" + "<a>" * 50, LONG, EMPTY, DOCUMENT[:400], "<SolrResponse>\x00"]
)
def test_a_hostile_or_broken_file_is_told_in_a_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "job.xml"
    file.write_text(text, "utf-8")
    told = Told()
    assert list(federal._read(file, told)) == []
    assert "broken from here on" in told.report.bad[0].why


def test_a_posting_that_never_ends_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "job.xml"
    file.write_text("<SolrResponse><Document><title>" + "x" * 300_000, "utf-8")
    told = Told()
    assert list(federal._read(file, told)) == []
    assert len(told.report.bad) == 1
    assert Given(file).language == "en"
