"""What belongs to a service: where it is, when, by which number, in which languages, at what price, which papers."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from beenthere.core.privacy import Privacy
from beenthere.directory.models.services import PublicQuerySet, Service

TEN_DIGITS = 10


class LocationType(models.TextChoices):
    PHYSICAL = "physical"
    POSTAL = "postal"
    VIRTUAL = "virtual"


class Location(models.Model):
    """A place, or somewhere online; an address may be missing because it is told when one writes."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    origin = models.CharField(max_length=60)
    location_type = models.CharField(max_length=10, choices=LocationType.choices, default=LocationType.PHYSICAL)
    name = models.CharField(max_length=200, blank=True)
    description = models.TextField(max_length=4000, blank=True)
    transportation = models.TextField(max_length=2000, blank=True)
    url = models.URLField(max_length=500, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    address_1 = models.CharField(max_length=200, blank=True)
    address_2 = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=120, blank=True)
    state_province = models.CharField(max_length=60, blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    country = models.CharField(max_length=2, blank=True)

    privacy = Privacy.of_public_facts(
        "id", "origin", "location_type", "name", "description", "transportation", "url", "latitude", "longitude",
        "address_1", "address_2", "city", "state_province", "postal_code", "country",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None) | Q(latitude__range=(-90, 90)), name="latitude_is_on_the_globe"
            ),
            models.CheckConstraint(
                condition=Q(longitude=None) | Q(longitude__range=(-180, 180)), name="longitude_is_on_the_globe"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.city


class ServiceAtLocation(models.Model):
    """A service at one of its places."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    service = models.ForeignKey(Service, models.CASCADE, related_name="service_at_locations")
    location = models.ForeignKey(Location, models.CASCADE, related_name="service_at_locations")
    description = models.TextField(max_length=4000, blank=True)

    objects = PublicQuerySet.as_manager()
    privacy = Privacy.of_public_facts("id", "service", "location", "description")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "location"], name="a_service_is_once_at_a_place")]

    def __str__(self) -> str:
        return f"{self.service} at {self.location}"


class Part(models.Model):
    """What a service has any number of, in the order in which it was given."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    number = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["number", "id"]


class Phone(Part):
    """A number to call, of the service or of one of its places."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="phones")
    at = models.ForeignKey(ServiceAtLocation, models.CASCADE, null=True, blank=True, related_name="phones")
    digits = models.CharField(max_length=60)
    extension = models.PositiveIntegerField(null=True, blank=True)
    type = models.CharField(max_length=30, blank=True)
    description = models.CharField(max_length=500, blank=True)

    privacy = Privacy.of_public_facts("id", "number", "service", "at", "digits", "extension", "type", "description")

    @property
    def link(self) -> str:
        """The number as a telephone dials it or writes to it; short ones work only as they are."""
        plain = "".join(filter(str.isdigit, self.digits))
        # An extension or a second number may follow: with its digits, the call would go somewhere else.
        if not self.digits.startswith("+"):
            plain = plain[: TEN_DIGITS + plain.startswith("1")]
        scheme = "sms" if self.is_text else "tel"
        country = "+1" if len(plain) == TEN_DIGITS else "+" * (len(plain) > TEN_DIGITS)
        return f"{scheme}:{country}{plain}"

    @property
    def is_text(self) -> bool:
        """Whether one writes to it instead of calling."""
        return self.type in {"sms", "text"}


class Schedule(Part):
    """When it is open: days of the week and hours, or only words."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="schedules")
    at = models.ForeignKey(ServiceAtLocation, models.CASCADE, null=True, blank=True, related_name="schedules")
    byday = models.CharField(max_length=40, blank=True)  # MO,TU
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    description = models.CharField(max_length=1000, blank=True)
    attending_type = models.CharField(max_length=200, blank=True)
    notes = models.CharField(max_length=1000, blank=True)

    privacy = Privacy.of_public_facts(
        "id", "number", "service", "at", "byday", "opens_at", "closes_at", "valid_from", "valid_to", "description",
        "attending_type", "notes",
    )  # fmt: skip


class ServiceLanguage(Part):
    """A language in which it is given."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="languages")
    code = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=500, blank=True)

    privacy = Privacy.of_public_facts("id", "number", "service", "code", "name", "note")


class CostOption(Part):
    """What it costs, for whom."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="cost_options")
    option = models.CharField(max_length=200, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    amount_description = models.CharField(max_length=500, blank=True)

    privacy = Privacy.of_public_facts(
        "id", "number", "service", "option", "currency", "amount", "amount_description"
    )  # fmt: skip


class RequiredDocument(Part):
    """A paper that one has to bring."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="required_documents")
    document = models.CharField(max_length=1000)
    uri = models.URLField(max_length=500, blank=True)

    privacy = Privacy.of_public_facts("id", "number", "service", "document", "uri")


class ServiceArea(Part):
    """For whom it is by where they live."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="service_areas")
    name = models.CharField(max_length=300, blank=True)
    description = models.CharField(max_length=1000, blank=True)

    privacy = Privacy.of_public_facts("id", "number", "service", "name", "description")


class Accessibility(Part):
    """How one gets in, hears and sees at a place."""

    location = models.ForeignKey(Location, models.CASCADE, related_name="accessibility")
    description = models.CharField(max_length=1000, blank=True)
    details = models.CharField(max_length=1000, blank=True)
    url = models.URLField(max_length=500, blank=True)

    privacy = Privacy.of_public_facts("id", "number", "location", "description", "details", "url")
