"""The product as a WSGI application: what was sent is read first, by whoever can wait; then Django answers, alone."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import BoundedSemaphore
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.urls import Resolver404, resolve
from django.utils import translation

from beenthere.core.memory import settle

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
MOST_READ = 1024 * 1024  # a form may have a quarter of this; what is longer is refused without being read
AROUND_A_FILE = 256 * 1024  # the other fields of its form
MOST_LET_PAST = 100 * 1024 * 1024  # so much of a file that is too large is read away, so that a page can say so
FILES_AT_ONCE = 4  # in the memory of each process
LONGEST_WAIT = 30  # seconds until one of them has come
PIECE, END = 256 * 1024, 1024


class ReadFirst:
    """Lets Django begin when all of a form has come, so that somebody with a slow line holds up nobody.

    The server gives each request a thread for as long as its form is on its way; Django has one thread of its own,
    and with it one connection to each database.
    """

    def __init__(self, application: Application) -> None:
        self.application = application
        self.django = ThreadPoolExecutor(1, "django")
        self.files = BoundedSemaphore(FILES_AT_ONCE)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        told = environ.get("CONTENT_LENGTH") or "0"
        length = int(told) if told.isdecimal() else 0
        if length <= MOST_READ:
            return self._answer(environ, start_response, environ["wsgi.input"].read(length) if length else b"")
        most = most_taken(environ.get("PATH_INFO", ""))
        if not most:
            return self._answer(environ, start_response, b"")
        if not self.files.acquire(timeout=LONGEST_WAIT):  # so that files alone never take every thread
            return self._answer(environ, start_response, b"")
        try:
            return self._answer(environ, start_response, _read(environ["wsgi.input"], length, most))
        finally:
            self.files.release()

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any], came: bytes) -> Iterable[bytes]:
        environ["wsgi.input"] = BytesIO(came)
        return self.django.submit(self.application, environ, start_response).result()


def most_taken(path: str) -> int:
    """How many bytes of a form are kept at this address: more than usual only where a screen asks for a file."""
    try:
        with translation.override(translation.get_language_from_path(path) or "en"):
            most: int = getattr(resolve(path).func, "takes_a_file", 0)
    except Resolver404:
        return 0
    return most + AROUND_A_FILE if most else 0


def _read(sent: Any, length: int, most: int) -> bytes:
    """Keep what fits. The rest is read away: a browser that is cut off shows an error and not what we say.

    Its end is kept too: it closes the form, so that Django sees a file that is too large and not one that is missing.
    """
    came: bytes = sent.read(min(length, most))
    left, end = min(length - most, MOST_LET_PAST), b""
    while left > 0 and (piece := sent.read(min(left, PIECE))):
        left -= len(piece)
        end = (end + piece)[-END:]
    return came + end


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beenthere.config.settings")
application = ReadFirst(get_wsgi_application())
settle()
