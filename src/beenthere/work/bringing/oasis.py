"""OaSIS: what is done in an occupation, what is asked, where one works, which interests and traits belong to it.

The columns are read by their place, so that the files of another language are read as well as the English ones.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from beenthere.work.bringing.keeping import check, in_chunks, keep, why
from beenthere.work.bringing.reading import Given, Told, rows_of
from beenthere.work.models import Edition, Occupation, Profile

LONGEST, MOST = 1000, 200
ATTRIBUTES = (
    "active_learning", "adaptability", "analytical_thinking", "attention_to_detail", "creativity",
    "concern_for_others", "collaboration", "independence", "innovativeness", "leadership", "social_orientation",
    "service_orientation", "stress_tolerance",
)  # fmt: skip
_CODE = re.compile(r"(\d{5})(?:\.(\d{1,2}))?")
Facts = dict[str, Any]


def profile_code(text: str) -> str:
    """The code as a text: a spreadsheet makes 65200 of 65200.00, and 31100.1 of 31100.10."""
    match = _CODE.fullmatch(text.strip())
    if not match:
        raise ValidationError(_("“%(text)s” is no code of a profile") % {"text": text})
    return f"{match[1]}.{(match[2] or '').ljust(2, '0')}"


def lists(name: str, given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in one of the lists: each row is one line of it."""

    def take(facts: Facts, values: list[str]) -> None:
        if not values[1] or len(values[1]) > LONGEST or len(facts.get(name, ())) >= MOST:
            raise ValidationError(_("the text is missing or too long"))
        lines = facts.setdefault(name, [])
        if values[1] not in lines:
            lines.append(values[1])

    yield from _profiles(given, told, take, [name])


def texts(name: str, given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in a sentence for each profile, or its label."""

    def take(facts: Facts, values: list[str]) -> None:
        facts[name] = values[1]

    yield from _profiles(given, told, take, [name])


def interests(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in up to three letters of interests, the strongest first."""

    def take(facts: Facts, values: list[str]) -> None:
        letters = "".join(dict.fromkeys("".join(values[2:5]).upper()))
        if not letters or set(letters) - set("RIASEC"):
            raise ValidationError(_("“%(text)s” are no letters of interests") % {"text": letters})
        facts["interests"] = letters[:3]

    yield from _profiles(given, told, take, ["interests"])


def attributes(given: Given, told: Told, edition: Edition) -> Iterator[Told]:
    """Bring in how much the work asks of thirteen traits, from 1 to 5."""

    def take(facts: Facts, values: list[str]) -> None:
        levels = values[2 : 2 + len(ATTRIBUTES)]
        if len(levels) < len(ATTRIBUTES) or set(levels) - set("012345"):
            raise ValidationError(_("the levels are not whole numbers from 0 to 5"))
        facts["attributes"] = dict(zip(ATTRIBUTES, map(int, levels), strict=True))

    yield from _profiles(given, told, take, ["attributes"])


def _profiles(given: Given, told: Told, take: Callable[[Facts, list[str]], None], names: list[str]) -> Iterator[Told]:
    """Gather the rows of each profile; a profile keeps what other files brought."""
    known = set(Occupation.objects.values_list("noc", flat=True))
    found: dict[str, Facts] = defaultdict(dict)
    for line, row in rows_of(given.file, told):
        values = list(row.values())
        try:
            code = profile_code(values[0])
            if code[:5] not in known:
                raise ValidationError(_("no occupation has the code %(code)s here") % {"code": code[:5]})
            take(found[code], values)
        except ValidationError as error:
            told.bad(line, why(error))
    made = (_profile(code, given.language, facts, told) for code, facts in found.items() if facts)
    for some in in_chunks(profile for profile in made if profile):
        changed = keep(some, ["code", "language"], names, told)
        told.occupations |= {row.occupation_id for row in changed if "interests" in names}
        yield told


def _profile(code: str, language: str, facts: Facts, told: Told) -> Profile | None:
    profile = Profile(code=code, language=language, occupation_id=code[:5], **facts)
    try:
        check(profile)
    except ValidationError as error:
        told.bad(0, f"{code}: {why(error)}")
        return None
    return profile


duties = partial(lists, "duties")
requirements = partial(lists, "requirements")
workplaces = partial(lists, "workplaces")
lead = partial(texts, "lead")
labels = partial(texts, "label")
