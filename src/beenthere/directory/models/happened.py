"""What happened when somebody went to a service: told by themselves alone, and shown to everybody only as numbers."""

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.rounding import BASE
from beenthere.core.sealed import SealedJSON, SealedQuerySet
from beenthere.directory.models.services import Service

if TYPE_CHECKING:
    from beenthere.people.models import Person


class What(models.TextChoices):
    GOT = "got", pgettext_lazy("at a service", "I got what I went for")
    NO_ANSWER = "no-answer", pgettext_lazy("at a service", "Nobody answered")
    REFUSED = "refused", pgettext_lazy("at a service", "They said no")
    NOT_FOR_ME = "not-for-me", pgettext_lazy("at a service", "It was not for me")


class HappenedQuerySet(SealedQuerySet["Happened"]):
    def visible_to(self, person: "Person") -> "HappenedQuerySet":
        """Only one's own: nobody is told who went where."""
        return self.filter(person=person.pk)


class Happened(models.Model):
    """One person's word about one service. Which service it is stands in no column, and in no other row."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token = models.CharField(max_length=64, unique=True)  # keyed, of the person and the service: one word for each
    told = SealedJSON()  # {"service", "name", "what", "on"}

    sealed_by = "person_id"
    objects = HappenedQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you told of services"),
        subject="person",
        keeping=_("until you take it back or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "token": TECHNICAL,
            "told": _("to show you what you said, and to count it with what others said, from five on and in fives"),
        },
    )

    def __str__(self) -> str:
        return f"happened {self.pk}"

    def exported(self) -> dict[str, Any]:
        """For the person's own download, in words."""
        told = self.told or {}
        what = str(What(told["what"]).label) if told.get("what") in What.values else ""
        return {"service": told.get("name", ""), "what": what, "on": told.get("on", "")}


class HappenedRound(models.Model):
    """The first of a month, on which what people had told by then was counted, once."""

    as_of = models.DateField(unique=True)

    privacy = Privacy.of_public_facts("id", "as_of")

    def __str__(self) -> str:
        return str(self.as_of)


class HappenedCount(models.Model):
    """How many told the same of a service, from five on and in fives; the next month's stands in its place."""

    round = models.ForeignKey(HappenedRound, models.CASCADE, related_name="counts")
    service = models.ForeignKey(Service, models.CASCADE, related_name="happened")
    what = models.CharField(max_length=12, choices=What.choices)
    number = models.PositiveIntegerField()

    privacy = Privacy.of_public_facts("id", "round", "service", "what", "number")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "service", "what"], name="happened_counted_once"),
            models.CheckConstraint(condition=Q(number__gte=BASE), name="happened_from_five_on"),
            models.CheckConstraint(condition=Exact(Mod(F("number"), BASE), 0), name="happened_in_fives"),
        ]

    def __str__(self) -> str:
        return f"{self.service}: {self.what} {self.number}"
