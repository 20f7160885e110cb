"""What somebody thinks through for themselves about work: telling or not, asking, the first weeks. Theirs alone."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON
from beenthere.plans.models.plan import KEEPING, OwnedQuerySet


class SheetKind(models.TextChoices):
    """What a sheet helps to think through."""

    TELLING = "telling", _("Telling or not telling at work")
    ASKING = "asking", _("Asking for what I need")
    FIRST_WEEKS = "first-weeks", _("My first weeks")


class SheetQuerySet(OwnedQuerySet["Sheet"]):
    pass


class Sheet(models.Model):
    """One sheet, sealed as a whole. It can be shared with nobody here: who wants to show it prints it."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sheets")
    kind = models.CharField(max_length=12, choices=SheetKind)
    words = SealedJSON()  # by the name of the question: a text, or a list of codes that were ticked
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = SheetQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you think through about work"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "kind": _("to show you the right questions"),
            "words": _("to show you what you wrote; no organisation and nobody else here can see it"),
            "made_at": _("to keep your sheets in the order in which you began them"),
        },
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=SheetKind.values), name="sheet_has_a_known_kind")]

    def __str__(self) -> str:
        """What its owner calls it, or what it is about."""
        return str((self.words or {}).get("place") or SheetKind(self.kind).label)
