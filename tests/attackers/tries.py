"""What the simulated attackers share: every address of the house with the ids of one world, and what came back."""

import html
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connections, transaction
from django.db.models import QuerySet
from django.http import HttpResponse

from tests.guards.test_access_matrix import OPEN_TO_ALL, address_of, addresses
from tests.world import PRIVATE, World, arguments

# Tables in which a request may leave something that is nobody's: Django's own, and the counts of those who hurry.
NOBODYS = ("django_session", "core_cache", "core_tried", "people_sloweddevice")
_WRITTEN = re.compile(r'(?i)\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)')
# What differs between any two visits, whoever comes: tokens of forms, and the ids that the visitor gave herself.
_OF_ONE_VISIT = re.compile(rb'name="(csrfmiddlewaretoken|page_of|form_key|form_token)" value="[^"]*"')


def private_addresses(world: World, known: dict[str, object] | None = None) -> dict[str, str]:
    """Every address that has something of Amara's world in it, by its name."""
    given = known or arguments(world)
    named = {(name, parameters) for name, parameters in addresses() if parameters and name not in OPEN_TO_ALL}
    return {name: address_of(name, parameters, given) for name, parameters in sorted(named)}


def as_if_made_up(known: dict[str, object]) -> dict[str, object]:
    """The same parameters with ids that nobody has."""
    made_up: dict[str, object] = {}
    return {name: made_up.setdefault(str(value), _made_up(value)) for name, value in known.items()}


def _made_up(value: object) -> object:
    if isinstance(value, UUID):
        return uuid4()
    return 987_654_321 if isinstance(value, int) else f"{value}0"


def sent(response: HttpResponse) -> bytes:
    """The body; one that comes in pieces is put together, as often as it is asked for."""
    if not response.streaming:
        return response.content
    body = response.getvalue()
    response.streaming_content = [body]  # type: ignore[attr-defined]
    return body


def words_in(response: HttpResponse, words: dict[str, str] = PRIVATE) -> set[str]:
    """Which of these sentences stand in an answer, head and body."""
    told = html.unescape(sent(response).decode(errors="replace") + str(dict(response.headers)))
    return {name for name, sentence in words.items() if sentence in told}


def without_marks(response: HttpResponse, *ids: object) -> tuple[int, bytes]:
    """An answer without what differs between any two visits, and without the ids that were asked for."""
    body = _OF_ONE_VISIT.sub(b"", sent(response))
    for each in sorted({str(each) for each in ids if len(str(each)) > 4}, key=len, reverse=True):
        body = body.replace(each.encode(), b"")
    return response.status_code, body


@contextmanager
def writes() -> Iterator[list[str]]:
    """The tables that were written to, apart from those that are nobody's."""
    written: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = _WRITTEN.match(sql)
        if found and found[1].lower() not in NOBODYS:
            written.append(found[1])
        return execute(sql, params, many, context)

    with connections["default"].execute_wrapper(note), connections["keys"].execute_wrapper(note):
        yield written


@contextmanager
def undone() -> Iterator[None]:
    """What happens here has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def doors() -> list[type[QuerySet[Any]]]:
    """Every table's door: the sets of rows that say themselves who may see them."""
    found, waiting = [], [QuerySet]
    while waiting:
        kind: type[QuerySet[Any]] = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("beenthere.") and "visible_to" in vars(kind):
            found.append(kind)
    return sorted(set(found), key=lambda each: f"{each.__module__}.{each.__qualname__}")


def forget_the_rules(patch: pytest.MonkeyPatch) -> None:
    """Take the third lock away: no action and no view asks any more whether somebody may."""
    for name, module in list(sys.modules.items()):
        if name.startswith("beenthere.") and hasattr(module, "require"):
            patch.setattr(module, "require", lambda *_: None)


def let_everybody_through(rows: QuerySet[Any], *_: Any) -> QuerySet[Any]:
    """A door without its guard."""
    return rows.all()
