"""Organisations that are listed, and lines to call; public facts, as their sources give them."""

from functools import cached_property

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from beenthere.core.places import PROVINCES
from beenthere.core.privacy import Privacy
from beenthere.core.provenance import Sourced

CANADA = "CA"
TEN_DIGITS = 10


class Kind(models.TextChoices):
    """What sort of organisation it is, in our judgement."""

    PEER_RUN = "peer-run", _("run by peers")
    PROGRAMME = "programme", _("peer program of a larger organisation")
    SELF_HELP = "self-help", _("self-help or alternative resource")
    FAMILY = "family", _("peers among families")
    CLUBHOUSE = "clubhouse", _("clubhouse")
    NETWORK = "network", _("network or umbrella organisation")
    RELATED = "related", _("related support")


class ListedQuerySet(models.QuerySet["ListedOrganisation"]):
    def public(self) -> "ListedQuerySet":
        """All of them; one that may have closed says so."""
        return self.all()


class ListedOrganisation(Sourced):
    """An organisation that a source names. Whether it runs its peer support here is another matter."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    province = models.CharField(max_length=40, blank=True)  # codes, or "national"
    city = models.CharField(max_length=120, blank=True)
    website = models.URLField(max_length=300, blank=True)
    languages = models.CharField(max_length=120, blank=True)
    services = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    notes = models.TextField(blank=True)
    in_doubt = models.BooleanField(default=False)

    objects = ListedQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "slug", "name", "province", "city", "website", "languages", "services", "kind", "notes", "in_doubt",
        *Sourced.SOURCE_FIELDS,
    )  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("directory:organisation", args=[self.slug])

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces where it is; CA stands for all of them."""
        codes = [part.strip() for part in self.province.split(";") if part.strip()]
        return tuple(CANADA if code == "national" else code for code in codes)


class LineKind(models.TextChoices):
    """What a line is for."""

    CRISIS = "crisis", _("crisis line")
    CRISIS_OR_SUPPORT = "crisis/support", _("crisis line, also to talk")
    WARM = "peer warm line", _("line of peers, to talk")


class LineQuerySet(models.QuerySet["CrisisLine"]):
    def public(self) -> "LineQuerySet":
        """All of them, however old: a number is never hidden."""
        return self.all()


class CrisisLine(Sourced):
    """A line that one can call or write to."""

    slug = models.SlugField(max_length=120, unique=True)
    service = models.CharField(max_length=120)
    region = models.CharField(max_length=60)  # as given: "Canada (youth)", "ON (Ottawa)"
    phone = models.CharField(max_length=40, blank=True)
    text_number = models.CharField(max_length=20, blank=True)
    text_word_en = models.CharField(max_length=20, blank=True)
    text_word_fr = models.CharField(max_length=20, blank=True)
    chat = models.CharField(max_length=60, blank=True)
    hours = models.CharField(max_length=120, blank=True)
    languages = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=20, choices=LineKind.choices)
    notes = models.TextField(blank=True)

    objects = LineQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "slug", "service", "region", "phone", "text_number", "text_word_en", "text_word_fr", "chat", "hours",
        "languages", "kind", "notes", *Sourced.SOURCE_FIELDS,
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(phone="", text_number=""), name="a_line_has_a_number"),
        ]

    def __str__(self) -> str:
        return self.service

    @property
    def province(self) -> str:
        """The province that the line is for, or nothing if it is for all of Canada."""
        return self.region[:2] if self.region[:2] in PROVINCES else ""

    @property
    def town(self) -> str:
        """The town or the people that the line is for, if it is not for everybody."""
        return self.region.partition("(")[2].rstrip(")")

    @property
    def phone_link(self) -> str:
        """The number as a telephone dials it."""
        digits = "".join(filter(str.isdigit, self.phone))
        if len(digits) < TEN_DIGITS:
            return f"tel:{digits}"  # 9-8-8 and its like work only as they are
        return f"tel:+1{digits}" if len(digits) == TEN_DIGITS else f"tel:+{digits}"
