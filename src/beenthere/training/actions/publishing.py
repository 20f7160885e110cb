"""Proposed facts become facts: in the same transaction as the yes that settled it, and once."""

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.audit import record
from beenthere.core.kept import forget
from beenthere.people.actions import write_letter
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.committee.readings import target_of
from beenthere.training.committee.rhythm import confirm
from beenthere.training.models import Origin, Proposal, ProposalKind, ProposalState, Standing, Training
from beenthere.training.seed import slug_of

if TYPE_CHECKING:
    from beenthere.people.models import Person

MOST_TRIES = 5
LONGEST_BEFORE_NUMBER = 110  # of an address


def locked(proposal: Proposal) -> Proposal:
    """Lock a proposal and its record, so that of two who decide at once the second sees what the first did.

    The record too: two proposals about one fact must not both pass by what stood before either.
    """
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    target = target_of(held)
    if target is not None:
        Training.objects.select_for_update().get(pk=target.pk)
        held.refresh_from_db(fields=["training"])
    return held


def publish(proposal: Proposal, reader: "Person | None") -> None:
    """Write the facts of a proposal whose row is locked, and tell whoever proposed them."""
    language = proposal.facts_language or proposal.language
    source = Source(
        proposal.origin, proposal.source_url, proposal.source_date, reader, proposal, checked=True, language=language
    )
    training = target_of(proposal)
    if training is None:
        training = _added(proposal, source)
    elif proposal.facts:
        write(training, proposal.facts, source)
    proposal.training = training
    _mark_confirmed(proposal, training)
    settle(proposal, ProposalState.PUBLISHED)
    record("training.published", by=reader, thing=training)
    tell_proposer(proposal)
    transaction.on_commit(forget)


def settle(proposal: Proposal, state: str) -> None:
    """Note how it ended."""
    proposal.state = state
    proposal.decided_at = clock.now()
    proposal.save(update_fields=["state", "decided_at", "reason", "publish_on", "training"])


def tell_proposer(proposal: Proposal) -> None:
    """Write to whoever proposed it while signed in, and not as one of the committee’s own readers."""
    if proposal.by is None:
        return
    published = proposal.state == ProposalState.PUBLISHED
    words = (
        _("What you proposed for the database of trainings is published. Thank you.")
        if published
        else _("What you proposed for the database of trainings was sent back, with a reason.")
    )
    write_letter(to=proposal.by, text=words, route="training:decided", route_args=[proposal.pk])


def free_slug(name: str, provider: str) -> str:
    """An address of its own, with a number if the plain one is taken."""
    wished = slug_of(name, provider) or "training"
    if not Training.objects.filter(slug=wished).exists():
        return wished
    begun = wished[:LONGEST_BEFORE_NUMBER]
    taken = set(Training.objects.filter(slug__startswith=f"{begun}-").values_list("slug", flat=True))
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{begun}-{n}") not in taken)


def _added(proposal: Proposal, source: Source) -> Training:
    """Make the record. Another of the same name may come at the same moment: then this one takes the next number."""
    facts = {"name_language": proposal.language, "standing": Standing.RUNNING} | proposal.facts
    for attempt in range(MOST_TRIES):
        slug = free_slug(facts["name"], facts.get("provider", ""))
        made = Training(slug=slug, source_url=source.url, source_date=source.date, read_on=clock.today())
        try:
            with transaction.atomic():
                write(made, facts, source)
            return made
        except IntegrityError:
            if attempt + 1 == MOST_TRIES:
                raise
    raise AssertionError("unreachable")


def _mark_confirmed(proposal: Proposal, training: Training) -> None:
    """A whole record that was read is checked; what its provider said about it counts as their word."""
    row = Training.objects.select_for_update().get(pk=training.pk)
    if proposal.kind in {ProposalKind.ADD, ProposalKind.CONFIRM}:
        row.checked_by, row.checked_on = "committee", clock.today()
        confirm(row, Origin.COMMITTEE)
    elif proposal.origin == Origin.PROVIDER:
        confirm(row, Origin.PROVIDER)
    else:
        return
    row.changed_at = clock.now()  # whoever keeps a copy of the open data learns of it
    marks = ["checked_by", "checked_on", "confirmed_on", "confirmed_from", "confirm_by", "asked_on", "changed_at"]
    row.save(update_fields=marks)
