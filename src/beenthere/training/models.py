"""The database of peer-support training: public facts, as their sources give them."""

from functools import cached_property

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import Privacy
from beenthere.core.provenance import Sourced
from beenthere.training import reading


class Standing(models.TextChoices):
    """Whether it can still be taken, as far as the source tells."""

    RUNNING = "running", _("Offered, says the source")
    UNCONFIRMED = "unconfirmed", _("Ask whether it is offered")
    CERTIFICATION = "certification", _("A certification, not a training")
    HISTORIC = "historic", _("Over")


class TrainingQuerySet(models.QuerySet["Training"]):
    def public(self) -> "TrainingQuerySet":
        """All of them: what is over still tells what there was."""
        return self.all()


class Training(Sourced):
    """One training, certification or program."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    name_language = models.CharField(max_length=2)
    provider = models.CharField(max_length=200, blank=True)
    province = models.CharField(max_length=40, blank=True)  # codes, or "national"
    city = models.CharField(max_length=120, blank=True)
    languages = models.CharField(max_length=120, blank=True)
    delivery = models.CharField(max_length=120, blank=True)
    hours = models.CharField(max_length=60, blank=True)
    weeks = models.CharField(max_length=120, blank=True)
    cost = models.CharField(max_length=120, blank=True)
    prerequisites = models.TextField(blank=True)
    credential = models.TextField(blank=True)
    audience = models.CharField(max_length=120, blank=True)
    website = models.URLField(max_length=300, blank=True)
    notes = models.TextField(blank=True)
    standing = models.CharField(max_length=20, choices=Standing.choices)

    objects = TrainingQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "slug", "name", "name_language", "provider", "province", "city", "languages", "delivery", "hours",
        "weeks", "cost", "prerequisites", "credential", "audience", "website", "notes", "standing",
        *Sourced.SOURCE_FIELDS,
    )  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("training:page", args=[self.slug])

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces where it is given; CA stands for all of them."""
        return reading.provinces_in(self.province)

    @property
    def is_over(self) -> bool:
        return self.standing == Standing.HISTORIC
