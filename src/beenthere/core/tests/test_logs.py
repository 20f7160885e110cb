"""The log tells where something broke, and not a word of what somebody wrote."""

import logging

from beenthere.core.logs import WithoutWords

PRIVATE = "I sew curtains"


def broken() -> None:
    try:
        int(PRIVATE)
    except ValueError as error:
        raise RuntimeError(PRIVATE) from error


def test_an_error_is_told_by_its_kind_and_place_only() -> None:
    try:
        broken()
    except RuntimeError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Internal Server Error", None, info)
    told = WithoutWords().format(record)
    assert PRIVATE not in told
    for known in ("Internal Server Error", "RuntimeError", "ValueError", "in broken"):
        assert known in told


def test_the_servers_log_is_written_so() -> None:
    handlers = logging.getLogger().handlers
    assert any(isinstance(each.formatter, WithoutWords) for each in handlers)
