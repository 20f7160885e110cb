"""What changed last, as an Atom feed that a reader of feeds follows: the same search and choices as the list."""

import datetime as dt
import re
from collections.abc import Mapping
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import conditional_escape, escape, strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import override

from beenthere.core.lists import and_list
from beenthere.training.catalogue import facts, reads
from beenthere.training.models import Revision, Training
from beenthere.training.opendata import dictionary

MOST = 50
AT_THE_SAME_TIME = dt.timedelta(minutes=1)
# What XML cannot hold, wherever it comes from.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SINCE_EVER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class Feed(Atom1Feed):
    """A feed that is the same text for as long as nothing changes, also while it is empty."""

    def latest_post_date(self) -> dt.datetime:
        """When its newest entry changed."""
        return max((item["updateddate"] for item in self.items), default=SINCE_EVER)


def of(typed: Mapping[str, str], language: str) -> str:
    """Make the feed of what the list finds."""
    with override(language):
        found = reads.newest(reads.matching(typed), MOST)
        feed = _empty(typed, language)
        last = _last_revisions(found)
        for training in found:
            _add(feed, training, last.get(training.pk))
        return feed.writeString("utf-8")


def _empty(typed: Mapping[str, str], language: str) -> Feed:
    asked, words = urlencode(typed), typed.get("q", "").strip()
    title = _("Peer-support training in Canada")
    return Feed(
        title=_xml(f"{title}: {words}" if words else title),
        link=settings.PUBLIC_ADDRESS + reverse("training:list") + (f"?{asked}" if asked else ""),
        description=_("What changed last"),
        language=language,
        author_name=_("Been There"),
        feed_url=settings.PUBLIC_ADDRESS + reverse("data:atom") + "?" + urlencode({**typed, "lang": language}),
        feed_copyright="CC BY 4.0",
    )


def _last_revisions(trainings: list[Training]) -> dict[int, Revision]:
    """Give the newest revision of each, with one question."""
    found = Revision.objects.public().filter(training__in=trainings).order_by("number")
    return {revision.training_id: revision for revision in found}


def _add(feed: Feed, training: Training, revision: Revision | None) -> None:
    feed.add_item(
        title=_xml(training.name),
        link=settings.PUBLIC_ADDRESS + training.get_absolute_url(),
        unique_id=training.uid.urn,
        description=_xml(" ".join(_told(training, revision))),
        pubdate=None,
        updateddate=training.changed_at,
    )


def _told(training: Training, revision: Revision | None) -> list[str]:
    """Say what is new about it, and then what it is."""
    # Whoever corrects a record while confirming it writes first; what came long before that is no news.
    fresh = revision and training.changed_at - revision.at < AT_THE_SAME_TIME
    confirmed = not fresh and training.confirmed_on == timezone.localdate(training.changed_at)
    written = revision.facts if fresh and revision and revision.number > 1 else {}
    names = [str(dictionary.FACT_FIELDS[name].label) for name in written if name in dictionary.FACT_FIELDS]
    changed = [_("Changed: %(names)s.") % {"names": and_list(names)}] if names else []
    changed += [_("Confirmed as it stands.")] if confirmed else []
    line = ", ".join(filter(None, [training.provider, facts.where(training)]))
    told = [f"{term}: {strip_tags(conditional_escape(value))}." for term, value in facts.main_facts(training)]
    return [*changed, *([escape(f"{line}.")] if line else []), *told]


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
