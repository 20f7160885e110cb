"""A file that an operator names, by its path or by its address: nothing else is ever fetched."""

import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from django.utils.translation import gettext as _

LARGEST = 1024**3  # bytes
PIECE = 1024**2
PATIENCE = 60  # seconds without a byte


class NotFetched(Exception):
    """The file cannot be had, and why."""


def is_address(named: str) -> bool:
    """Whether this is an address rather than a path."""
    return named.startswith(("https://", "http://"))


@contextmanager
def at_hand(named: str) -> Iterator[Path]:
    """Give the file as one of this machine; what was fetched is gone afterwards."""
    if not is_address(named):
        if not Path(named).is_file():
            raise NotFetched(_("There is no file %(name)s.") % {"name": named})
        yield Path(named)
        return
    with tempfile.TemporaryDirectory(prefix="beenthere-file-") as folder:
        file = Path(folder) / "fetched"
        with file.open("wb") as here:
            _fetch(named, here)
        yield file


def _fetch(address: str, here: IO[bytes]) -> None:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as there:  # noqa: S310 - is_address saw to its scheme
            taken = 0
            while piece := cast(bytes, there.read(PIECE)):
                taken += len(piece)
                if taken > LARGEST:
                    raise NotFetched(_("This file is larger than one gigabyte."))
                here.write(piece)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise NotFetched(_("%(name)s cannot be fetched: %(why)s") % {"name": address, "why": error}) from error
