"""Where an application stands, in words: a list to start from, and what somebody makes of it. Pure.

No stage is ahead of another, none closes anything, and nothing here counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Kept by their code until somebody changes the list, so that they speak the language of the page.
TO_START_FROM: dict[str, Promise] = {
    "thinking": _("Thinking about it"),
    "getting-ready": _("Getting ready"),
    "sent": pgettext_lazy("stage of an application", "Sent"),
    "talked": _("Talked with them"),
    "offer": _("An offer"),
    "no-answer": _("No answer"),
    "not-this-time": _("Not this time"),
    "let-go": _("I let it go"),
}


@dataclass(frozen=True)
class Stage:
    """A name for where something stands; its code stays when it is renamed."""

    code: str
    words: str

    @classmethod
    def of(cls, told: dict[str, Any]) -> "Stage":
        """One that was kept in a row."""
        return cls(str(told["code"]), str(told["words"]))

    def told(self) -> dict[str, str]:
        """For a row."""
        return {"code": self.code, "words": self.words}


def to_start_from() -> list[Stage]:
    """The list for whoever has not made their own."""
    return [Stage(code, str(words)) for code, words in TO_START_FROM.items()]


def named(stage: Stage, stages: Iterable[Stage]) -> Stage:
    """The stage as it is called today; one that was taken off the list keeps the name it had."""
    return next((each for each in stages if each.code == stage.code), stage)


def moved_up(stages: Sequence[Stage], code: str) -> list[Stage]:
    """Put one before the one above it."""
    codes, moved = [each.code for each in stages], list(stages)
    if code in codes[1:]:
        at = codes.index(code)
        moved.insert(at - 1, moved.pop(at))
    return moved
