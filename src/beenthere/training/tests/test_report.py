"""The yearly report: what the records said when the year ended, and what was done in it, without any people."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from beenthere.core import clock
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.committee.freshness import freshness
from beenthere.training.figures.report import Report, years
from beenthere.training.figures.yearly import Writing, half_within, read, share
from beenthere.training.models import Origin, Proposal, ProposalKind, ProposalState, Standing, Training
from beenthere.training.tests.make import training

SOURCE = Source(Origin.COMMITTEE, "https://example.org/page", "2026")
IN_2025, IN_2026 = dt.datetime(2025, 5, 1, 12, tzinfo=dt.UTC), dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)

writings = st.lists(
    st.builds(
        Writing,
        record=st.integers(1, 4),
        first=st.booleans(),
        in_year=st.booleans(),
        facts=st.fixed_dictionaries({"standing": st.sampled_from(["running", "historic"])}),
    ),
    max_size=20,
)


@given(writings)
def test_no_record_counts_twice_in_what_happened(found: list[Writing]) -> None:
    year = read(found)
    records = {one.record for one in found}
    assert year.states.keys() == records
    assert year.added | year.changed | year.ended <= records
    assert not year.changed & (year.added | year.ended)
    assert sum(year.by(lambda state: [state["standing"]]).values()) == len(records)


def test_half_of_them_and_the_length_of_a_bar() -> None:
    assert (half_within([]), half_within([9, 1, 3]), half_within([1, 4])) == (None, 3, 1)
    assert (share(0, 9), share(9, 9), share(1, 1000), share(0, 0)) == (0, 100, 1, 0)


def two_years() -> Training:
    with clock.at(IN_2025):
        made, _gone = training("One", province="QC", languages="French"), training("Two", province="NU")
    with clock.at(IN_2026):
        write(Training.objects.get(slug="two"), {"standing": Standing.HISTORIC}, SOURCE)
        write(made, {"province": "QC; ON"}, SOURCE)
        training("Three", province="national", languages="English")
    return made


def numbers(report: Report, title: str) -> dict[str, int]:
    return {
        bar.label: bar.number for table in report.tables if table.title == title for bar in table.bars if bar.number
    }


@pytest.mark.django_db
def test_a_past_year_is_told_as_it_was_when_it_ended() -> None:
    two_years()
    with clock.at(IN_2026):
        before, now = Report(2025), Report(2026)
        assert numbers(before, "Where") == {"Quebec": 1, "Nunavut": 1}
        assert numbers(now, "Where") == {"Quebec": 1, "Ontario": 1, "Nunavut": 1, "all of Canada": 1}
        assert numbers(now, "Still offered?") == {"Offered, says the source": 2, "Over": 1}
        assert numbers(now, "In which language") == {"French": 1, "English": 1, "language not stated": 1}
        assert list(years()) == [2025, 2026]


@pytest.mark.django_db
def test_the_report_and_the_committee_tell_freshness_by_one_rule() -> None:
    training("Never")
    today = clock.today()
    late = {"confirmed_on": today - dt.timedelta(days=200), "confirm_by": today - dt.timedelta(days=18)}
    kept = {"confirmed_on": today - dt.timedelta(days=200), "confirm_by": today + dt.timedelta(days=165)}
    for name, told in (("Every six months", late), ("Every year", kept)):
        Training.objects.filter(pk=training(name).pk).update(**told)
    now = freshness()
    assert [bar.number for bar in Report(today.year).freshness.bars] == [now.fresh, now.late, now.never] == [1, 1, 1]


@pytest.mark.django_db
def test_an_address_written_otherwise_does_not_count_all_writings_again(client: Client) -> None:
    training("Walking along")
    address = f"/en/training/report/{clock.today().year}/"
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"{address}?again=1").status_code == 200
    assert not [query["sql"] for query in asked if '"facts"' in query["sql"]]


@pytest.mark.django_db
def test_what_was_added_changed_and_ended_is_told_apart() -> None:
    two_years()
    with clock.at(IN_2026):
        happened = [
            [len(each) for each in (r.read.added, r.read.changed, r.read.ended)] for r in map(Report, (2025, 2026))
        ]
    assert happened == [[2, 0, 0], [1, 1, 1]]


@pytest.mark.django_db
def test_the_committee_is_told_by_deeds_and_days() -> None:
    made = two_years()
    for days, state in ((1, ProposalState.PUBLISHED), (5, ProposalState.SENT_BACK), (9, ProposalState.PUBLISHED)):
        decided = IN_2026 + dt.timedelta(days=days)
        Proposal.objects.create(
            kind=ProposalKind.CORRECT, origin=Origin.PUBLIC, training=made, language="en",
            state=state, made_at=IN_2026, decided_at=decided,
        )  # fmt: skip
    deeds = Report(2026).deeds
    assert (deeds.received, deeds.published, deeds.sent_back, deeds.half_within) == (3, 2, 1, 5)
    assert Report(2025).deeds.received == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("en", "nothing is known in"), ("fr", "on ne connaît rien pour")])
def test_the_page_tells_the_year_in_figures_and_three_sentences(client: Client, language: str, words: str) -> None:
    two_years()
    with clock.at(IN_2026):
        pages = {year: client.get(f"/{language}/training/report/{year}/") for year in (2024, 2025, 2026, 2027)}
    assert [page.status_code for page in pages.values()] == [404, 200, 200, 404]
    told = pages[2025].content.decode()
    assert words in told
    assert told.count('class="bar"') > 20
    assert "2 rec" in told or "2 fiches" in told
