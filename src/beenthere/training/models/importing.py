"""Files that somebody brings to the database: what stood in them, how it was read, and what became of it."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import PUBLIC, TECHNICAL, Erasure, Privacy
from beenthere.training.models.trainings import Training

if TYPE_CHECKING:
    from beenthere.people.models import Person

ROWS_KEPT = dt.timedelta(days=90)  # after it was decided: long enough to look up what was wrong with a row
LEFT_LYING = dt.timedelta(days=60)  # a file that nobody went on with


class BatchState(models.TextChoices):
    COLUMNS = "columns", pgettext_lazy("state of a file", "its columns are being named")
    READING = "reading", pgettext_lazy("state of a file", "is being read")
    READ = "read", pgettext_lazy("state of a file", "was read; nobody else has seen it yet")
    WAITING = "waiting", pgettext_lazy("state of a file", "waits for a second reader")
    PUBLISHING = "publishing", pgettext_lazy("state of a file", "is being published")
    PUBLISHED = "published", pgettext_lazy("state of a file", "published")
    SENT_BACK = "sent_back", pgettext_lazy("state of a file", "sent back, with a reason")
    CANCELLED = "cancelled", pgettext_lazy("state of a file", "stopped")


AT_WORK = (BatchState.READING, BatchState.PUBLISHING)
DECIDED = (BatchState.PUBLISHED, BatchState.SENT_BACK, BatchState.CANCELLED)


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    def visible_to(self, person: "Person") -> "ImportBatchQuerySet":
        """The committee sees every file."""
        from beenthere.training.rules import is_researcher  # rules ask the tables

        return self if is_researcher(person) else self.none()

    def waiting(self) -> "ImportBatchQuerySet":
        return self.filter(state=BatchState.WAITING)


class ImportBatch(models.Model):
    """One file: one thing in the committee's queue, published as a whole."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    file_name = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.COLUMNS)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    # From where the list is, for rows that do not say it themselves.
    source_url = models.URLField(max_length=500, blank=True)
    source_date = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, default="en")  # of its texts
    header: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    examples: "models.JSONField[list[list[str]], list[list[str]]]" = models.JSONField(default=list)
    day_first: "models.JSONField[list[bool | None], list[bool | None]]" = models.JSONField(default=list)
    targets: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)  # rows read, or rows published, of those that are to be
    counts: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(default=dict)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True, max_length=2000)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ImportBatchQuerySet.as_manager()
    privacy = Privacy(
        title=_("Files that you brought to, or read for, the database of trainings"),
        subject=("by", "reader"),
        keeping=_("the rows for three months after it was decided; that there was a file, without your name"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("by", "reader"),
        export_visible=False,
        fields={
            "id": TECHNICAL, "state": PUBLIC, "made_at": PUBLIC, "source_url": PUBLIC, "source_date": PUBLIC,
            "language": TECHNICAL, "header": TECHNICAL,
            "examples": TECHNICAL, "day_first": TECHNICAL, "targets": TECHNICAL,
            "total": TECHNICAL, "done": TECHNICAL, "counts": TECHNICAL, "decided_at": PUBLIC,
            "file_name": _("so that the committee knows which file it is"),
            "by": _("so that somebody else reads it than whoever brought it"),
            "reader": _("so that the committee knows who read it"),
            "reason": _("to tell whoever brought it why it was sent back"),
        },
    )  # fmt: skip

    class Meta:
        ordering = ("-made_at",)
        indexes = [models.Index(fields=["state", "made_at"], name="import_batches_by_state")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK

    @property
    def to_publish(self) -> int:
        """How many rows have something to write."""
        return sum(self.counts.get(verdict, 0) for verdict in WRITTEN)


class ImportFile(models.Model):
    """The bytes of a file, packed, until its rows are read."""

    batch = models.OneToOneField(ImportBatch, models.CASCADE, related_name="file")
    packed = models.BinaryField()

    privacy = Privacy.of_machinery("id", "batch", "packed")


class RowVerdict(models.TextChoices):
    NEW = "new", pgettext_lazy("a row", "new")
    MAYBE = "maybe", pgettext_lazy("a row", "new, and looks like a record that is here")
    CHANGES = "changes", pgettext_lazy("a row", "changes facts")
    SAME = "same", pgettext_lazy("a row", "the same as here")
    BAD = "bad", pgettext_lazy("a row", "cannot be read")


WRITTEN = (RowVerdict.NEW, RowVerdict.MAYBE, RowVerdict.CHANGES)


class RowResult(models.TextChoices):
    WRITTEN = "written", pgettext_lazy("a row", "published")
    MOVED = "moved", pgettext_lazy("a row", "left out: the record has changed since the file was read")


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def visible_to(self, person: "Person") -> "ImportRowQuerySet":
        """The committee sees every row."""
        from beenthere.training.rules import is_researcher  # rules ask the tables

        return self if is_researcher(person) else self.none()

    def to_publish(self) -> "ImportRowQuerySet":
        """Rows with something to write that was not written yet, in their order."""
        return self.filter(verdict__in=WRITTEN, result="").order_by("line")


class ImportRow(models.Model):
    """What one row of a file says, and what that means for the record it is about."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    verdict = models.CharField(max_length=8, choices=RowVerdict.choices)
    facts: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    before: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)
    source: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    why: "models.JSONField[list[dict[str, Any]], list[dict[str, Any]]]" = models.JSONField(default=list)
    same_name = models.CharField(max_length=64, blank=True)  # a digest of name and provider
    training = models.ForeignKey(Training, models.SET_NULL, null=True, blank=True, related_name="+")
    result = models.CharField(max_length=8, choices=RowResult.choices, blank=True)

    objects = ImportRowQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "batch", "line", "verdict", "facts", "before", "source", "why", "same_name", "training", "result"
    )

    class Meta:
        ordering = ("line",)
        constraints = [models.UniqueConstraint(fields=["batch", "line"], name="one_import_row_for_a_line")]
        indexes = [
            models.Index(fields=["batch", "verdict", "result", "line"], name="import_rows_to_publish"),
            models.Index(fields=["batch", "same_name"], name="import_rows_by_name"),
        ]

    def __str__(self) -> str:
        return f"line {self.line} of {self.batch_id}"


class ColumnMapping(models.Model):
    """Which columns hold which facts, remembered for the next file with the same header."""

    fingerprint = models.CharField(max_length=64, primary_key=True)
    targets: "models.JSONField[list[str], list[str]]" = models.JSONField()
    used_at = models.DateTimeField(default=clock.now)

    privacy = Privacy.of_machinery("fingerprint", "targets", "used_at")

    def __str__(self) -> str:
        return self.fingerprint[:8]
