"""The machine's own tables: keys, audit, jobs. Nothing in them names anybody in the clear."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.search.tables import Catalogue as Catalogue
from beenthere.core.search.tables import FacetBits as FacetBits
from beenthere.core.search.tables import SearchEntry as SearchEntry
from beenthere.core.search.tables import SearchWord as SearchWord


class SealingKey(models.Model):
    """The wrapped key of a person or an organisation; it lives in the database of keys."""

    owner = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()

    privacy = Privacy.of_machinery("owner", "wrapped")


class AuditEntry(models.Model):
    """A deed: who did what to which thing, by their ids only."""

    at = models.DateTimeField(db_index=True)
    verb = models.CharField(max_length=60)
    by = models.UUIDField(null=True, db_index=True)
    thing = models.CharField(max_length=120)

    privacy = Privacy(
        title=_("Log of deeds"),
        subject="by",
        keeping=_("two years; without your name once you erase your account"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("by",),
        fields={
            "id": TECHNICAL,
            "at": _("to be able to find out what happened when something goes wrong"),
            "verb": _("what was done, such as “a request was accepted”, never what was said"),
            "by": TECHNICAL,
            "thing": TECHNICAL,
        },
    )


class Turns(models.Model):
    """How fast somebody goes, under a token from which nobody can read who or what it is (core/limits.py)."""

    token = models.CharField(max_length=64, primary_key=True)
    used_up_to = models.DateTimeField(db_index=True)

    privacy = Privacy.of_machinery("token", "used_up_to")


class Job(models.Model):
    """Something to be done later."""

    name = models.CharField(max_length=120)
    arguments = models.JSONField(default=dict)
    run_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=120, blank=True)

    privacy = Privacy.of_machinery(
        "id", "name", "arguments", "run_at", "claimed_at", "done_at", "tries", "error"
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["done_at", "run_at"])]


class PeriodicRun(models.Model):
    """When a job of the clock last ran."""

    name = models.CharField(max_length=120, primary_key=True)
    last_at = models.DateTimeField()

    privacy = Privacy.of_machinery("name", "last_at")
