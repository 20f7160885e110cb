"""What waits for somebody in matching, for the page of today."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core import clock, keys
from beenthere.core.days import in_words
from beenthere.matching import waiting
from beenthere.matching.models import Ask, Match, MatchRequest
from beenthere.matching.models.requests import AskState, RequestState
from beenthere.matching.reads.pages import open_request
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
    i_am_asked = Q(supporter=person, state=AskState.ASKED)
    i_am_asked_first = Q(asker=person, state=AskState.ASKING_FIRST)
    # Mostly nobody waits: a prefetch then costs nothing, and a join would.
    due = Ask.objects.filter(i_am_asked | i_am_asked_first).prefetch_related("asker", "supporter")
    asks = list(due.order_by("asked_at"))
    keys.load(pk for ask in asks for pk in (ask.asker_id, ask.supporter_id))
    return [_to_answer(ask) for ask in asks if ask.state == AskState.ASKED] + [
        _question(ask) for ask in asks if ask.state == AskState.ASKING_FIRST
    ]


def ends_ahead(person: Person) -> list[Due]:
    """Supporters who told a last day ahead, until that day is over."""
    rows = Match.objects.current().filter(asker=person, ends_on__isnull=False).prefetch_related("supporter")
    matches = [row for row in rows.order_by("ends_on") if row.supporter]
    keys.load(row.supporter_id for row in matches if row.supporter_id)
    words = _("%(name)s walks with you until %(day)s.")
    return [
        Due(
            words % {"name": row.supporter, "day": in_words(row.ends_on)},
            reverse("matching:match", args=[row.pk]),
        )
        for row in matches
        if row.ends_on
    ]


def usual_wait() -> tuple[int, int] | None:
    """Between how many days most people who found somebody here in the last year waited; None if too few did."""
    year_ago = clock.now() - dt.timedelta(days=365)
    ended = MatchRequest.objects.filter(state=RequestState.MATCHED, closed_at__gt=year_ago)
    waits = ended.order_by("-closed_at").values_list("opened_at", "closed_at")[:500]
    return waiting.usual_range([closed - opened for opened, closed in waits if closed])


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


def _to_answer(ask: Ask) -> Due:
    text = _("%(name)s asks whether you would walk with them") % {"name": ask.asker}
    return Due(text, reverse("matching:answer", args=[ask.pk]))


def _question(ask: Ask) -> Due:
    text = _("%(name)s would like to ask you something first") % {"name": ask.supporter}
    return Due(text, reverse("matching:suggestions", args=[ask.request_id]))
