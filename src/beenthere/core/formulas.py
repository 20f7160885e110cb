"""Texts that a spreadsheet would carry out: harmless in a file, and read as meant when it comes back. Pure."""

import re

# A spreadsheet takes these at the beginning of a cell for a formula; in some countries cells end at a semicolon.
_BEGINS = r"(^|[;\t\r\n])"
_CARRIED_OUT = r"(?='*[=+\-@\t\r\n])"
_TO_MARK, _MARKED = re.compile(_BEGINS + _CARRIED_OUT), re.compile(_BEGINS + "'" + _CARRIED_OUT)


def harmless(text: str) -> str:
    """Put a ' before what would otherwise be carried out, and one more where one stands, so that none is lost."""
    return _TO_MARK.sub(r"\1'", text)


def as_meant(text: str) -> str:
    """Take these away again."""
    return _MARKED.sub(r"\1", text)


def is_marked(text: str) -> bool:
    """Whether it begins with such a mark, which says that it is a text."""
    return text.startswith("'") and bool(_MARKED.match(text))
