"""Two who walk together say thank you; a supporter for whom it was heavy is not left alone with it."""

from uuid import UUID

from django.db import transaction

from beenthere.consent.actions import connect
from beenthere.consent.reads import blocked
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import letters, rules
from beenthere.matching.models import KindWord, Match
from beenthere.matching.models.kind_words import Kind
from beenthere.people.models import Person
from beenthere.talk.actions import write
from beenthere.talk.models import Message

LISTENING = "lead"


@transaction.atomic
def say_thanks(*, by: Person, match: Match, text: str) -> None:
    """Thank the other one, once in a match; later words take the place of earlier ones and bring no second letter."""
    require(rules.may_write_kind_words, by, match)
    reader, first = keep_words(by, match, Kind.THANKS, text)
    if first:
        record("match.thanked", by=by, thing=match)
        if reader:
            letters.thanked(reader)


@transaction.atomic
def say_goodbye(*, by: Person, match: Match, text: str) -> None:
    """Say goodbye when it has ended; the other finds the words where the two walked together."""
    require(rules.may_write_kind_words, by, match)
    reader, first = keep_words(by, match, Kind.GOODBYE, text)
    if first:
        record("match.goodbye", by=by, thing=match)
        if reader:
            letters.goodbye(match, to=reader)


def keep_words(author: Person, match: Match, kind: Kind, text: str) -> tuple[Person | None, bool]:
    """Keep the words; returns whom they reach, and whether they are the first of their kind."""
    other = match.other(author)
    # Whoever is blocked notices nothing: the words are kept for their author and go no further.
    reader = other if other and not blocked(author.pk, other.pk) else None
    words = {"to": reader, "text": text}
    _row, first = KindWord.objects.update_or_create(match=match, author=author, kind=kind, defaults=words)
    return reader, first


@transaction.atomic
def say_it_was_heavy(
    *, by: Person, match: Match, listener: Person, text: str, form_token: UUID | None = None
) -> Message:
    """Write to somebody who listens to supporters. The two may write from now on, and see nothing else."""
    require(rules.supports_in, by, match)
    require(rules.listens_for, listener, match)
    connect(one=by.pk, other=listener.pk, reason=LISTENING)
    record("match.heavy", by=by, thing=match)
    return write(by=by, to=listener, text=text, form_token=form_token, letter=letters.FOUND_IT_HEAVY)
