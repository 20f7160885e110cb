"""Occupations: public facts, the same for everybody who looks."""

from collections.abc import Sequence

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import Privacy
from beenthere.core.provenance import Sourced
from beenthere.work.fields import ASKS, ASKS_SHORT, BROAD


class OccupationQuerySet(models.QuerySet["Occupation"]):
    def public(self) -> "OccupationQuerySet":
        """Every occupation: nothing here depends on who looks."""
        return self.all()

    def in_field(self, field: str) -> "OccupationQuerySet":
        """Those of one of the ten fields of work."""
        return self.filter(field=field)

    def asking(self, teer: int) -> "OccupationQuerySet":
        """Those that usually ask this much training or experience."""
        return self.filter(teer=teer)

    def in_order_of(self, codes: Sequence[str]) -> "list[Occupation]":
        """Those with these codes, in the same order."""
        found = {row.noc: row for row in self.filter(noc__in=codes)}
        return [found[code] for code in codes if code in found]


class Occupation(Sourced):
    """An occupation of the National Occupational Classification (NOC 2021), with both titles."""

    noc = models.CharField(max_length=5, primary_key=True)
    title_en = models.CharField(max_length=250)
    title_fr = models.CharField(max_length=250)
    words_en = models.CharField(max_length=250, blank=True)  # what people call it when they look for it
    words_fr = models.CharField(max_length=250, blank=True)
    field = models.CharField(max_length=1, choices=list(BROAD.items()), db_index=True)
    teer = models.PositiveSmallIntegerField(_("what it usually asks"), choices=list(ASKS.items()), db_index=True)

    objects = OccupationQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "noc", "title_en", "title_fr", "words_en", "words_fr", "field", "teer", *Sourced.SOURCE_FIELDS
    )

    class Meta:
        ordering = ["noc"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Its title in the language of the page."""
        return self.title_fr if _in_french() else self.title_en

    @property
    def asks_in_short(self) -> str:
        """What it usually asks, in a few words."""
        return str(ASKS_SHORT[self.teer])

    @property
    def words(self) -> str:
        """What people call it, in the language of the page."""
        return self.words_fr if _in_french() else self.words_en


def _in_french() -> bool:
    return (get_language() or "en").startswith("fr")
