"""What an address of the standard takes, as its own description names it, and how each is read."""

import datetime as dt
import re
from typing import Any

from django.utils.translation import gettext_lazy as _

from beenthere.core.opendata import Parameter, Schema

MOST_ON_A_PAGE, USUAL, MOST_MINIMAL, LAST_PAGE = 100, 20, 10_000, 1_000_000
LONGEST_SEARCH = 200
TRUTH: Schema = {"type": "string", "enum": ["true", "false"]}


def _whole(most: int) -> Any:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,7}", text) or not 1 <= int(text) <= most:
            raise ValueError(text)
        return int(text)

    return read


def _truth(text: str) -> bool:
    if text not in {"true", "false"}:
        raise ValueError(text)
    return text == "true"


def read_moment(text: str) -> dt.datetime:
    """Read a moment as programs write it; one at the edge of time stands at that edge."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?)?", text, re.ASCII):
        raise ValueError(text)
    found = dt.datetime.fromisoformat(re.sub(r":60(?=\D|$)", ":59", text.upper()))
    found = found if found.tzinfo else found.replace(tzinfo=dt.UTC)
    try:
        return found.astimezone(dt.UTC)
    except OverflowError:
        return found.replace(tzinfo=dt.UTC)


def _only_json(text: str) -> str:
    if text != "json":
        raise ValueError(text)
    return text


def _short(text: str) -> str:
    if len(text) > LONGEST_SEARCH or "\x00" in text:
        raise ValueError(text)
    return text.strip()


def _metres(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,7}", text):
        raise ValueError(text)
    return int(text)


_TEXT: Schema = {"type": "string", "maxLength": LONGEST_SEARCH, "pattern": r"^[^\u0000]*$"}
_YES_OR_NO = _("This takes true or false.")
SEARCH = Parameter("search", _("Words to search by."), _TEXT, _short, _("“search” is too long."))
PAGE = Parameter(
    "page", _("Which page."), {"type": "integer", "minimum": 1, "maximum": LAST_PAGE}, _whole(LAST_PAGE),
    _("“page” takes a number from 1 up."),
)  # fmt: skip
PER_PAGE = Parameter(
    "per_page", _("How many on a page."), {"type": "integer", "minimum": 1, "maximum": MOST_ON_A_PAGE},
    _whole(MOST_ON_A_PAGE), _("“per_page” takes a number from 1 to 100."),
)  # fmt: skip
FORMAT = Parameter(
    "format", _("In which form."), {"type": "string", "enum": ["json"]}, _only_json, _("There is JSON only.")
)
MINIMAL = Parameter("minimal", _("Only what changed when, all on one page."), TRUTH, _truth, _YES_OR_NO)
FULL = Parameter("full", _("With everything that belongs to each."), TRUTH, _truth, _YES_OR_NO)
FULL_SERVICE = Parameter("full_service", _("With all of each service."), TRUTH, _truth, _YES_OR_NO)
TOP_ONLY = Parameter("top_only", _("Only terms that have none below them."), TRUTH, _truth, _YES_OR_NO)
MODIFIED_AFTER = Parameter(
    "modified_after", _("Only what changed at this moment or later."),
    {"type": "string", "format": "date-time", "examples": ["2026-01-01T00:00:00Z"]}, read_moment,
    _("“modified_after” takes a moment such as 2026-01-01T00:00:00Z."),
)  # fmt: skip
TERM_ID = Parameter("taxonomy_term_id", _("Only services with this term."), _TEXT, _short, _("This is too long."))
TAXONOMY_ID = Parameter("taxonomy_id", _("Only with a term of this taxonomy."), _TEXT, _short, _("This is too long."))
ORGANIZATION_ID = Parameter(
    "organization_id", _("Only what this organisation gives."), _TEXT, _short, _("This is too long.")
)
PARENT_ID = Parameter("parent_id", _("Only terms below this one."), _TEXT, _short, _("This is too long."))
POSTCODE = Parameter("postcode", _("Around this postal code."), _TEXT, _short, _("This is too long."))
PROXIMITY = Parameter(
    "proximity", _("How far around, in metres."), {"type": "string", "pattern": "^[0-9]{1,7}$"}, _metres,
    _("“proximity” takes a number of metres."),
)  # fmt: skip
ID = Parameter("id", _("The identifier."), {"type": "string"}, str, place="path")
PAGED = (PAGE, PER_PAGE, FORMAT)
