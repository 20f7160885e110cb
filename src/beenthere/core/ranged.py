"""Files of which a phone asks for a part at a time, as players do."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_ASKED = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
PART, NOT_MODIFIED, NOT_THERE = 206, 304, 416


def part_of(asked: str, size: int) -> tuple[int, int] | None:
    """From where to before where an asked part goes; nothing where the whole is meant, an empty one if it is not there.

    What is not understood, or asks for several parts, is answered with the whole, as the standard allows.
    """
    found = _ASKED.fullmatch(asked.strip())
    if not found or found[1] == found[2] == "":
        return None
    if not found[1]:
        return max(size - int(found[2]), 0), size
    first, end = int(found[1]), min(int(found[2]) + 1 if found[2] else size, size)
    if found[2] and int(found[2]) < int(found[1]):
        return None
    return (first, end) if first < size else (0, 0)


def sent(
    request: HttpRequest, read: Callable[[int, int], bytes], size: int, content_type: str, mark: str = ""
) -> HttpResponse:
    """Answer with the file or the part of it that was asked for. It is shown where it is asked for, never run.

    A browser that has it already, under this mark, is told that it is still the same.
    """
    if mark and request.headers.get("If-None-Match") == mark:
        return HttpResponse(status=NOT_MODIFIED, headers={"ETag": mark})
    part = part_of(request.headers.get("Range", ""), size)
    if part == (0, 0):
        return HttpResponse(status=NOT_THERE, headers={"Content-Range": f"bytes */{size}"})
    first, end = part or (0, size)
    answer = HttpResponse(read(first, end), content_type=content_type, status=PART if part else 200)
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["Content-Disposition"] = "inline"
    if mark:
        answer.headers["ETag"] = mark
    if part:
        answer.headers["Content-Range"] = f"bytes {first}-{end - 1}/{size}"
    return answer
