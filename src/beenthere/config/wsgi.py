"""The product as a WSGI application: what was sent is read first, by whoever can wait; then Django answers, alone."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from django.core.wsgi import get_wsgi_application

from beenthere.core.memory import settle

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
MOST_READ = 1024 * 1024  # a form may have a quarter of this; what is longer is refused without being read


class ReadFirst:
    """Lets Django begin when all of a form has come, so that somebody with a slow line holds up nobody.

    The server gives each request a thread for as long as its form is on its way; Django has one thread of its own,
    and with it one connection to each database.
    """

    def __init__(self, application: Application) -> None:
        self.application = application
        self.django = ThreadPoolExecutor(1, "django")

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        told = environ.get("CONTENT_LENGTH") or "0"
        length = int(told) if told.isdecimal() else 0
        came = environ["wsgi.input"].read(length) if 0 < length <= MOST_READ else b""
        environ["wsgi.input"] = BytesIO(came)
        return self.django.submit(self.application, environ, start_response).result()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beenthere.config.settings")
application = ReadFirst(get_wsgi_application())
settle()
