"""The open data described for machines, in the form OpenAPI 3.1, from what the views themselves say."""

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from beenthere.core.opendata import LICENCE, LICENCE_ADDRESS, Operation, Parameter, Schema

VERSION = "1.0.0"  # of what is answered: the first number grows when something that was there goes away
ERROR: Schema = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["en", "fr"],
            "properties": {"en": {"type": "string"}, "fr": {"type": "string"}},
        }
    },
}
MISTAKES = {
    "400": _("Something in the address is not understood."),
    "405": _("Nothing can be changed here."),
    "429": _("Too much at once; “Retry-After” says in how many seconds to ask again."),
}


def described(resolver: URLResolver | None = None, before: str = "/") -> Iterator[tuple[str, Operation]]:
    """Find every address that says what it takes and answers."""
    for pattern in (resolver or get_resolver()).url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            if operation := getattr(pattern.callback, "operation", None):
                yield re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", address), operation
        elif isinstance(pattern, URLResolver):
            yield from described(pattern, address)


def description(language: str) -> dict[str, Any]:
    """Describe all of it."""
    with override(language):
        found = dict(sorted(described()))
        schemas: dict[str, Schema] = {"Error": ERROR}
        for operation in found.values():
            schemas |= operation.schemas()
        return {
            "openapi": "3.1.0",
            "info": {
                "title": str(_("Open data of Been There")),
                "version": VERSION,
                "summary": str(_("Facts for everybody: no key, no account.")),
                "license": {"name": LICENCE, "url": LICENCE_ADDRESS},
            },
            "servers": [{"url": settings.PUBLIC_ADDRESS}],
            "paths": {address: {"get": _described(address, operation)} for address, operation in found.items()},
            "components": {"schemas": schemas},
        }


def _described(address: str, operation: Operation) -> dict[str, Any]:
    missing = {"404": _("There is none.")} if "{" in address else {}
    return {
        "operationId": re.sub(r"\W+", "_", address).strip("_"),
        "summary": str(operation.summary),
        "parameters": [_parameter(each) for each in operation.parameters],
        "responses": {
            "200": _found(operation),
            "304": {"description": str(_("Nothing has changed since."))},
            **{status: _mistake(str(sentence)) for status, sentence in {**MISTAKES, **missing}.items()},
        },
    }


def _found(operation: Operation) -> dict[str, Any]:
    content = {kind: {"schema": schema} for kind, schema in operation.answers.items()}
    return {"description": str(operation.summary), "content": content}


def _mistake(sentence: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {"description": sentence, "content": content}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.place == "path",
        "description": str(parameter.about),
        "schema": parameter.schema,
    }
