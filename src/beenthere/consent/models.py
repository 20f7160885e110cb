"""Who walks with whom, who may read what until when, who looked, and who wants nothing to do with whom.

People are known here by their id only: this layer lies below the one that knows their names.
"""

from typing import Any, Protocol
from uuid import UUID, uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedQuerySet, SealedText


class HasId(Protocol):
    @property
    def pk(self) -> Any: ...


WALKING = "match"  # one of two said yes to walk with the other; any other reason only lets two people write


class ConnectionQuerySet(models.QuerySet["Connection"]):
    def visible_to(self, person: HasId) -> "ConnectionQuerySet":
        return self.filter(Q(low=person.pk) | Q(high=person.pk))

    def of(self, person_id: UUID) -> "ConnectionQuerySet":
        return self.filter(Q(low=person_id) | Q(high=person_id))

    def between(self, one: UUID, other: UUID) -> "ConnectionQuerySet":
        low, high = sorted((one, other))
        return self.filter(low=low, high=high)

    def open(self) -> "ConnectionQuerySet":
        return self.filter(ended_at=None)

    def walking(self) -> "ConnectionQuerySet":
        """Those of two who walk together, in which one may share."""
        return self.open().filter(reason=WALKING)


class Connection(models.Model):
    """Two people who said yes to each other. The lower id stands first, so that a pair has one row."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    low = models.UUIDField(db_index=True)
    high = models.UUIDField(db_index=True)
    reason = models.CharField(max_length=30)
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = ConnectionQuerySet.as_manager()
    privacy = Privacy(
        title=_("People you walk with"),
        subject=("low", "high"),
        keeping=_("until you or the other person erases their account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "low": TECHNICAL,
            "high": TECHNICAL,
            "reason": _("how you two came to know each other here"),
            "opened_at": _("to know since when you may write to each other"),
            "ended_at": _("to stop every sharing when it ended"),
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(low__lt=F("high")), name="pair_in_order"),
            models.UniqueConstraint(fields=["low", "high"], condition=Q(ended_at=None), name="one_open_connection"),
        ]

    def other(self, person_id: UUID) -> UUID:
        """The id of the other one of the two."""
        return self.high if self.low == person_id else self.low


class GrantQuerySet(models.QuerySet["Grant"]):
    def visible_to(self, person: HasId) -> "GrantQuerySet":
        return self.filter(Q(owner=person.pk) | Q(reader=person.pk))

    def running(self) -> "GrantQuerySet":
        """Those that hold now; “until” includes that day, by the owner's clock and nobody else's."""
        return self.filter(stopped_at=None, ends_at__gt=clock.now())


class Grant(models.Model):
    """A piece that its owner lets one other person read, until a date."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    owner = models.UUIDField(db_index=True)
    reader = models.UUIDField(db_index=True)
    what = models.CharField(max_length=40)
    thing = models.UUIDField(db_index=True)
    until = models.DateField()
    ends_at = models.DateTimeField()  # the end of that day where the owner is: a reader's own zone moves nothing
    granted_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)

    objects = GrantQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you share"),
        subject=("owner", "reader"),
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "owner": TECHNICAL,
            "reader": TECHNICAL,
            "what": _("which kind of piece may be read"),
            "thing": TECHNICAL,
            "until": _("to end the sharing on the day that was chosen"),
            "ends_at": TECHNICAL,
            "granted_at": _("to show since when"),
            "stopped_at": _("to show that it was stopped"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "reader", "what", "thing"], condition=Q(stopped_at=None), name="one_grant_for_a_piece"
            ),
            models.CheckConstraint(condition=~Q(owner=F("reader")), name="nobody_shares_with_themselves"),
        ]


class BlockQuerySet(models.QuerySet["Block"]):
    def visible_to(self, person: HasId) -> "BlockQuerySet":
        """Only one's own: nobody learns that they are blocked."""
        return self.filter(by=person.pk)


class Block(models.Model):
    """Somebody wants nothing to do with somebody, and need not say why."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    by = models.UUIDField(db_index=True)
    whom = models.UUIDField(db_index=True)
    since = models.DateTimeField()

    objects = BlockQuerySet.as_manager()
    privacy = Privacy(
        title=_("People you blocked"),
        subject="by",
        keeping=_("until you unblock them or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "by": TECHNICAL,
            "whom": TECHNICAL,
            "since": _("so that you two are never suggested to each other"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "whom"], name="block_once"),
            models.CheckConstraint(condition=~Q(by=F("whom")), name="nobody_blocks_themselves"),
        ]


class NameBlockQuerySet(SealedQuerySet["NameBlock"]):
    def visible_to(self, person: HasId) -> "NameBlockQuerySet":
        """Only one's own: nobody learns that a name of theirs is kept away."""
        return self.filter(by=person.pk)


class NameBlock(models.Model):
    """Somebody wants nothing to do with anybody called so, whether or not such a person is here."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    by = models.UUIDField(db_index=True)
    name = SealedText()
    token = models.CharField(max_length=64, db_index=True)
    since = models.DateTimeField()

    sealed_by = "by"
    objects = NameBlockQuerySet.as_manager()
    privacy = Privacy(
        title=_("Names you keep away"),
        subject="by",
        keeping=_("until you take it back or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "by": TECHNICAL,
            "name": _("to show you, and nobody else, which names you keep away"),
            "token": TECHNICAL,
            "since": _("so that you are never suggested to anybody called so, nor they to you"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "token"], name="keep_a_name_away_once")]


class LookQuerySet(models.QuerySet["Look"]):
    def visible_to(self, person: HasId) -> "LookQuerySet":
        return self.filter(owner=person.pk)


class Look(models.Model):
    """Somebody looked at something of somebody else's. The owner sees it; nobody can take it back."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    owner = models.UUIDField()
    reader = models.UUIDField(null=True)
    what = models.CharField(max_length=40)
    thing = models.UUIDField()
    at = models.DateTimeField()

    objects = LookQuerySet.as_manager()
    privacy = Privacy(
        title=_("Who looked at what is yours"),
        subject="owner",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "owner": TECHNICAL,
            "reader": TECHNICAL,
            "what": _("to show you which piece was looked at"),
            "thing": TECHNICAL,
            "at": _("to show you when somebody looked"),
        },
    )

    class Meta:
        indexes = [
            models.Index(fields=["owner", "-at"], name="looks_at_somebody"),
            models.Index(fields=["reader", "what", "at"], name="looks_by_somebody"),
        ]
