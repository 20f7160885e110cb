"""Two who walk together say thank you; a supporter for whom it was heavy is not left alone with it."""

from uuid import UUID

from django.db import transaction

from beenthere.consent.actions import connect
from beenthere.consent.reads import blocked
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import letters, rules
from beenthere.matching.models import Match, Thanks
from beenthere.people.models import Person
from beenthere.talk.actions import write
from beenthere.talk.models import Message


@transaction.atomic
def say_thanks(*, by: Person, match: Match, text: str) -> None:
    """Thank the other one, once in a match; later words take the place of earlier ones and bring no second letter."""
    require(rules.may_thank, by, match)
    other = match.other(by)
    # Whoever is blocked notices nothing: the words are kept for their author and go no further.
    reader = other if other and not blocked(by.pk, other.pk) else None
    _thanks, first = Thanks.objects.update_or_create(match=match, author=by, defaults={"to": reader, "text": text})
    if first:
        record("match.thanked", by=by, thing=match)
        if reader:
            letters.thanked(reader)


@transaction.atomic
def say_it_was_heavy(
    *, by: Person, match: Match, listener: Person, text: str, form_token: UUID | None = None
) -> Message:
    """Write to somebody who listens to supporters. The two may write from now on, and see nothing else."""
    require(rules.supports_in, by, match)
    require(rules.listens_for, listener, match)
    connect(one=by.pk, other=listener.pk, reason="lead")
    record("match.heavy", by=by, thing=match)
    return write(by=by, to=listener, text=text, form_token=form_token)
