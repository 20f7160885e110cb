"""Everything that we keep about a person, as a zip with a readable page and a file for machines."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import capfirst

from beenthere.core import clock, privacy
from beenthere.people.models import Person


def packed(person: Person) -> bytes:
    """The zip, in the person's language, in memory only: no file is left anywhere."""
    with translation.override(person.language):
        tables = privacy.export(person)
        page = render_to_string("people/download_page.html", _context(person, tables))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("index.html", page)
        file.writestr("data.json", _json(tables))
    return packed.getvalue()


def _json(tables: list[privacy.Exported]) -> str:
    data = {table.name: table.rows for table in tables}
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _context(person: Person, tables: list[privacy.Exported]) -> dict[str, Any]:
    purposes = {model._meta.label_lower: privacy.privacy_of(model).fields for model in privacy.personal_models()}
    sections = [
        {"title": table.title, "rows": [_lines(row, purposes[table.name]) for row in table.rows]} for table in tables
    ]
    return {"person": person, "made_at": clock.now(), "sections": sections, "language": person.language}


def _lines(row: dict[str, Any], purposes: dict[str, Any]) -> list[tuple[str, Any]]:
    """What a person reads of a row: what it was kept for, and what it says. Empty things are left out."""
    return [
        (capfirst(_purpose(purposes[name])), _shown(value))
        for name, value in row.items()
        if value not in (None, "", [])
    ]


def _purpose(purpose: Any) -> str:
    return "" if isinstance(purpose, privacy.Mark) else str(purpose)


def _shown(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {each}" for key, each in value.items())
    return value
