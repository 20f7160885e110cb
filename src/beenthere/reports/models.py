"""Who lets themselves be counted for which organisation, and what was published of that."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.rounding import BASE
from beenthere.orgs.models import Membership, Organisation

if TYPE_CHECKING:
    from beenthere.people.models import Person


class CountMeQuerySet(models.QuerySet["CountMe"]):
    def visible_to(self, person: "Person") -> "CountMeQuerySet":
        """Only one's own: nobody is told who ticked."""
        return self.filter(person=person)


class CountMe(models.Model):
    """Somebody lets themselves be counted for an organisation."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)

    objects = CountMeQuerySet.as_manager()
    privacy = Privacy(
        title=_("Organisations that may count you"),
        subject="person",
        keeping=_("until you take it back or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "organisation": _("to count you for this organisation, and for no other"),
            "since": _("to show you since when"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "organisation"], name="counted_once")]

    def __str__(self) -> str:
        return f"count me {self.pk}"


class PublicationQuerySet(models.QuerySet["Publication"]):
    def visible_to(self, person: "Person") -> "PublicationQuerySet":
        """Those of the organisations in which one has a role."""
        mine = Membership.objects.current().filter(person=person)
        return self.filter(organisation__in=mine.values("organisation"))


class Publication(models.Model):
    """What an organisation's mirror told of one period. It is never changed: corrections come with the next one."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    first = models.DateField()
    last = models.DateField()
    made_at = models.DateTimeField(default=clock.now)
    busiest_fifth = models.PositiveSmallIntegerField(null=True)

    objects = PublicationQuerySet.as_manager()
    privacy = Privacy.of_machinery("id", "organisation", "first", "last", "made_at", "busiest_fifth")

    class Meta:
        ordering = ("-last",)
        constraints = [
            models.UniqueConstraint(fields=["organisation", "first"], name="published_once"),
            models.CheckConstraint(condition=Q(first__lt=F("last")), name="a_period_has_an_end"),
        ]

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


class PublishedLine(models.Model):
    """One row of a table. The database refuses any number of people that is not to base 5."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="lines")
    table = models.CharField(max_length=10)
    code = models.CharField(max_length=20)
    requests = models.PositiveIntegerField()
    people = models.PositiveIntegerField()
    asks = models.PositiveIntegerField()
    supporters = models.PositiveIntegerField()
    wait_low = models.PositiveIntegerField(null=True)
    wait_high = models.PositiveIntegerField(null=True)

    privacy = Privacy.of_machinery(
        "id", "publication", "table", "code", "requests", "people", "asks", "supporters", "wait_low", "wait_high"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "table", "code"], name="one_line_for_a_code"),
            *(
                models.CheckConstraint(condition=Exact(Mod(name, BASE), 0), name=f"{name}_to_base_five")
                for name in ("requests", "people", "asks", "supporters")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.code}"
