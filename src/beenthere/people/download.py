"""Everything that we keep about a person, as a zip with a readable page and a file for machines."""

import datetime as dt
import json
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile
from zoneinfo import ZoneInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beenthere.core import clock, privacy
from beenthere.core.days import in_words, said
from beenthere.people.models import Person
from beenthere.people.sharing import told_with_names

# In the page a person finds first who they are and what they wrote; what was written by machines comes last.
FIRST = ("people.person", "experience", "plans", "matching.matchrequest", "talk", "meetings")
LAST = ("matching.shown", "people.letter", "core")

# What stands beside the fields of a table once ids have become names.
LABELS = {
    "person": gettext_lazy("who"),
    "reader": gettext_lazy("who may read it"),
    "owner": gettext_lazy("whose it is"),
    "piece": gettext_lazy("what it is"),
}


def packed(person: Person) -> bytes:
    """The zip, in the person's language and time, in memory only: no file is left anywhere."""
    with translation.override(person.language), timezone.override(ZoneInfo(person.time_zone)):
        named = told_with_names(person)
        tables = [replace(table, rows=named.get(table.name, table.rows)) for table in privacy.export(person)]
        page = render_to_string("people/download_page.html", _context(person, tables))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("index.html", page)
        file.writestr("data.json", _json(tables))
        for name, content in privacy.exported_files(person):
            file.writestr(name, content, ZIP_STORED)
    return packed.getvalue()


def _json(tables: list[privacy.Exported]) -> str:
    data = {table.name: table.rows for table in tables}
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _context(person: Person, tables: list[privacy.Exported]) -> dict[str, Any]:
    purposes = {model._meta.label_lower: privacy.privacy_of(model).fields for model in privacy.personal_models()}
    sections = []
    for table in sorted(tables, key=_place):
        rows = [lines for row in table.rows if (lines := _lines(row, purposes[table.name]))]
        if rows:
            sections.append({"title": table.title, "rows": rows})
    return {"person": person, "made_at": clock.now(), "sections": sections, "language": person.language}


def _place(table: privacy.Exported) -> int:
    """Where a table stands in the page; those of one place keep their order."""
    named = [start for start in (*FIRST, *LAST) if table.name.startswith(start)]
    if not named:
        return len(FIRST)
    return FIRST.index(named[0]) if named[0] in FIRST else len(FIRST) + 1 + LAST.index(named[0])


def _lines(row: dict[str, Any], purposes: dict[str, Any]) -> list[tuple[str, str]]:
    """What a person reads of a row: what it was kept for, and what it says. Empty things are left out."""
    told = {name: value for name, value in row.items() if value not in (None, "", [], {})}
    return [(capfirst(_term(name, purposes)), _shown(value)) for name, value in told.items()]


def _term(name: str, purposes: dict[str, Any]) -> str:
    purpose = LABELS.get(name) or purposes.get(name) or name
    return name if isinstance(purpose, privacy.Mark) else str(purpose)


def _shown(value: Any) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case dt.datetime():
            return said(date_format(timezone.localtime(value), "DATETIME_FORMAT"))
        case dt.date():
            return in_words(value)
        case list() | tuple():
            return ", ".join(_shown(each) for each in value)
        case dict():
            return ", ".join(f"{key}: {_shown(each)}" for key, each in value.items())
    return str(value)
