"""The open data of the training database: for everybody's programs, and a page that explains it to everybody."""

import datetime as dt
import re
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from beenthere.core import limits
from beenthere.core.access import public
from beenthere.core.opendata import (
    LANGUAGE,
    LANGUAGES,
    LICENCE,
    LICENCE_ADDRESS,
    Download,
    Operation,
    Parameter,
    Schema,
    Wrong,
    json_answer,
    open_data,
    unless_known,
)
from beenthere.people.devices import address_of
from beenthere.training.opendata import dictionary, feed, streams

JSON, CSV, ATOM = "application/json", "text/csv", "application/atom+xml"


def read_day(text: str) -> dt.date:
    """Read a day as 2026-01-31, and no other way of writing one."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return dt.date.fromisoformat(text)


CHANGED_SINCE = Parameter(
    "changed_since",
    _("Only what changed, or was merged into another record, on this day (UTC) or later."),
    {"type": "string", "format": "date", "examples": ["2026-01-01"]},
    read_day,
    _("“changed_since” takes a day such as 2026-01-01."),
)
UID = Parameter("uid", _("The identifier of the record."), {"type": "string", "format": "uuid"}, str, place="path")
SEARCH = Parameter("q", _("The words of a search; so do all other choices of the list."), {"type": "string"}, str)


def _whole(properties: dict[str, Schema]) -> Schema:
    told = {name: {"type": "string"} for name in ("licence", "licence_url", "attribution", "dictionary")} | properties
    return {"type": "object", "required": [*told], "properties": told}


A_RECORD: Schema = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("Record", "MergedRecord")]}
RECORDS = _whole(
    {
        "changed_since": {"type": ["string", "null"], "format": "date"},
        "records": {"type": "array", "items": A_RECORD},
        "count": {"type": "integer"},
    }
)
ONE_RECORD = _whole(
    {"record": A_RECORD, "history": {"type": "array", "items": {"$ref": "#/components/schemas/Change"}}}
)
FIELDS = _whole({"fields": {"type": "array", "items": {"$ref": "#/components/schemas/Field"}}})


@public
@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Send people to the explanation in the language that their browser prefers."""
    response = redirect(f"/{get_language()}/data/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@public
@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """Say in plain words what may be taken, how, and what each field means."""
    shown = {"fields": dictionary.ALL_FIELDS, "licence": LICENCE, "licence_address": LICENCE_ADDRESS}
    return render(request, "training/data.html", shown)


@open_data(
    Operation(_("All trainings as a table."), {CSV: {"type": "string"}}, (CHANGED_SINCE,)), limits.DOWNLOADING
)  # fmt: skip
def as_csv(request: HttpRequest, changed_since: dt.date | None = None) -> HttpResponseBase:
    """Give every record as a row of a table."""
    return unless_known(
        request,
        *streams.state(changed_since),
        lambda: Download(streams.as_csv(changed_since), f"{CSV}; charset=utf-8", address_of(request), "training.csv"),
    )


@open_data(
    Operation(_("All trainings as JSON."), {JSON: RECORDS}, (CHANGED_SINCE,), dictionary.schemas), limits.DOWNLOADING
)
def as_json(request: HttpRequest, changed_since: dt.date | None = None) -> HttpResponseBase:
    """Give every record as JSON."""
    return unless_known(
        request,
        *streams.state(changed_since),
        lambda: Download(streams.as_json(changed_since), JSON, address_of(request)),
    )


@open_data(Operation(_("One training, with what was changed when."), {JSON: ONE_RECORD}, (UID,)), limits.SEARCHING)
def one_record(request: HttpRequest, uid: str) -> HttpResponseBase:
    """Give one record with its history."""
    try:
        record = streams.row_of(str(UUID(uid)))
    except ValueError:
        record = None
    if record is None:
        raise Wrong(_("There is no record with this identifier."), 404)
    return json_answer(request, streams.head() | {"record": record, "history": streams.history_of(record["uid"])})


@open_data(Operation(_("What each field means."), {JSON: FIELDS}), limits.SEARCHING)
def fields(request: HttpRequest) -> HttpResponseBase:
    """Give the data dictionary."""
    return json_answer(request, streams.dictionary_as_json())


@open_data(
    Operation(
        _("What changed last among the trainings that a search or a choice finds."),
        {ATOM: {"type": "string"}},
        (LANGUAGE, SEARCH),
        takes_others=True,
    ),
    limits.SEARCHING,
)
def changes(request: HttpRequest, lang: str = LANGUAGES[0], **asked: Any) -> HttpResponseBase:
    """Give the newest changes as a feed, for what the same query finds on the list."""
    typed = {name: value for name, value in request.GET.dict().items() if name != "lang"}
    text = feed.of(typed, lang)
    return unless_known(request, text, None, lambda: HttpResponse(text, content_type=f"{ATOM}; charset=utf-8"))
