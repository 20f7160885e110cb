"""A thank-you or a goodbye between two who walk or walked together. It is counted nowhere and rates nobody."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedQuerySet, SealedText
from beenthere.matching.models.matches import Match

if TYPE_CHECKING:
    from beenthere.people.models import Person


class Kind(models.TextChoices):
    THANKS = "thanks", _("thanks")
    GOODBYE = "goodbye", _("a goodbye")
    REST = "rest", _("words before a rest")


class KindWordQuerySet(SealedQuerySet["KindWord"]):
    def visible_to(self, person: "Person") -> "KindWordQuerySet":
        """Those one wrote and those one got; nobody else's."""
        return self.filter(Q(author=person) | Q(to=person))


class KindWord(models.Model):
    """Thanks or a goodbye, under the key of who wrote it. Between two who are kept apart it reaches nobody."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="kind_words")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    text = SealedText()
    written_at = models.DateTimeField(default=clock.now)

    sealed_by = "author_id"
    objects = KindWordQuerySet.as_manager()
    privacy = Privacy(
        title=_("Thanks and goodbyes that you wrote, and that were written to you"),
        subject=("author", "to"),
        export_visible=True,
        keeping=_("until its author or its reader erases their account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "match": TECHNICAL,
            "author": _("to show who wrote it"),
            "to": _("to bring the words to the right person"),
            "kind": _("to know whether it is thanks or a goodbye"),
            "text": _("so that you can read it again on a hard day"),
            "written_at": _("to show when"),
        },
    )

    class Meta:
        ordering = ("-written_at",)
        constraints = [
            models.UniqueConstraint(fields=["match", "author", "kind"], name="one_kind_word_of_a_kind_in_a_match"),
            models.CheckConstraint(condition=~Q(author=F("to")), name="nobody_thanks_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
