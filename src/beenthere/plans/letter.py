"""A letter in which somebody asks for what helps them work. It says what, and never why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from beenthere.work.needs import arrangement


@dataclass(frozen=True)
class Letter:
    """The letter in its language: paragraphs, what is asked for, and paragraphs again."""

    language: str
    before: tuple[str, ...]
    asked: tuple[str, ...]
    after: tuple[str, ...]


def letter_of(words: Mapping[str, Any]) -> Letter:
    """Make the letter from what a sheet says, in the language in which it is to be sent."""
    language = words.get("language") or translation.get_language() or "en"
    with translation.override(language):
        own = [line.strip() for line in str(words.get("own", "")).splitlines()]
        asked = [*(arrangement(code) for code in words.get("arrangements", [])), *own]
        before = (
            _("Hello %(name)s,") % {"name": words["to"]} if words.get("to") else _("Hello,"),
            _("I would like to do my work well, and I know what helps me do it. I am writing to ask for:"),
        )
        after = (
            _("I am glad to talk about how this could be done, and to look at it again after some weeks. If one of "
              "these is difficult, I would like us to look for another way together."),
            _("Please keep this letter between us and those who need it to arrange these things."),
            _("Thank you"),
            str(words.get("name", "")),
        )  # fmt: skip
    return Letter(language, before, tuple(each for each in asked if each), tuple(each for each in after if each))
