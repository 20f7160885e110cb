"""One's own stages of applications, and the list that one prints or takes along."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow
from beenthere.people.models import Person
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, applied, printed
from beenthere.plans.forms import PrintForm, StagesForm
from beenthere.plans.models import Application


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def stages(request: PersonRequest) -> HttpResponse:
    """Rename, add or take away stages."""
    mine = applied.stages_of(request.user)
    form = StagesForm(mine, request.POST or None)
    if form.is_valid():
        actions.keep_stages(by=request.user, stages=form.kept)
        messages.success(request, _("Kept. What stands somewhere stays there."))
        return redirect("plans:stages")
    shown = {"form": form, "stages": mine}
    return render(request, "plans/applications/stages.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def up(request: PersonRequest) -> HttpResponse:
    """Let a stage stand one higher."""
    actions.move_stage_up(by=request.user, stage=request.POST.get("stage", ""))
    return redirect("plans:stages")


@allow(is_peer)
@require_safe
def to_print(request: PersonRequest) -> HttpResponse:
    """Show the list with the columns that were ticked, ready for paper."""
    form = PrintForm.asked(request.GET)
    rows = rows_of(request.user, form, for_a_file=False) if form.is_valid() else []
    shown = {"form": form, "heading": rows[:1], "rows": rows[1:], "name": request.user.name}
    return render(request, "plans/applications/print.html", shown)


@allow(is_peer)
@require_safe
def as_csv(request: PersonRequest) -> HttpResponse:
    """Hand the same list over as a file."""
    form = PrintForm.asked(request.GET)
    if not form.is_valid():
        return redirect("plans:applications-print")
    data = printed.as_csv(rows_of(request.user, form, for_a_file=True))
    headers = {"Content-Disposition": 'attachment; filename="list.csv"'}
    return HttpResponse(data, content_type="text/csv; charset=utf-8", headers=headers)


def rows_of(person: Person, form: PrintForm, *, for_a_file: bool) -> printed.Table:
    """The list that was asked for."""
    told = form.cleaned_data
    lines = applied.lines_of(person, Application.objects.visible_to(person))
    chosen = printed.between(lines, told["since"], told["until"], unsent=told["unsent"])
    return printed.table(chosen, told["columns"], for_a_file=for_a_file)
