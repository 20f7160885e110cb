"""Files from browsers: taken only where a screen asks for one, from whoever may open it, and never larger than told."""

import io
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.urls import Resolver404, resolve

V = TypeVar("V", bound=Callable[..., object])


def takes_a_file(most_bytes: int) -> Callable[[V], V]:
    """Let a view be sent one file of at most this size; a larger one arrives empty, with its size."""

    def note(view: V) -> V:
        view.takes_a_file = most_bytes  # type: ignore[attr-defined]
        return view

    return note


class OnlyWhereAsked(FileUploadHandler):
    """Holds one file in memory, if the screen asks for one and the person may open the screen."""

    kept: io.BytesIO
    size = most = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Refuse a file where none is asked for, before a byte of it is kept."""
        super().new_file(*args, **kwargs)
        view = self._view()
        if not hasattr(view, "takes_a_file"):
            raise TooManyFilesSent
        self.kept, self.size = io.BytesIO(), 0
        # Whoever has to sign in first is told so by the view; their file is let go.
        self.most = view.takes_a_file if self._may_open(view) else 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what fits; what is too large is only counted."""
        self.size += len(raw_data)
        if self.size <= self.most:
            self.kept.write(raw_data)
        elif self.kept.tell():
            self.kept = io.BytesIO()

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        """Give the file as it came, or empty if it was too large."""
        self.kept.seek(0)
        return InMemoryUploadedFile(
            self.kept, self.field_name, self.file_name, self.content_type, self.size, self.charset
        )  # fmt: skip

    def _view(self) -> Any:
        try:
            return resolve(self.request.path_info).func if self.request else None
        except Resolver404:
            return None

    def _may_open(self, view: Any) -> bool:
        person = getattr(self.request, "user", None)
        return bool(person and person.is_authenticated and view.rule(person))
