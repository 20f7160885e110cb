"""Files on their way through the product's own server: taken where a screen asks for one, and never more than that."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from beenthere.config import wsgi
from beenthere.config.wsgi import AROUND_A_FILE, END, MOST_LET_PAST, MOST_READ, ReadFirst, most_taken
from beenthere.library.forms import MOST_BYTES

STORY = "/fr/library/mine/00000000-0000-4000-8000-000000000000/add/sound/"


def arrives(path: str, size: int) -> tuple[int, int]:
    """How much of what is sent to an address comes to Django, and how much nobody read."""
    came: list[int] = []

    def django(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        came.append(len(environ["wsgi.input"].read()))
        return []

    sent = BytesIO(bytes(size))
    ReadFirst(django)({"PATH_INFO": path, "CONTENT_LENGTH": str(size), "wsgi.input": sent}, lambda *_: None)
    return came[0], size - sent.tell()


def test_a_file_comes_through_where_a_screen_asks_for_one() -> None:
    assert arrives(STORY, MOST_BYTES) == (MOST_BYTES, 0)


def test_elsewhere_a_form_has_its_usual_length() -> None:
    assert arrives("/en/plan/dream/", MOST_READ) == (MOST_READ, 0)
    assert arrives("/en/plan/dream/", MOST_READ + 1)[0] == 0
    assert arrives("/nowhere/", MOST_READ + 1)[0] == 0


def test_of_a_file_that_is_too_large_no_more_is_kept_and_the_rest_is_read_away() -> None:
    assert arrives(STORY, 2 * MOST_BYTES) == (MOST_BYTES + AROUND_A_FILE + END, 0)


def test_nobody_reads_without_end(monkeypatch: Any) -> None:
    monkeypatch.setattr(wsgi, "MOST_LET_PAST", 1000)
    assert arrives(STORY, 2 * MOST_BYTES)[1] == MOST_BYTES - AROUND_A_FILE - 1000
    assert MOST_LET_PAST > MOST_BYTES


def test_while_many_files_are_on_their_way_one_more_is_not_kept(monkeypatch: Any) -> None:
    monkeypatch.setattr(wsgi, "FILES_AT_ONCE", 0)
    monkeypatch.setattr(wsgi, "LONGEST_WAIT", 0)
    assert arrives(STORY, MOST_BYTES)[0] == 0


def test_every_language_of_an_address_is_known() -> None:
    assert most_taken(STORY) == most_taken(STORY.replace("/fr/", "/en/")) == MOST_BYTES + AROUND_A_FILE
