"""Readers look at a proposal; enough of them publish it, one of them sends it back. Whatever comes first counts."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.training import rules
from beenthere.training.actions.publishing import locked, publish, settle, tell_proposer
from beenthere.training.catalogue.writing import facts_of
from beenthere.training.committee import weighing
from beenthere.training.committee.readings import mark_of, needed, that_count
from beenthere.training.models import Proposal, ProposalState, Reading, Verdict

if TYPE_CHECKING:
    from beenthere.people.models import Person

PUBLIC_WAIT = dt.timedelta(days=7)


class AlreadyDecided(Exception):
    """Somebody was quicker: it is published, sent back or taken back."""


class ChangedMeanwhile(Exception):
    """The record or the proposal is no longer what the reader saw."""


class NothingToPublish(Exception):
    """It says in words alone that something is wrong; somebody has to say which fact, or send it back."""


@transaction.atomic
def read_proposal(
    *,
    by: "Person",
    proposal: Proposal,
    verdict: str,
    seen: str,
    declared: bool,
    reason: str = "",
    facts: Mapping[str, Any] | None = None,
) -> Proposal:
    """Say what one reader found, perhaps with corrected facts; publish or send back if that settles it."""
    require(rules.may_read, by, proposal)
    proposal = _still_waiting(proposal)
    require(rules.may_read, by, proposal)  # once more, now that nobody else can write: they may have stepped aside
    if seen != mark_of(proposal):
        raise ChangedMeanwhile
    corrected = facts is not None and dict(facts) != proposal.facts
    if corrected:
        _correct(proposal, dict(facts or {}))
    if verdict == Verdict.PUBLISH and proposal.names_no_fact:
        raise NothingToPublish
    Reading.objects.update_or_create(
        proposal=proposal,
        reader=by,
        defaults={
            "verdict": verdict, "reason": reason, "declared": declared, "corrected": corrected, "at": clock.now(),
            "seen": mark_of(proposal),
        },
    )  # fmt: skip
    record(f"training.read: {verdict}", by=by, thing=proposal)
    if verdict == Verdict.SEND_BACK:
        _send_back(proposal, reason)
    else:
        _weigh(proposal, by)
    return proposal


@transaction.atomic
def step_aside(*, by: "Person", proposal: Proposal) -> None:
    """Leave a proposal to others, because one gains or loses by it; an earlier yes of one's own goes with it.

    It cannot be undone, and what one has corrected before stays marked as such.
    """
    require(rules.may_read, by, proposal)
    proposal = _still_waiting(proposal)
    aside = {
        "verdict": Verdict.ASIDE,
        "reason": "",
        "declared": False,
        "at": clock.now(),
        "seen": "",
    }
    Reading.objects.update_or_create(proposal=proposal, reader=by, defaults=aside)
    record("training.stepped_aside", by=by, thing=proposal)
    yes, need = that_count(proposal), needed(proposal)
    if not yes:
        Proposal.objects.filter(pk=proposal.pk).update(publish_on=None)
    elif need.then_waits and not proposal.publish_on:
        # Nobody is left who could be the second reader: now the public is.
        Proposal.objects.filter(pk=proposal.pk).update(publish_on=clock.now() + PUBLIC_WAIT)


@transaction.atomic
def publish_after_wait(*, proposal: Proposal) -> bool:
    """Publish what waited in public for its time and was not sent back; says whether it was.

    If the record changed while it waited, whoever said yes saw something else: it goes back to be read again.
    """
    proposal = locked(proposal)
    waited = proposal.publish_on is not None and proposal.publish_on <= clock.now()
    if proposal.state != ProposalState.WAITING or not waited:
        return False
    yes = that_count(proposal)
    if not yes or proposal.names_no_fact:
        proposal.publish_on = None
        proposal.save(update_fields=["publish_on"])
        return False
    publish(proposal, yes[-1].reader)
    return True


def _still_waiting(proposal: Proposal) -> Proposal:
    waiting = locked(proposal)
    if waiting.state != ProposalState.WAITING:
        raise AlreadyDecided
    return waiting


def _correct(proposal: Proposal, facts: dict[str, Any]) -> None:
    """Take over what a reader wrote; of what nobody had named before, note what the record says just now."""
    now = facts_of(proposal.stays) if proposal.stays else {}
    proposal.base = {name: now[name] for name in facts if name in now} | proposal.base
    proposal.facts = facts
    proposal.save(update_fields=["facts", "base"])


def _send_back(proposal: Proposal, reason: str) -> None:
    proposal.reason = reason
    proposal.publish_on = None
    settle(proposal, ProposalState.SENT_BACK)
    tell_proposer(proposal)


def _weigh(proposal: Proposal, reader: "Person") -> None:
    yes, need = that_count(proposal), needed(proposal)
    if len(yes) >= weighing.READERS or (len(yes) >= need.readers and not need.then_waits):
        publish(proposal, reader)
    else:
        # What stood in public before somebody corrected it is not what would be published.
        proposal.publish_on = clock.now() + PUBLIC_WAIT if need.then_waits else None
        proposal.save(update_fields=["publish_on"])
