"""What somebody applies for, where each stands in their words, and when they want to come back to it.

All of it is sealed, where it stands too: nobody can count from a table how often somebody heard no.
"""

import datetime as dt
from typing import Any, ClassVar, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedText
from beenthere.plans.models.plan import KEEPING, OwnedQuerySet, Path
from beenthere.plans.models.resume import Resume
from beenthere.plans.resume.facts import About, Fact
from beenthere.plans.stages import Stage


class StagesQuerySet(OwnedQuerySet["Stages"]):
    pass


class ApplicationQuerySet(OwnedQuerySet["Application"]):
    pass


class FollowUpQuerySet(OwnedQuerySet["FollowUp"]):
    def open(self) -> Self:
        return self.filter(done_on=None)

    def due(self, on: dt.date) -> Self:
        """What somebody wanted to come back to by that day."""
        return self.open().filter(on__lte=on).order_by("on", "made_at", "id")


class Stages(models.Model):
    """The stages of a person who changed the list to start from."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    told = SealedJSON()

    sealed_by = "person_id"
    objects = StagesQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your stages of applications"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "told": _("to call where an application stands by your own words"),
        },
    )

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it."""
        return {"told": [stage.words for stage in self.stages]}

    @property
    def stages(self) -> list[Stage]:
        """The list, in the person's order."""
        return [Stage.of(each) for each in self.told or []]


class Application(models.Model):
    """Something that somebody applies for, or thinks of applying for. It can be shared with nobody here."""

    FIELDS: ClassVar = ["what", "kind", "place", "how", "sent_on", "sent_with", "contacts", "notes"]

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    told = SealedJSON()  # by the names above
    moves = SealedJSON()  # each stage with the day on which it was reached; the last is where it stands
    resume = models.ForeignKey(Resume, models.SET_NULL, null=True, blank=True, related_name="+")
    sent = SealedJSON()  # the résumé as it was that day
    paths = models.ManyToManyField(Path, blank=True, related_name="applications")
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = ApplicationQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your applications"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "told": _("to show you what you applied for, with whom and how, and whom you talked with"),
            "moves": _("to show you where it stands and since when, in your words"),
            "resume": TECHNICAL,
            "sent": _("to show you the résumé that you sent as it was, even if you change it later"),
            "paths": _("to show you the application on the paths that it belongs to"),
            "made_at": _("to keep your applications in the order in which you wrote them"),
        },
    )

    class Meta:
        ordering = ["-made_at", "id"]

    def __str__(self) -> str:
        return self.said("what")

    def said(self, name: str) -> str:
        """What was written into one field, or nothing."""
        return str((self.told or {}).get(name, ""))

    @property
    def stage(self) -> Stage:
        """Where it stands, as that was called when it was moved there."""
        return Stage.of(self.moves[-1])

    @property
    def sent_on(self) -> dt.date | None:
        said = self.said("sent_on")
        return dt.date.fromisoformat(said) if said else None

    @property
    def link(self) -> str:
        """The web address at which one applies, if that is what was written."""
        how = self.said("how").strip()
        return how if how.startswith(("https://", "http://")) and not set(how) & set(" \n\t") else ""

    @property
    def contacts(self) -> list[tuple[str, str]]:
        """Who was named, each with how to reach them."""
        lines = [line.partition(":") for line in self.said("contacts").splitlines() if line.strip()]
        return [(name.strip(), reach.strip()) for name, _colon, reach in lines]

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it."""
        moves = [f"{move['on']} {move['words']}" for move in self.moves or []]
        told = [words for name in self.FIELDS if (words := self.said(name))]
        return {"told": told, "moves": moves, "sent": self._exported_copy(), "made_at": self.made_at}

    def _exported_copy(self) -> list[str]:
        """What was on the copy, without the codes by which it is laid out."""
        sent = self.sent or {}
        facts = [Fact.of(each) for each in sent.get("facts", [])]
        told = [*About.of(sent.get("about")).told().values(), *(words for one in facts for words in _words_of(one))]
        return [sent["name"], sent["on"], *told] if sent else []


def _words_of(fact: Fact) -> list[str]:
    return [words for words in (fact.title, fact.place, fact.start, fact.end, fact.words) if words]


class FollowUp(models.Model):
    """A day on which somebody wants to come back to an application; without a day it only stands there."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    application = models.ForeignKey(Application, models.CASCADE, related_name="follow_ups")
    words = SealedText()
    on = models.DateField(null=True, blank=True)
    letter = models.BooleanField(default=False)
    told_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = FollowUpQuerySet.as_manager()
    privacy = Privacy(
        title=_("Days on which you come back to an application"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "application": TECHNICAL,
            "words": _("to show you what you wanted to do then"),
            "on": _("to show it to you on that day"),
            "letter": _("to write you a letter that day if you ticked it, without a word about what"),
            "told_on": TECHNICAL,
            "done_on": _("to show you what you have done"),
            "made_at": TECHNICAL,
        },
    )

    class Meta:
        ordering = ["on", "made_at", "id"]
        indexes = [
            models.Index(
                fields=["on"], condition=models.Q(letter=True, told_on=None, done_on=None), name="letters_ahead"
            )
        ]

    def __str__(self) -> str:
        return self.words or ""
