"""What somebody had typed when the site no longer knew them, and that they were told of giving back."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedQuerySet
from beenthere.people.models import Person


class KeptTextQuerySet(SealedQuerySet["KeptText"]):
    def visible_to(self, person: Person) -> "KeptTextQuerySet":
        return self.filter(person=person)


class KeptText(models.Model):
    """The fields of a form that was sent after the sign-in had run out; shown again to the same account only."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=300)
    fields = SealedJSON()  # [[name, value], …] in the order of the form
    kept_at = models.DateTimeField()

    sealed_by = "person_id"
    objects = KeptTextQuerySet.as_manager()
    privacy = Privacy(
        title=_("Text kept when your sign-in had run out"),
        subject="person",
        keeping=_("7 days, or until you put it away"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "address": TECHNICAL,
            "fields": _("to give you back what you typed on a page that was open for too long"),
            "kept_at": _("to throw it away after 7 days"),
        },
    )

    class Meta:
        ordering = ["-kept_at"]


class GivingBack(models.Model):
    """Somebody was told, once, how one becomes a supporter. What they do with it is theirs."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    told_at = models.DateTimeField()

    privacy = Privacy(
        title=_("That you were told how one becomes a supporter"),
        subject="person",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={"id": TECHNICAL, "person": TECHNICAL, "told_at": _("so that we tell you once and never again")},
    )
