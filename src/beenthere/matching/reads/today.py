"""What waits for somebody in matching, for the page of today."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.matching.models import Ask
from beenthere.matching.models.requests import AskState
from beenthere.matching.reads.pages import my_asks, open_request
from beenthere.people.models import Person


@dataclass(frozen=True)
class Due:
    """Something that waits for this person's answer."""

    text: str
    address: str


@dataclass(frozen=True)
class MyRequest:
    """How one's own request stands."""

    text: str
    address: str


def asks_due(person: Person) -> list[Due]:
    """Answers that others wait for: as a supporter, and to a question that a supporter asked first."""
    due = [
        Due(_("%(name)s asks whether you would walk with them") % {"name": ask.asker}, _answer(ask))
        for ask in my_asks(person)
        if ask.state == AskState.ASKED
    ]
    questions = Ask.objects.filter(asker=person, state=AskState.ASKING_FIRST).select_related("supporter")
    return due + [
        Due(
            _("%(name)s would like to ask you something first") % {"name": ask.supporter},
            reverse("matching:suggestions", args=[ask.request_id]),
        )
        for ask in questions
    ]


def my_request(person: Person) -> MyRequest | None:
    """How the person's open request stands, in one sentence."""
    request = open_request(person)
    if request is None:
        return None
    asked = request.asks.answerable().select_related("supporter").first()
    if asked is None:
        text = _("You asked for a supporter: choose whom we ask.")
    elif asked.state == AskState.ASKING_FIRST:
        text = _("%(name)s would like to ask you something first") % {"name": asked.supporter}
    else:
        text = _("We asked %(name)s, and wait for the answer.") % {"name": asked.supporter}
    return MyRequest(text, reverse("matching:suggestions", args=[request.pk]))


def _answer(ask: Ask) -> str:
    return reverse("matching:answer", args=[ask.pk])
