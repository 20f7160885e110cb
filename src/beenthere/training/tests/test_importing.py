"""A messy file from its bytes to published records, and everything that must not happen on the way."""

import datetime as dt
import zlib

import pytest
from django.urls import reverse

from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.jobs import run_due
from beenthere.core.search import find
from beenthere.core.tables import survey
from beenthere.core.tests.races import at_once
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training import jobs
from beenthere.training.actions import importing as actions
from beenthere.training.catalogue.findable import KIND
from beenthere.training.catalogue.writing import Source, write_many
from beenthere.training.importing import bringing
from beenthere.training.models import BatchState, DuplicatePair, ImportBatch, ImportFile, ImportRow, Revision, Training
from beenthere.training.opendata import streams
from beenthere.training.tests.make import researcher, training

MESSY = """Formations en pair-aidance;;;;;
Nom;Organisme;Province;Coût ($);Date de début;Par des pairs
Écoute active;Le Phare;Québec;1 234,50;27/01/2027;oui
Marcher ensemble;La Rive;N.-B.;gratuit;5 février 2027;non
;La Rive;N.-B.;;;
Pont;La Rive;Maine;10;;
=HYPERLINK("x");Le Phare;Québec;;;
écoute ACTIVE;le phare;Québec;20;;
"""
VERDICTS = {"new": 2, "bad": 4}


@pytest.fixture
def ravi(db: None) -> Person:
    return researcher("Ravi")


@pytest.fixture
def rosa(db: None) -> Person:
    return researcher("Rosa")


def brought(by: Person, text: str = MESSY) -> ImportBatch:
    """A file whose columns are named as they were guessed, and whose rows are read."""
    data = text.encode("cp1252")
    batch = actions.bring_file(
        by=by, name="liste.csv", packed=zlib.compress(data), found=survey(data), source_url="https://ex.org/list"
    )
    actions.name_columns(by=by, batch=batch, targets=batch.targets)
    work()
    batch.refresh_from_db()
    return batch


def published(by: Person, reader: Person, text: str = MESSY) -> ImportBatch:
    batch = brought(by, text)
    actions.send_to_readers(by=by, batch=batch)
    assert actions.publish_import(by=reader, batch=batch)
    work()
    batch.refresh_from_db()
    return batch


def work() -> None:
    """Let the worker do all that is due, also what that makes due."""
    while run_due():
        pass


def whys(batch: ImportBatch) -> list[tuple[int, str]]:
    return [(row.line, row.why[0]["why"]) for row in batch.rows.filter(verdict="bad")]


def test_every_row_gets_its_verdict_and_a_bad_one_keeps_no_good_one(ravi: Person) -> None:
    batch = brought(ravi)
    assert (batch.state, batch.counts, batch.done) == (BatchState.READ, VERDICTS, 6)
    assert whys(batch) == [(5, "no_name"), (6, "province"), (7, "formula"), (8, "twice")]
    assert not ImportFile.objects.exists(), "the bytes go when the rows are read"
    assert not Training.objects.exists(), "nothing is published before a second reader saw it"


def test_a_second_reader_publishes_it_as_a_whole(ravi: Person, rosa: Person) -> None:
    batch = published(ravi, rosa)
    assert (batch.state, batch.reader) == (BatchState.PUBLISHED, rosa)
    found = Training.objects.get(slug="ecoute-active-le-phare")
    assert (found.cost, found.starts_on, found.peer_run, found.province) == (
        "1234.50",
        dt.date(2027, 1, 27),
        "yes",
        "QC",
    )
    assert (found.name_language, found.source_url) == ("fr", "https://ex.org/list")
    revision = Revision.objects.get(training=found)
    assert (revision.number, revision.origin, revision.by, revision.facts["cost"]) == (1, "import", ravi, "1234.50")
    assert find(KIND, "ecoute active")[:1] == ["ecoute-active-le-phare"]


def test_whoever_brought_it_does_not_publish_it(ravi: Person) -> None:
    batch = brought(ravi)
    actions.send_to_readers(by=ravi, batch=batch)
    for deed in (actions.publish_import, actions.send_import_back):
        with pytest.raises(NotAllowed):
            deed(by=ravi, batch=batch, **({"reason": "no"} if deed is actions.send_import_back else {}))
    with pytest.raises(NotAllowed):
        actions.stop_import(by=person("Dana"), batch=batch)


