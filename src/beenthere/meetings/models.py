"""The agreement of two people who walk together. Every version stays, sealed for both with a key of their match."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedQuerySet, SealedText
from beenthere.matching.models import Match

if TYPE_CHECKING:
    from beenthere.people.models import Person

PARTS = ("how_often", "how_we_meet", "what_we_write_down", "how_it_ends")


class AgreementVersionQuerySet(SealedQuerySet["AgreementVersion"]):
    def visible_to(self, person: "Person") -> "AgreementVersionQuerySet":
        """Only the two whose agreement it is, also after an ending."""
        return self.filter(Q(match__asker=person) | Q(match__supporter=person))


class AgreementVersion(models.Model):
    """What the two agreed, as one of them last wrote it, and whether it suits each."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="agreement_versions")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)
    how_often = SealedText()
    how_we_meet = SealedText()
    what_we_write_down = SealedText()
    how_it_ends = SealedText()
    suits_asker_at = models.DateTimeField(null=True)
    suits_supporter_at = models.DateTimeField(null=True)
    sealed_by = "match_id"

    objects = AgreementVersionQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your agreements with a supporter or a peer"),
        subject="author",
        export_visible=True,
        keeping=_("until one of you erases their account; then it is destroyed for both"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "match": TECHNICAL,
            "number": TECHNICAL,
            "author": _("to show who wrote this version"),
            "written_at": _("to show when"),
            "how_often": _("so that both know how often you meet"),
            "how_we_meet": _("so that both know how you meet"),
            "what_we_write_down": _("so that nothing is written behind anybody’s back"),
            "how_it_ends": _("so that either can end it without fear"),
            "suits_asker_at": _("to show that it suits the one who asked"),
            "suits_supporter_at": _("to show that it suits the one who supports"),
        },
    )

    class Meta:
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["match", "number"], name="one_version_per_number")]

    def __str__(self) -> str:
        return f"agreement {self.match_id}, version {self.number}"

    @property
    def words(self) -> dict[str, str]:
        """The four parts as they were written."""
        return {part: getattr(self, part) or "" for part in PARTS}

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The four parts with their headings, for a page."""
        return [(str(HEADINGS[part]), words) for part, words in self.words.items() if words]

    def suits_at(self, person: "Person") -> dt.datetime | None:
        """Since when this version suits one of the two."""
        return self.suits_asker_at if self.match.asker_id == person.pk else self.suits_supporter_at


HEADINGS = {
    "how_often": _("How often we meet"),
    "how_we_meet": _("How we meet"),
    "what_we_write_down": _("What we write down"),
    "how_it_ends": _("How it ends"),
}
