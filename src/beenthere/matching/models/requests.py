"""Somebody asks for a supporter: the request, who was shown, and who was asked in which order."""

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedQuerySet, SealedText
from beenthere.matching.models.offers import SHOWN_FOR, Offer
from beenthere.matching.wishes import Wishes
from beenthere.orgs.models import Organisation

if TYPE_CHECKING:
    from beenthere.people.models import Person


class RequestState(models.TextChoices):
    OPEN = "open", pgettext_lazy("state of a request", "open")
    MATCHED = "matched", pgettext_lazy("state of a request", "somebody said yes")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a request", "taken back")


class MatchRequestQuerySet(SealedQuerySet["MatchRequest"]):
    def visible_to(self, person: "Person") -> "MatchRequestQuerySet":
        """Only one's own; supporters and desks see lines made from it, never the row."""
        return self.filter(person=person)

    def open(self) -> "MatchRequestQuerySet":
        return self.filter(state=RequestState.OPEN)


class MatchRequest(models.Model):
    """Somebody asks for a supporter. While it is open, it is itself the place in the queue."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="match_requests")
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.OPEN)
    wishes_json = SealedJSON()
    words = SealedText()
    organisations = models.ManyToManyField(Organisation, related_name="+", blank=True)
    in_list = models.BooleanField(default=False)
    rounds = models.PositiveSmallIntegerField(default=0)  # how often people were chosen: claims a choice once
    opened_at = models.DateTimeField(default=clock.now)
    heard_at = models.DateTimeField(default=clock.now)  # when the site last told the person how it stands
    closed_at = models.DateTimeField(null=True)

    sealed_by = "person_id"
    objects = MatchRequestQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your requests for a supporter"),
        subject="person",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "state": _("to know whether you still wait"),
            "wishes_json": _("to suggest people to you by what you said must be so and would be nice"),
            "words": _("to tell those whom you ask what you wrote for them"),
            "organisations": _("to let only these organisations know that you wait"),
            "in_list": _("so that these organisations propose a supporter to you only if you agreed to that"),
            "rounds": TECHNICAL,
            "opened_at": _("to know how long you have waited"),
            "heard_at": _("to write to you again when nobody is being asked for you"),
            "closed_at": _("to know when it ended"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(state="open"), name="one_open_request_per_person"),
            models.CheckConstraint(condition=Q(state__in=RequestState.values), name="request_has_a_known_state"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it: words instead of codes and tokens."""
        from beenthere.matching.wording import wishes_in_words

        return {
            "state": self.get_state_display(),
            "wishes_json": wishes_in_words(self.wishes),
            "words": self.words,
            "organisations": [str(organisation) for organisation in self.organisations.all()],
            "in_list": self.in_list,
            "opened_at": self.opened_at,
            "closed_at": self.closed_at,
        }

    @property
    def wishes(self) -> Wishes:
        """What was asked for."""
        return Wishes.from_json(self.wishes_json)

    @property
    def is_open(self) -> bool:
        return self.state == RequestState.OPEN


class ShownQuerySet(models.QuerySet["Shown"]):
    def visible_to(self, person: "Person") -> "ShownQuerySet":
        return self.filter(asker=person)

    def this_week(self) -> "ShownQuerySet":
        return self.filter(shown_at__gt=clock.now() - SHOWN_FOR)


class Shown(models.Model):
    """A supporter was shown to somebody who asks; kept only to limit how many are shown."""

    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    request = models.ForeignKey(MatchRequest, on_delete=models.CASCADE, related_name="shown")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="shown")
    page = models.PositiveSmallIntegerField()
    shown_at = models.DateTimeField(default=clock.now)

    objects = ShownQuerySet.as_manager()
    privacy = Privacy(
        title=_("Supporters who were suggested to you"),
        subject="asker",
        keeping=_("two weeks"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "asker": TECHNICAL,
            "request": TECHNICAL,
            "offer": TECHNICAL,
            "page": TECHNICAL,
            "shown_at": _("so that nobody can leaf through all supporters: at most 15 in a week"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "offer"], name="shown_once_per_request")]

    def __str__(self) -> str:
        return f"shown {self.pk}"


class AskState(models.TextChoices):
    QUEUED = "queued", _("asked if the one before cannot")
    ASKED = "asked", pgettext_lazy("state of an ask", "was asked")
    ASKING_FIRST = "asking_first", pgettext_lazy("state of an ask", "asked something first")
    YES = "yes", pgettext_lazy("state of an ask", "said yes")
    PASSED = "passed", _("cannot take this on just now")
    EXPIRED = "expired", _("did not answer in seven days")
    WITHDRAWN = "withdrawn", _("no longer asked")


