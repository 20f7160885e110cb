"""What somebody proposes to write into the database, and the readers who look at it before it is published."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import PUBLIC, TECHNICAL, Erasure, Privacy
from beenthere.training.models.trainings import Training

if TYPE_CHECKING:
    from beenthere.people.models import Person

KEPT_AFTER = dt.timedelta(days=365)  # so that whoever holds the code can still see what became of it


class ProposalKind(models.TextChoices):
    ADD = "add", _("a training to add")
    CORRECT = "correct", _("something to correct")
    CONFIRM = "confirm", _("confirmed as it stands")
    ENDED = "ended", _("no longer runs")


class Origin(models.TextChoices):
    PUBLIC = "public", pgettext_lazy("who proposed it", "somebody from the public")
    PROVIDER = "provider", pgettext_lazy("who proposed it", "whoever gives the training")
    MEMBER = "member", pgettext_lazy("who proposed it", "somebody with an account here")
    COMMITTEE = "committee", pgettext_lazy("who proposed it", "the research committee")
    IMPORT = "import", pgettext_lazy("who proposed it", "an imported file")
    PROJECT = "project", pgettext_lazy("who proposed it", "typed by this project")


class ProposalState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("state of a proposal", "waits to be read")
    PUBLISHED = "published", pgettext_lazy("state of a proposal", "published")
    SENT_BACK = "sent_back", pgettext_lazy("state of a proposal", "sent back, with a reason")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a proposal", "taken back")


# Named apart from the proposals of matching: the type checker takes managers of one name for the same.
class ProposedFactsQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, person: "Person") -> "ProposedFactsQuerySet":
        """The committee reads all of them; anybody else those that they made while signed in."""
        from beenthere.training.rules import is_researcher  # rules ask the tables

        return self if is_researcher(person) else self.filter(by=person)

    def public(self) -> "ProposedFactsQuerySet":
        """Those that one reader found right and that now wait in public; never how somebody knows."""
        return self.filter(state=ProposalState.WAITING, publish_on__isnull=False).defer("words", "reason")

    def waiting(self) -> "ProposedFactsQuerySet":
        return self.filter(state=ProposalState.WAITING)


class Proposal(models.Model):
    """Facts to write into one record, or a record to add, with the source that says so."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    kind = models.CharField(max_length=8, choices=ProposalKind.choices)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    state = models.CharField(max_length=10, choices=ProposalState.choices, default=ProposalState.WAITING)
    training = models.ForeignKey(Training, models.CASCADE, null=True, blank=True, related_name="proposals")
    facts: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)
    # What the record said when this was proposed, so that nobody overwrites what came in between without seeing it.
    base: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)
    source_url = models.URLField(max_length=500, blank=True)
    source_date = models.CharField(max_length=40, blank=True)
    # Of the facts, where somebody said that it is another than that of their own words.
    facts_language = models.CharField(max_length=2, blank=True)
    words = models.TextField(blank=True, max_length=2000)  # how they know; for the committee only
    language = models.CharField(max_length=2)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    code_token = models.CharField(max_length=64, blank=True)  # keyed; the code itself is told once
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, max_length=2000)
    # While the committee is too small for two readers: when the wait in public is over. Nobody else sets it.
    publish_on = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = ProposedFactsQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you proposed for the database of trainings"),
        subject="by",
        keeping=_("a year after it was decided; what was published stays as a fact, without your name"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("by", "words"),
        export_visible=False,
        fields={
            "id": TECHNICAL, "kind": PUBLIC, "origin": PUBLIC, "state": PUBLIC, "training": PUBLIC, "facts": PUBLIC,
            "base": PUBLIC, "source_url": PUBLIC, "source_date": PUBLIC, "language": TECHNICAL,
            "facts_language": TECHNICAL, "made_at": PUBLIC, "decided_at": PUBLIC,
            "code_token": TECHNICAL, "publish_on": PUBLIC,
            "words": _("to let the research committee know how you know"),
            "by": _("so that the committee can ask you"),
            "reason": _("to tell you why it was sent back"),
        },
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code_token"], condition=~Q(code_token=""), name="one_proposal_for_a_code"),
            models.CheckConstraint(condition=Q(kind="add") | Q(training__isnull=False), name="a_change_has_a_record"),
        ]
        indexes = [models.Index(fields=["state", "made_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def stays(self) -> Training | None:
        """The record that it is about now: what was merged into another is corrected there."""
        return self.training.stays if self.training else None

    @property
    def names_no_fact(self) -> bool:
        """Somebody says in words alone that something is wrong: there is nothing yet that could be published."""
        return self.kind == ProposalKind.CORRECT and not self.facts


class Verdict(models.TextChoices):
    PUBLISH = "publish", pgettext_lazy("a reader says", "publish it")
    SEND_BACK = "send_back", pgettext_lazy("a reader says", "send it back")
    ASIDE = "aside", pgettext_lazy("a reader says", "I step aside")


class ReadingQuerySet(models.QuerySet["Reading"]):
    def visible_to(self, person: "Person") -> "ReadingQuerySet":
        """The committee sees who read what; nobody else does."""
        from beenthere.training.rules import is_researcher  # rules ask the tables

        return self.all() if is_researcher(person) else self.filter(reader=person)


class Reading(models.Model):
    """One reader of the committee, with nothing to gain or lose by it, looked at one proposal."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    reason = models.TextField(blank=True, max_length=2000)
    at = models.DateTimeField(default=clock.now)
    declared = models.BooleanField(default=False)  # that they gain nothing by it and do not work for the provider
    corrected = models.BooleanField(default=False)  # they changed what was proposed: somebody else looks at it too
    # What stood and what was proposed when they read; once either has changed, this reading counts no longer.
    seen = models.CharField(max_length=64, blank=True)

    objects = ReadingQuerySet.as_manager()
    privacy = Privacy(
        title=_("Proposals that you read for the research committee"),
        subject="reader",
        keeping=_("a year after the proposal was decided"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("reader",),
        fields={
            "id": TECHNICAL, "proposal": TECHNICAL, "seen": TECHNICAL,
            "reader": _("so that two people read it, and none of them their own"),
            "verdict": _("to know what you found"),
            "reason": _("to tell whoever proposed it why"),
            "at": _("to know when it was read"),
            "declared": _("so that nobody decides about what they gain by"),
            "corrected": _("so that what you changed is read by somebody else"),
        },
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "reader"], name="a_reader_reads_once"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.ASIDE) | Q(declared=True), name="a_reader_gains_nothing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} for {self.proposal_id}"
