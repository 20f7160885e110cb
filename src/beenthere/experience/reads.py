"""What others may learn about a person. What its owner hides is not even opened here."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from beenthere.consent.actions import look
from beenthere.consent.reads import walking_ids
from beenthere.core import keys
from beenthere.core.places import area_of
from beenthere.experience.facts import About, Facts, Word
from beenthere.experience.models import AboutMe, LivedExperience, Part, Shown, Strength
from beenthere.experience.rules import may_see_after_yes
from beenthere.people.models import Person

WHAT = "experience.about"


def facts_of(ids: Iterable[UUID]) -> dict[UUID, Facts]:
    """What suggestions to others may use of these people: only what they show before a yes. Three queries at most."""
    wanted = list(ids)
    tokens: dict[UUID, set[str]] = defaultdict(set)
    on_offer = LivedExperience.objects.on_offer().filter(person__in=wanted)
    for person_id, token in on_offer.values_list("person_id", "token"):
        tokens[person_id].add(token)
    with keys.held():
        rows = {row.person_id: row for row in AboutMe.objects.filter(person__in=wanted)}
        return {
            person_id: _facts(rows.get(person_id), {Shown.ASKED}, on_offer=frozenset(tokens[person_id]))
            for person_id in wanted
        }


def own_facts(person_id: UUID) -> Facts:
    """Everything that a person told, for their own suggestions and for nobody else's."""
    with keys.held():
        row = AboutMe.objects.filter(person=person_id).first()
        lived = list(LivedExperience.objects.filter(person=person_id))
        words = [Word(one.keyed_token(), one.label, one.weight, one.kind) for one in lived]
        heaviest = {word.token: word for word in sorted(words, key=lambda word: (word.weight, word.label))}
        on_offer = frozenset(one.token for one in lived if one.token)
        return _facts(row, set(Shown), on_offer=on_offer, words=tuple(heaviest.values()))


def _facts(row: AboutMe | None, shown: set[Shown], **words: Any) -> Facts:
    def told(part: Part) -> Any:
        return row.value(part) if row and row.shown(part) in shown else None

    return Facts(
        languages=frozenset(told(Part.LANGUAGES) or ()),
        ways=frozenset(told(Part.WAYS) or ()),
        area=area_of(told(Part.AREA)),
        free=frozenset(told(Part.FREE) or ()),
        **words,
    )


def about(person: Person, reader: Person) -> About:
    """What the reader may see of the person. After a yes the look is logged first; if that fails, nothing is shown."""
    after_yes = may_see_after_yes(reader, person)
    if after_yes:
        look(reader=reader.pk, owner=person.pk, what=WHAT, thing=person.pk)
    return as_seen(person, after_yes=after_yes)


def as_seen(person: Person, *, after_yes: bool) -> About:
    """What people see of the person before a yes, or after one; for the person's own preview too."""
    with keys.held():
        row = AboutMe.objects.filter(person=person).first()
        allowed = {Shown.ASKED, Shown.AFTER_YES} if after_yes else {Shown.ASKED}

        def told(part: Part) -> list[str]:
            return row.told(part) if row and row.shown(part) in allowed else []

        # Before a yes nobody is shown the words: one may be told as a reason, and whoever asks ticks their own anew.
        rows = LivedExperience.objects.filter(person=person).exclude(shown=LivedExperience.Shown.ME)
        lived = list(rows) if after_yes else []
        return About(
            person_id=person.pk,
            after_yes=after_yes,
            words="".join(told(Part.WORDS)),
            languages=told(Part.LANGUAGES),
            # Before a yes only the distance is told, in bands: a place names somebody too easily.
            area="".join(told(Part.AREA)) if after_yes else "",
            ways=told(Part.WAYS),
            free=told(Part.FREE),
            lived=[one.label for one in lived if one.kind == LivedExperience.Kind.LIVED],
            in_the_way=[one.label for one in lived if one.kind == LivedExperience.Kind.IN_THE_WAY],
            strengths=[one.put_out for one in Strength.objects.filter(person=person, shown__in=allowed)],
        )


def may_be_reasons(person: Person) -> list[str]:
    """The person's own words that may be told, one by one, to somebody who asks and has the same."""
    return sorted(one.label for one in LivedExperience.objects.visible_to(person).on_offer())


def names_of_abouts(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What a logged look at somebody's page is called in their read log."""
    return {one: gettext("what you tell about yourself") for one in ids}


def own_about(person: Person) -> AboutMe:
    """The person's row, or an empty one that is not stored yet."""
    return AboutMe.objects.visible_to(person).first() or AboutMe(person=person)


def companions(person: Person) -> list[str]:
    """The names of the people with whom this person walks, to say who sees something now."""
    return sorted(str(one) for one in Person.objects.filter(pk__in=walking_ids(person.pk)))
