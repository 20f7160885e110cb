"""Which readings of a proposal still count, and how many it takes."""

from typing import TYPE_CHECKING, Any

from beenthere.training import rules, weighing
from beenthere.training.models import Proposal, ProposalKind, Reading, Training, Verdict
from beenthere.training.writing import facts_of

if TYPE_CHECKING:
    from beenthere.people.models import Person


def target_of(proposal: Proposal) -> Training | None:
    """The record that it is about now: what was merged into another is corrected there."""
    training = proposal.training
    return training.merged_into if training and training.merged_into_id else training


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
    return weighing.is_light(proposal.kind, proposal.origin, proposal.facts)


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
