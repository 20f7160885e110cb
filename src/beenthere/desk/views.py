"""The coordinator's screens. They show lines and nothing that lies behind them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow, require
from beenthere.core.limits import ASKING, INVITING, limited
from beenthere.desk import actions, reads
from beenthere.desk.forms import AsksForm, InviteForm, LineForm, NotYetForm
from beenthere.matching import actions as matching
from beenthere.matching import reads as matching_reads
from beenthere.matching.models import Offer, Proposal, ProposalLine
from beenthere.matching.reads import offers_waiting_for
from beenthere.matching.rules import decides_on_offer
from beenthere.orgs import actions as orgs
from beenthere.orgs.models import Invitation, Membership, Organisation
from beenthere.orgs.reads import code_of
from beenthere.orgs.rules import coordinates, is_coordinator, may_end
from beenthere.people.requests import PersonRequest


@allow(is_coordinator)
@require_safe
def desk(request: PersonRequest) -> HttpResponse:
    """Who waits, who has room, which answers are late, and which offers wait for a yes."""
    desks = reads.desks_of(request.user)
    # Before the page is made: if the log cannot be written, the page is not shown.
    actions.note_looks(by=request.user, desks=desks)
    offers = [(each, reads.slug_of(desks, each.organisation_id)) for each in offers_waiting_for(request.user)]
    return render(request, "desk/desk.html", {"desks": desks, "offers": offers})


@allow(is_coordinator)
@require_safe
def offer(request: PersonRequest, offer_id: UUID, slug: str) -> HttpResponse:
    """Look at an offer that waits for a yes."""
    row, organisation = _to_decide(request, offer_id, slug)
    waiting = reads.offer_waiting(request.user, row, organisation)
    if waiting is None:
        return redirect("desk:desk")
    return render(request, "desk/offer.html", {"offer": waiting, "slug": slug})


@allow(is_coordinator)
@require_http_methods(["GET", "HEAD", "POST"])
def asks(request: PersonRequest, slug: str) -> HttpResponse:
    """What my organisation asks of its supporters."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), slug=slug)
    require(coordinates, request.user, organisation)
    rows = list(organisation.requirements.all())
    kept = {"english": "\n".join(row.text_en for row in rows), "french": "\n".join(row.text_fr for row in rows)}
    form = AsksForm(request.POST or None, initial=kept)
    if form.is_valid():
        orgs.ask_of_supporters(by=request.user, organisation=organisation, asked=form.cleaned_data["asked"])
        messages.success(request, _("Kept. Whoever asks you for a yes sees it beside their offer."))
        return redirect("desk:desk")
    page = {"form": form, "organisation": organisation}
    return render(request, "desk/asks.html", page, status=422 if form.is_bound else 200)


@allow(is_coordinator)
@require_POST
def approve(request: PersonRequest, offer_id: UUID, slug: str) -> HttpResponse:
    """Say yes to an offer."""
    row, organisation = _to_decide(request, offer_id, slug)
    matching.approve_offer(by=request.user, offer=row, organisation=organisation)
    messages.success(request, _("You said yes. They get a letter, and may now be suggested."))
    return redirect("desk:desk")


@allow(is_coordinator)
@require_http_methods(["GET", "HEAD", "POST"])
def not_yet(request: PersonRequest, offer_id: UUID, slug: str) -> HttpResponse:
    """Say “not yet” to an offer, with a kind sentence."""
    row, organisation = _to_decide(request, offer_id, slug)
    ready = _("Thank you for offering. We are not there yet: let us talk about what comes first.")
    form = NotYetForm(request.POST or None, initial={"text": ready})
    if form.is_valid():
        matching.not_yet(by=request.user, offer=row, organisation=organisation, text=form.cleaned_data["text"])
        messages.success(request, _("They get a letter, and can read your words with their offer."))
        return redirect("desk:desk")
    words = {"form": form, "name": row.supporter.name}
    return render(request, "desk/not_yet.html", words, status=422 if form.is_bound else 200)


