"""What income support does with earnings: one dated row for each rule and household, read from a named page."""

from functools import cached_property

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.core.places import PROVINCES
from beenthere.core.privacy import Privacy
from beenthere.core.provenance import Sourced
from beenthere.work import earnings

CANADA = "CA"


class Sure(models.TextChoices):
    """How sure a row is. Only the first calculates."""

    VERIFIED = "verified", pgettext_lazy("how sure a rule is", "read on an official page")
    OLD = "old", pgettext_lazy("how sure a rule is", "read on an official page, of years ago")
    SECONDARY = "secondary", pgettext_lazy("how sure a rule is", "told by others, not read on an official page")
    OUTDATED = "outdated", pgettext_lazy("how sure a rule is", "of the past")
    UNKNOWN = "unknown", pgettext_lazy("how sure a rule is", "not found yet")


class BenefitRuleQuerySet(models.QuerySet["BenefitRule"]):
    def public(self) -> "BenefitRuleQuerySet":
        """Every rule, those that do not calculate too: nothing here depends on who looks."""
        return self.all()

    def of_benefit(self, benefit: str) -> "BenefitRuleQuerySet":
        """The rows that together say how one benefit treats earnings."""
        return self.filter(benefit=benefit)


class BenefitRule(Sourced):
    """A rule as a source tells it, in typed shapes that calculate and in words for both languages."""

    slug = models.SlugField(max_length=40, primary_key=True)
    benefit = models.SlugField(max_length=40, db_index=True)  # what somebody receives; several rows may speak of it
    place = models.CharField(max_length=2)  # a province or territory, or CA
    name_en = models.CharField(max_length=120)
    name_fr = models.CharField(max_length=120)
    who_en = models.CharField(max_length=120, blank=True)
    who_fr = models.CharField(max_length=120, blank=True)
    also_en = models.CharField(max_length=400, blank=True)
    also_fr = models.CharField(max_length=400, blank=True)
    shape = models.CharField(max_length=10, blank=True, choices=[(each.value, each.name) for each in earnings.Shape])
    sure = models.CharField(max_length=10, choices=Sure.choices)
    exempt = models.PositiveIntegerField(null=True, blank=True)  # cents; a month, or a year as the shape says
    tiers = models.JSONField(default=list, blank=True)  # [[from so many cents, hundredths kept], …]
    kept = models.PositiveSmallIntegerField(null=True, blank=True)  # hundredths of what is above
    supplement = models.PositiveSmallIntegerField(null=True, blank=True)
    prior_part = models.PositiveSmallIntegerField(null=True, blank=True)
    stops = models.BooleanField(default=False)
    prorated = models.BooleanField(default=False)
    per = models.CharField(max_length=14, blank=True)
    counts = models.CharField(max_length=10, blank=True)  # net, gross, last_year, or not stated
    waiting_months = models.PositiveSmallIntegerField(null=True, blank=True)
    for_year = models.PositiveSmallIntegerField(null=True, blank=True)  # amounts of one year

    objects = BenefitRuleQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "slug", "benefit", "place", "name_en", "name_fr", "who_en", "who_fr", "also_en", "also_fr", "shape", "sure",
        "exempt", "tiers", "kept", "supplement", "prior_part", "stops", "prorated", "per", "counts", "waiting_months",
        "for_year", *Sourced.SOURCE_FIELDS,
    )  # fmt: skip

    class Meta:
        ordering = ["place", "slug"]
        constraints = [
            models.CheckConstraint(condition=Q(sure__in=Sure.values), name="rule_is_known_to_be_so_sure"),
            models.CheckConstraint(
                condition=~Q(sure=Sure.VERIFIED) | (~Q(source_url="") & Q(read_on__isnull=False)),
                name="verified_rule_names_its_page",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.who}" if self.who else self.name

    @property
    def name(self) -> str:
        """What the benefit is called, in the language of the page."""
        return self.name_fr if _in_french() else self.name_en

    @property
    def who(self) -> str:
        """For whom this row is, in the language of the page."""
        return self.who_fr if _in_french() else self.who_en

    @property
    def also(self) -> str:
        """What else the source says."""
        return self.also_fr if _in_french() else self.also_en

    @property
    def place_name(self) -> str:
        """The province or territory, or all of Canada."""
        return str(_("All of Canada")) if self.place == CANADA else PROVINCES[self.place].name

    @cached_property
    def as_rule(self) -> earnings.Rule:
        """The row as the calculation takes it."""
        return earnings.Rule(
            shape=earnings.Shape(self.shape), sure=self.sure, read_on=self.read_on,
            exempt=self.exempt or 0, kept=self.kept or 0,
            tiers=tuple(earnings.Tier(above, kept) for above, kept in self.tiers),
            supplement=self.supplement or 0, prior_part=self.prior_part or 0, stops=self.stops,
            prorated=self.prorated, waiting_months=self.waiting_months or 0,
        )  # fmt: skip


def _in_french() -> bool:
    return (get_language() or "en").startswith("fr")
