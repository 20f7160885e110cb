"""Which readings of a proposal still count, how many it takes, and what readers did, in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from beenthere.core import keys
from beenthere.core.days import in_words
from beenthere.training import rules
from beenthere.training.catalogue.writing import facts_of
from beenthere.training.committee import weighing
from beenthere.training.models import Proposal, ProposalKind, ProposalState, Reading, Training, Verdict

if TYPE_CHECKING:
    from beenthere.people.models import Person


def target_of(proposal: Proposal) -> Training | None:
    """The record that it is about now: what was merged into another is corrected there."""
    return proposal.stays


def now_of(proposal: Proposal) -> dict[str, Any]:
    """What the record says now, of what this proposal is about; of a whole record if that is confirmed."""
    training = target_of(proposal)
    if training is None:
        return {}
    facts = facts_of(training)
    if proposal.kind == ProposalKind.CONFIRM:
        return facts | {"record": training.slug}
    return {name: facts[name] for name in proposal.facts if name in facts} | {"record": training.slug}


def mark_of(proposal: Proposal) -> str:
    """What a reader sees just now, as a mark."""
    return weighing.seen(proposal.kind, proposal.facts, now_of(proposal))


def is_light(proposal: Proposal) -> bool:
    """Whether one reader is enough for it."""
    return weighing.is_light(proposal.kind, proposal.facts)


def that_count(proposal: Proposal) -> list[Reading]:
    """The readers who found it right as it is now, each once and none of them its proposer, oldest first."""
    mark = mark_of(proposal)
    yes = [row for row in proposal.readings.all() if row.verdict == Verdict.PUBLISH and row.seen == mark]
    return sorted((row for row in yes if row.reader_id not in {None, proposal.by_id}), key=lambda row: row.at)


def needed(proposal: Proposal) -> weighing.Need:
    """How many readers it takes, by what it changes and by who there is to read it."""
    members = set(rules.committee().values_list("person_id", flat=True))
    aside = {row.reader_id for row in proposal.readings.all() if row.verdict == Verdict.ASIDE}
    return weighing.need(
        light=is_light(proposal),
        corrected=any(row.corrected for row in proposal.readings.all()),
        members=len(members),
        could_read=len(members - aside - {proposal.by_id}),
    )


def is_stale(proposal: Proposal) -> bool:
    """Whether the record changed since this was proposed, in what it is about."""
    now = now_of(proposal)
    return any(name in now and now[name] != value for name, value in proposal.base.items())


def reading_of(proposal: Proposal, person: "Person") -> Reading | None:
    """What this reader said already."""
    return next((row for row in proposal.readings.all() if row.reader_id == person.pk), None)


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
