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
    definition_en = models.TextField(max_length=4000, blank=True)
    definition_fr = models.TextField(max_length=4000, blank=True)
    interests = models.CharField(max_length=3, blank=True)  # as this project sees them, until a file says more

    objects = OccupationQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "noc", "title_en", "title_fr", "words_en", "words_fr", "field", "teer", "definition_en",
        "definition_fr", "interests", *Sourced.SOURCE_FIELDS,
    )  # fmt: skip

    class Meta:
        ordering = ["noc"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Its title in the language of the page."""
        return self.title_fr if _in_french() else self.title_en

    @property
    def definition(self) -> str:
        """What it is, in the language of the page."""
        return self.definition_fr if _in_french() else self.definition_en

    @property
    def title_elsewhere(self) -> str:
        """Its title in the other language."""
        return self.title_en if _in_french() else self.title_fr

    @property
    def asks_in_short(self) -> str:
        """What it usually asks, in a few words."""
        return str(ASKS_SHORT[self.teer])

    @property
    def words(self) -> str:
        """What people call it, in the language of the page."""
        return self.words_fr if _in_french() else self.words_en


class Titles(models.Model):
    """Every job title that the classification puts into an occupation; the two languages are not parallel."""

    occupation = models.OneToOneField(Occupation, models.CASCADE, primary_key=True, related_name="titles")
    en = models.JSONField(default=list, blank=True)
    fr = models.JSONField(default=list, blank=True)

    privacy = Privacy.of_public_facts("occupation", "en", "fr")

    @property
    def here(self) -> list[str]:
        """Those in the language of the page."""
        titles: list[str] = self.fr if _in_french() else self.en
        return titles


class GroupQuerySet(models.QuerySet["Group"]):
    def public(self) -> "GroupQuerySet":
        """Every group."""
        return self.all()

    def around(self, noc: str) -> "list[Group]":
        """The groups in which an occupation stands, the widest first."""
        return list(self.public().filter(code__in=[noc[:digits] for digits in range(1, 5)]).order_by("code"))


class Group(models.Model):
    """A group of the classification: its code is how the codes of its occupations begin."""

    code = models.CharField(max_length=4, primary_key=True)
    title_en = models.CharField(max_length=250)
    title_fr = models.CharField(max_length=250)

    objects = GroupQuerySet.as_manager()
    privacy = Privacy.of_public_facts("code", "title_en", "title_fr")

    @property
    def title(self) -> str:
        """Its title in the language of the page."""
        return self.title_fr if _in_french() else self.title_en


def _in_french() -> bool:
    return (get_language() or "en").startswith("fr")
