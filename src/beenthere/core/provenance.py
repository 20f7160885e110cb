"""Where a public fact comes from, how old it is, and who checked it here."""

from django.db import models


class Sourced(models.Model):
    """A row of public facts with its source."""

    source_url = models.URLField(max_length=500, blank=True)
    source_date = models.CharField(max_length=40, blank=True)  # as the source gives it: "2026", "2023-11-30"
    read_on = models.DateField(null=True, blank=True)
    checked_by = models.CharField(max_length=120, blank=True)
    checked_on = models.DateField(null=True, blank=True)

    SOURCE_FIELDS = ("source_url", "source_date", "read_on", "checked_by", "checked_on")

    class Meta:
        abstract = True
