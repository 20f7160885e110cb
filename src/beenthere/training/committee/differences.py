"""A proposal fact by fact: what stands now, what is proposed, and what stood when it was proposed."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from beenthere.training.catalogue.labels import LABELS
from beenthere.training.catalogue.writing import FACTS, facts_of
from beenthere.training.committee.readings import now_of, target_of
from beenthere.training.models import Proposal, ProposalKind, Standing, YesNo


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
        return [Row(label_of(name), words_of(name, value), "") for name, value in facts_of(target).items() if value]
    names = [name for name in FACTS if name in proposal.facts]
    return [_row(name, now.get(name, ""), proposal.facts[name], base) for name in names]


def _row(name: str, now: Any, proposed: Any, base: dict[str, Any]) -> Row:
    changed = name in base and base[name] != now
    return Row(
        label_of(name),
        words_of(name, now),
        words_of(name, proposed),
        words_of(name, base[name]) if changed else "",
        changed,
    )


def label_of(name: str) -> str:
    """What a fact is called on screen."""
    return str(LABELS[name])


def words_of(name: str, value: Any) -> str:
    """The value as it is stored, so that nothing hides behind a translation; codes with a name are named."""
    if value in {"", None}:
        return _("not stated")
    match name:
        case "standing":
            return str(dict(Standing.choices).get(value, value))
        case "peer_run":
            return str(dict(YesNo.choices).get(value, value))
        case "name_language":
            return _("French") if value == "fr" else _("English")
    return str(value)
