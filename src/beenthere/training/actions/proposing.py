"""Proposing something for the database, and taking it back: anybody may, with an account or without."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from beenthere.core import clock, keys
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.training import rules
from beenthere.training.catalogue.writing import FACTS
from beenthere.training.committee.proposal_codes import code_of, code_token
from beenthere.training.models import Origin, Proposal, ProposalKind, ProposalState, Training

if TYPE_CHECKING:
    from beenthere.people.models import Person


@transaction.atomic
def propose(
    *, by: "Person | None", training: Training | None, facts: Mapping[str, Any], base: Mapping[str, Any],
    source_url: str, source_date: str, words: str, language: str, form_token: str,
) -> Proposal:  # fmt: skip
    """Hand facts to the committee: for one record, or for a new one. The same form makes one proposal."""
    require(rules.may_propose, by, training)
    proposal = Proposal(pk=_id_of(form_token), training=training, source_url=source_url, source_date=source_date)
    proposal.kind = ProposalKind.CORRECT if training else ProposalKind.ADD
    proposal.origin = Origin.MEMBER if by else Origin.PUBLIC
    proposal.facts = {name: facts[name] for name in FACTS if name in facts}
    proposal.base = {name: base[name] for name in proposal.facts if name in base}
    proposal.words, proposal.language, proposal.by = words, language, by
    proposal.code_token = code_token(code_of(proposal))
    made, is_new = Proposal.objects.get_or_create(pk=proposal.pk, defaults=_columns(proposal))
    if is_new:
        record("training.proposed", by=by, thing=made)
    return made


@transaction.atomic
def take_back_by_code(*, code: str) -> bool:
    """Take a proposal back while it waits, and forget how they knew; whoever holds the code may."""
    waiting = Proposal.objects.waiting().filter(code_token=code_token(code))
    proposal = waiting.first()
    withdrawn = {"state": ProposalState.WITHDRAWN, "decided_at": clock.now(), "words": ""}
    if proposal is None or not waiting.update(**withdrawn):
        return False
    record("training.proposal_taken_back", by=None, thing=proposal)
    return True


def _id_of(form_token: str) -> UUID:
    """Made of the form, so that pressing twice makes one; keyed, so that nobody finds a code from an id."""
    return UUID(keys.token(form_token, purpose="proposal of a form")[:32])


def _columns(proposal: Proposal) -> dict[str, Any]:
    return {field.attname: getattr(proposal, field.attname) for field in Proposal._meta.concrete_fields}
