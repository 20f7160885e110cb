"""A coordinator proposes a whole list; whoever waits chooses, and the supporter answers as ever."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import IntegrityError, transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import letters, rules
from beenthere.matching.actions import moving
from beenthere.matching.actions.problems import CannotBeAsked, NoLongerOpen
from beenthere.matching.models import Offer, Proposal, ProposalLine, Shown
from beenthere.matching.models.proposals import LineState
from beenthere.matching.reads.proposals import Pair, in_the_list, lines_to_show, places_for, whole_list
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person


@transaction.atomic
def propose_list(*, by: Person, organisation: Organisation, pairs: Iterable[Pair] | None = None) -> Proposal:
    """Make a draft anew from what was weighed; a draft from before goes. Two at once make one."""
    require(rules.proposes_for, by, organisation)
    found = whole_list(organisation) if pairs is None else pairs
    Proposal.objects.draft().filter(organisation=organisation).delete()
    try:
        with transaction.atomic():
            made = Proposal.objects.create(organisation=organisation, made_by=by)
    except IntegrityError:
        return Proposal.objects.draft().get(organisation=organisation)
    ProposalLine.objects.bulk_create(
        ProposalLine(proposal=made, request=request, offer=offer, asker_id=request.person_id)
        for request, offer in found
    )
    record("proposal.made", by=by, thing=made)
    return made


@transaction.atomic
def change_line(*, by: Person, line: ProposalLine, offer: Offer) -> None:
    """Put another supporter of the organisation on a line. Raises CannotBeAsked if their place is gone."""
    require(rules.proposes, by, line.proposal)
    if offer not in places_for(line):
        raise CannotBeAsked
    if ProposalLine.objects.filter(pk=line.pk, state=LineState.DRAFT).update(offer=offer) == 1:
        record("proposal.changed", by=by, thing=line.proposal)


@transaction.atomic
def take_line_out(*, by: Person, line: ProposalLine) -> None:
    """Propose nobody to this one."""
    require(rules.proposes, by, line.proposal)
    ProposalLine.objects.filter(pk=line.pk, state=LineState.DRAFT).delete()
    record("proposal.changed", by=by, thing=line.proposal)


@transaction.atomic
def offer_proposal(*, by: Person, proposal: Proposal, shown: Collection[tuple[UUID, UUID]] | None = None) -> bool:
    """Offer every line to the one who waits; says whether it was still a draft. Nobody is asked by this.

    `shown` are the lines, each with its offer, that can be shown at all, weighed before the write begins: a line that
    was changed since then is shown to nobody.
    """
    require(rules.proposes, by, proposal)
    shown = lines_to_show(proposal) if shown is None else shown
    if Proposal.objects.draft().filter(pk=proposal.pk).update(offered_at=clock.now()) != 1:
        return False
    still_in = in_the_list(proposal.organisation).values("pk")
    drafts = proposal.lines.filter(state=LineState.DRAFT)
    drafts.exclude(request__in=still_in).delete()
    for line in drafts.select_related("request__person").select_for_update(of=("self",)):
        _offer_line(line, shown=(line.pk, line.offer_id) in shown)
    record("proposal.offered", by=by, thing=proposal)
    return True


def _offer_line(line: ProposalLine, *, shown: bool) -> None:
    """Unless its request was changed or taken back in this very moment."""
    still = ProposalLine.objects.filter(pk=line.pk, state=LineState.DRAFT)
    if still.update(state=LineState.OFFERED, shown=shown) == 1 and shown:
        facts = {"asker_id": line.asker_id, "page": 0, "shown_at": clock.now()}
        Shown.objects.get_or_create(request_id=line.request_id, offer_id=line.offer_id, defaults=facts)
        letters.somebody_is_proposed(line)


@transaction.atomic
def take_proposed(*, by: Person, line: ProposalLine) -> None:
    """Ask the proposed supporter: an ordinary ask, with its clock. Raises CannotBeAsked, NoLongerOpen."""
    require(rules.was_proposed_to, by, line)
    if ProposalLine.objects.offered().filter(pk=line.pk).update(state=LineState.TAKEN) != 1:
        raise NoLongerOpen
    moving.ask_this_one(line.request, line.offer)
    record("proposal.taken", by=by, thing=line)


@transaction.atomic
def leave_proposed(*, by: Person, line: ProposalLine) -> None:
    """Rather not, without a reason; nobody is told."""
    require(rules.was_proposed_to, by, line)
    if ProposalLine.objects.offered().filter(pk=line.pk).update(state=LineState.DECLINED) == 1:
        record("proposal.left", by=by, thing=line)
