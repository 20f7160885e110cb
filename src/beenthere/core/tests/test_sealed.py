from uuid import uuid4

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from beenthere.core import keys
from beenthere.core.sealed import KeyMissing, owner_of, sealed_fields
from beenthere.people.models import Person
from beenthere.people.tests import make
from beenthere.plans.models import Plan

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def plan() -> Plan:
    return Plan.objects.create(person=make.person("Amara"), dream="To bake for my street", hours=30.5)


def test_a_row_reads_as_it_was_written(plan: Plan) -> None:
    again = Plan.objects.get(pk=plan.pk)
    assert (again.dream, again.hours) == ("To bake for my street", 30.5)


def test_the_table_holds_no_word_of_it(plan: Plan) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT dream FROM plans_plan")
        assert b"bake" not in bytes(cursor.fetchone()[0])


def test_saving_a_row_that_was_not_read_changes_nothing(plan: Plan) -> None:
    Plan.objects.get(pk=plan.pk).save()
    assert Plan.objects.get(pk=plan.pk).dream == "To bake for my street"


def test_an_empty_text_stays_empty(plan: Plan) -> None:
    plan.dream = None
    plan.save()
    assert Plan.objects.filter(dream__isnull=True).get() == plan


def test_a_sealed_text_cannot_be_searched(plan: Plan) -> None:
    with pytest.raises(FieldError, match="cannot be searched"):
        Plan.objects.filter(dream="To bake for my street").exists()


def test_a_sealed_text_cannot_be_written_past_its_row(plan: Plan) -> None:
    with pytest.raises(FieldError, match="by saving its row"):
        Plan.objects.update(dream="in the clear")


def test_nothing_is_written_for_somebody_without_a_key() -> None:
    person = make.person("Amara")
    keys.destroy_key(person.pk)
    with pytest.raises(KeyMissing):
        Plan.objects.create(person=person, dream="To bake for my street")


def test_text_whose_key_is_gone_reads_as_nothing(plan: Plan) -> None:
    keys.destroy_key(plan.person_id)
    assert Plan.objects.get(pk=plan.pk).dream is None


def test_the_owner_of_a_row_is_named_by_the_model(plan: Plan) -> None:
    assert owner_of(plan) == plan.person_id
    assert {field.name for field in sealed_fields(Plan)} == {"dream", "hours"}


def test_keys_of_a_list_are_fetched_at_once(django_assert_num_queries: pytest.FixtureDef[object]) -> None:
    for _ in range(4):
        make.person(f"Somebody {uuid4().hex[:4]}")
    with keys.held(), django_assert_num_queries(1, using="keys"):  # type: ignore[operator]
        assert all(person.name for person in Person.objects.all())
