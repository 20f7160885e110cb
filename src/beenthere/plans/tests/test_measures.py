"""What somebody asks themselves stays theirs, and is drawn as it was answered."""

import datetime as dt

import pytest
from django.urls import reverse

from beenthere.consent.models import Look
from beenthere.core import clock
from beenthere.people.models import Letter, Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions
from beenthere.plans.course import LEFT, RIGHT, TOP, course_of
from beenthere.plans.models import Measure, MeasureAnswer
from beenthere.plans.reads import measures_due
from beenthere.plans.tests import make

DAY = dt.date(2027, 3, 1)


def test_answers_stand_as_far_apart_as_their_days_and_as_high_as_they_were_given() -> None:
    drawn = course_of([(DAY + dt.timedelta(days=10), 4), (DAY, 0)], [DAY - dt.timedelta(days=1), DAY])
    assert [(point.x, point.value) for point in drawn.points] == [(LEFT, 0), (RIGHT, 4)]
    assert drawn.points[1].y == TOP < drawn.points[0].y
    assert (len(drawn.lines), drawn.marks) == (1, (LEFT,))
    assert (drawn.first, drawn.last) == (DAY, DAY + dt.timedelta(days=10))


def test_one_answer_stands_in_the_middle_and_none_draws_nothing() -> None:
    assert [point.x for point in course_of([(DAY, 2)]).points] == [300]
    assert course_of([], [DAY]).marks == ()


@pytest.mark.django_db
def test_what_is_chosen_is_asked_and_what_is_left_keeps_its_answers() -> None:
    amara = person("Amara")
    client = signed_in(amara)
    client.post(reverse("plans:measures-choose"), {"questions": ["hope"], "first_own": "I slept", "rhythm": "week"})
    slept = Measure.objects.get(person=amara, question="")
    client.post(reverse("plans:measures-answer"), {f"measure-{slept.pk}": "3"})
    client.post(reverse("plans:measures-choose"), {"questions": ["hope"], "rhythm": "never"})
    assert list(Measure.objects.visible_to(amara).current().values_list("question", flat=True)) == ["hope"]
    page = client.get(reverse("plans:measures")).content.decode()
    assert "mostly" in page
    assert "You no longer ask yourself this." in page


@pytest.mark.django_db
def test_a_second_answer_on_the_same_day_takes_the_place_of_the_first() -> None:
    amara = person("Amara")
    asked = _asked(amara)
    for value in (1, 4):
        actions.answer_measures(by=amara, answers={asked: value})
    assert [answer.value for answer in MeasureAnswer.objects.visible_to(amara)] == [4]


@pytest.mark.django_db
def test_reminders_come_as_often_as_wanted_and_not_now_brings_peace() -> None:
    amara = person("Amara")
    _asked(amara, rhythm="two-weeks")
    client = signed_in(amara)
    assert "your own questions" in client.get(reverse("home:front")).content.decode()
    client.post(reverse("plans:measures-leave"))
    assert measures_due(amara) == 0
    with clock.at(clock.now() + dt.timedelta(days=14)):
        assert measures_due(amara) == 1


@pytest.mark.django_db
def test_whoever_never_wants_to_be_asked_is_never_asked() -> None:
    amara = person("Amara")
    _asked(amara, rhythm="never")
    assert measures_due(amara) == 0


@pytest.mark.django_db
def test_a_shared_question_tells_its_answers_and_nothing_of_the_paths() -> None:
    amara, benoit = person("Amara"), person("Benoît")
    asked = _asked(amara)
    actions.answer_measures(by=amara, answers={asked: 2})
    actions.finish_step(by=amara, step=make.step(amara, make.path(amara), text="Telephoned the school"))
    make.connected(amara, benoit)
    actions.share_measure(by=amara, measure=asked, reader=benoit, until=clock.today(amara))
    page = signed_in(benoit).get(reverse("plans:measure-shared", args=[asked.pk])).content.decode()
    assert "partly" in page
    assert "Telephoned" not in page
    assert "Telephoned" in signed_in(amara).get(reverse("plans:measures")).content.decode()
    assert Look.objects.filter(reader=benoit.pk, owner=amara.pk, thing=asked.pk).exists()
    assert Letter.objects.filter(person=benoit).exists()


@pytest.mark.django_db
def test_a_stopped_sharing_and_a_removed_question_are_gone_at_once() -> None:
    amara, benoit = person("Amara"), person("Benoît")
    asked = _asked(amara)
    make.connected(amara, benoit)
    actions.share_measure(by=amara, measure=asked, reader=benoit, until=clock.today(amara))
    signed_in(amara).post(reverse("plans:measure-remove", args=[asked.pk]))
    assert signed_in(benoit).get(reverse("plans:measure-shared", args=[asked.pk])).status_code == 404
    assert not MeasureAnswer.objects.filter(measure=asked).exists()


def _asked(amara: Person, rhythm: str = "week") -> Measure:
    actions.choose_measures(by=amara, questions=["hope"], own=[], rhythm=rhythm)
    return Measure.objects.visible_to(amara).get()
