"""A proposal fact by fact: what stands now, what is proposed, and what stood when it was proposed."""

from dataclasses import dataclass
from typing import Any

from beenthere.training.catalogue.facts import label_of, plainly
from beenthere.training.catalogue.writing import FACTS, facts_of
from beenthere.training.committee.readings import now_of, target_of
from beenthere.training.models import Proposal, ProposalKind


@dataclass(frozen=True)
class Row:
    """One fact."""

    label: str
    now: str
    proposed: str
    before: str = ""
    changed_since: bool = False


def rows_of(proposal: Proposal) -> list[Row]:
    """Every fact that it is about, in the order of a record's page; of a record to confirm, every fact."""
    now, base = now_of(proposal), proposal.base
    target = target_of(proposal)
    if proposal.kind == ProposalKind.CONFIRM and target is not None:
        return [
            Row(label_of(name, value), plainly(name, value), "") for name, value in facts_of(target).items() if value
        ]
    names = [name for name in FACTS if name in proposal.facts]
    return [_row(name, now.get(name, ""), proposal.facts[name], base) for name in names]


def _row(name: str, now: Any, proposed: Any, base: dict[str, Any]) -> Row:
    changed = name in base and base[name] != now
    return Row(
        label_of(name, proposed),
        plainly(name, now),
        plainly(name, proposed),
        plainly(name, base[name]) if changed else "",
        changed,
    )
