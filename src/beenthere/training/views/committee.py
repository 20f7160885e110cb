"""The screens of the research committee: the queue, one proposal, and what the committee proposes itself."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow, require
from beenthere.people.requests import PersonRequest
from beenthere.training import actions
from beenthere.training.catalogue.writing import FACTS, facts_of
from beenthere.training.committee import queue, readings
from beenthere.training.committee.differences import rows_of
from beenthere.training.committee.readings import said_of, who_read
from beenthere.training.forms.committee import CommitteeProposalForm, MendForm, NameFactForm, ReadForm, SourceForm
from beenthere.training.models import ImportBatch, Proposal, ProposalKind, ProposalState, Training, Verdict
from beenthere.training.rules import is_researcher, may_keep, may_read

ON_A_PAGE = 20
_ABOUT = ("source_url", "source_date", "words", "facts_language")


@allow(is_researcher)
@require_safe
def start(request: PersonRequest) -> HttpResponse:
    """What waits to be read, oldest first, and where else the committee works."""
    kind, origin = request.GET.get("kind", ""), request.GET.get("from", "")
    page = Paginator(queue.waiting_for(request.user, kind, origin), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page_obj": page,
        "lines": [queue.line_of(one, request.user) for one in page],
        "kinds": ProposalKind.choices,
        "kind": kind,
        "origins": queue.ORIGINS,
        "origin": origin,
        "files": ImportBatch.objects.visible_to(request.user).waiting().order_by("made_at"),
    }
    return render(request, "training/committee/start.html", shown)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: PersonRequest, proposal_id: UUID) -> HttpResponse:
    """Read one proposal, fact by fact, and say what one found."""
    row = _proposal(request, proposal_id)
    seen = {"seen": readings.mark_of(row)}
    form = ReadForm(request.POST or None, initial=seen, names_no_fact=row.names_no_fact)
    if form.is_valid():
        require(may_read, request.user, row)
        return _read(request, row, **form.cleaned_data)
    return _shown(request, row, form)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def mend(request: PersonRequest, proposal_id: UUID) -> HttpResponse:
    """Correct what was proposed before it is published."""
    row = _proposal(request, proposal_id)
    require(may_read, request.user, row)
    form = _mending(request, row)
    if row.state != ProposalState.WAITING or form is None:
        return redirect("research:proposal", row.pk)
    if form.is_valid():
        told = {"seen": form.cleaned_data["seen"], "declared": True, "verdict": Verdict.PUBLISH, "reason": ""}
        return _read(request, row, facts=form.changed() if row.names_no_fact else form.facts(), **told)
    shown = {"form": form, "proposal": row, "line": queue.line_of(row, request.user)}
    return render(request, "training/committee/mend.html", shown, status=422 if form.is_bound else 200)


@allow(is_researcher)
@require_POST
def aside(request: PersonRequest, proposal_id: UUID) -> HttpResponse:
    """Leave a proposal to others."""
    row = _proposal(request, proposal_id)
    try:
        actions.step_aside(by=request.user, proposal=row)
        messages.success(request, _("You stepped aside. Others read it."))
    except actions.AlreadyDecided:
        messages.warning(request, _("Somebody was quicker: this is decided."))
    return redirect("research:start")


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PersonRequest, slug: str) -> HttpResponse:
    """Propose a change of a record."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    require(may_keep, request.user, training)
    form = CommitteeProposalForm(request.POST or None, names=FACTS, training=training)
    if form.is_valid():
        return _propose(request, form, ProposalKind.CORRECT, training, **form.told())
    shown = {"form": form, "training": training}
    return render(request, "training/committee/change.html", shown, status=422 if form.is_bound else 200)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: PersonRequest) -> HttpResponse:
    """Propose a record that is not there yet."""
    begins = {"name_language": request.user.language, "standing": "running"}
    form = CommitteeProposalForm(request.POST or None, names=FACTS, now=begins)
    if form.is_valid():
        return _propose(request, form, ProposalKind.ADD, facts={name: v for name, v in form.facts().items() if v})
    return render(request, "training/committee/add.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: PersonRequest, slug: str) -> HttpResponse:
    """Propose that a record is right as it stands, by its source."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    form = SourceForm(request.POST or None, initial={"source_url": training.source_url})
    if form.is_valid():
        return _propose(request, form, ProposalKind.CONFIRM, training)
    shown = {"form": form, "training": training}
    return render(request, "training/committee/confirm.html", shown, status=422 if form.is_bound else 200)


def _proposal(request: PersonRequest, proposal_id: UUID) -> Proposal:
    rows = Proposal.objects.visible_to(request.user).select_related("training__merged_into")
    return get_object_or_404(rows.prefetch_related("readings"), pk=proposal_id)


def _mending(request: PersonRequest, row: Proposal) -> MendForm | None:
    """The facts that it names; every fact of the record, if it names none. Nothing if there is nothing to correct."""
    if row.names_no_fact and row.stays:
        form: MendForm = NameFactForm(request.POST or None, names=FACTS, now=facts_of(row.stays))
    elif row.facts:
        form = MendForm(request.POST or None, names=row.facts, now=row.facts)
    else:
        return None
    form.fields["seen"].initial = readings.mark_of(row)
    return form


def _shown(request: PersonRequest, row: Proposal, form: ReadForm) -> HttpResponse:
    shown = {
        "form": form if may_read(request.user, row) else None,
        "proposal": row,
        "line": queue.line_of(row, request.user),
        "target": readings.target_of(row),
        "rows": rows_of(row),
        "need": readings.needed(row),
        "read_by": who_read(row),
        "waits": row.state == ProposalState.WAITING,
    }
    return render(request, "training/committee/proposal.html", shown, status=422 if form.is_bound else 200)


def _read(request: PersonRequest, row: Proposal, **told: object) -> HttpResponse:
    try:
        done = actions.read_proposal(by=request.user, proposal=row, **told)  # type: ignore[arg-type]
    except actions.AlreadyDecided:
        messages.warning(request, _("Somebody was quicker: this is decided."))
    except actions.ChangedMeanwhile:
        messages.warning(request, _("This changed while you were reading. Nothing was done; please look again."))
        return redirect("research:proposal", row.pk)
    else:
        messages.success(request, said_of(done))
    return redirect("research:start")


def _propose(
    request: PersonRequest, form: SourceForm, kind: str, training: Training | None = None, **proposed: Any
) -> HttpResponse:
    told = {name: form.cleaned_data[name] for name in _ABOUT if name in form.cleaned_data}
    made = actions.propose_as_committee(by=request.user, kind=kind, training=training, **proposed, **told)
    messages.success(request, _("Proposed. Others of the committee read it; you cannot be your own reader."))
    return redirect("research:proposal", made.pk)