MOST_QUESTIONS = 3  # before a yes; whoever wants to know more says yes and writes
ANSWERABLE = (AskState.ASKED, AskState.ASKING_FIRST)
LIVE = (AskState.QUEUED, *ANSWERABLE)


class AskQuerySet(models.QuerySet["Ask"]):
    def visible_to(self, person: "Person") -> "AskQuerySet":
        """One's own, and those in which one was really asked: who stands further down the list never knows."""
        return self.filter(Q(asker=person) | Q(supporter=person, asked_at__isnull=False))

    def answerable(self) -> "AskQuerySet":
        return self.filter(state__in=ANSWERABLE)

    def live(self) -> "AskQuerySet":
        return self.filter(state__in=LIVE)


class Ask(models.Model):
    """One choice of a request: this supporter, in this place of the order."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    request = models.ForeignKey(MatchRequest, on_delete=models.CASCADE, related_name="asks")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="asks")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    supporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=AskState.choices, default=AskState.QUEUED)
    asked_at = models.DateTimeField(null=True)
    waiting_since = models.DateTimeField(null=True)  # the clock; starts anew when the turn passes to the other side
    nudged_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)  # the supporter's first answer of any kind
    closed_at = models.DateTimeField(null=True)

    objects = AskQuerySet.as_manager()
    privacy = Privacy(
        title=_("Who was asked to walk with whom"),
        subject=("asker", "supporter"),
        keeping=_("until you or the other person erases their account"),
        on_erasure=Erasure.DELETE,
        export_visible=True,
        fields={
            "id": TECHNICAL,
            "request": TECHNICAL,
            "offer": TECHNICAL,
            "asker": TECHNICAL,
            "supporter": TECHNICAL,
            "rank": TECHNICAL,
            "state": _("to know what the answer was"),
            "asked_at": _("to know when somebody was asked"),
            "waiting_since": _("so that nobody waits unanswered"),
            "nudged_at": _("to remind once, and not again and again"),
            "answered_at": _("to tell those who ask how soon answers usually come"),
            "closed_at": _("to know when it was settled"),
        },
    )

    class Meta:
        ordering = ("rank",)
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(state__in=("asked", "asking_first")), name="one_person_asked_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["request", "offer"],
                condition=Q(state__in=("queued", "asked", "asking_first")),
                name="chosen_once_at_a_time",
            ),
            models.UniqueConstraint(fields=["request"], condition=Q(state="yes"), name="one_yes_per_request"),
            models.CheckConstraint(condition=Q(state__in=AskState.values), name="ask_has_a_known_state"),
            models.CheckConstraint(
                condition=~Q(state__in=("asked", "asking_first")) | Q(waiting_since__isnull=False),
                name="who_is_asked_has_a_clock",
            ),
            models.CheckConstraint(condition=~Q(asker=F("supporter")), name="nobody_asks_themselves"),
        ]
        indexes = [
            models.Index(
                fields=["waiting_since"], condition=Q(state__in=("asked", "asking_first")), name="asks_by_their_clock"
            )
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"

    @property
    def is_answerable(self) -> bool:
        return self.state in ANSWERABLE

    @property
    def is_live(self) -> bool:
        return self.state in LIVE


class NoteKind(models.TextChoices):
    QUESTION = "question", _("a question")
    ANSWER = "answer", _("an answer")
    PASS = "pass", _("a kind word with a pass")


class AskNoteQuerySet(SealedQuerySet["AskNote"]):
    def visible_to(self, person: "Person") -> "AskNoteQuerySet":
        return self.filter(ask__in=Ask.objects.visible_to(person))


class AskNote(models.Model):
    """What one of the two wrote to the other before a yes, under the key of who wrote it."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=NoteKind.choices)
    turn = models.PositiveSmallIntegerField(default=1)  # the first question and its answer, the second, the third
    text = SealedText()
    written_at = models.DateTimeField(default=clock.now)

    sealed_by = "author_id"
    objects = AskNoteQuerySet.as_manager()
    privacy = Privacy(
        title=_("Questions and answers before a yes"),
        subject="author",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "ask": TECHNICAL,
            "author": TECHNICAL,
            "kind": _("to know whether it is a question, an answer or a pass"),
            "turn": TECHNICAL,
            "text": _("to bring your words to the other person"),
            "written_at": _("to show when it was written"),
        },
    )

    class Meta:
        ordering = ("written_at",)
        constraints = [
            models.UniqueConstraint(fields=["ask", "kind", "turn"], name="one_note_of_a_kind_in_a_turn"),
            models.CheckConstraint(condition=Q(turn__gte=1, turn__lte=MOST_QUESTIONS), name="a_few_questions_at_most"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
