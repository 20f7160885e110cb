"""Asking somebody one walks with what they see in oneself, and what becomes of the answer."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from beenthere.consent import actions as consent
from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.experience import rules
from beenthere.experience.models import SHARED_MIRROR, Mirror, Moment, Strength
from beenthere.people.actions import settle_letters, write_letter
from beenthere.people.models import Person


@transaction.atomic
def ask_for_mirror(
    *, by: Person, supporter: Person, strengths: Collection[Strength], moments: Collection[Moment], until: dt.date
) -> Mirror:
    """Ask one person, and let them see what was ticked until a day; asking again shows what is ticked now."""
    require(rules.may_ask_for_mirror, by, supporter, [*strengths, *moments])
    mirror, _made = Mirror.objects.get_or_create(person=by, supporter=supporter, state=Mirror.State.OPEN)
    known = rules.may_answer_mirror(supporter, mirror)
    Mirror.objects.filter(pk=mirror.pk).update(put_away=False)
    mirror.strengths.set(strengths)
    mirror.moments.set(moments)
    ends_at = clock.end_of(until, by)
    consent.grant(owner=by.pk, reader=supporter.pk, what=SHARED_MIRROR, thing=mirror.pk, until=until, ends_at=ends_at)
    record("mirror.asked", by=by, thing=mirror)
    if not known:
        text = _("Somebody you walk with asks what you see in them. You may write a few sentences, or leave it.")
        write_letter(to=supporter, text=text, route="experience:mirror-asked", route_args=[mirror.pk])
    return mirror


@transaction.atomic
def write_mirror(*, by: Person, mirror: Mirror, words: str) -> bool:
    """Write what one sees; whoever asked reads it from this moment. Says whether this call did it."""
    require(rules.may_answer_mirror, by, mirror)
    row = Mirror.objects.select_for_update().open().filter(pk=mirror.pk).first()
    if row is None:
        return False
    row.words, row.state, row.written_at = words, Mirror.State.WRITTEN, clock.now()
    row.save(update_fields=["words", "state", "written_at"])
    record("mirror.written", by=by, thing=row)
    settle_letters(to=by, route="experience:mirror-asked", route_args=[row.pk])
    text = _("Somebody you asked wrote what they see in you.")
    write_letter(to=row.person, text=text, route="experience:mirror", route_args=[row.pk])
    return True


@transaction.atomic
def leave_mirror(*, by: Person, mirror: Mirror) -> None:
    """Leave the question, without a reason; nothing is shown any more."""
    require(rules.may_answer_mirror, by, mirror)
    if Mirror.objects.open().filter(pk=mirror.pk).update(state=Mirror.State.LEFT) != 1:
        return
    consent.stop_sharing_thing(owner=mirror.person_id, what=SHARED_MIRROR, thing=mirror.pk)
    record("mirror.left", by=by, thing=mirror)
    settle_letters(to=by, route="experience:mirror-asked", route_args=[mirror.pk])
    text = _("Somebody you asked what they see in you leaves it this time. It says nothing about you.")
    write_letter(to=mirror.person, text=text, route="experience:mirror", route_args=[mirror.pk])


@transaction.atomic
def keep_heard(*, by: Person, mirror: Mirror, strength: Strength) -> None:
    """Keep beside a strength what somebody wrote: a copy without their name, which is then one's own."""
    require(rules.may_keep_heard, by, mirror, strength)
    heard = list(strength.heard or [])
    if any(each["from"] == str(mirror.pk) for each in heard):
        return
    strength.heard = [*heard, {"from": str(mirror.pk), "words": mirror.words}]
    strength.save(update_fields=["heard"])
    record("mirror.kept", by=by, thing=strength)


@transaction.atomic
def thank_for_mirror(*, by: Person, mirror: Mirror) -> None:
    """Say thank you, once."""
    require(rules.owns, by, mirror)
    written = Mirror.objects.filter(pk=mirror.pk, state=Mirror.State.WRITTEN, thanked=False)
    if written.update(thanked=True) == 1:
        record("mirror.thanked", by=by, thing=mirror)
        write_letter(to=mirror.supporter, text=_("Somebody you walk with thanks you for what you see in them."))


@transaction.atomic
def put_mirror_away(*, by: Person, mirror: Mirror, away: bool) -> None:
    """Put a question and its answer out of sight, or take it out again; put away, nobody reads through it."""
    require(rules.owns, by, mirror)
    Mirror.objects.filter(pk=mirror.pk).update(put_away=away)
    if away:
        consent.stop_sharing_thing(owner=by.pk, what=SHARED_MIRROR, thing=mirror.pk)
    record("mirror.put_away" if away else "mirror.taken_out", by=by, thing=mirror)


@transaction.atomic
def stop_mirror(*, by: Person, mirror: Mirror) -> None:
    """Show nothing through a question any more; what was written stays with whoever asked."""
    require(rules.owns, by, mirror)
    consent.stop_sharing_thing(owner=by.pk, what=SHARED_MIRROR, thing=mirror.pk)
    settle_letters(to=mirror.supporter, route="experience:mirror-asked", route_args=[mirror.pk])
    record("mirror.stopped", by=by, thing=mirror)


@transaction.atomic
def remove_mirror(*, by: Person, mirror: Mirror) -> None:
    """Forget a question and what was written; a copy kept beside a strength stays there."""
    require(rules.owns, by, mirror)
    consent.stop_sharing_thing(owner=by.pk, what=SHARED_MIRROR, thing=mirror.pk)
    settle_letters(to=mirror.supporter, route="experience:mirror-asked", route_args=[mirror.pk])
    record("mirror.removed", by=by, thing=mirror)
    mirror.delete()
