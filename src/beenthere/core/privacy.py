"""What we keep about people, declared beside each table.

The same declaration is checked at start, shown on the public page, and drives the download and the erasure.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core import checks
from django.db import models, transaction
from django.utils.functional import Promise

from beenthere.core.sealed import sealed_fields

Sentence = str | Promise


class Mark(Enum):
    """Fields that say nothing about anybody by themselves."""

    TECHNICAL = "technical"
    PUBLIC = "public"


TECHNICAL, PUBLIC = Mark.TECHNICAL, Mark.PUBLIC


class Erasure(Enum):
    """What happens to a row when the person whom it is about erases their account."""

    DELETE = "delete"
    KEEP_WITHOUT_NAME = "keep without name"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Privacy:
    """Purpose of every field, how long the row stays, and what an erasure does to it."""

    fields: dict[str, Mark | Sentence]
    title: Sentence = ""
    subject: str | tuple[str, ...] | None = None
    keeping: Sentence = ""
    on_erasure: Erasure = Erasure.NONE
    clears: tuple[str, ...] = field(default=())
    export_visible: bool = False

    @classmethod
    def of_public_facts(cls, *names: str) -> "Privacy":
        """Declare a table that holds only facts that everybody may read."""
        return cls(fields=dict.fromkeys(names, PUBLIC))

    @classmethod
    def of_machinery(cls, *names: str) -> "Privacy":
        """Declare a table that the machine needs and that tells nothing about anybody."""
        return cls(fields=dict.fromkeys(names, TECHNICAL))

    @property
    def subjects(self) -> tuple[str, ...]:
        """The lookups that lead from a row to the people whom it is about."""
        return (self.subject,) if isinstance(self.subject, str) else (self.subject or ())

    @property
    def purposes(self) -> list[tuple[str, Sentence]]:
        """Each private field with what it is for."""
        return [(name, purpose) for name, purpose in self.fields.items() if not isinstance(purpose, Mark)]


def declared_models() -> Iterator[type[models.Model]]:
    """Every table of this project."""
    for model in apps.get_models():
        if model.__module__.startswith("beenthere."):
            yield model


def privacy_of(model: type[models.Model]) -> Privacy:
    """Return the declaration of a table."""
    declared = getattr(model, "privacy", None)
    if not isinstance(declared, Privacy):
        raise LookupError(f"{model._meta.label} does not say what it keeps and why.")
    return declared


def personal_models() -> list[type[models.Model]]:
    """The tables whose rows are about somebody, as on the public page."""
    return [model for model in declared_models() if privacy_of(model).subjects]


@checks.register(checks.Tags.models)
def check_every_field_is_classified(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Refuse to start while a table or a field is not declared, or a declared field does not exist."""
    found: list[checks.CheckMessage] = []
    for model in declared_models():
        if not isinstance(getattr(model, "privacy", None), Privacy):
            found.append(checks.Error("says nothing about privacy", obj=model, id="privacy.E001"))
            continue
        found.extend(_problems(model, privacy_of(model)))
    return found


def _problems(model: type[models.Model], declared: Privacy) -> Iterator[checks.CheckMessage]:
    real = {f.name for f in (*model._meta.concrete_fields, *model._meta.local_many_to_many)}
    for name in sorted(real ^ declared.fields.keys()):
        word = "is not classified" if name in real else "is declared but does not exist"
        yield checks.Error(f"{name} {word}", obj=model, id="privacy.E002")
    if bool(declared.subjects) != (declared.on_erasure is not Erasure.NONE):
        yield checks.Error("a row about somebody says what erasure does, others do not", obj=model, id="privacy.E003")
    if declared.subjects and not (declared.keeping and declared.title):
        yield checks.Error("a row about somebody has a title and a keeping time", obj=model, id="privacy.E004")
    if sealed_fields(model) and not hasattr(model, "sealed_by"):
        yield checks.Error("a sealed field needs sealed_by", obj=model, id="privacy.E005")


