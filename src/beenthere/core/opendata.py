"""What all addresses of open data share. Any site may read them, nobody is known there, and a mistake gets a sentence.

Each view says what it takes and answers, and from that it is both checked and described (core/openapi.py).
"""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.http import http_date
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from beenthere.core import limits

Schema = Mapping[str, Any]
Open = Callable[..., HttpResponseBase]
ADDRESSES = ("/data/", "/feeds/", "/hsds/")  # without a language, and without cookies (core/middleware.py)
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
METHODS = "GET, HEAD, OPTIONS"
LICENCE, LICENCE_ADDRESS = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
# One who downloads slowly takes a thread of the web server meanwhile, and pages need some too.
AT_ONCE, AT_ONCE_FOR_ONE = 8, 3
BUSY_SECONDS = 30
ANYBODY = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Link": f'<{LICENCE_ADDRESS}>; rel="license"',
}


@dataclass(frozen=True)
class Parameter:
    """Something that an address takes: how it is described, how it is read, and what is said if it cannot be."""

    name: str
    about: "str | Promise"
    schema: Schema
    read: Callable[[str], Any]
    wrong: "str | Promise" = ""
    place: str = "query"


def read_language(text: str) -> str:
    """Read one of the languages of the site."""
    if text not in LANGUAGES:
        raise ValueError(text)
    return text


LANGUAGE = Parameter(
    "lang",
    _("In which language."),
    {"type": "string", "enum": [*LANGUAGES], "default": LANGUAGES[0]},
    read_language,
    _("“lang” is en or fr."),
)


@dataclass(frozen=True)
class Operation:
    """What an address is for, what it takes, and what it answers, by the type of the answer."""

    summary: "str | Promise"
    answers: Mapping[str, Schema]
    parameters: tuple[Parameter, ...] = ()
    schemas: Callable[[], Mapping[str, Schema]] = field(default=dict)
    takes_others: bool = False  # what it does not know is somebody else's, and no mistake


class Wrong(Exception):
    """What was asked for cannot be answered; the sentence stands in both languages."""

    def __init__(self, sentence: "str | Promise", status: int = 400, **values: object) -> None:
        super().__init__(str(sentence))
        self.sentence, self.status, self.values = sentence, status, values


def in_both(sentence: "str | Promise", **values: object) -> dict[str, str]:
    """Say one sentence in every language of the site."""
    said = {}
    for code in LANGUAGES:
        with override(code):
            said[code] = str(sentence) % values if values else str(sentence)
    return said


def answer_wrong(error: Wrong, seconds: int = 0) -> HttpResponse:
    """Tell a machine, and whoever reads over its shoulder, what went wrong."""
    told = {"error": in_both(error.sentence, **error.values)}
    response = JsonResponse(told, status=error.status, headers=ANYBODY, json_dumps_params={"ensure_ascii": False})
    if seconds:
        response["Retry-After"] = str(seconds)
    return response


def answer_too_fast(seconds: int) -> HttpResponse:
    """Let a machine wait for its turn."""
    sentence = _("Too much at once. Please ask again in %(seconds)s seconds.")
    return answer_wrong(Wrong(sentence, 429, seconds=seconds), seconds)


def open_data(operation: Operation, limit: limits.Limit = limits.DOWNLOADING) -> Callable[[Open], Open]:
    """Open an address to everybody's programs, with what it takes already read."""

    def prepare(view: Open) -> Open:
        @wraps(view)
        def opened(request: HttpRequest, **inside: Any) -> HttpResponseBase:
            try:
                response = _answer(view, request, inside, operation)
            except Wrong as error:
                response = answer_wrong(error)
            except limits.TooFast as error:
                response = answer_too_fast(error.seconds)
            for name, value in ANYBODY.items():
                response.headers.setdefault(name, value)
            return response

        opened.operation = operation  # type: ignore[attr-defined]
        opened.look_limit = limit  # type: ignore[attr-defined]
        opened.is_public = True  # type: ignore[attr-defined]
        # Nobody is known here and nothing is done, so there is nothing to forge.
        opened.csrf_exempt = True  # type: ignore[attr-defined]
        return opened

    return prepare


def _answer(view: Open, request: HttpRequest, inside: Mapping[str, Any], operation: Operation) -> HttpResponseBase:
    if request.method == "OPTIONS":
        # Browsers ask this before they let a page of another site send what it remembers of the last answer.
        asked = {"Access-Control-Allow-Methods": METHODS, "Access-Control-Max-Age": "86400"}
        asked["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
        return HttpResponse(status=204, headers=asked | {"Allow": METHODS})
    if request.method not in {"GET", "HEAD"}:
        refused = answer_wrong(Wrong(_("Nothing can be changed here. Ask with GET."), 405))
        refused["Allow"] = METHODS
        return refused
    response = view(request, **inside, **_read(request, operation))
    if request.method == "HEAD":
        if isinstance(response, Download):
            response.let_go()
        return HttpResponse(headers=response.headers, status=response.status_code)
    return response


def _read(request: HttpRequest, operation: Operation) -> dict[str, Any]:
    """Read what stands in the address, and refuse what is not understood instead of answering something else."""
    known = {parameter.name: parameter for parameter in operation.parameters if parameter.place == "query"}
    for name, values in request.GET.lists():
        if name not in known and not operation.takes_others:
            raise Wrong(_("“%(name)s” is not known here."), name=name)
        if name in known and len(values) > 1:
            raise Wrong(_("“%(name)s” can be said once only."), name=name)
    return {name: _value(known[name], request.GET[name]) for name in known if name in request.GET}


def _value(parameter: Parameter, text: str) -> Any:
    try:
        return parameter.read(text)
    except ValueError as error:
        raise Wrong(parameter.wrong) from error


def unless_known(
    request: HttpRequest, state: str, changed: dt.datetime | None, make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """Make an answer, unless whoever asks has the one of this very state already.

    The tag is a weak one: it stands for what the answer says, and not for each of its bytes.
    """
    tag = f'W/"{hashlib.sha256(state.encode()).hexdigest()[:32]}"'
    at = int(changed.timestamp()) if changed else None
    response = get_conditional_response(request, tag, at) or make()
    response["ETag"] = tag
    if at:
        response["Last-Modified"] = http_date(at)
    return response


def json_answer(request: HttpRequest, told: Mapping[str, Any]) -> HttpResponseBase:
    """Answer something small, which is its own state."""
    text = json.dumps(told, ensure_ascii=False)
    return unless_known(request, text, None, lambda: HttpResponse(text, content_type="application/json"))


class Download(StreamingHttpResponse):
    """An answer that is made while it is sent, for a few at a time."""

    _running: Counter[object] = Counter()
    _counting = Lock()

    def __init__(self, chunks: Iterator[bytes], content_type: str, whom: object, name: str = "") -> None:
        with self._counting:
            full = self._running.total() >= AT_ONCE or self._running[whom] >= AT_ONCE_FOR_ONE
            if full and settings.LIMITS_HOLD:
                raise limits.TooFast(BUSY_SECONDS)
            self._running[whom] += 1
        self._whom: object | None = whom
        super().__init__(chunks, content_type=content_type)
        if name:
            self["Content-Disposition"] = f'attachment; filename="{name}"'

    def let_go(self) -> None:
        """Make room for the next one."""
        with self._counting:
            if self._whom is not None:
                self._running.subtract([self._whom])
                if not self._running[self._whom]:
                    del self._running[self._whom]
            self._whom = None

    def close(self) -> None:
        """Make room, and give back the database: the thread that sent this may need it no more."""
        super().close()
        self.let_go()
        if not connection.in_atomic_block:
            connection.close()
