"""The database of peer-support training: public facts, as their sources give them."""

import datetime as dt
from functools import cached_property
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import Privacy
from beenthere.core.provenance import Sourced
from beenthere.training.catalogue import classification

UNANSWERED_AFTER = dt.timedelta(days=30)


class Standing(models.TextChoices):
    """Whether it can still be taken, as far as the source tells."""

    RUNNING = "running", _("Offered, says the source")
    PAUSED = "paused", _("Paused, says the source")
    UNCONFIRMED = "unconfirmed", _("Ask whether it is offered")
    CERTIFICATION = "certification", _("A certification, not a training")
    HISTORIC = "historic", _("Over")


class YesNo(models.TextChoices):
    YES = "yes", _("yes")
    NO = "no", _("no")


class TrainingQuerySet(models.QuerySet["Training"]):
    def public(self) -> "TrainingQuerySet":
        """All of them but those that were merged into another: what is over still tells what there was."""
        return self.filter(merged_into=None)

    def with_a_duty(self) -> "TrainingQuerySet":
        """Those that somebody has to confirm from time to time: what is over needs no confirming."""
        return self.public().exclude(standing=Standing.HISTORIC)

    def due(self) -> "TrainingQuerySet":
        """Those that nobody ever confirmed, or not within their rhythm."""
        return self.with_a_duty().filter(Q(confirm_by=None) | Q(confirm_by__lt=clock.today()))


class Training(Sourced):
    """One training, certification or program: what its sources say now. Who said what when: `Revision`."""

    uid = models.UUIDField(unique=True, default=uuid4, editable=False)  # stays, whatever the address becomes
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    name_language = models.CharField(max_length=2)
    provider = models.CharField(max_length=200, blank=True)
    province = models.CharField(max_length=40, blank=True)  # codes, or "national"
    city = models.CharField(max_length=120, blank=True)
    languages = models.CharField(max_length=120, blank=True)
    delivery = models.CharField(max_length=120, blank=True)
    # How long it takes stands in the unit of the source, each unit by itself: none is turned into another.
    hours = models.CharField(max_length=60, blank=True)
    days = models.CharField(max_length=60, blank=True)
    weeks = models.CharField(max_length=120, blank=True)
    sessions = models.CharField(max_length=60, blank=True)
    credits = models.CharField(max_length=60, blank=True)
    mandatory = models.TextField(blank=True)  # modules that one may not miss
    practicum = models.TextField(blank=True)
    cost = models.CharField(max_length=120, blank=True)  # in dollars, or words
    cost_help = models.TextField(blank=True)
    starts = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField(null=True, blank=True)  # the next day on which it begins, if the source gives one
    prerequisites = models.TextField(blank=True)
    credential = models.TextField(blank=True)
    recognised_by = models.CharField(max_length=200, blank=True)
    audience = models.CharField(max_length=120, blank=True)
    teachers = models.TextField(blank=True)
    peer_run = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    accessibility = models.TextField(blank=True)
    website = models.URLField(max_length=300, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    notes = models.TextField(blank=True)
    standing = models.CharField(max_length=20, choices=Standing.choices)
    # The facts whose words were typed in French; those of all others are English.
    in_french: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField(default=clock.now, db_index=True)
    # Whoever gives it, or the committee, confirms it again and again; `confirm_by` is empty while nobody ever did.
    confirm_months = models.PositiveSmallIntegerField(choices=[(6, "6"), (12, "12")], default=12)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_from = models.CharField(max_length=10, blank=True)  # "provider" or "committee"
    confirm_by = models.DateField(null=True, blank=True, db_index=True)
    asked_on = models.DateField(null=True, blank=True)  # the provider was asked then and has not answered
    merged_into = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="merged", db_index=False
    )

    objects = TrainingQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "uid", "slug", "name", "name_language", "provider", "province", "city", "languages", "delivery", "hours",
        "days", "weeks", "sessions", "credits", "mandatory", "practicum", "cost", "cost_help", "starts", "starts_on",
        "prerequisites", "credential", "recognised_by", "audience", "teachers", "peer_run", "accessibility", "website",
        "phone", "notes", "standing", "in_french", "changed_at", "merged_into",
        "confirm_months", "confirmed_on", "confirmed_from", "confirm_by", "asked_on",
        *Sourced.SOURCE_FIELDS,
    )  # fmt: skip

    class Meta:
        # Of few: an index of all of them would be taken by SQLite to find those that were not merged, which are nearly
        # all, in place of the one that finds the fifteen of a page.
        indexes = [
            models.Index(
                fields=["merged_into"], name="trainings_that_were_merged", condition=Q(merged_into__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("training:page", args=[self.slug])

    def language_of(self, name: str) -> str:
        """In which language the words of a fact were typed."""
        return self.name_language if name == "name" else "fr" if name in self.in_french else "en"

    @property
    def stays(self) -> "Training":
        """The record that stands for this one now: what it was merged into, or itself."""
        one = self
        while one.merged_into:
            one = one.merged_into
        return one

    @property
    def names_no_source(self) -> bool:
        """Whoever brought it named no page: the project did not write it either, and a source is wanted."""
        return not self.source_url

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces where it is given; CA stands for all of them."""
        return classification.provinces_in(self.province)

    @property
    def is_unanswered(self) -> bool:
        """Whoever gives it was asked to confirm it a while ago, and has not answered."""
        return bool(self.asked_on and self.asked_on <= clock.today() - UNANSWERED_AFTER)

    @property
    def is_over(self) -> bool:
        return self.standing == Standing.HISTORIC
