"""The history of one record for the committee: who wrote what, when, from which source, and what stood before."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from beenthere.core import keys
from beenthere.training.catalogue.facts import label_of, plainly
from beenthere.training.models import Origin, ProposalKind, ProposalState, Revision, Training


@dataclass(frozen=True)
class Change:
    """One fact in one revision."""

    name: str
    label: str
    value: str
    before: str
    is_now: bool  # the record says this still
    empty_at: int | None = None  # which revision said nothing before, if the record can go back to that


@dataclass(frozen=True)
class Entry:
    """One revision."""

    number: int
    at: dt.datetime
    who: str
    origin: str
    source_url: str
    source_date: str
    checked: bool
    proposal_id: UUID | None
    changes: list[Change]


@dataclass(frozen=True)
class Confirmation:
    """Somebody said that the record is right as it stands."""

    at: dt.datetime
    origin: str


def history_of(training: Training) -> list[Entry]:
    """Every revision, the newest first."""
    rows = list(training.revisions.select_related("by").order_by("number"))
    keys.load(row.by_id for row in rows if row.by_id)
    before: dict[str, object] = {}
    empty: dict[str, int] = {}
    entries = []
    for row in rows:
        entries.append(_entry(row, before, empty, training))
        before |= row.facts
        empty |= {name: row.number for name, value in row.facts.items() if not value}
    return entries[::-1]


def merged_histories(training: Training) -> list[tuple[Training, list[Entry]]]:
    """The histories of those records that became part of this one; each is kept as it was."""
    return [(one, history_of(one)) for one in training.merged.order_by("pk")]


def confirmations_of(training: Training) -> list[Confirmation]:
    """When it was confirmed as it stood, the newest first."""
    rows = training.proposals.filter(kind=ProposalKind.CONFIRM, state=ProposalState.PUBLISHED).order_by("-decided_at")
    return [Confirmation(row.decided_at, str(Origin(row.origin).label)) for row in rows if row.decided_at]


def earlier(revisions: Iterable[Revision], number: int, fact: str) -> Revision | None:
    """The revision of that number, if it wrote that fact."""
    return next((row for row in revisions if row.number == number and fact in row.facts), None)


def _entry(row: Revision, before: dict[str, object], empty: dict[str, int], training: Training) -> Entry:
    # The first revision holds every fact of a record: what it leaves empty is nothing that was written.
    told = {name: value for name, value in row.facts.items() if value or before.get(name)}
    return Entry(
        number=row.number,
        at=row.at,
        who=str(row.by) if row.by else "",
        origin=str(Origin(row.origin).label),
        source_url=row.source_url,
        source_date=row.source_date,
        checked=row.checked,
        proposal_id=row.proposal_id,
        changes=[
            Change(
                name=name,
                label=label_of(name, value),
                value=plainly(name, value),
                before=plainly(name, before[name]) if before.get(name) else "",
                is_now=(is_now := _says(training, name) == str(value or "")),
                empty_at=empty.get(name) if is_now and value and not before.get(name) else None,
            )
            for name, value in told.items()
        ],
    )


def _says(training: Training, name: str) -> str:
    value = getattr(training, name)
    return str(value.isoformat() if hasattr(value, "isoformat") else value or "")