@allow(is_coordinator)
@require_http_methods(["GET", "HEAD", "POST"])
@limited(INVITING)
def invite(request: PersonRequest) -> HttpResponse:
    """Invite somebody with a link or a printed code."""
    form = InviteForm(Organisation.objects.visible_to(request.user).coordinated_by(request.user), request.POST or None)
    if form.is_valid():
        made = orgs.invite(by=request.user, **form.cleaned_data)
        return redirect("desk:invitation", made.pk)
    return render(request, "desk/invite.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_coordinator)
@require_safe
def invitation(request: PersonRequest, invitation_id: UUID) -> HttpResponse:
    """The link of an open invitation, and a card to print."""
    found = get_object_or_404(Invitation.objects.visible_to(request.user).open(), pk=invitation_id)
    code = code_of(found)
    # Without a language in the address, the site answers in the language of whoever opens it.
    site = request.build_absolute_uri("/invitation/")
    words = {"invitation": found, "code": code, "site": site, "link": f"{site}{code}/"}
    words["only_here"] = request.get_host().partition(":")[0] in ("127.0.0.1", "localhost")
    return render(request, "desk/invitation.html", words)


@allow(is_coordinator)
@require_POST
def take_back(request: PersonRequest, invitation_id: UUID) -> HttpResponse:
    """Make an open invitation stop working."""
    found = get_object_or_404(Invitation.objects.visible_to(request.user), pk=invitation_id)
    orgs.take_back(by=request.user, invitation=found)
    messages.success(request, _("The invitation no longer works."))
    return redirect("desk:people")


@allow(is_coordinator)
@require_safe
def people(request: PersonRequest) -> HttpResponse:
    """Who has which role: names and roles, and nothing else of anybody."""
    return render(request, "desk/people.html", {"circles": reads.circles_of(request.user)})


@allow(is_coordinator)
@require_http_methods(["GET", "HEAD", "POST"])
def end_role(request: PersonRequest, membership_id: UUID) -> HttpResponse:
    """Ask once more, then end the role of somebody else."""
    membership = get_object_or_404(Membership.objects.visible_to(request.user).with_people(), pk=membership_id)
    require(may_end, request.user, membership)
    if request.method != "POST":
        return render(request, "desk/end_role.html", {"membership": membership, "form": None})
    orgs.end_role(by=request.user, membership=membership)
    messages.success(request, _("The role has ended."))
    return redirect("desk:people")


@allow(is_coordinator)
@require_http_methods(["GET", "HEAD", "POST"])
@limited(ASKING)
def whole_list(request: PersonRequest, slug: str) -> HttpResponse:
    """Propose supporters to everybody who waits and agreed to be in a list; see the draft."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), slug=slug)
    require(coordinates, request.user, organisation)
    if request.method == "POST":
        pairs = matching_reads.whole_list(organisation)
        matching.propose_list(by=request.user, organisation=organisation, pairs=pairs)
        return redirect("desk:whole-list", slug)
    page = reads.list_page(organisation)
    actions.note_list_looks(by=request.user, lines=page["lines"])
    return render(request, "desk/whole_list.html", page)


@allow(is_coordinator)
@require_POST
def offer_list(request: PersonRequest, proposal_id: UUID) -> HttpResponse:
    """Offer every line of a draft to the one who waits."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.user), pk=proposal_id)
    shown = matching_reads.lines_to_show(proposal)
    if matching.offer_proposal(by=request.user, proposal=proposal, shown=shown):
        messages.success(request, _("Offered. Each of them gets a letter, sees who and why, and chooses."))
    return redirect("desk:whole-list", proposal.organisation.slug)


@allow(is_coordinator)
@require_http_methods(["GET", "HEAD", "POST"])
def line(request: PersonRequest, line_id: UUID) -> HttpResponse:
    """Put somebody else on a line, or take the line out."""
    lines = ProposalLine.objects.readable_by(request.user).select_related("proposal__organisation", "asker", "offer")
    row = get_object_or_404(lines, pk=line_id)
    form = LineForm(request.POST or None, offers=matching_reads.places_for(row), chosen=row.offer)
    if form.is_valid():
        try:
            if offer := form.cleaned_data["offer"]:
                matching.change_line(by=request.user, line=row, offer=offer)
            else:
                matching.take_line_out(by=request.user, line=row)
                messages.success(request, reads.line_is_out(str(row.asker)))
            return redirect("desk:whole-list", row.proposal.organisation.slug)
        except matching.CannotBeAsked:
            form.add_error("offer", _("Their place is taken. Please choose somebody else."))
    return render(request, "desk/line.html", {"form": form, "line": row}, status=422 if form.is_bound else 200)


def _to_decide(request: PersonRequest, offer_id: UUID, slug: str) -> tuple[Offer, Organisation]:
    row = get_object_or_404(Offer.objects.visible_to(request.user), pk=offer_id)
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), slug=slug)
    require(decides_on_offer, request.user, row, organisation)
    return row, organisation
