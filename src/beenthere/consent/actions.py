"""What changes between two people. Callers above have checked who is acting; here people are ids."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from beenthere.consent import names, rules
from beenthere.consent.models import WALKING, Block, Connection, Grant, Look, NameBlock
from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.events import ConnectionBegan, ConnectionEnded, PairBlocked, publish


@transaction.atomic
def connect(*, one: UUID, other: UUID, reason: str) -> Connection:
    """Let two people write to each other, and share if they walk together; a second call changes nothing."""
    require(rules.not_the_same, one, other)
    low, high = sorted((one, other))
    defaults = {"reason": reason, "opened_at": clock.now()}
    connection, made = Connection.objects.get_or_create(low=low, high=high, ended_at=None, defaults=defaults)
    if reason == WALKING and connection.reason != WALKING:
        connection.reason = reason
        connection.save(update_fields=["reason"])
    if made:
        publish(ConnectionBegan(one, other))
    return connection


@transaction.atomic
def disconnect(*, one: UUID, other: UUID) -> None:
    """End what two people have here: writing stops, and so does every sharing, both ways."""
    ended = Connection.objects.between(one, other).open().update(ended_at=clock.now())
    _stop_grants_between(one, other)
    if ended:
        publish(ConnectionEnded(one, other))


@transaction.atomic
def grant(*, owner: UUID, reader: UUID, what: str, thing: UUID, until: dt.date, ends_at: dt.datetime) -> Grant:
    """Let a connected person read one piece until a date, which ends where the owner is; asking again moves it."""
    require(rules.walk_together, owner, reader)
    given, created = Grant.objects.get_or_create(
        owner=owner, reader=reader, what=what, thing=thing, stopped_at=None,
        defaults={"until": until, "ends_at": ends_at, "granted_at": clock.now()},
    )  # fmt: skip
    if not created and given.ends_at != ends_at:
        given.until, given.ends_at = until, ends_at
        given.save(update_fields=["until", "ends_at"])
    return given


@transaction.atomic
def stop_grant(*, owner: UUID, grant: Grant) -> None:
    """Stop one sharing at once."""
    require(rules.owns_grant, owner, grant)
    Grant.objects.filter(pk=grant.pk, stopped_at=None).update(stopped_at=clock.now())


@transaction.atomic
def stop_sharing_thing(*, owner: UUID, what: str, thing: UUID) -> None:
    """Stop every sharing of one piece, because it goes."""
    Grant.objects.filter(owner=owner, what=what, thing=thing, stopped_at=None).update(stopped_at=clock.now())


@transaction.atomic
def stop_all(*, owner: UUID) -> int:
    """Stop everything that this person shares; returns how many pieces that were."""
    return Grant.objects.filter(owner=owner, stopped_at=None).update(stopped_at=clock.now())


@transaction.atomic
def block(*, by: UUID, whom: UUID) -> None:
    """Keep two people apart from now on. To the blocked person it looks like an ending."""
    require(rules.not_the_same, by, whom)
    Block.objects.get_or_create(by=by, whom=whom, defaults={"since": clock.now()})
    publish(PairBlocked(by, whom))
    disconnect(one=by, other=whom)


@transaction.atomic
def unblock(*, by: UUID, whom: UUID) -> None:
    """Take a block back; it opens nothing by itself."""
    Block.objects.filter(by=by, whom=whom).delete()


@transaction.atomic
def keep_name_away(*, by: UUID, name: str) -> None:
    """Keep away anybody called so, now and later; it looks the same whether or not there is such a person."""
    require(rules.may_keep_name_away, by, name)
    token = names.token_of(name)
    NameBlock.objects.get_or_create(by=by, token=token, defaults={"name": " ".join(name.split()), "since": clock.now()})


@transaction.atomic
def let_name_near(*, by: UUID, block: NameBlock) -> None:
    """No longer keep the name away; it opens nothing by itself."""
    require(rules.set_name_block, by, block)
    NameBlock.objects.filter(pk=block.pk).delete()


def look(*, reader: UUID, owner: UUID, what: str, thing: UUID, once_a_day: bool = False) -> None:
    """Write into the owner's read log that somebody looked. If this raises, the page must not be shown."""
    if reader == owner:
        return
    if once_a_day and _looked_today(reader, owner, what, thing):
        return
    Look.objects.create(reader=reader, owner=owner, what=what, thing=thing, at=clock.now())


def look_at_all(*, reader: UUID, what: str, owners: Mapping[UUID, UUID]) -> None:
    """Write down that somebody looked at a list (thing -> owner), each line once a day, in two queries."""
    since = clock.now() - dt.timedelta(days=1)
    seen = set(Look.objects.filter(reader=reader, what=what, at__gt=since).values_list("thing", flat=True))
    fresh = [(thing, owner) for thing, owner in owners.items() if thing not in seen and owner != reader]
    at = clock.now()
    Look.objects.bulk_create(Look(reader=reader, owner=owner, what=what, thing=thing, at=at) for thing, owner in fresh)


def _looked_today(reader: UUID, owner: UUID, what: str, thing: UUID) -> bool:
    seen = Look.objects.filter(reader=reader, owner=owner, what=what, thing=thing)
    return seen.filter(at__gt=clock.now() - dt.timedelta(days=1)).exists()


def _stop_grants_between(one: UUID, other: UUID) -> None:
    for owner, reader in ((one, other), (other, one)):
        Grant.objects.filter(owner=owner, reader=reader, stopped_at=None).update(stopped_at=clock.now())
