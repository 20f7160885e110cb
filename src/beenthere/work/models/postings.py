"""Jobs that somebody offers, as a publisher's file tells of them. They are old soon, and then go."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.money import exact
from beenthere.core.places import PROVINCES
from beenthere.core.privacy import Privacy
from beenthere.work.models.editions import Edition

FADES_AFTER, OVER_AFTER, KEPT_FOR = dt.timedelta(days=30), dt.timedelta(days=90), dt.timedelta(days=180)


class Hours(models.TextChoices):
    """How much of a week, in the publisher's three words."""

    FULL = "full", _("full time")
    PART = "part", _("part time")
    LEADING = "leading", _("part time, leading to full time")


class Term(models.TextChoices):
    """For how long."""

    PERMANENT = "permanent", pgettext_lazy("a job", "permanent")
    TEMPORARY = "temporary", _("for a time, or by contract")
    SEASONAL = "seasonal", _("for a season")
    CASUAL = "casual", _("now and then")


class Per(models.TextChoices):
    """What the pay is for."""

    HOUR = "hour", _("an hour")
    DAY = "day", _("a day")
    WEEK = "week", _("a week")
    TWO_WEEKS = "two-weeks", _("two weeks")
    MONTH = "month", _("a month")
    YEAR = "year", _("a year")


# When one works, as far as a file says.
TIMES = {
    "morning": _("mornings"),
    "day": _("daytime"),
    "evening": _("evenings"),
    "night": _("nights"),
    "weekend": _("weekends"),
    "shift": _("shifts"),
    "on-call": _("on call"),
    "overtime": _("overtime"),
    "flexible": _("flexible hours"),
    "open": _("still to be settled"),
}


class PostingQuerySet(models.QuerySet["Posting"]):
    def public(self) -> "PostingQuerySet":
        """Every posting: nothing here depends on who looks."""
        return self.all()

    def over(self) -> "PostingQuerySet":
        """Those whose last day has passed, or that are so old that nobody should count on them."""
        today = clock.today()
        return self.filter(Q(ends_on__lt=today) | Q(posted_on__lt=today - OVER_AFTER))


class Posting(models.Model):
    """A job that somebody offers. What a file does not say stays empty; nothing is guessed."""

    slug = models.CharField(max_length=40, primary_key=True)  # where it is from, and its number there
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    noc = models.CharField(max_length=5, blank=True, db_index=True)  # no key: the catalogue may hold less than the file
    title_en = models.CharField(max_length=250, blank=True)
    title_fr = models.CharField(max_length=250, blank=True)
    called = models.CharField(max_length=250, blank=True)  # by whoever offers it, in the language in which they wrote
    called_language = models.CharField(max_length=2, blank=True)
    employer = models.CharField(max_length=200, blank=True)
    province = models.CharField(max_length=2, blank=True)
    city = models.CharField(max_length=120, blank=True)
    hours = models.CharField(max_length=8, choices=Hours, blank=True)
    week_from = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)  # hours
    week_to = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    term = models.CharField(max_length=10, choices=Term, blank=True)
    from_home = models.BooleanField(null=True, blank=True)  # none: not told
    times = models.JSONField(default=list, blank=True)
    pay_from = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    pay_to = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    pay_per = models.CharField(max_length=10, choices=Per, blank=True)
    vacancies = models.PositiveIntegerField(null=True, blank=True)
    told_en = models.JSONField(default=list, blank=True)  # headings, each with its lines
    told_fr = models.JSONField(default=list, blank=True)
    posted_on = models.DateField(db_index=True)
    ends_on = models.DateField(null=True, blank=True)
    address = models.URLField(max_length=300, blank=True)

    objects = PostingQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "slug", "edition", "noc", "title_en", "title_fr", "called", "called_language", "employer", "province", "city",
        "hours", "week_from", "week_to", "term", "from_home", "times", "pay_from", "pay_to", "pay_per", "vacancies",
        "told_en", "told_fr", "posted_on", "ends_on", "address",
    )  # fmt: skip

    class Meta:
        ordering = ["-posted_on", "slug"]
        constraints = [
            models.CheckConstraint(condition=~Q(title_en="", title_fr=""), name="posting_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def language(self) -> str:
        """That of its title here: the page's if there is one in it."""
        here = "fr" if (get_language() or "en").startswith("fr") else "en"
        other = "en" if here == "fr" else "fr"
        return here if getattr(self, f"title_{here}") else other

    @property
    def title(self) -> str:
        """Its title, in the language of the page if there is one; the files begin it small."""
        return str(capfirst(getattr(self, f"title_{self.language}")))

    @property
    def told(self) -> list[tuple[str, list[str]]]:
        """What it asks and brings, in the language of its title."""
        return [(str(heading), list(lines)) for heading, lines in getattr(self, f"told_{self.language}")]

    @property
    def place(self) -> str:
        """Where it is, as far as the file says."""
        province = PROVINCES[self.province].name if self.province in PROVINCES else ""
        return ", ".join(part for part in (self.city, province) if part)

    @property
    def pay(self) -> str:
        """What it pays and for what, or nothing where the file does not say."""
        if not self.pay_per or self.pay_from is None:
            return ""
        least, most = (exact(round(amount * 100)) for amount in (self.pay_from, self.pay_to or self.pay_from))
        told = {"least": least, "most": most, "per": self.get_pay_per_display()}
        return (_("%(least)s %(per)s") if least == most else _("%(least)s to %(most)s %(per)s")) % told

    @property
    def times_told(self) -> list[str]:
        """When one works, in words."""
        return [str(TIMES[code]) for code in self.times if code in TIMES]

    @property
    def is_over(self) -> bool:
        """Its last day has passed, or it is too old to count on."""
        today = clock.today()
        return self.posted_on < today - OVER_AFTER or bool(self.ends_on and self.ends_on < today)

    @property
    def is_fading(self) -> bool:
        """It is some weeks old, and may be filled."""
        return not self.is_over and self.posted_on < clock.today() - FADES_AFTER

    @property
    def weeks(self) -> int:
        """How many whole weeks old it is."""
        return (clock.today() - self.posted_on).days // 7
