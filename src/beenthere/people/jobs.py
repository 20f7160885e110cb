"""What happens later around accounts: e-mail notices, and sweeping up."""

import datetime as dt
from uuid import UUID

from django.contrib.sessions.models import Session
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _

from beenthere.core import clock, keys, limits
from beenthere.core.jobs import every, job
from beenthere.people.models import (
    RETURN_LASTS,
    ErasedAccount,
    Letter,
    RecoveryCard,
    Return,
    SignedInDevice,
    SlowedDevice,
)

LETTERS_KEPT = dt.timedelta(days=365)
ONE_DAY = dt.timedelta(days=1)


@job
def tell_by_mail(letter_id: str) -> None:
    """Say by e-mail that a letter waits, and nothing of what it says."""
    letter = Letter.objects.select_related("person").still_open().filter(pk=letter_id).first()
    if letter is None or not letter.person.email:
        return
    with translation.override(letter.person.language):
        send_mail(
            subject=_("A letter waits for you"),
            message=_("A letter waits for you where you have your account. Sign in there to read it."),
            from_email=None,
            recipient_list=[letter.person.email],
        )


def finish_erasure(person_id: UUID) -> bool:
    """Destroy the key and confirm the erasure only when the key is really gone. Safe to repeat."""
    keys.destroy_key(person_id)
    if keys.has_key(person_id):
        return False
    ErasedAccount.objects.filter(person_id=person_id, key_gone_at=None).update(key_gone_at=clock.now())
    return True


@every(minutes=15)
def finish_erasures() -> None:
    """Destroy the keys of erased accounts which could not be destroyed at once."""
    for person_id in ErasedAccount.objects.filter(key_gone_at=None).values_list("person_id", flat=True):
        finish_erasure(person_id)


@every(minutes=60)
def sweep() -> None:
    """Forget cards that were not put away, old letters, slowed devices, turns taken and ended sessions."""
    now = clock.now()
    RecoveryCard.objects.filter(made_at__lt=now - ONE_DAY).delete()
    Letter.objects.filter(written_at__lt=now - LETTERS_KEPT).delete()
    limits.forget_old_turns()
    SlowedDevice.objects.filter(last_at__lt=now - ONE_DAY).delete()
    Return.objects.filter(begun_at__lt=now - RETURN_LASTS).delete()
    Session.objects.filter(expire_date__lt=now).delete()
    SignedInDevice.objects.exclude(session__in=Session.objects.values("session_key")).delete()
