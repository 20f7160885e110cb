"""Services, whoever gives them, and what each is for: in the shape of the Open Referral standard (HSDS 3.0).

Columns are called as the standard calls them, so that reading, answering and writing files need no second dictionary.
"""

from typing import TYPE_CHECKING, Self, TypeVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import Privacy
from beenthere.core.provenance import Sourced
from beenthere.directory.models.organisations import ListedOrganisation
from beenthere.orgs.models import Organisation

if TYPE_CHECKING:
    from beenthere.people.models import Person

LANGUAGES = (("en", "English"), ("fr", "français"))
LINES = "lines"  # where the entries of lines to call come from
RHYTHM = 6  # months after which somebody should say again that a service is as it is told


M = TypeVar("M", bound=models.Model)


class PublicQuerySet(models.QuerySet[M]):
    def public(self) -> Self:
        """All of them: what is listed is for everybody."""
        return self.all()


class Provider(Sourced):
    """Whoever gives services; it may be one of the listed organisations."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    origin = models.CharField(max_length=60)
    listed = models.OneToOneField(ListedOrganisation, models.SET_NULL, null=True, blank=True, related_name="provider")
    name = models.CharField(max_length=200)
    alternate_name = models.CharField(max_length=200, blank=True)
    description = models.TextField(max_length=8000, blank=True)
    website = models.URLField(max_length=500, blank=True)
    email = models.EmailField(blank=True)

    objects = PublicQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "origin", "listed", "name", "alternate_name", "description", "website", "email", *Sourced.SOURCE_FIELDS
    )

    def __str__(self) -> str:
        return self.name


class Taxonomy(models.Model):
    """A way to sort services: the project's own, or one that came with a file."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    name = models.CharField(max_length=120, unique=True)
    description = models.TextField(max_length=2000, blank=True)
    uri = models.URLField(max_length=500, blank=True)
    version = models.CharField(max_length=60, blank=True)

    objects = PublicQuerySet.as_manager()
    privacy = Privacy.of_public_facts("id", "name", "description", "uri", "version")

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """One word of such a way to sort."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    taxonomy = models.ForeignKey(Taxonomy, models.CASCADE, related_name="terms")
    code = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    description = models.TextField(max_length=2000, blank=True)
    language = models.CharField(max_length=10, blank=True)
    term_uri = models.URLField(max_length=500, blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="children")

    objects = PublicQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "taxonomy", "code", "name", "description", "language", "term_uri", "parent"
    )  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["taxonomy", "code"], name="a_code_stands_once_in_a_taxonomy")]

    def __str__(self) -> str:
        return self.name


class Status(models.TextChoices):
    """Whether it runs, in the words of the standard."""

    ACTIVE = "active", pgettext_lazy("a service", "running")
    INACTIVE = "inactive", pgettext_lazy("a service", "not running now")
    DEFUNCT = "defunct", pgettext_lazy("a service", "no longer runs")
    CLOSED = "temporarily closed", pgettext_lazy("a service", "closed for a while")


class ServiceQuerySet(PublicQuerySet["Service"]):
    def kept_for(self, person: "Person") -> "ServiceQuerySet":
        """Those of the organisations that this person coordinates."""
        return self.filter(kept_by__in=Organisation.objects.coordinated_by(person))

    def due(self) -> "ServiceQuerySet":
        """Those that run, that no organisation here keeps itself, and that nobody confirmed within their rhythm.

        Lines to call have a table and dates of their own.
        """
        fresh = Q(confirm_by__gte=clock.today())
        return self.filter(kept_by=None, status=Status.ACTIVE).exclude(fresh).exclude(origin=LINES)


class Service(Sourced):
    """Something that somebody offers to people who look for help."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    slug = models.SlugField(max_length=120, unique=True)
    origin = models.CharField(max_length=60)  # the file or the organisation that it came from, and may change it
    digest = models.CharField(max_length=64, blank=True)  # of what came, so that the same again changes nothing
    changed_at = models.DateTimeField(default=clock.now, db_index=True)
    provider = models.ForeignKey(Provider, models.CASCADE, null=True, blank=True, related_name="services")
    kept_by = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="services")
    lived_experience = models.BooleanField(null=True, blank=True)  # run by people who have lived it

    language = models.CharField(max_length=2, choices=LANGUAGES, default="en")  # of the texts
    name = models.CharField(max_length=200)
    alternate_name = models.CharField(max_length=200, blank=True)
    description = models.TextField(max_length=8000, blank=True)
    other_name = models.CharField(max_length=200, blank=True)  # the same in the other language
    other_description = models.TextField(max_length=8000, blank=True)
    url = models.URLField(max_length=500, blank=True)
    email = models.EmailField(blank=True)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIVE)
    interpretation_services = models.TextField(max_length=2000, blank=True)
    application_process = models.TextField(max_length=4000, blank=True)
    fees_description = models.TextField(max_length=2000, blank=True)
    wait_time = models.CharField(max_length=500, blank=True)
    accreditations = models.TextField(max_length=2000, blank=True)
    eligibility_description = models.TextField(max_length=4000, blank=True)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    alert = models.TextField(max_length=2000, blank=True)
    terms = models.ManyToManyField(Term, blank=True, related_name="services")

    confirm_months = models.PositiveSmallIntegerField(default=RHYTHM)
    confirmed_on = models.DateField(null=True, blank=True)
    confirm_by = models.DateField(null=True, blank=True, db_index=True)

    objects = ServiceQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "slug", "origin", "digest", "changed_at", "provider", "kept_by", "lived_experience", "language", "name",
        "alternate_name", "description", "other_name", "other_description", "url", "email", "status",
        "interpretation_services", "application_process", "fees_description", "wait_time", "accreditations",
        "eligibility_description", "minimum_age", "maximum_age", "alert", "terms", "confirm_months", "confirmed_on",
        "confirm_by", *Sourced.SOURCE_FIELDS,
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="service_has_a_known_status"),
            models.CheckConstraint(condition=Q(confirm_months__range=(1, 24)), name="service_has_a_rhythm"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("directory:service", args=[self.slug])

    @property
    def is_late(self) -> bool:
        """Whether its rhythm has passed since somebody confirmed it."""
        return bool(self.confirm_by and self.confirm_by < clock.today())

    @property
    def contact(self) -> str:
        """Where to ask about it; empty if it tells no e-mail."""
        return self.email or (self.provider.email if self.provider else "")

    @property
    def runs(self) -> bool:
        """Whether one can go there now."""
        return self.status == Status.ACTIVE
