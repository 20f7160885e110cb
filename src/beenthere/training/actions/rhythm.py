"""Records are confirmed again and again: the link is made, sent and answered, and somebody looks after it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.days import months_after
from beenthere.core.kept import forget
from beenthere.core.still_right import AlreadyAnswered as AlreadyAnswered
from beenthere.core.still_right import SaysSomethingElse as SaysSomethingElse
from beenthere.core.still_right import made
from beenthere.training import rules
from beenthere.training.catalogue.record import last_number
from beenthere.training.catalogue.writing import facts_of
from beenthere.training.committee.rhythm import confirm
from beenthere.training.models import (
    Answer,
    Origin,
    Proposal,
    ProposalKind,
    ProposalState,
    ProviderLink,
    Standing,
    Training,
    Upkeep,
)

if TYPE_CHECKING:
    from beenthere.people.models import Person


def make_link(*, training: Training) -> ProviderLink | None:
    """Make the link of a record that is due, unless one stands; two who do it at once make one."""
    return made(ProviderLink.objects.all(), training=training)


@transaction.atomic
def ask_now(*, by: "Person", training: Training) -> None:
    """Make the link of a record without waiting for the clock."""
    require(rules.may_keep, by, training)
    if make_link(training=training):
        record("training.link_made", by=by, thing=training)


@transaction.atomic
def close_link(*, link: ProviderLink) -> None:
    """Let a link that ran out make room for the next."""
    ProviderLink.objects.standing().filter(pk=link.pk).update(closed_at=clock.now())


@transaction.atomic
def mark_sent(*, link: ProviderLink) -> bool:
    """Note that the provider was asked, once; only an open link can be sent."""
    if not ProviderLink.objects.standing().filter(pk=link.pk, sent_at=None).update(sent_at=clock.now()):
        return False
    Training.objects.filter(pk=link.training_id, asked_on=None).update(asked_on=clock.today())
    transaction.on_commit(forget)
    return True


@transaction.atomic
def note_sent(*, by: "Person", link: ProviderLink) -> None:
    """Say that one has sent the link oneself."""
    require(rules.may_keep, by, link.training)
    if mark_sent(link=link):
        record("training.link_sent", by=by, thing=link.training)


@transaction.atomic
def answer_link(
    *, by: "Person | None", link: ProviderLink, answer: str, seen: int | None = None,
    facts: Mapping[str, Any] | None = None, base: Mapping[str, Any] | None = None, words: str = "", language: str = "",
) -> None:  # fmt: skip
    """Note what whoever gives it says, once: whoever holds the code may, so no account is asked for.

    “Still right” confirms the record at once as the provider's word, if it says what they saw: `seen` is the number of
    its last revision then. Anything else is read before it is published.
    """
    require(rules.may_answer, by)
    link = ProviderLink.objects.select_for_update().get(pk=link.pk)
    if not link.is_open:
        raise AlreadyAnswered
    training = Training.objects.select_for_update().get(pk=link.training_id)
    if answer == Answer.STILL and seen != last_number(training):
        raise SaysSomethingElse
    link.answered_at, link.answer = clock.now(), answer
    link.proposal = _proposed(training, answer, facts or {}, base or {}, words, language or training.name_language)
    link.save(update_fields=["answered_at", "answer", "proposal"])
    if answer == Answer.STILL:
        confirm(training, Origin.PROVIDER)
        training.changed_at = clock.now()  # whoever keeps a copy of the open data learns of it
    training.asked_on = None
    training.save(update_fields=["confirmed_on", "confirmed_from", "confirm_by", "asked_on", "changed_at"])
    record(f"training.link_answered: {answer}", by=None, thing=training)
    transaction.on_commit(forget)


def _proposed(
    training: Training, answer: str, facts: Mapping[str, Any], base: Mapping[str, Any], words: str, language: str
) -> Proposal:
    """The answer as a proposal, so that it stands in the history of the record like any other."""
    kinds = {
        Answer.STILL: ProposalKind.CONFIRM, Answer.CORRECTED: ProposalKind.CORRECT, Answer.ENDED: ProposalKind.ENDED,
    }  # fmt: skip
    told = {Answer.ENDED: {"standing": Standing.HISTORIC.value}, Answer.CORRECTED: dict(facts)}.get(Answer(answer), {})
    before, settled = facts_of(training) | dict(base), answer == Answer.STILL
    return Proposal.objects.create(
        kind=kinds[Answer(answer)],
        origin=Origin.PROVIDER,
        state=ProposalState.PUBLISHED if settled else ProposalState.WAITING,
        decided_at=clock.now() if settled else None,
        training=training,
        facts=told,
        base={name: before[name] for name in told},
        source_url=training.website,
        source_date=clock.today().isoformat(),
        words=words,
        language=language,
    )


@transaction.atomic
def look_after(*, by: "Person", training: Training) -> bool:
    """Take a record on; says whether it was free. Of two who take it at once, one has it."""
    require(rules.may_keep, by, training)
    upkeep, _made = Upkeep.objects.get_or_create(training=training)
    taken = Upkeep.objects.filter(pk=upkeep.pk, keeper=None).update(keeper=by, since=clock.now())
    if taken:
        record("training.looked_after", by=by, thing=training)
    return bool(taken)


@transaction.atomic
def lay_down(*, by: "Person", training: Training) -> None:
    """Look after it no longer."""
    require(rules.may_keep, by, training)
    if Upkeep.objects.filter(training=training, keeper=by).update(keeper=None, since=None):
        record("training.laid_down", by=by, thing=training)


@transaction.atomic
def keep_up(*, by: "Person", training: Training, contact: str, months: int) -> None:
    """Set whom to ask and how often. A record is due by the new rhythm, counted from when it was last confirmed.

    A link that somebody else was sent opens nothing any more once there is another to ask.
    """
    require(rules.may_keep, by, training)
    row = Training.objects.select_for_update().get(pk=training.pk)
    before = Upkeep.objects.filter(training=training).values_list("contact", flat=True).first()
    Upkeep.objects.update_or_create(training=training, defaults={"contact": contact})
    if before and before != contact:
        ProviderLink.objects.standing().filter(training=training).update(closed_at=clock.now())
        row.asked_on = None
    row.confirm_months = months
    row.confirm_by = months_after(row.confirmed_on, months) if row.confirmed_on else None
    row.save(update_fields=["confirm_months", "confirm_by", "asked_on"])
    record("training.kept_up", by=by, thing=training)
