"""Letters: short notes from the site, kept as rows and read here."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.functional import Promise

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.jobs import enqueue
from beenthere.people import jobs, rules
from beenthere.people.models import Letter, Person


@transaction.atomic
def write_letter(
    *,
    to: Person,
    text: str | Promise,
    values: Mapping[str, object] | None = None,
    route: str = "",
    route_args: Sequence[object] = (),
) -> Letter:
    """Write to somebody in their language. Never put what people wrote to each other into a letter."""
    # `values` are filled in here because `lazy % values` would speak the language of whoever acts.
    with translation.override(to.language):
        words = str(text % values) if values else str(text)
    first = not Letter.objects.visible_to(to).still_open().exists()
    letter = Letter.objects.create(
        person=to,
        text=words,
        language=to.language,
        route=route,
        route_args=[str(arg) for arg in route_args],
        written_at=clock.now(),
    )
    # One e-mail for any number of letters: the next one goes out after these were put away.
    if first and to.email and settings.MAIL_SET_UP:
        enqueue(jobs.tell_by_mail, letter_id=str(letter.pk))
    return letter


@transaction.atomic
def put_letter_away(*, by: Person, letter: Letter) -> None:
    """Put a letter away; once away it stays away."""
    require(rules.owns_letter, by, letter)
    Letter.objects.visible_to(by).still_open().filter(pk=letter.pk).update(put_away_at=clock.now())
