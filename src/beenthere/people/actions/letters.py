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
    values: Mapping[str, int] | None = None,
    route: str = "",
    route_args: Sequence[object] = (),
) -> Letter:
    """Write to somebody in their language: no name and no word of anybody, which would outlive an erasure here."""
    # `values` are filled in here because `lazy % values` would speak the language of whoever acts.
    with translation.override(to.language):
        words = str(text % values) if values else str(text)
    if route_args:
        # A newer letter about the same thing takes the place of an older one.
        settle_letters(to=to, route=route, route_args=route_args)
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
def settle_letters(*, to: Person, route: str, route_args: Sequence[object] = ()) -> None:
    """Put away what was written to somebody about a page, because what it asked for is settled."""
    args = [str(arg) for arg in route_args]
    about = [row.pk for row in Letter.objects.visible_to(to).still_open().filter(route=route) if row.route_args == args]
    if about:
        Letter.objects.filter(pk__in=about).update(put_away_at=clock.now())


@transaction.atomic
def put_letter_away(*, by: Person, letter: Letter) -> None:
    """Put a letter away; once away it stays away."""
    require(rules.owns_letter, by, letter)
    Letter.objects.visible_to(by).still_open().filter(pk=letter.pk).update(put_away_at=clock.now())
