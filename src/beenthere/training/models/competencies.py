"""What frameworks of the field say that peer supporters know and do: labels and links, never another's texts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import PUBLIC, TECHNICAL, Erasure, Privacy
from beenthere.core.provenance import Sourced
from beenthere.core.templatetags.ui import foreign
from beenthere.training.catalogue.phrases import LABELS
from beenthere.training.models.trainings import Training

if TYPE_CHECKING:
    from beenthere.people.models import Person


class About(models.TextChoices):
    PEER_SUPPORT = "peer-support", pgettext_lazy("what a framework is about", "peer support")
    EMPLOYMENT = "employment", pgettext_lazy("what a framework is about", "employment support")


class Verified(models.TextChoices):
    """Whether a label was compared with its document by whoever typed it."""

    YES = "yes", _("read in its source")
    PARTLY = "partly", _("verified in part")
    NO = "no", _("not yet verified")


class Framework(models.Model):
    """One version of one framework. A new version is a new row, so that what was ticked before keeps its meaning."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    version = models.CharField(max_length=40, blank=True)  # a year or a number, as the source gives it
    about = models.CharField(max_length=12, choices=About.choices)
    source_url = models.URLField(max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    privacy = Privacy.of_public_facts("id", "slug", "name", "version", "about", "source_url", "order")

    class Meta:
        ordering = ("order", "slug")
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="one_framework_of_a_version")]

    def __str__(self) -> str:
        return f"{self.name} ({self.version})" if self.version else self.name


class Competency(Sourced):
    """One item of a framework: its label, where it stands, and whether that was verified."""

    slug = models.SlugField(max_length=100, unique=True)  # stands in addresses and in the search
    framework = models.ForeignKey(Framework, models.CASCADE, related_name="competencies")
    kind = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField()
    label_en = models.CharField(max_length=200)
    label_fr = models.CharField(max_length=200, blank=True)
    verified = models.CharField(max_length=6, choices=Verified.choices)
    verified_how = models.CharField(max_length=200, blank=True)
    notes = models.TextField(blank=True)

    privacy = Privacy.of_public_facts(
        "id", "slug", "framework", "kind", "order", "label_en", "label_fr", "verified", "verified_how", "notes",
        *Sourced.SOURCE_FIELDS,
    )  # fmt: skip

    class Meta:
        ordering = ("framework__order", "pk")
        constraints = [
            models.UniqueConstraint(fields=["framework", "kind", "order"], name="one_competency_of_a_place"),
            models.CheckConstraint(condition=Q(verified__in=Verified.values), name="competency_verified_known"),
        ]

    def __str__(self) -> str:
        """Its label in the language of the page, without marks."""
        return self._in_language()[0]

    @property
    def label(self) -> str:
        """Its label; where no French is given, the English one, marked as such."""
        return foreign(*self._in_language())

    @property
    def facet(self) -> str:
        """By what one narrows the list down to what covers it."""
        return "support" if self.framework.about == About.EMPLOYMENT else "competency"

    @property
    def kind_in_words(self) -> str:
        """What the framework calls such an item, in the language of the page."""
        return gettext(self.kind) if self.kind in LABELS else self.kind

    def _in_language(self) -> tuple[str, str]:
        if (get_language() or "en") != "fr":
            return self.label_en, "en"
        if self.label_fr:
            return self.label_fr, "fr"
        return (gettext(self.label_en), "fr") if self.label_en in LABELS else (self.label_en, "en")


class CoverQuerySet(models.QuerySet["Cover"]):
    def public(self) -> "CoverQuerySet":
        """What a training covers, with the evidence, is public; by whose hand is not."""
        return self.filter(ended_at=None)

    def of(self, training_ids: Iterable[int]) -> "CoverQuerySet":
        """Of these records, and of those that were merged into them: a merge loses no tick, and a parting no row."""
        ids = list(training_ids)
        return self.filter(Q(training__in=ids, training__merged_into=None) | Q(training__merged_into__in=ids))

    def roots(self) -> "models.QuerySet[Cover, int]":
        """The records that stand and cover it, themselves or by what was merged into them."""
        return self.values_list(Coalesce("training__merged_into", "training"), flat=True)

    def ended(self) -> "CoverQuerySet":
        """What was ticked once and taken away since, with the last first."""
        return (
            self.exclude(ended_at=None).select_related("competency__framework", "by", "ended_by").order_by("-ended_at")
        )

    def visible_to(self, person: "Person") -> "CoverQuerySet":
        """The committee also sees what was taken away, and who ticked it; anybody else what they ticked."""
        from beenthere.training.rules import is_researcher  # rules ask the tables

        return self.all() if is_researcher(person) else self.filter(Q(by=person) | Q(ended_by=person))


class Cover(models.Model):
    """That a training covers a competency, where it says so, who ticked it, and until when it held."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="covers")
    competency = models.ForeignKey(Competency, models.CASCADE, related_name="covers")
    evidence = models.CharField(max_length=500)  # where the training says so, in a few words
    source_url = models.URLField(max_length=500, blank=True)
    language = models.CharField(max_length=2)  # of the evidence
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = CoverQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you ticked that trainings cover"),
        subject=("by", "ended_by"),
        keeping=_("as long as the record stands; without your name after you erase your account"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("by", "ended_by"),
        fields={
            "id": TECHNICAL, "training": PUBLIC, "competency": PUBLIC, "evidence": PUBLIC, "source_url": PUBLIC,
            "language": TECHNICAL, "at": PUBLIC, "ended_at": PUBLIC,
            "by": _("so that the committee knows whom to ask about a tick"),
            "ended_by": _("so that the committee knows who took a tick away"),
        },
    )  # fmt: skip

    class Meta:
        ordering = ("competency__framework__order", "competency__pk", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["training", "competency"], condition=Q(ended_at=None), name="one_open_cover_of_a_competency"
            ),
            models.CheckConstraint(condition=~Q(evidence=""), name="a_cover_has_evidence"),
        ]

    def __str__(self) -> str:
        return f"{self.training_id} covers {self.competency_id}"

    def exported(self) -> dict[str, Any]:
        """For the download: a tick, without the others who had to do with it."""
        told = {"training": str(self.training), "competency": str(self.competency), "evidence": self.evidence}
        return {**told, "source_url": self.source_url, "at": self.at, "ended_at": self.ended_at}
