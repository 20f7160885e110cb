"""How many readers a proposal needs, and which readings still count. Pure."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

# What changes often and is easily seen to be right or wrong: one reader is enough.
LIGHT = frozenset({"starts", "starts_on", "phone"})
SMALLEST_COMMITTEE = 3
READERS = 2


@dataclass(frozen=True)
class Need:
    """So many readers; if the committee is too small, fewer and then a wait in public."""

    readers: int
    then_waits: bool = False


def is_light(kind: str, facts: Collection[str]) -> bool:
    """Whether one reader is enough: a date or a phone number, and nothing else.

    Not the word of a provider either: the committee sees every link, and one of it alone must not end a record.
    """
    return kind == "correct" and bool(facts) and LIGHT.issuperset(facts)


def need(*, light: bool, corrected: bool, members: int, could_read: int) -> Need:
    """Two readers; one for what is light; one and a wait while there are too few who may read it.

    What a reader has corrected is never light: their own eyes are the only ones that saw it.
    """
    if light and not corrected:
        return Need(1)
    if members < SMALLEST_COMMITTEE or could_read < READERS:
        return Need(1, then_waits=True)
    return Need(READERS)


def seen(kind: str, facts: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """A mark of what a reader saw: what is proposed, and what stands now. Any change of either gives another mark."""
    text = json.dumps([kind, facts, now], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
