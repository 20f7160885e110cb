"""Whether a training can still be taken, as far as its source tells. Pure."""

import re
from typing import Literal

StandingCode = Literal["running", "unconfirmed", "historic", "certification"]

_CERTIFICATION = re.compile(r"\(certification, not training\)|\bdesignation\b", re.IGNORECASE)
_HISTORIC = re.compile(r"^(historic|completed)\b", re.IGNORECASE)
_UNCONFIRMED = re.compile(r"not confirmed|check whether still offered|none scheduled|^announced\b", re.IGNORECASE)


def standing_of(name: str, notes: str) -> StandingCode:
    """Read the standing off the name and the notes of a row."""
    if _CERTIFICATION.search(name):
        return "certification"
    if _HISTORIC.search(notes):
        return "historic"
    return "unconfirmed" if _UNCONFIRMED.search(notes) else "running"
