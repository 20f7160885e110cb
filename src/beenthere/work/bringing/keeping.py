"""Writing what a file says, a few rows at a time: what is as before is left alone."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from beenthere.work.bringing.reading import Told

M = TypeVar("M", bound=models.Model)
CHUNK = 200


def in_chunks(things: Iterable[M]) -> Iterator[list[M]]:
    """A few at a time."""
    rest = iter(things)
    while some := list(islice(rest, CHUNK)):
        yield some


def keep(some: Sequence[M], key: Sequence[str], facts: Sequence[str], told: Told) -> list[M]:
    """Write those that are new or changed, and give these; a thing is known by its key."""
    if not some:
        return []
    model = type(some[0])
    lookup = {f"{key[0]}__in": [getattr(thing, key[0]) for thing in some]}
    with transaction.atomic():
        known = {_values(row, key): row for row in model._default_manager.filter(**lookup)}
        new = [thing for thing in some if _values(thing, key) not in known]
        there = [(thing, known[_values(thing, key)]) for thing in some if _values(thing, key) in known]
        changed = [thing for thing, row in there if _values(thing, facts) != _values(row, facts)]
        for thing in changed:
            thing.pk = known[_values(thing, key)].pk
        model._default_manager.bulk_create(new)
        if changed:
            model._default_manager.bulk_update(changed, facts)
    told.report.added += len(new)
    told.report.changed += len(changed)
    told.report.same += len(there) - len(changed)
    return [*new, *changed]


def _values(thing: models.Model, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(thing, name) for name in names)


def check(thing: models.Model) -> None:
    """Refuse what no column can hold. Whether what it belongs to is there, the caller has seen."""
    related = {field.name for field in thing._meta.concrete_fields if field.is_relation}
    thing.clean_fields(exclude=related)


def why(error: ValidationError) -> str:
    """What is wrong, with the name of the column where it is known."""
    if hasattr(error, "error_dict"):
        return " ".join(f"{name}: {' '.join(told)}" for name, told in error.message_dict.items())
    return " ".join(error.messages)


def missing_column(error: KeyError) -> str:
    """Say which column is not there."""
    return _("there is no column called %(name)s") % {"name": error.args[0]}
