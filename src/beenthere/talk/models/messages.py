"""What two people write to each other. Each message is sealed with its author's key."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedQuerySet, SealedText

if TYPE_CHECKING:
    from beenthere.people.models import Person


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, person: "Person") -> "ThreadQuerySet":
        """Only the two who write in it, also after an ending."""
        return self.filter(Q(low=person) | Q(high=person)).select_related("low", "high")

    def between(self, one: uuid.UUID, other: uuid.UUID) -> "ThreadQuerySet":
        low, high = sorted((one, other))
        return self.filter(low=low, high=high)


class Thread(models.Model):
    """The words between two people. The lower id stands first, so that a pair has one row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    low = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    high = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    last_at = models.DateTimeField(default=clock.now)
    low_read_at = models.DateTimeField(null=True)
    high_read_at = models.DateTimeField(null=True)

    objects = ThreadQuerySet.as_manager()
    privacy = Privacy(
        title=_("With whom you wrote"),
        subject=("low", "high"),
        keeping=_("until both of you erase your accounts; after one does, without that name"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("low", "high"),
        fields={
            "id": TECHNICAL,
            "low": TECHNICAL,
            "high": TECHNICAL,
            "opened_at": _("to show since when you write to each other"),
            "last_at": _("to show the newest first"),
            "low_read_at": TECHNICAL,
            "high_read_at": TECHNICAL,
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["low", "high"], name="one_thread_per_pair"),
            models.CheckConstraint(condition=Q(low__lt=F("high")), name="thread_in_order"),
        ]

    def __str__(self) -> str:
        return f"thread {self.id}"

    def side_of(self, person_id: uuid.UUID) -> str:
        """Which of the two columns is this person's."""
        return "low" if self.low_id == person_id else "high"

    def other(self, person_id: uuid.UUID) -> "Person | None":
        """The other one of the two; None after they erased their account."""
        return self.high if self.low_id == person_id else self.low

    def read_at(self, person_id: uuid.UUID) -> dt.datetime | None:
        """Up to when this person has read. Nobody else is told."""
        mark: dt.datetime | None = getattr(self, f"{self.side_of(person_id)}_read_at")
        return mark


class MessageQuerySet(SealedQuerySet["Message"]):
    def visible_to(self, person: "Person") -> "MessageQuerySet":
        """What one wrote and what was written to one."""
        return self.filter(Q(thread__low=person) | Q(thread__high=person))

    def new_for(self, person: "Person") -> "MessageQuerySet":
        """What others wrote to this person and they have not yet marked as read."""
        unread_low = Q(thread__low=person) & (Q(thread__low_read_at=None) | Q(sent_at__gt=F("thread__low_read_at")))
        unread_high = Q(thread__high=person) & (Q(thread__high_read_at=None) | Q(sent_at__gt=F("thread__high_read_at")))
        return self.filter(unread_low | unread_high).exclude(author=person)


class Message(models.Model):
    """Something that one of the two wrote."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(default=clock.now)
    text = SealedText()
    form_token = models.UUIDField(default=uuid.uuid4)
    sealed_by = "author_id"

    objects = MessageQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you wrote, and what was written to you"),
        subject="author",
        export_visible=True,
        keeping=_("until its author erases their account; then only that something was written stays"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("author", "text"),
        fields={
            "id": TECHNICAL,
            "thread": TECHNICAL,
            "author": _("to show who wrote it"),
            "sent_at": _("to show when"),
            "text": _("so that the other person can read it"),
            "form_token": TECHNICAL,
        },
    )

    class Meta:
        ordering = ("sent_at", "id")
        indexes = [models.Index(fields=["thread", "sent_at"])]
        constraints = [models.UniqueConstraint(fields=["author", "form_token"], name="a_form_is_sent_once")]

    def __str__(self) -> str:
        return f"message {self.id}"
