"""Questions about people that other apps ask."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.sessions.models import Session

from beenthere.consent import names
from beenthere.consent import reads as consent
from beenthere.core import clock, keys
from beenthere.people import kinds, recovery_codes
from beenthere.people.models import (
    ErasedAccount,
    Letter,
    Person,
    RecoveryCode,
    Return,
    SignedInDevice,
    TrustedPerson,
    token_of_trust,
)


def open_letters(person: Person) -> list[Letter]:
    """The letters that the person has not put away, newest first."""
    return list(Letter.objects.visible_to(person).still_open())


def open_letter_count(person: Person) -> int:
    """How many letters wait."""
    return Letter.objects.visible_to(person).still_open().count()


def codes_left(person: Person) -> int:
    """How many codes of the card still work."""
    return RecoveryCode.objects.filter(person=person, used_at=None).count()


def names_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names by id, in two queries, for screens that may show them; who has left is not in it."""
    return {person.pk: person.name for person in Person.objects.filter(pk__in=set(ids)) if person.name}


def kept_apart(one: Person, other: Person) -> bool:
    """Say whether either of the two keeps the other away: the person, or anybody called so."""
    return (
        consent.blocked(one.pk, other.pk)
        or bool(consent.names_kept_away(one.pk) & names.tokens_of(other.name or ""))
        or bool(consent.names_kept_away(other.pk) & names.tokens_of(one.name or ""))
    )


def erasure_is_confirmed(person_id: UUID) -> bool:
    """Whether the key of an erased account is gone for certain."""
    return ErasedAccount.objects.filter(person_id=person_id).exclude(key_gone_at=None).exists()


@dataclass(frozen=True)
class Trust:
    """One line of the page of trusted people: who, and while they have not said yes the code to give them."""

    trusted: TrustedPerson
    name: str
    code: str


def trust_of(person: Person) -> tuple[list[Trust], list[Trust]]:
    """Those whom the person trusts, and those who trust the person."""
    rows = list(TrustedPerson.objects.visible_to(person).select_related("owner", "person"))
    keys.load(pk for row in rows for pk in (row.owner_id, row.person_id) if pk)
    mine = [
        Trust(row, str(row.person) if row.person else "", "" if row.person else code_for_trusted(row))
        for row in rows
        if row.owner_id == person.pk
    ]
    return mine, [Trust(row, str(row.owner), "") for row in rows if row.owner_id != person.pk]


def trusted_who_said_yes(person: Person) -> int:
    """How many people said yes to letting this person back in; it takes two."""
    return TrustedPerson.objects.said_yes().filter(owner=person).count()


def returns_of(person: Person) -> list[Return]:
    """Ways back into the account that a trusted person confirmed and that nobody stopped."""
    return list(Return.objects.visible_to(person).order_by("begun_at"))


def trust_by_code(code: str) -> TrustedPerson | None:
    """The open question of somebody who looks for a trusted person."""
    found = TrustedPerson.objects.open().filter(person=None, code_token=token_of_trust(code))
    return found.select_related("owner").first()


def return_by_code(person: Person, code: str) -> Return | None:
    """The way back that this code belongs to, if this person is trusted by whoever begins it."""
    found = Return.objects.running().filter(code_token=token_of_trust(code)).select_related("person").first()
    trusts = TrustedPerson.objects.said_yes().filter(person=person)
    return found if found and found.person and trusts.filter(owner=found.person).exists() else None


def code_for_trusted(trusted: TrustedPerson) -> str:
    """Work out the code again: only this server can, with its master key."""
    return recovery_codes.from_hex(keys.token(str(trusted.pk), purpose="people.trusted_code"))


@dataclass(frozen=True)
class Device:
    """A browser in which somebody is signed in; only this one may have no row, if it was signed in before rows."""

    device: SignedInDevice | None
    name: str
    since: dt.datetime
    seen: dt.datetime
    here: bool


def devices_of(person: Person, session: str) -> list[Device]:
    """Where the person is signed in now, this device first; `session` is the digest of the one that asks."""
    rows = {row.session: row for row in SignedInDevice.objects.visible_to(person)}
    running = Session.objects.filter(session_key__in={*rows, session}, expire_date__gt=clock.now())
    found = [_device(rows.get(each.session_key), each, here=each.session_key == session) for each in running]
    return sorted(found, key=lambda one: (not one.here, -one.seen.timestamp()))


def _device(row: SignedInDevice | None, session: Session, *, here: bool) -> Device:
    told = session.get_decoded()
    seen = dt.datetime.fromisoformat(told["touched"]) if "touched" in told else row.since if row else clock.now()
    return Device(row, kinds.in_words(row.kind or "" if row else ""), row.since if row else seen, seen, here)
