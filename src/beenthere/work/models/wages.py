"""What occupations pay by region, and what is expected of the coming years."""

from django.db import models
from django.utils.translation import get_language

from beenthere.core.privacy import Privacy
from beenthere.work.models.occupations import Occupation
from beenthere.work.regions import name_of


class Region(models.Model):
    """Canada, a province or territory, or an economic region, as the wage file numbers them."""

    code = models.CharField(max_length=10, primary_key=True)
    name_en = models.CharField(max_length=120)
    province = models.CharField(max_length=2, blank=True)  # none: all of Canada
    is_part = models.BooleanField(default=False)  # of a province

    privacy = Privacy.of_public_facts("code", "name_en", "province", "is_part")

    @property
    def name(self) -> str:
        """Its name in the language of the page."""
        return name_of(self.name_en, self.province, is_part=self.is_part)


class WageQuerySet(models.QuerySet["Wage"]):
    def public(self) -> "WageQuerySet":
        """Every wage."""
        return self.all()


class Wage(models.Model):
    """What an hour of an occupation pays in a region: low, median and high, each only where it is known."""

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="wages")
    region = models.ForeignKey(Region, models.CASCADE)
    low = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    median = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)

    objects = WageQuerySet.as_manager()
    privacy = Privacy.of_public_facts("id", "occupation", "region", "low", "median", "high")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["occupation", "region"], name="one_wage_per_region")]


class OutlookQuerySet(models.QuerySet["Outlook"]):
    def public(self) -> "OutlookQuerySet":
        """Every outlook."""
        return self.all()


class Outlook(models.Model):
    """What a national projection expects: people who work so now, places that will open, people who will look."""

    occupation = models.OneToOneField(Occupation, models.CASCADE, primary_key=True, related_name="outlook")
    employed = models.IntegerField(null=True, blank=True)
    growth = models.IntegerField(null=True, blank=True)
    retirements = models.IntegerField(null=True, blank=True)
    openings = models.IntegerField(null=True, blank=True)
    seekers = models.IntegerField(null=True, blank=True)
    recent_en = models.CharField(max_length=80, blank=True)
    recent_fr = models.CharField(max_length=80, blank=True)
    future_en = models.CharField(max_length=80, blank=True)
    future_fr = models.CharField(max_length=80, blank=True)

    objects = OutlookQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "occupation", "employed", "growth", "retirements", "openings", "seekers", "recent_en", "recent_fr",
        "future_en", "future_fr",
    )  # fmt: skip

    @property
    def recent(self) -> str:
        """How it was lately, in the words of the source."""
        return self.recent_fr if (get_language() or "en").startswith("fr") else self.recent_en

    @property
    def future(self) -> str:
        """How it is expected to be, in the words of the source."""
        return self.future_fr if (get_language() or "en").startswith("fr") else self.future_en
