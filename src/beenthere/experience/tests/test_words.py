import re

import pytest
from django.utils.translation import override

from beenthere.experience.words import (
    LISTED,
    SLOTS,
    language_name,
    languages_by_name,
    listed_code,
    listed_under,
    slot_name,
    spoken,
    times_in_words,
    way_name,
)

CLINICAL = re.compile(
    r"diagnos|depress|dépress|anxi|schizo|bipol|psych|disorder|trouble|symptom|patient|illness|maladie|bpd|ptsd",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_listed_word_is_clinical_and_none_is_there_twice(language: str) -> None:
    with override(language):
        labels = [str(word.label) for word in LISTED.values()]
    assert not [label for label in labels if CLINICAL.search(label)]
    assert len({spoken(label) for label in labels}) == len(labels)


def test_about_thirty_words_under_each_heading() -> None:
    for kind in ("lived", "in_the_way"):
        offered = [code for _group, words in listed_under(kind) for code, _label in words]
        assert 28 <= len(offered) <= 36
        assert sorted(offered) == sorted(code for code, word in LISTED.items() if getattr(word, kind))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_listed_word_typed_by_hand_is_known_in_both_languages(language: str) -> None:
    with override(language):
        typed = str(LISTED["back-to-school"].label).upper()
    assert listed_code(typed) == "back-to-school"
    assert listed_code("something else") == ""


def test_times_are_told_by_part_of_the_day() -> None:
    with override("en"):
        assert slot_name("mon-evening") == "Monday evening"
        assert times_in_words(["thu-evening", "mon-evening", "sat-morning"]) == [
            "Mornings: Saturday",
            "Evenings: Monday, Thursday",
        ]
        assert times_in_words(list(SLOTS))[0] == "Mornings: every day"


def test_unknown_codes_are_shown_as_they_are() -> None:
    assert language_name("xx") == "xx"
    assert way_name("pigeon") == "pigeon"


def test_languages_follow_the_alphabet_of_the_page_after_the_first_four() -> None:
    with override("fr"):
        names = [name for _code, name in languages_by_name()]
    assert names[:2] == ["anglais", "français"]
    assert names[4] == "allemand"
    assert names.index("espagnol") < names.index("italien")
