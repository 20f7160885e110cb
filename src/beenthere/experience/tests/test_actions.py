from typing import Any

import pytest
from django.db import connection
from django.db.utils import IntegrityError

from beenthere.core.access import NotAllowed
from beenthere.experience import actions
from beenthere.experience.models import AboutMe, LivedExperience, Part, Shown
from beenthere.experience.tests import make
from beenthere.people.models import Person
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Words = LivedExperience.Shown


@pytest.fixture
def amara() -> Person:
    return person("Amara")


def choose(by: Person, *codes: str, own: tuple[str, ...] = (), shown: str = Words.ME, **kept: Any) -> None:
    actions.choose_words(
        by=by, kind="lived", codes=set(codes), keep_own=kept.get("keep", set()), new_own=list(own), shown=shown
    )


def words_of(by: Person) -> set[str]:
    return {row.word for row in LivedExperience.objects.filter(person=by)}


def test_a_part_is_kept_and_taken_back(amara: Person) -> None:
    actions.tell(by=amara, part=Part.LANGUAGES, value=["fr", "lsq"], shown=Shown.ASKED)
    assert AboutMe.objects.get(person=amara).languages == ["fr", "lsq"]
    actions.tell(by=amara, part=Part.LANGUAGES, value=[], shown=Shown.ME)
    assert AboutMe.objects.get(person=amara).languages is None


def test_one_part_leaves_the_others_alone(amara: Person) -> None:
    make.told(amara, words="I keep bees")
    actions.tell(by=amara, part=Part.WAYS, value=["text"], shown=Shown.ME)
    row = AboutMe.objects.get(person=amara)
    assert (row.words, row.ways, row.words_shown) == ("I keep bees", ["text"], Shown.ASKED)


def test_the_area_sets_province_and_clock(amara: Person) -> None:
    actions.tell(by=amara, part=Part.AREA, value="happy-valley-goose-bay-nl", shown=Shown.ME)
    amara.refresh_from_db()
    assert (amara.province, amara.time_zone) == ("NL", "America/Goose_Bay")


def test_ticking_adds_and_unticking_removes(amara: Person) -> None:
    choose(amara, "housing", "money")
    choose(amara, "money", "loss")
    assert words_of(amara) == {"money", "loss"}


def test_own_words_stay_while_they_are_ticked(amara: Person) -> None:
    choose(amara, own=("Night shifts", "Caribou hunting season"))
    kept = LivedExperience.objects.filter(person=amara).first()
    assert kept
    choose(amara, keep={kept.pk})
    assert words_of(amara) == {kept.word}


def test_the_same_form_twice_keeps_one_word(amara: Person) -> None:
    for _time in range(2):
        choose(amara, "housing", own=("Night shifts",), keep=set(LivedExperience.objects.values_list("pk", flat=True)))
    assert LivedExperience.objects.filter(person=amara).count() == 2


def test_a_listed_word_typed_by_hand_is_the_listed_one(amara: Person) -> None:
    choose(amara, own=("having no STEADY home",))
    row = LivedExperience.objects.get(person=amara)
    assert (row.word, row.is_own) == ("housing", False)


def test_only_words_on_offer_leave_a_token(amara: Person) -> None:
    rows = make.lived(amara, "housing", shown=Words.ON_OFFER)
    assert rows[0].token == rows[0].keyed_token()
    actions.change_word(by=amara, lived=rows[0], weight=2, shown=Words.AFTER_YES)
    assert LivedExperience.objects.get(pk=rows[0].pk).token == ""


def test_the_table_refuses_a_token_of_a_hidden_word(amara: Person) -> None:
    make.lived(amara, "housing", shown=Words.ME)
    with pytest.raises(IntegrityError):
        LivedExperience.objects.filter(person=amara).update(token="abc")


def test_equal_words_have_equal_tokens_in_any_script(amara: Person) -> None:
    one, other = (LivedExperience(word=text, is_own=True) for text in ("ᐃᓄᒃᑎᑐᑦ", "العودة"))
    assert one.keyed_token() != other.keyed_token()
    spoken = [LivedExperience(word=text, is_own=True).keyed_token() for text in ("Quart de nuit!", "quart de NUIT")]
    assert len(set(spoken)) == 1


def test_nobody_changes_somebody_elses_word(amara: Person) -> None:
    (row,) = make.lived(amara, "housing")
    dana = person("Dana")
    with pytest.raises(NotAllowed):
        actions.change_word(by=dana, lived=row, weight=2, shown=Words.ON_OFFER)
    with pytest.raises(NotAllowed):
        actions.remove_word(by=dana, lived=row)


def test_the_raw_tables_hold_nothing_that_was_told(amara: Person) -> None:
    make.told(amara, words="I keep bees", languages=("lsq",), area="kuujjuaq-qc", free=("tue-morning",))
    make.lived(amara, "housing", own=("Night shifts",))
    with connection.cursor() as cursor:
        raw = ""
        for table in ("experience_aboutme", "experience_livedexperience"):
            cursor.execute(f"SELECT * FROM {table}")
            raw += repr(cursor.fetchall())
    for secret in ("bees", "lsq", "kuujjuaq", "tue-morning", "housing", "Night"):
        assert secret not in raw
