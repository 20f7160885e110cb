"""Applications: keep, look at, change, say where each stands, remove. They are shown to nobody else."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core import clock
from beenthere.core.access import allow
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, applied, rules
from beenthere.plans.begun import begun
from beenthere.plans.forms import ApplicationForm
from beenthere.plans.models import Application, FollowUp, Path
from beenthere.plans.stages import named

ON_A_PAGE = 25
DUE_SHOWN = 5  # what waits is no wall


def own_application(request: PersonRequest, application_id: UUID) -> Application:
    """Fetch one of the person's own applications; any other does not exist."""
    return get_object_or_404(Application.objects.visible_to(request.user), pk=application_id)


@allow(is_peer)
@require_safe
def applications(request: PersonRequest) -> HttpResponse:
    """Show what is due, if one likes, and all applications, the newest first."""
    pages = Paginator(Application.objects.visible_to(request.user), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    lines = applied.lines_of(request.user, page.object_list)
    due = applied.due(request.user)
    shown = {"due": due[:DUE_SHOWN], "more_due": due[DUE_SHOWN:], "today": clock.today(request.user)}
    shown |= {"lines": lines, "page_obj": page}
    return render(request, "plans/applications/all.html", shown)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Keep something that one applies for."""
    form = ApplicationForm(request.user, request.POST or None, begun(request.user, request.GET))
    if form.is_valid() and not rules.may_keep_application(request.user):
        form.add_error(None, _("That is as many as this page can hold. You can remove one first."))
    if form.is_valid():
        told = {**form.answer, "stage": form.cleaned_data["stage"], "new_id": form.cleaned_data["new_id"]}
        made = actions.keep_application(by=request.user, **told)
        messages.success(request, _("Kept. Only you see it."))
        return redirect("plans:application", made.pk)
    return render(request, "plans/applications/new.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_safe
def application(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Show one application: where it stands, the days to come back to it, and what was written."""
    mine, stages = own_application(request, application_id), applied.stages_of(request.user)
    days = list(FollowUp.objects.visible_to(request.user).filter(application=mine))
    shown = {
        "application": mine,
        "stage": named(mine.stage, stages),
        "stages": stages,
        "moves": applied.moves_of(mine, stages),
        "ahead": [day for day in days if not day.done_on],
        "done": [day for day in days if day.done_on],
        "paths": list(Path.objects.visible_to(request.user).filter(applications=mine)),
        "today": clock.today(request.user),
    }
    return render(request, "plans/applications/application.html", shown)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Word an application anew."""
    mine = own_application(request, application_id)
    form = ApplicationForm.of(request.user, mine, request.POST or None)
    if form.is_valid():
        actions.change_application(by=request.user, application=mine, **form.answer)
        if form.forgets_resume:
            actions.forget_sent_resume(by=request.user, application=mine)
        messages.success(request, _("Kept."))
        return redirect("plans:application", mine.pk)
    shown = {"form": form, "application": mine}
    return render(request, "plans/applications/edit.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def move(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Say where it stands now."""
    mine, wanted = own_application(request, application_id), request.POST.get("stage", "")
    if wanted in {stage.code for stage in applied.stages_of(request.user)}:
        actions.move_application(by=request.user, application=mine, stage=wanted)
        messages.success(request, _("Kept. You can change it at any time, back as well."))
    return redirect("plans:application", mine.pk)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Ask once, then remove an application."""
    mine = own_application(request, application_id)
    if request.method != "POST":
        return render(request, "plans/applications/remove.html", {"application": mine})
    actions.remove_application(by=request.user, application=mine)
    messages.success(request, _("The application is gone, and its days with it."))
    return redirect("plans:applications")


@allow(is_peer)
@require_safe
def sent(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Show the résumé that was sent, as it was."""
    mine = own_application(request, application_id)
    if not mine.sent:
        raise Http404
    day = dt.date.fromisoformat(mine.sent["on"])
    shown = {"application": mine, "sheet": applied.sent_sheet(mine), "sent": mine.sent, "sent_day": day}
    return render(request, "plans/applications/sent.html", shown)
