"""No private sentence can be read in the raw databases, and an erasure makes what was sealed unreadable."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager as ContextManager

import pytest
from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db import connections, models

from beenthere.consent.actions import block, look
from beenthere.core import keys
from beenthere.core.sealed import sealed_fields
from beenthere.people.actions import erase
from beenthere.people.models import Person
from beenthere.plans.models import Plan
from beenthere.talk.models import Message
from tests.world import PRIVATE, World

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def raw_cells() -> Iterator[tuple[str, bytes]]:
    """Every cell of every table of both databases, as the disk has it."""
    for alias in ("default", "keys"):
        with connections[alias].cursor() as cursor:
            for table in connections[alias].introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')
                for row in cursor.fetchall():
                    yield from ((table, as_bytes(cell)) for cell in row)


def as_bytes(cell: object) -> bytes:
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()


def found_in_the_raw(sentences: dict[str, str]) -> set[tuple[str, str]]:
    cells = list(raw_cells())
    assert len(cells) > 1000
    return {
        (what, table) for what, sentence in sentences.items() for table, cell in cells if sentence.encode() in cell
    }  # fmt: skip


def test_no_private_sentence_lies_in_the_raw_databases(world: World) -> None:
    assert found_in_the_raw(PRIVATE) == set()


def test_a_sentence_that_lies_open_is_noticed(world: World) -> None:
    world.organisation.about_en = PRIVATE["dream"]
    world.organisation.save()
    assert found_in_the_raw(PRIVATE) == {("dream", "orgs_organisation")}


def test_a_row_copied_to_somebody_else_does_not_open(world: World) -> None:
    sealed = Plan.objects.filter(person=world.amara).values_list("dream", flat=True).get()
    stolen = Plan.objects.create(person=world.dana)
    models.QuerySet.update(Plan.objects.filter(pk=stolen.pk), dream=sealed)
    row = Plan.objects.get(pk=stolen.pk)
    with pytest.raises(InvalidTag):
        _ = row.dream


def test_without_the_key_nothing_opens(world: World) -> None:
    keys.destroy_key(world.amara.pk)
    assert Plan.objects.get(person=world.amara).dream is None
    assert Person.objects.get(pk=world.amara.pk).name is None


def test_an_erasure_leaves_no_row_about_her_and_no_key(
    world: World, django_capture_on_commit_callbacks: Callable[..., ContextManager[object]]
) -> None:
    her_id = world.amara.pk
    with django_capture_on_commit_callbacks(execute=True):
        erase(by=world.amara)
    assert not keys.has_key(her_id)
    assert not Person.objects.filter(pk=her_id).exists()
    left = {table for table, cell in raw_cells() if str(her_id).encode() in cell or her_id.hex.encode() in cell}
    assert left == {"people_erasedaccount"}
    assert all(message.text is None for message in Message.objects.filter(author=None))


@pytest.mark.parametrize("who", ["amara", "benoit"])
def test_an_erasure_leaves_no_name_under_somebody_elses_key_and_no_id(
    world: World, who: str, django_capture_on_commit_callbacks: Callable[..., ContextManager[object]]
) -> None:
    gone, name = world.people()[who], world.people()[who].name
    look(reader=world.benoit.pk, owner=world.amara.pk, what="plans.path", thing=world.amara.pk)
    block(by=world.dana.pk, whom=gone.pk)
    with django_capture_on_commit_callbacks(execute=True):
        erase(by=gone)
    assert {where for where, text in opened_cells() if name in text} == set()
    left = {table for table, cell in raw_cells() if str(gone.pk).encode() in cell or gone.pk.hex.encode() in cell}
    assert left == {"people_erasedaccount"}


def opened_cells() -> Iterator[tuple[str, str]]:
    """Every sealed cell that a key still opens."""
    for model in (model for model in apps.get_models() if hasattr(model, "sealed_by")):
        for row in model._base_manager.all():
            yield from (
                (f"{model._meta.label}.{each.name}", str(getattr(row, each.name))) for each in sealed_fields(model)
            )


def test_every_text_that_people_type_is_sealed() -> None:
    """A new plain text column is either a fact, a machine's word, or a mistake."""
    plain = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("beenthere.") and hasattr(model, "sealed_by")
        for field in model._meta.concrete_fields
        if field.get_internal_type() == "TextField"
    }
    assert plain == set()
