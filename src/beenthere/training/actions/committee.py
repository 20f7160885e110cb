"""What the committee proposes itself: a change, a record, or going back to what a record said before."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.training import rules
from beenthere.training.catalogue.writing import facts_of
from beenthere.training.models import Origin, Proposal, ProposalKind, Revision, Training

if TYPE_CHECKING:
    from beenthere.people.models import Person


@transaction.atomic
def propose_as_committee(
    *,
    by: "Person",
    kind: str,
    training: Training | None = None,
    facts: Mapping[str, Any] | None = None,
    base: Mapping[str, Any] | None = None,
    source_url: str = "",
    source_date: str = "",
    words: str = "",
    facts_language: str = "",
) -> Proposal:
    """Propose something as a member of the committee; two others read it, as they read anybody’s.

    `base` is what the record said on the page that they saw, if it has said something else since.
    """
    require(rules.is_researcher, by)
    changes = dict(facts or {})
    before = facts_of(training) | dict(base or {}) if training else {}
    proposal = Proposal.objects.create(
        kind=kind,
        origin=Origin.COMMITTEE,
        training=training,
        facts=changes,
        base={name: before[name] for name in changes if name in before},
        source_url=source_url,
        source_date=source_date,
        words=words,
        language=by.language,
        facts_language=facts_language,
        by=by,
    )
    record("training.proposed", by=by, thing=proposal)
    return proposal


@transaction.atomic
def go_back(*, by: "Person", revision: Revision, fact: str, reason: str) -> Proposal:
    """Propose that one fact says again what it said at an earlier revision, with the source of that time."""
    require(rules.may_keep, by, revision.training)
    return propose_as_committee(
        by=by,
        kind=ProposalKind.CORRECT,
        training=revision.training,
        facts={fact: revision.facts[fact]},
        source_url=revision.source_url,
        source_date=revision.source_date,
        words=reason,
        facts_language=revision.language,
    )
