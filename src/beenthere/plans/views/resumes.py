"""Résumés: make, look at, change, take along as paper, PDF or a file for other programs."""

import json
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow
from beenthere.core.limits import Limit, looked_at
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, laid_out, rules
from beenthere.plans.forms import ResumeForm
from beenthere.plans.models import Resume, ResumeFact
from beenthere.plans.resume import jsonresume, pdf
from beenthere.plans.views.resume import own_fact

MAKING = Limit("making a PDF", 30, 3)
FILE_NAMES = {"en": "resume", "fr": "cv"}  # what a folder of downloads shows to whoever opens it next


def own_resume(request: PersonRequest, resume_id: UUID) -> Resume:
    """Fetch one of the person's own résumés; any other does not exist."""
    return get_object_or_404(Resume.objects.visible_to(request.user), pk=resume_id)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Make a résumé."""
    form = ResumeForm.blank(list(ResumeFact.objects.visible_to(request.user)), request.POST or None)
    if form.is_valid() and not rules.may_make_resume(request.user):
        form.add_error(None, _("You have twenty résumés. You can remove one first."))
    if form.is_valid():
        made = actions.make_resume(by=request.user, new_id=form.cleaned_data["new_id"], **form.told)
        messages.success(request, _("Here it is. Only you see it, until you hand it to somebody."))
        return redirect("plans:resume-sheet", made.pk)
    return render(request, "plans/resume_new.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_safe
def sheet(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """Show a résumé as it will be on paper."""
    mine = own_resume(request, resume_id)
    rows = {row.pk: row for row in ResumeFact.objects.visible_to(request.user)}
    order = [rows[each] for each in mine.picked_ids if each in rows]
    shown = {"resume": mine, "sheet": laid_out.sheet_of(request.user, mine), "order": order}
    return render(request, "plans/resume_sheet.html", shown)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """Let a résumé show something else, or in another way."""
    mine = own_resume(request, resume_id)
    form = ResumeForm.of(mine, list(ResumeFact.objects.visible_to(request.user)), request.POST or None)
    if form.is_valid():
        actions.change_resume(by=request.user, resume=mine, **form.told)
        messages.success(request, _("Kept."))
        return redirect("plans:resume-sheet", mine.pk)
    return render(
        request, "plans/resume_change.html", {"form": form, "resume": mine}, status=422 if form.is_bound else 200
    )


@allow(is_peer)
@require_POST
def up(request: PersonRequest, resume_id: UUID, fact_id: UUID) -> HttpResponse:
    """Let something stand one higher."""
    mine = own_resume(request, resume_id)
    actions.move_fact_up(by=request.user, resume=mine, row=own_fact(request, fact_id))
    return redirect("plans:resume-sheet", mine.pk)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """Ask once, then throw a résumé away."""
    mine = own_resume(request, resume_id)
    if request.method != "POST":
        return render(request, "plans/resume_remove.html", {"resume": mine})
    actions.remove_resume(by=request.user, resume=mine)
    messages.success(request, _("The résumé is gone. What you told for it is still there."))
    return redirect("plans:resume")


@allow(is_peer)
@looked_at(MAKING)
@require_safe
def as_pdf(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """Hand a résumé over as a PDF."""
    mine = own_resume(request, resume_id)
    try:
        made = pdf.made(laid_out.sheet_of(request.user, mine))
    except pdf.CannotBeWritten:
        return render(request, "plans/resume_no_pdf.html", {"resume": mine})
    return _file(made, mine, "pdf", "application/pdf")


@allow(is_peer)
@require_safe
def as_json(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """Hand a résumé over as a file for other programs."""
    mine = own_resume(request, resume_id)
    told = jsonresume.written(*laid_out.parts_of(request.user, mine), mine.style)
    return _file(json.dumps(told, ensure_ascii=False, indent=2).encode(), mine, "json", "application/json")


def _file(data: bytes, resume: Resume, ending: str, kind: str) -> HttpResponse:
    name = f"{FILE_NAMES[resume.language]}.{ending}"
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