def test_the_same_file_once_more_changes_nothing(ravi: Person, rosa: Person) -> None:
    published(ravi, rosa)
    before = list(Revision.objects.values_list("pk", flat=True)), list(Training.objects.values())
    batch = published(ravi, rosa)
    assert batch.counts == {"same": 2, "bad": 4}
    assert (list(Revision.objects.values_list("pk", flat=True)), list(Training.objects.values())) == before


def test_two_files_alike_read_before_either_is_published_make_each_record_once(ravi: Person, rosa: Person) -> None:
    both = [brought(ravi), brought(ravi)]
    for batch in both:
        actions.send_to_readers(by=ravi, batch=batch)
        actions.publish_import(by=rosa, batch=batch)
    work()
    assert Training.objects.count() == 2
    assert set(both[1].rows.filter(verdict="new").values_list("result", flat=True)) == {"moved"}


def test_a_change_shows_what_stood_before_and_an_empty_cell_takes_nothing_away(ravi: Person, rosa: Person) -> None:
    record = training("Écoute active", provider="Le Phare", cost="20", hours="40", province="QC")
    batch = brought(ravi, "Nom;Organisme;Coût;Heures\nEcoute active;LE PHARE;25;\n")
    row = batch.rows.get()
    assert (row.verdict, row.facts["cost"], row.before["cost"], row.training) == ("changes", "25", "20", record)
    assert "hours" not in row.facts
    actions.send_to_readers(by=ravi, batch=batch)
    actions.publish_import(by=rosa, batch=batch)
    work()
    record.refresh_from_db()
    assert (record.cost, record.hours) == ("25", "40")
    assert [revision.number for revision in record.revisions.all()] == [1, 2]


def test_a_record_that_moved_on_since_is_left_alone(ravi: Person, rosa: Person) -> None:
    record = training("Écoute active", provider="Le Phare", cost="20")
    batch = brought(ravi, "Nom;Organisme;Coût\nÉcoute active;Le Phare;25\n")
    actions.send_to_readers(by=ravi, batch=batch)
    write_many([(record, {"cost": "22"})], [Source("committee")])
    actions.publish_import(by=rosa, batch=batch)
    work()
    record.refresh_from_db()
    assert (record.cost, batch.rows.get().result) == ("22", "moved")


def test_a_row_finds_its_record_by_its_address_or_its_stable_number(ravi: Person) -> None:
    record = training("Listening well", provider="Kettle", cost="10")
    batch = brought(ravi, f"Slug,Cost\n{record.slug},11\n")
    assert batch.rows.get().training == record
    batch = brought(ravi, f"uid,Cost\n{record.uid},12\nnonsense,13\n")
    assert [(row.training, row.verdict) for row in batch.rows.all()] == [(record, "changes"), (None, "bad")]


def test_a_new_row_that_looks_like_a_record_says_so(ravi: Person, rosa: Person) -> None:
    record = training("Walking together", provider="La Rive", province="NB")
    text = "Name;Provider;Province\nWalking together again;La Rive;NB\n"
    row = brought(ravi, text).rows.get()
    assert (row.verdict, row.training) == ("maybe", record)
    published(ravi, rosa, text)
    pair = DuplicatePair.objects.get()
    assert (pair.a, pair.state, "same_provider" in pair.why) == (record, "open", True)


def test_a_row_that_was_published_leads_to_its_record(ravi: Person, rosa: Person) -> None:
    training("Walking together", provider="La Rive", province="NB")
    batch = published(ravi, rosa, "Name;Provider;Province\nWalking together again;La Rive;NB\nOther;Elsewhere;QC\n")
    assert [str(row.training) for row in batch.rows.all()] == ["Walking together again", "Other"]
    page = signed_in(ravi).get(reverse("research:import", args=[batch.pk])).content.decode()
    assert page.count("Its record here") == 2


def test_our_own_table_brought_back_changes_nothing(ravi: Person, rosa: Person) -> None:
    training(
        "=Walking along", province="ON; AB", hours="14 h", phone="call us", cost="free", languages="French; English",
        notes="-One line,\n  and another; +1 of it", accessibility="'=1+1", starts_on="2027-03-01", audience="@home",
    )  # fmt: skip
    batch = brought(ravi, b"".join(streams.as_csv()).decode("utf-8-sig"))
    assert [(row.verdict, row.why, row.before) for row in batch.rows.all()] == [("same", [], {})]


