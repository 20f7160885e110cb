"""What readers did, in words."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from beenthere.core import keys
from beenthere.core.days import in_words
from beenthere.training.models import Proposal, ProposalState, Verdict
from beenthere.training.readings import that_count


@dataclass(frozen=True)
class Said:
    """What one reader said."""

    who: str
    verdict: str
    reason: str
    corrected: bool
    counts: bool


def said_of(proposal: Proposal) -> str:
    """What a reader's word led to, in one sentence."""
    if proposal.state == ProposalState.PUBLISHED:
        return _("Published. The record says it now, with its source.")
    if proposal.state == ProposalState.SENT_BACK:
        return _("Sent back. Whoever proposed it can read your reason.")
    if proposal.publish_on:
        words = _("Kept. Your committee is too small for two readers, so this waits in public until %(day)s.")
        return words % {"day": in_words(timezone.localtime(proposal.publish_on).date())}
    return _("Kept. One more reader, and it is published.")


def who_read(proposal: Proposal) -> list[Said]:
    """Every reading with who read; what was read before a change is marked as no longer counting."""
    rows = list(proposal.readings.select_related("reader").order_by("at"))
    keys.load(row.reader_id for row in rows if row.reader_id)
    yes = {row.pk for row in that_count(proposal)}
    return [
        Said(
            who=str(row.reader) if row.reader else _("somebody who left"),
            verdict=str(Verdict(row.verdict).label),
            reason=row.reason,
            corrected=row.corrected,
            counts=row.verdict != Verdict.PUBLISH or row.pk in yes,
        )
        for row in rows
    ]
