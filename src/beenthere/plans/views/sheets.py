"""Sheets on which somebody thinks through telling, asking and beginning at work. They are shown to nobody else."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from beenthere.core.access import allow
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions
from beenthere.plans.answers import answers_of
from beenthere.plans.forms import SHEET_FORMS
from beenthere.plans.forms.sheets import ComeBackForm
from beenthere.plans.letter import letter_of
from beenthere.plans.models import Sheet, SheetKind
from beenthere.work.first_steps import numbered


@allow(is_peer)
@require_safe
def sheets(request: PersonRequest) -> HttpResponse:
    """What one has thought through, and what one could."""
    mine = list(Sheet.objects.visible_to(request.user))
    kinds = [(kind, [sheet for sheet in mine if sheet.kind == kind]) for kind in SheetKind]
    return render(request, "plans/sheets/all.html", {"kinds": kinds})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest, kind: str) -> HttpResponse:
    """Begin a sheet."""
    if kind not in SHEET_FORMS:
        raise Http404
    form = SHEET_FORMS[kind](request.POST or None, initial={"language": translation.get_language()})
    if form.is_valid():
        new_id = form.cleaned_data["new_id"]
        sheet = actions.begin_sheet(by=request.user, kind=kind, words=form.words(), new_id=new_id)
        messages.success(request, _("Kept. Only you see it."))
        return redirect("plans:sheet", sheet.pk)
    shown = {"form": form, "kind": SheetKind(kind)}
    return render(request, "plans/sheets/edit.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_safe
def sheet(request: PersonRequest, sheet_id: UUID) -> HttpResponse:
    """One sheet, to read again or to print."""
    mine = own_sheet(request, sheet_id)
    return render(request, "plans/sheets/sheet.html", {"sheet": mine, "answers": answers_of(mine)})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PersonRequest, sheet_id: UUID) -> HttpResponse:
    """Change one's mind."""
    mine = own_sheet(request, sheet_id)
    form = SHEET_FORMS[mine.kind](request.POST or None, initial=mine.words)
    if form.is_valid():
        actions.change_sheet(by=request.user, sheet=mine, words=form.words())
        messages.success(request, _("Kept. Only you see it."))
        return redirect("plans:sheet", mine.pk)
    shown = {"form": form, "kind": SheetKind(mine.kind), "sheet": mine}
    return render(request, "plans/sheets/edit.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, sheet_id: UUID) -> HttpResponse:
    """Throw a sheet away, after being asked once."""
    mine = own_sheet(request, sheet_id)
    if request.method == "POST":
        actions.remove_sheet(by=request.user, sheet=mine)
        messages.success(request, _("Thrown away."))
        return redirect("plans:sheets")
    return render(request, "plans/sheets/remove.html", {"sheet": mine})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: PersonRequest, sheet_id: UUID) -> HttpResponse:
    """Put into one's plan when to look at one's first weeks again."""
    mine = own_sheet(request, sheet_id)
    if mine.kind != SheetKind.FIRST_WEEKS:
        raise Http404
    form = ComeBackForm(request.POST or None, initial={"often": "slower"})
    if form.is_valid():
        text = _("Look at “%(sheet)s” again: how is it going?") % {"sheet": mine}
        actions.come_back_to(by=request.user, sheet=mine, weeks=form.weeks, text=text)
        messages.success(request, _("It is in your plan. You can move or remove each of these days."))
        return redirect("plans:plan")
    shown = {"sheet": mine, "form": form}
    return render(request, "plans/sheets/come_back.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_safe
def letter(request: PersonRequest, sheet_id: UUID) -> HttpResponse:
    """The letter that a sheet makes, to copy or to print; it is sent by nobody but its writer."""
    mine = own_sheet(request, sheet_id)
    if mine.kind != SheetKind.ASKING:
        raise Http404
    return render(request, "plans/sheets/letter.html", {"sheet": mine, "letter": letter_of(mine.words or {})})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def take_first_step(request: PersonRequest, kind: str, number: int) -> HttpResponse:
    """Put one of the first steps into one's plan."""
    step = numbered(kind).get(number)
    if step is None:
        raise Http404
    if request.method == "POST":
        actions.add_step(by=request.user, text=str(step.words), on=None, paths=[])
        messages.success(request, _("It is in your plan."))
        return redirect("plans:plan")
    return render(request, "plans/sheets/first_step.html", {"step": step, "kind": kind})


def own_sheet(request: PersonRequest, sheet_id: UUID) -> Sheet:
    """Fetch one of one's own sheets; anybody else's does not exist."""
    return get_object_or_404(Sheet.objects.visible_to(request.user), pk=sheet_id)