def test_what_we_marked_as_a_text_is_one_and_what_nobody_marked_is_a_formula(ravi: Person, rosa: Person) -> None:
    batch = published(ravi, rosa, "Name,Provider\n'=Walking,Kettle\n=Walking,Kettle\n")
    assert (Training.objects.get().name, whys(batch)) == ("=Walking", [(3, "formula")])


def test_columns_are_remembered_for_the_next_file_with_the_same_header(ravi: Person) -> None:
    data = b"Zebra;Lion\nListening well;Kettle\n"
    first = actions.bring_file(by=ravi, name="a.csv", packed=zlib.compress(data), found=survey(data))
    assert first.targets == ["", ""]
    actions.name_columns(by=ravi, batch=first, targets=["name", "provider"])
    other = "ZÉBRA ;lion\nWalking;Rive\n".encode()
    assert actions.bring_file(by=ravi, name="b.csv", packed=zlib.compress(other), found=survey(other)).targets == [
        "name",
        "provider",
    ]


def test_a_worker_that_stops_in_the_middle_goes_on_where_it_was(ravi: Person, rosa: Person) -> None:
    text = "Name;Provider\n" + "".join(f"Course {each};Kettle {each}\n" for each in range(350))
    data = text.encode()
    batch = actions.bring_file(by=ravi, name="a.csv", packed=zlib.compress(data), found=survey(data))
    actions.name_columns(by=ravi, batch=batch, targets=["name", "provider"])
    assert [bringing.read_for(batch.pk, seconds=-1) for _each in range(3)] == [True] * 3
    batch.refresh_from_db()
    assert (batch.rows.count(), batch.done, batch.state) == (300, 300, BatchState.READING)
    work()
    assert sorted(batch.rows.values_list("line", flat=True)) == list(range(2, 352))


def test_a_file_that_is_stopped_publishes_nothing_more(ravi: Person, rosa: Person) -> None:
    batch = brought(ravi)
    actions.send_to_readers(by=ravi, batch=batch)
    actions.publish_import(by=rosa, batch=batch)
    assert actions.stop_import(by=ravi, batch=batch)
    assert not actions.stop_import(by=ravi, batch=batch)
    work()
    assert not Training.objects.exists()
    assert not bringing.publish_for(batch.pk)


def test_rows_are_forgotten_and_what_nobody_went_on_with_is_stopped(ravi: Person, rosa: Person) -> None:
    done, lying = published(ravi, rosa), brought(ravi)
    with clock.at(clock.now() + dt.timedelta(days=61)):
        jobs.forget_rows()
        assert ImportRow.objects.filter(batch=done).count() == 6
    with clock.at(clock.now() + dt.timedelta(days=200)):
        jobs.forget_rows()
    assert not ImportRow.objects.exists()
    lying.refresh_from_db()
    assert lying.state == BatchState.CANCELLED


def test_every_sentence_of_a_formula_is_text(ravi: Person) -> None:
    text = 'Name;Notes\n"=HYPERLINK(""http://x"";""y"")";a\nListening;=1+1\nWalking;@SUM(A1)\nSitting;plain\n'
    batch = brought(ravi, text)
    assert batch.counts == {"bad": 3, "new": 1}


@pytest.mark.django_db(transaction=True)
def test_stopping_while_it_is_published_leaves_whole_chunks(ravi: Person, rosa: Person) -> None:
    text = "Name;Provider\n" + "".join(f"Course {each};Kettle {each}\n" for each in range(200))
    batch = brought(ravi, text)
    actions.send_to_readers(by=ravi, batch=batch)
    actions.publish_import(by=rosa, batch=batch)
    at_once(lambda: bringing.publish_for(batch.pk), lambda: actions.stop_import(by=ravi, batch=batch))
    batch.refresh_from_db()
    written = batch.rows.filter(result="written").count()
    assert (Training.objects.count(), Revision.objects.count()) == (written, written)
    assert batch.done == written
    assert batch.state in {BatchState.CANCELLED, BatchState.PUBLISHED}


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_one_file_write_each_record_once(ravi: Person, rosa: Person) -> None:
    text = "Name;Provider\n" + "".join(f"Course {each};Kettle {each}\n" for each in range(120))
    batch = brought(ravi, text)
    actions.send_to_readers(by=ravi, batch=batch)
    actions.publish_import(by=rosa, batch=batch)
    at_once(*(lambda: bringing.publish_for(batch.pk) for _worker in range(2)))
    work()
    batch.refresh_from_db()
    assert (batch.state, Training.objects.count(), Revision.objects.count()) == (BatchState.PUBLISHED, 120, 120)
