"""A short memory of public facts inside one web process, so that a page need not ask the database again.

Nothing here may depend on a person: a kept page is one that was made for, and is given to, visitors without any cookie.
"""

import time
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K")
V = TypeVar("V")

MOST = 500  # so that invented addresses cannot fill the memory

_writing = Lock()
_memory: dict[object, tuple[float, object]] = {}
_others: list[dict[Any, Any]] = []


def kept(*, seconds: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remember what the function returned. For public facts only: nothing here may depend on a person."""

    def remember(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
            name = (function, args, tuple(sorted(kwargs.items())))
            known, value = _recall(name)
            if not known:
                value = function(*args, **kwargs)
                _remember(name, value, seconds)
            return value  # type: ignore[no-any-return]

        return remembered

    return remember


def kept_for_visitors(*, seconds: int) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Give visitors the page that was made for another visitor who asked for the same address."""

    def remember(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def remembered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "GET" or request.COOKIES:
                return view(request, *args, **kwargs)
            name = (view, request.get_host(), request.get_full_path())
            known, content = _recall(name)
            if known:
                return HttpResponse(content)
            response = view(request, *args, **kwargs)
            if _is_the_same_for_all(request, response):
                _remember(name, response.content, seconds)
            return response

        return remembered

    return remember


def _is_the_same_for_all(request: HttpRequest, response: HttpResponse) -> bool:
    """Refuse errors, cookies, and forms that post: these carry a token for one browser."""
    return (
        response.status_code == HttpResponse.status_code and not response.cookies and "CSRF_COOKIE" not in request.META
    )


def _recall(name: object) -> tuple[bool, Any]:
    until, value = _memory.get(name, (0.0, None))
    # Not core.clock: this is about the age of a memory, and simulated time must not stop it from ageing.
    return until > time.monotonic(), value


def _remember(name: object, value: object, seconds: int) -> None:
    with _writing:
        if len(_memory) >= MOST:
            del _memory[next(iter(_memory))]
        _memory[name] = (time.monotonic() + seconds, value)


def forgets(memory: dict[K, V]) -> dict[K, V]:
    """Let somebody’s own memory of public facts be emptied with this one."""
    _others.append(memory)
    return memory


def forget() -> None:
    """Forget everything; called when public facts changed in this process."""
    with _writing:
        for memory in (_memory, *_others):
            memory.clear()
