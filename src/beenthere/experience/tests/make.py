"""Builders: people who told something about themselves."""

from uuid import UUID

from beenthere.experience import actions
from beenthere.experience.models import AboutMe, LivedExperience, Part, Shown
from beenthere.people.models import Person

Words = LivedExperience.Shown


def told(
    person: Person,
    *,
    words: str = "",
    languages: tuple[str, ...] = ("en",),
    area: str = "moncton-nb",
    ways: tuple[str, ...] = ("phone",),
    free: tuple[str, ...] = ("mon-evening",),
    shown: Shown = Shown.ASKED,
) -> AboutMe:
    """Tell every part of “about me”."""
    values = {"words": words, "languages": list(languages), "area": area, "ways": list(ways), "free": list(free)}
    for part in Part:
        row = actions.tell(by=person, part=part, value=values[part], shown=shown)
    return row


def lived(
    person: Person,
    *codes: str,
    own: tuple[str, ...] = (),
    kind: str = LivedExperience.Kind.LIVED,
    shown: Words = Words.ON_OFFER,
    weight: int = LivedExperience.Weight.SOME,
) -> list[LivedExperience]:
    """Tick words and write own ones; earlier words under the same heading stay."""
    before = list(LivedExperience.objects.filter(person=person, kind=kind))
    actions.choose_words(
        by=person,
        kind=kind,
        codes={*codes, *(row.word for row in before if not row.is_own)},
        keep_own={row.pk for row in before if row.is_own},
        new_own=list(own),
        shown=shown,
    )
    added = list(LivedExperience.objects.filter(person=person, kind=kind).exclude(pk__in=_ids(before)))
    for row in added:
        actions.change_word(by=person, lived=row, weight=weight, shown=shown)
    return added


def _ids(rows: list[LivedExperience]) -> set[UUID]:
    return {row.pk for row in rows}