def _rows_about(model: type[models.Model], person_id: UUID) -> models.QuerySet[Any]:
    about = models.Q()
    for subject in privacy_of(model).subjects:
        about |= models.Q(**{subject: person_id})
    return model._base_manager.filter(about)


@transaction.atomic
def erase(person_id: UUID) -> None:
    """Delete or strip of its name every row about the person. Their key is destroyed by the caller."""
    # Higher apps first: their rows point down.
    for model in sorted(personal_models(), key=_erase_order):
        declared, rows = privacy_of(model), _rows_about(model, person_id)
        if declared.on_erasure is Erasure.DELETE:
            rows.delete()
        else:
            _strip(model, declared, person_id)


def _erase_order(model: type[models.Model]) -> tuple[bool, int]:
    order = [config.label for config in apps.get_app_configs()]
    keeps = privacy_of(model).on_erasure is Erasure.KEEP_WITHOUT_NAME
    return (not keeps, order.index(model._meta.app_label))


def _strip(model: type[models.Model], declared: Privacy, person_id: UUID) -> None:
    """Clear the erased person out of the row; the other person of a pair keeps their place in it."""
    subjects = declared.subjects
    for subject in subjects:
        rows = model._base_manager.filter(**{subject: person_id})
        cleared = [name for name in declared.clears if name not in subjects or name == subject]
        if subject not in cleared and "__" not in subject and len(subjects) > 1:
            cleared.append(subject)
        rows.update(**{name: _nothing(model, name) for name in cleared})


def _nothing(model: type[models.Model], name: str) -> str | None:
    """What stands in a column that tells nothing any more."""
    return None if model._meta.get_field(name).null else ""


@dataclass(frozen=True)
class Exported:
    """One table of a person's download: its title, and its rows as label and value."""

    name: str
    title: Sentence
    rows: list[dict[str, Any]]


def export(person: Any) -> list[Exported]:
    """Everything we keep about the person, opened, table by table, in the order of the layers."""
    return [
        Exported(model._meta.label_lower, privacy_of(model).title, [_plain(row) for row in rows])
        for model in personal_models()
        if (rows := list(_exported_rows(model, person)))
    ]


def exported_files(person: Any) -> Iterator[tuple[str, bytes]]:
    """Files that the person gave us, each under the name by which their row tells of it."""
    for model in personal_models():
        if hasattr(model, "exported_file"):
            for row in _exported_rows(model, person):
                yield row.exported_file()  # type: ignore[attr-defined]


def _exported_rows(model: type[models.Model], person: Any) -> Iterable[models.Model]:
    if privacy_of(model).export_visible:
        return model._default_manager.visible_to(person)  # type: ignore[attr-defined, no-any-return]
    queryset: models.QuerySet[Any] = model._default_manager.filter(pk__in=_rows_about(model, person.pk).values("pk"))
    return queryset


def _plain(row: models.Model) -> dict[str, Any]:
    """A row as plain values; other people in it stand as what `str()` tells of them.

    A table whose columns hold codes tells them in words itself, in `exported()`.
    """
    if hasattr(row, "exported"):
        told: dict[str, Any] = row.exported()
        return told
    declared = privacy_of(type(row)).fields
    shown = [f for f in row._meta.concrete_fields if declared[f.name] is not TECHNICAL]
    values: dict[str, Any] = {f.name: _plain_value(row, f) for f in shown}
    for many in row._meta.local_many_to_many:
        if declared[many.name] is not TECHNICAL:
            values[many.name] = [str(thing) for thing in getattr(row, many.name).all()]
    return values


def _plain_value(row: models.Model, column: "models.Field[Any, Any]") -> Any:
    if column.choices:
        return str(getattr(row, f"get_{column.name}_display")())
    value = getattr(row, column.name)
    return str(value) if isinstance(value, models.Model) else value
