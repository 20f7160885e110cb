"""Who may do what with a plan: its owner everything, a reader only what was shared with them."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from beenthere.consent import reads as consent
from beenthere.people.models import Person
from beenthere.people.rules import is_peer
from beenthere.plans.models import (
    MOST_VARIANTS,
    SHARED,
    SHARED_MEASURE,
    Application,
    FollowUp,
    Measure,
    Path,
    Resume,
    ResumeFact,
    Suggestion,
    Variant,
)

MOST_WAITING = 5  # suggestions of one person for one path, so that nobody finds a heap at their door
MOST_FACTS = 150  # on all résumés of a person together: all of them are opened to show one
MOST_RESUMES = 20
MOST_APPLICATIONS = 500
MOST_FOLLOW_UPS = 30  # for one application


class Owned(Protocol):
    person_id: UUID


def owns(person: Person, thing: Owned) -> bool:
    """It is part of this person's own plan."""
    return thing.person_id == person.pk


def owns_all(person: Person, things: Iterable[Owned]) -> bool:
    """All of it is part of this person's own plan."""
    return all(owns(person, thing) for thing in things)


def wrote(person: Person, suggestion: Suggestion) -> bool:
    """The suggestion is this person's own."""
    return suggestion.author_id == person.pk


def may_share(person: Person, piece: Owned, reader: Person) -> bool:
    """The piece is theirs, and the two walk together now."""
    return owns(person, piece) and consent.walk_together(person.pk, reader.pk)


def reads_path(person: Person, path: Path) -> bool:
    """Its owner lets this person read the path today."""
    return path.pk in consent.readable_things(person.pk, SHARED)


def reads_measure(person: Person, measure: Measure) -> bool:
    """Whoever asks themselves this lets this person read the answers today."""
    return measure.pk in consent.readable_things(person.pk, SHARED_MEASURE)


def may_suggest(person: Person, path: Path) -> bool:
    """They may read the path, it has not ended, and not too many of their suggestions wait there."""
    return reads_path(person, path) and path.is_on_the_road and has_room_to_suggest(person, path)


def has_room_to_suggest(person: Person, path: Path) -> bool:
    """Fewer than five of their suggestions wait for an answer on this path."""
    return Suggestion.objects.waiting().filter(author=person.pk, path=path).count() < MOST_WAITING


def has_room_for_variant(person: Person) -> bool:
    """Fewer than three of their variants stand side by side."""
    return Variant.objects.visible_to(person).count() < MOST_VARIANTS


def may_tell_facts(person: Person, number: int) -> bool:
    """They may tell so many more facts for their résumés."""
    return is_peer(person) and number <= room_for_facts(person)


def room_for_facts(person: Person) -> int:
    """How many more facts they may tell."""
    return MOST_FACTS - ResumeFact.objects.visible_to(person).count()


def may_make_resume(person: Person) -> bool:
    """They have not yet made as many résumés as one may."""
    return is_peer(person) and Resume.objects.visible_to(person).count() < MOST_RESUMES


def may_keep_application(person: Person) -> bool:
    """They have not yet kept as many applications as one may."""
    return is_peer(person) and Application.objects.visible_to(person).count() < MOST_APPLICATIONS


def may_add_follow_up(person: Person, application: Application) -> bool:
    """The application is theirs, and has room for one more day."""
    return owns(person, application) and has_room_for_follow_up(application)


def has_room_for_follow_up(application: Application) -> bool:
    """Fewer than thirty days were chosen for it, those that are done among them."""
    return FollowUp.objects.filter(application=application).count() < MOST_FOLLOW_UPS
