"""Devices on which somebody is signed in: noted at sign-in, ended one by one or all but this one."""

from django.contrib.sessions.models import Session
from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people import rules
from beenthere.people.models import Person, SignedInDevice


@transaction.atomic
def note_device(*, by: Person, session: str, kind: str) -> None:
    """Note that a session began in a browser of this kind."""
    require(rules.is_peer, by)
    SignedInDevice.objects.update_or_create(
        session=session, defaults={"person": by, "kind": kind, "since": clock.now()}
    )
    record("device.signed_in", by=by, thing=by)


@transaction.atomic
def end_device(*, by: Person, device: SignedInDevice) -> None:
    """Sign out there."""
    require(rules.owns_device, by, device)
    _end(by, [device.session])


@transaction.atomic
def end_other_devices(*, by: Person, session: str) -> None:
    """Sign out everywhere but here."""
    require(rules.is_peer, by)
    others = SignedInDevice.objects.visible_to(by).exclude(session=session)
    _end(by, list(others.values_list("session", flat=True)))


def _end(person: Person, sessions: list[str]) -> None:
    Session.objects.filter(session_key__in=sessions).delete()
    SignedInDevice.objects.filter(person=person, session__in=sessions).delete()
    record("device.ended", by=person, thing=person)
