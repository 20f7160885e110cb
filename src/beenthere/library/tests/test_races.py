"""A last yes and a taking back, or two yeses, at the same moment."""

import pytest

from beenthere.core.tests.races import at_once
from beenthere.library import actions
from beenthere.library.models import Card, Reading, Writing
from beenthere.library.tests.make import house_of_readers, sent
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])


def readings(writing: Writing) -> list[Reading]:
    return list(Reading.objects.filter(writing=writing).select_related("writing__person", "reader"))


def test_two_yeses_at_once_make_one_card() -> None:
    house_of_readers("Farah", "Émile")
    both = readings(sent(person()))
    at_once(*(lambda one=one: actions.answer_yes(by=one.reader, reading=one, words="") for one in both))
    assert Card.objects.count() == 1


def test_what_is_taken_back_while_a_reader_says_yes_is_not_left_public() -> None:
    house_of_readers("Farah", "Émile")
    amara = person()
    writing = sent(amara)
    first, last = readings(writing)
    actions.answer_yes(by=first.reader, reading=first, words="")
    at_once(
        lambda: actions.answer_yes(by=last.reader, reading=last, words=""),
        lambda: actions.take_back(by=amara, writing=writing),
    )
    assert Writing.objects.get(pk=writing.pk).state == "draft"
    assert not Card.objects.exists()
