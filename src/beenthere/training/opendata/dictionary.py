"""The data dictionary: what each field of the open data means, in both languages, with its unit and its codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core.opendata import Schema
from beenthere.training.catalogue.writing import FACTS
from beenthere.training.models import Standing, YesNo

TEXT, CODE, CODES, DAY, MOMENT, ADDRESS, ID = "text", "code", "codes", "date", "date-time", "address", "id"


@dataclass(frozen=True)
class Field:
    """One column of the table, one key of the record."""

    name: str
    label: "str | Promise"
    kind: str = TEXT
    unit: "str | Promise" = ""
    about: "str | Promise" = ""
    codes: Mapping[str, "str | Promise"] = field(default_factory=dict)
    always: bool = False

    @property
    def further(self) -> list[str]:
        """What the label does not say yet."""
        unit = "" if str(self.unit) in str(self.label) else f"{str(self.unit)[:1].upper()}{str(self.unit)[1:]}."
        return [words for words in (unit, str(self.about)) if words]


_AS_GIVEN = _("As the source says it.")
_LANGUAGES = {"en": pgettext_lazy("given in", "English"), "fr": pgettext_lazy("given in", "French")}

_FACTS = (
    Field("name", _("Name"), always=True),
    Field("name_language", _("Language of the name"), CODE, codes=_LANGUAGES, always=True),
    Field("provider", _("Given by")),
    Field("province", _("Province"), about=_("Codes of provinces with semicolons between them, or “national”.")),
    Field("city", _("City")),
    Field("delivery", _("How it is given")),
    Field("languages", _("Languages in which it is given")),
    Field("hours", _("Length in hours"), unit=_("hours"), about=_AS_GIVEN),
    Field("days", _("Length in days"), unit=_("days"), about=_AS_GIVEN),
    Field("weeks", _("Length in weeks"), unit=_("weeks, unless the text says days"), about=_AS_GIVEN),
    Field("sessions", _("Number of sessions"), unit=_("sessions"), about=_AS_GIVEN),
    Field("credits", _("Credits"), unit=_("credits"), about=_AS_GIVEN),
    Field("mandatory", _("Modules that one may not miss")),
    Field("practicum", _("Practicum")),
    Field("cost", _("Cost"), unit=_("Canadian dollars where it is a number"), about=_("0 means that it is free.")),
    Field("cost_help", _("Help with the cost")),
    Field("starts", _("When it begins")),
    Field("starts_on", _("Next day on which it begins"), DAY),
    Field("prerequisites", _("What is asked to get in")),
    Field("credential", _("What one gets in the end")),
    Field("recognised_by", _("Who recognises it")),
    Field("audience", _("For whom")),
    Field("teachers", _("Who teaches")),
    Field("peer_run", _("Run by peers"), CODE, codes=dict(YesNo.choices)),
    Field("accessibility", _("Accessibility")),
    Field("website", _("Website"), ADDRESS),
    Field("phone", _("Phone of whoever gives it")),
    Field("notes", _("Notes")),
    Field("standing", _("Whether it is still offered"), CODE, codes=dict(Standing.choices), always=True),
)
_READ = _("Read off the text by a rule; it may be wrong where the text is unusual.")

BEFORE = (
    Field("uid", _("Identifier"), ID, about=_("Stays the same for ever, whatever else changes."), always=True),
    Field("slug", _("Name in the address"), about=_("May change; the identifier does not."), always=True),
    Field("page_en", _("Page in English"), ADDRESS, always=True),
    Field("page_fr", _("Page in French"), ADDRESS, always=True),
)
READ_OFF = (
    Field("province_codes", _("Provinces as codes"), CODES, about=_("CA means all of Canada.")),
    Field("language_codes", _("Languages as codes"), CODES, about=_READ),
    Field("delivery_codes", _("Ways of taking it, as codes"), CODES, about=_READ),
    Field("audience_codes", _("For whom, as codes"), CODES, about=_READ),
    Field("cost_codes", _("Free, paid, or with help, as codes"), CODES, about=_READ),
    Field("entry_codes", _("What is asked to get in, as codes"), CODES, about=_READ),
    Field("credential_codes", _("What one gets in the end, as codes"), CODES, about=_READ),
    Field("recognised_codes", _("Who recognises it, as codes"), CODES, about=_READ),
)
PROVENANCE = (
    Field("source_url", _("Source"), ADDRESS, about=_("Where the facts were read.")),
    Field("source_date", _("Date of the source"), about=_("As the source gives it: a year, a month or a day.")),
    Field("read_on", _("Day on which the source was read"), DAY),
    Field("checked_by", _("Checked by"), about=_("“committee” is the research committee.")),
    Field("checked_on", _("Checked on"), DAY),
    Field("confirmed_on", _("Last confirmed on"), DAY),
    Field("confirmed_from", _("Confirmed by"), about=_("“provider” is whoever gives the training.")),
    Field("changed_at", _("Last changed here"), MOMENT, always=True),
    Field("in_french", _("Facts whose words are French"), CODES, about=_("Names of fields; all others are English.")),
    Field("merged_into", _("Merged into"), ID, about=_("The identifier of the record that took this one in.")),
)  # fmt: skip
LICENCE_FIELD = Field("licence", _("Licence"), always=True)

FACT_FIELDS = {each.name: each for each in _FACTS}
FIELDS = (*BEFORE, *(FACT_FIELDS[name] for name in FACTS), *READ_OFF, *PROVENANCE)
# A record that was merged into another is listed with these alone.
OF_A_MERGED = ("uid", "slug", "changed_at", "merged_into")

_KINDS: Mapping[str, Schema] = {
    TEXT: {"type": "string"}, CODE: {"type": "string"}, CODES: {"type": "array", "items": {"type": "string"}},
    DAY: {"type": "string", "format": "date"}, MOMENT: {"type": "string", "format": "date-time"},
    ADDRESS: {"type": "string"}, ID: {"type": "string", "format": "uuid"},
}  # fmt: skip


def schema_of(one: Field) -> Schema:
    """Describe one field of a record as JSON Schema; what no source states is null."""
    schema: dict[str, Any] = {**_KINDS[one.kind], "title": str(one.label)}
    if one.about or one.unit:
        schema["description"] = "; ".join(str(part) for part in (one.unit, one.about) if part)
    if one.codes:
        schema["enum"] = [*one.codes, *([] if one.always else [None])]
    if not one.always and one.kind != CODES:
        schema["type"] = [schema["type"], "null"]
    return schema


def schemas() -> dict[str, Schema]:
    """Describe a record, and one that was merged into another."""
    record = {one.name: schema_of(one) for one in FIELDS}
    merged = {**{name: record[name] for name in OF_A_MERGED}, "merged_into": {"type": "string", "format": "uuid"}}
    record["merged_into"] = {"type": "null"}
    return {
        "Record": _whole(record),
        "MergedRecord": _whole(merged),
        "Change": _whole(_CHANGE),
        "Field": _whole(_FIELD),
    }


def _whole(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "additionalProperties": False, "required": [*properties], "properties": properties}


_BOTH: Schema = {
    "type": "object", "required": ["en", "fr"],
    "properties": {"en": {"type": "string"}, "fr": {"type": "string"}},
}  # fmt: skip
_FIELD: Mapping[str, Schema] = {
    "name": {"type": "string"}, "type": {"enum": [*_KINDS]}, "label": _BOTH, "unit": _BOTH, "about": _BOTH,
    "codes": {"type": "object", "additionalProperties": _BOTH},
}  # fmt: skip
_CHANGE: Mapping[str, Schema] = {
    "number": {"type": "integer"}, "at": {"type": "string", "format": "date-time"}, "origin": {"type": "string"},
    "source_url": {"type": ["string", "null"]}, "source_date": {"type": ["string", "null"]},
    "language": {"type": "string"}, "checked": {"type": "boolean"}, "facts": {"type": "object"},
}  # fmt: skip
ALL_FIELDS = (*FIELDS, LICENCE_FIELD)
