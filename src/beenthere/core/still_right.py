"""Whoever gives something says, by a link without a password, whether what is told of it here is still right.

The code of a link is worked out from its id whenever it is needed; the table holds a keyed token of it. It opens a
page, is answered once, and ends by itself.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Self, TypeVar
from uuid import UUID, uuid4

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock, codes, keys
from beenthere.core.days import in_words

LINK_LASTS = dt.timedelta(days=60)


class Answer(models.TextChoices):
    """What they say."""

    STILL = "still", pgettext_lazy("a provider says", "still right")
    CORRECTED = "corrected", pgettext_lazy("a provider says", "corrected")
    ENDED = "ended", pgettext_lazy("a provider says", "no longer runs")


class AlreadyAnswered(Exception):
    """The link was answered, or ran out."""


class SaysSomethingElse(Exception):
    """What is told of it is no longer what they saw when they found it right."""


L = TypeVar("L", bound="StillRightLink")


class LinkQuerySet(models.QuerySet[L]):
    def standing(self) -> Self:
        """Those that still wait for an answer, whether or not they ran out since the last round of the clock."""
        return self.filter(answered_at=None, closed_at=None)


class StillRightLink(models.Model):
    """An address without a password for whoever gives something."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    code_token = models.CharField(max_length=64, unique=True)  # keyed; the code is worked out again when needed
    made_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # ran out, or a newer one stands in its place
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)

    LINK_FIELDS = ("id", "code_token", "made_at", "expires_at", "sent_at", "answered_at", "closed_at", "answer")

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        """Whether it can still be answered."""
        return self.answered_at is None and self.closed_at is None and self.expires_at > clock.now()


def code_for(link_id: UUID) -> str:
    """The code of a link, as it stands in its address."""
    return codes.from_hex(keys.token(str(link_id), purpose="code of a provider link"))


def token_of(typed: str) -> str:
    """The form in which a code is stored and compared, however it was typed."""
    return keys.token(codes.tidied(typed), purpose="token of a provider link")


def made(links: "models.QuerySet[L]", **of_what: Any) -> L | None:
    """Make the link of something, unless one stands; two who do it at once make one."""
    link_id = uuid4()
    told = {"id": link_id, "code_token": token_of(code_for(link_id)), "expires_at": clock.now() + LINK_LASTS}
    try:
        with transaction.atomic():
            return links.create(**told, **of_what)
    except IntegrityError:
        return None


@dataclass(frozen=True)
class Letter:
    """A ready text."""

    language: str
    subject: str
    text: str


@dataclass(frozen=True)
class Asked:
    """What a letter asks about: its name, where it is listed (with a place for the name), and who asks."""

    name: str
    listed: Promise
    thanks: Promise


def letter(link: StillRightLink, language: str, route: str, asked: Asked) -> Letter:
    """Ask whether it is still right; the link opens a page, and only a button there acts."""
    with translation.override(language):
        subject = _("Is this still right: %(name)s?") % {"name": asked.name}
        paragraphs = [
            _("Hello,"),
            str(asked.listed) % {"name": asked.name},
            _("Is what it says still right? The page below shows it, with three buttons. No password is needed:"),
            settings.PUBLIC_ADDRESS.rstrip("/") + reverse(route, args=[code_for(link.pk)]),
            _("The link works until %(day)s. It is for you alone; please do not publish it.")
            % {"day": in_words(timezone.localtime(link.expires_at).date())},
            str(asked.thanks),
        ]
    return Letter(language, subject, "\n\n".join(paragraphs))
