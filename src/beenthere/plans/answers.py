"""What stands on a sheet, question by question, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from beenthere.plans.forms.sheets import FORMS
from beenthere.plans.models import Sheet
from beenthere.work.needs import arrangement


@dataclass(frozen=True)
class Answer:
    """One question with its answer: one's own words or a choice, or the things that were ticked."""

    question: str
    text: str = ""
    ticked: tuple[str, ...] = ()


def answers_of(sheet: Sheet) -> Iterator[Answer]:
    """Each question that was answered, in the order of the sheet."""
    for name, field in FORMS[sheet.kind].base_fields.items():
        value = (sheet.words or {}).get(name)
        if isinstance(value, list):
            yield Answer(str(field.label), ticked=tuple(filter(None, map(arrangement, value))))
        elif value:
            choices = dict(getattr(field, "choices", []))
            yield Answer(str(field.label), text=str(choices.get(value, value)))
