"""The packaged trainings: all of them, once, each with its standing read off its notes."""

from collections import Counter
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from beenthere.core.search import find
from beenthere.training.catalogue.classification import standing_of
from beenthere.training.catalogue.phrases import PHRASES
from beenthere.training.models import Standing, Training
from beenthere.training.seed import FILE, SCREENS, load_seed, make_all_findable, slug_of
from beenthere.training.urls import public

pytestmark = pytest.mark.django_db


@pytest.fixture
def seed() -> None:
    load_seed()


def test_every_row_comes_in_once_however_often_it_is_loaded() -> None:
    first, second = load_seed(), load_seed()
    assert (first.added, first.bad) == (61, [])
    assert (second.added, second.changed, second.same) == (0, 0, 61)
    assert Training.objects.count() == 61


@pytest.mark.usefixtures("seed")
def test_loading_it_again_looks_at_no_record_that_is_not_in_it() -> None:
    with CaptureQueriesContext(connection) as few:
        load_seed()
    for number in range(700):
        Training(slug=f"other-{number}", name="Other", name_language="en", standing="running").save()
    with CaptureQueriesContext(connection) as many:
        load_seed()
    assert len(many) == len(few) < 20
    assert all("slug" in query["sql"] or "training_id" in query["sql"] for query in many if "SELECT" in query["sql"])


def test_all_records_are_put_into_the_search_when_the_way_of_finding_them_has_changed() -> None:
    Training(slug="walking", name="Walking", name_language="en", standing="running").save()
    make_all_findable()
    assert find("training", "walking") == ["walking"]


@pytest.mark.usefixtures("seed")
def test_a_packaged_training_that_became_part_of_another_stays_so(tmp_path: Path) -> None:
    gone = Training.objects.get(slug=slug_of("School of Peer Support", "CMHA Calgary"))
    Training.objects.filter(pk=gone.pk).update(merged_into=Training.objects.exclude(pk=gone.pk).first())
    changed = tmp_path / "trainings.csv"
    changed.write_text(FILE.read_text("utf-8").replace("Calgary,,,83,", "Calgary,,,90,"), "utf-8")
    assert load_seed(changed).changed == 0


@pytest.mark.usefixtures("seed")
def test_what_is_over_or_no_training_is_told_apart() -> None:
    counts = Counter(Training.objects.values_list("standing", flat=True))
    assert counts == {"running": 47, "unconfirmed": 4, "historic": 6, "certification": 4}


@pytest.mark.parametrize(
    ("name", "notes", "standing"),
    [
        ("Peer training", "Historic. 8 days", "historic"),
        ("Healing", "Completed 2023", "historic"),
        ("Peer training", "7 modules", "running"),
        ("Chapter Two", "Earlier version; check whether still offered", "unconfirmed"),
        ("CCPSS (certification, not training)", "Certification", "certification"),
        ("WRAP Facilitator certification", "", "running"),
    ],
)
def test_name_and_notes_decide_the_standing(name: str, notes: str, standing: str) -> None:
    assert standing_of(name, notes) == standing


@pytest.mark.usefixtures("seed")
def test_a_row_that_somebody_checked_here_is_not_overwritten() -> None:
    training = Training.objects.get(name="School of Peer Support")
    Training.objects.filter(pk=training.pk).update(hours="90", checked_by="Ravi", checked_on="2026-05-01")
    load_seed()
    training.refresh_from_db()
    assert (training.hours, training.checked_by) == ("90", "Ravi")


@pytest.mark.usefixtures("seed")
def test_a_changed_row_is_changed_and_keeps_its_address(tmp_path: Path) -> None:
    changed = tmp_path / "trainings.csv"
    changed.write_text(FILE.read_text("utf-8").replace("Calgary,,,83,", "Calgary,,,90,"), "utf-8")
    report = load_seed(changed)
    assert (report.added, report.changed, report.same) == (0, 1, 60)
    assert Training.objects.get(slug=slug_of("School of Peer Support", "CMHA Calgary")).hours == "90"


def test_a_bad_row_is_reported_and_the_good_ones_come_in(tmp_path: Path) -> None:
    head, *rows = FILE.read_text("utf-8").splitlines()
    file = tmp_path / "trainings.csv"
    file.write_text(
        "\n".join([head, rows[0], rows[0], rows[3].replace("https://pei", "not an address"), rows[4]]), "utf-8"
    )
    report = load_seed(file)
    assert (report.added, [bad.line for bad in report.bad]) == (2, [3, 4])


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("pair aidant famille", "Formation Pairs Aidants Famille 2025-2026"),
        ("AQRP adultes", "Formation québécoise spécialisée en intervention par les pairs (adultes)"),
        ("quebecoise", "Formation québécoise spécialisée en intervention par les pairs (adultes)"),
        ("pompiers saskatoon", "IAFF Peer Support training (Saskatoon)"),
        ("réduction des méfaits apprenti", "Harm Reduction Worker Training & Apprenticeship Program"),
        ("osiss", "OSISS peer support coordinator training"),
        (
            "microprogram montreal",
            "Microprogramme de 1er cycle en santé mentale : mentorat pour pairs aidants (1-540-7-0)",
        ),
        ("schol of peer suport", "School of Peer Support"),
    ],
)
def test_people_find_what_they_mean(query: str, first: str) -> None:
    assert Training.objects.get(slug=find("training", query)[0]).name == first


@pytest.mark.usefixtures("seed")
def test_every_name_stands_in_one_of_the_two_languages() -> None:
    assert Training.objects.filter(name_language="fr").count() == 4
    assert not Training.objects.exclude(name_language__in=["en", "fr"]).exists()
    with override("fr"):
        assert all(str(label) for label in Standing.labels)


@pytest.mark.usefixtures("seed")
def test_every_packaged_text_is_a_phrase_of_the_catalogue() -> None:
    names = ["languages", "delivery", "hours", "weeks", "cost", "prerequisites", "credential", "audience", "notes"]
    texts = {text for row in Training.objects.values_list(*names) for text in row}
    assert {text for text in texts - PHRASES if text != text.upper()} == set()
    assert {phrase for phrase in PHRASES if phrase not in texts} == set()


def test_no_training_takes_the_address_of_a_screen() -> None:
    fixed = {str(each.pattern).split("/")[0] for each in public.urlpatterns} - {"", "<slug:slug>"}
    assert fixed == set(SCREENS)
    assert slug_of("Compare", "") == "compare-training"
