"""What holds for every request."""

import re
import zoneinfo
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.contrib.auth import logout
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from beenthere.core import keys
from beenthere.core.opendata import ADDRESSES
from beenthere.core.sessions import is_over

Respond = Callable[[HttpRequest], HttpResponse]

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
# The read log must be written when a page is looked at; sessions and the cache are Django's own.
WRITABLE_BY_GET = {"consent_look", "django_session", "core_cache"}
NEVER_USED = (
    "accelerometer", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
    "screen-wake-lock", "serial", "storage-access", "usb", "xr-spatial-tracking",
)  # fmt: skip
TOLD = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NEVER_USED),
    "X-Content-Type-Options": "nosniff",
    "X-Permitted-Cross-Domain-Policies": "none",
}
_WRITE = re.compile(r'(?i)\s*(?:(?:INSERT(?:\s+OR\s+\w+)?|REPLACE)\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)')
_READ = re.compile(r"(?i)\s*(?:SELECT|WITH|EXPLAIN|PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|SHOW)\b")


class WriteInGet(RuntimeError):
    """A page that is only looked at tried to change something."""


class ReadOnlyGet:
    """Refuses to write while answering a GET."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE_METHODS:
            return self.get_response(request)
        with ExitStack() as stack:
            for alias in connections:
                stack.enter_context(connections[alias].execute_wrapper(_refuse_writes))
            return self.get_response(request)


def _refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    written = _WRITE.match(sql)
    if written and written[1].lower() not in WRITABLE_BY_GET:
        raise WriteInGet(f"A GET may not write to {written[1]}.")
    if not written and not _READ.match(sql):
        raise WriteInGet(f"A GET may not do this: {sql[:40]}")
    return execute(sql, params, many, context)


class TellBrowsers:
    """Tells browsers what no page here ever does or needs, on every answer, files too."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in TOLD.items():
            response.headers.setdefault(name, value)
        return response


class NobodyAtOpenData:
    """Knows nobody where the data is everybody's: no cookie is read there, and the answer is the same for all."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ADDRESSES):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        response = self.get_response(request)
        if response.has_header("Access-Control-Allow-Origin"):
            del response.headers["Vary"]
            del response.headers["Content-Language"]
        return response


class KeysHeldForRequest:
    """Keeps fetched keys for this request and no longer."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with keys.held():
            return self.get_response(request)


class SessionsEnd:
    """Signs out whoever has been signed in for as long as anybody may be at a stretch."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and is_over(request.session):
            logout(request)
        return self.get_response(request)


class NothingPrivateInCaches:
    """Tells every cache, the browser's too, to keep nothing of what a signed-in person sees."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated or request.method not in SAFE_METHODS:
            add_never_cache_headers(response)
        return response


class PersonsZone:
    """Tells times in the signed-in person's own zone."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        zone = getattr(request.user, "time_zone", "")
        with timezone.override(zoneinfo.ZoneInfo(zone) if zone else timezone.get_default_timezone()):
            return self.get_response(request)
