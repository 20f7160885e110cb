"""What occupations are made of, as two publishers describe them: duties, requirements, interests, preparation."""

from django.db import models

from beenthere.core.privacy import Privacy
from beenthere.work.models.occupations import Occupation

LISTS = ("duties", "requirements", "workplaces")


class ProfileQuerySet(models.QuerySet["Profile"]):
    def public(self) -> "ProfileQuerySet":
        """Every profile."""
        return self.all()


class Profile(models.Model):
    """A profile of OaSIS, in one language: an occupation has one, or several that part it."""

    code = models.CharField(max_length=8)
    language = models.CharField(max_length=2, default="en")
    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="profiles")
    label = models.CharField(max_length=250, blank=True)
    lead = models.TextField(max_length=2000, blank=True)
    duties = models.JSONField(default=list, blank=True)
    requirements = models.JSONField(default=list, blank=True)
    workplaces = models.JSONField(default=list, blank=True)
    interests = models.CharField(max_length=3, blank=True)  # letters of Holland, the strongest first
    attributes = models.JSONField(default=dict, blank=True)  # what the work asks of a person, from 1 to 5

    objects = ProfileQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "code", "language", "occupation", "label", "lead", *LISTS, "interests", "attributes"
    )

    class Meta:
        ordering = ["code", "language"]
        constraints = [models.UniqueConstraint(fields=["code", "language"], name="one_profile_per_language")]


class OnetQuerySet(models.QuerySet["OnetOccupation"]):
    def public(self) -> "OnetQuerySet":
        """Every one of them."""
        return self.all()

    def of(self, noc: str) -> "OnetQuerySet":
        """Those that a crosswalk puts beside an occupation."""
        codes = Crossing.objects.filter(noc=noc).values("onet")
        return self.public().filter(code__in=codes)


class OnetOccupation(models.Model):
    """An occupation of O*NET: how much each interest belongs to it, and how much preparation it takes, from 1 to 5."""

    code = models.CharField(max_length=10, primary_key=True)
    scores = models.JSONField(default=dict, blank=True)
    zone = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = OnetQuerySet.as_manager()
    privacy = Privacy.of_public_facts("code", "scores", "zone")


class Crossing(models.Model):
    """Which occupations of O*NET stand beside one of ours."""

    noc = models.CharField(max_length=5, db_index=True)
    onet = models.CharField(max_length=10)

    privacy = Privacy.of_public_facts("id", "noc", "onet")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noc", "onet"], name="one_crossing_per_pair")]


class ActivityQuerySet(models.QuerySet["Activity"]):
    def public(self) -> "ActivityQuerySet":
        """Every activity."""
        return self.all()

    def general(self) -> "ActivityQuerySet":
        """Those of the six wide interests."""
        return self.public().filter(kind="General").order_by("interest", "text")


class Activity(models.Model):
    """An activity by which O*NET illustrates an interest, in English."""

    interest = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    text = models.CharField(max_length=250)

    objects = ActivityQuerySet.as_manager()
    privacy = Privacy.of_public_facts("id", "interest", "kind", "text")

    class Meta:
        verbose_name_plural = "activities"
        constraints = [models.UniqueConstraint(fields=["interest", "text"], name="one_activity_per_text")]
