"""Paths: begin, look at, word anew, walk slower or faster, remove."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, applied, reads
from beenthere.plans.forms import PathForm
from beenthere.plans.models import Pace, Path
from beenthere.plans.picture import road_of


def own_path(request: PersonRequest, path_id: UUID) -> Path:
    """Fetch one of the person's own paths; any other does not exist."""
    return get_object_or_404(Path.objects.visible_to(request.user).select_related("occupation"), pk=path_id)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Begin a path."""
    form = PathForm.towards(request.GET.get("occupation", ""), request.GET.get("kind", ""), request.POST or None)
    if form.is_valid():
        actions.start_path(by=request.user, **form.cleaned_data)
        messages.success(request, _("Your path is on the road. Change it whenever you like."))
        return redirect("plans:plan")
    return render(request, "plans/path_new.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_safe
def path(request: PersonRequest, path_id: UUID) -> HttpResponse:
    """Show one path with its steps, its pace and who may read it."""
    mine = own_path(request, path_id)
    shared = reads.sharings(request.user, mine)
    lines = applied.lines_on(request.user, mine)
    shown = {"path": mine, "road": road_of(mine), "paces": Pace.choices, "sharings": shared, "lines": lines}
    return render(request, "plans/path.html", shown)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PersonRequest, path_id: UUID) -> HttpResponse:
    """Word a path anew."""
    mine = own_path(request, path_id)
    form = PathForm.of(mine, request.POST or None)
    if form.is_valid():
        told = {name: value for name, value in form.cleaned_data.items() if name != "new_id"}
        actions.change_path(by=request.user, path=mine, **told)
        messages.success(request, _("Kept."))
        return redirect("plans:path", mine.pk)
    return render(request, "plans/path_edit.html", {"form": form, "path": mine}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def pace(request: PersonRequest, path_id: UUID) -> HttpResponse:
    """Change the pace of a path."""
    mine, wanted = own_path(request, path_id), request.POST.get("pace", "")
    if wanted in Pace.values:
        actions.pace_path(by=request.user, path=mine, pace=wanted)
        messages.success(request, _("Kept. You can change the pace at any time."))
    return redirect("plans:path", mine.pk)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, path_id: UUID) -> HttpResponse:
    """Ask once, then remove a path."""
    mine = own_path(request, path_id)
    if request.method != "POST":
        return render(request, "plans/path_remove.html", {"path": mine})
    actions.remove_path(by=request.user, path=mine)
    messages.success(request, _("The path is gone. Its steps are still there."))
    return redirect("plans:plan")
