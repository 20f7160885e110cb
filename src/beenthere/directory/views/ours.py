"""The entries that a member organisation keeps of its own services."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beenthere.core.access import allow
from beenthere.directory import actions
from beenthere.directory.forms import OwnServiceForm, told_of
from beenthere.directory.models import Service, Status
from beenthere.directory.shown_services import complete
from beenthere.orgs.models import Organisation
from beenthere.orgs.rules import is_coordinator
from beenthere.people.requests import PersonRequest


def own_service(request: PersonRequest, slug: str) -> Service:
    """An entry that an organisation of theirs keeps; any other does not exist here."""
    return get_object_or_404(complete(Service.objects.public().kept_for(request.user)), slug=slug)


@allow(is_coordinator)
def ours(request: PersonRequest) -> HttpResponse:
    """List what the organisations that one coordinates tell of their services."""
    shown = {
        "services": complete(Service.objects.public().kept_for(request.user)).order_by("confirm_by", "name"),
        "organisations": Organisation.objects.visible_to(request.user).coordinated_by(request.user).order_by("name"),
        "standings": Status.choices,
    }
    return render(request, "directory/ours.html", shown)


@allow(is_coordinator)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest, slug: str) -> HttpResponse:
    """Tell of a service of one's organisation."""
    organisation = get_object_or_404(
        Organisation.objects.visible_to(request.user).coordinated_by(request.user), slug=slug
    )
    form = OwnServiceForm(request.POST or None, initial={"province": organisation.province})
    if form.is_valid():
        node = form.node(str(uuid4()), organisation)
        kept = actions.keep_own(by=request.user, organisation=organisation, node=node)
        messages.success(request, _("It is listed now, for everybody."))
        return redirect(kept)
    shown = {"form": form, "organisation": organisation}
    return render(request, "directory/own_service.html", shown, status=422 if form.is_bound else 200)


@allow(is_coordinator)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PersonRequest, slug: str) -> HttpResponse:
    """Change what is told of it."""
    service = own_service(request, slug)
    organisation = get_object_or_404(
        Organisation.objects.visible_to(request.user).coordinated_by(request.user), pk=service.kept_by_id
    )
    form = OwnServiceForm(request.POST or None, initial=told_of(service))
    if form.is_valid():
        node = form.node(str(service.pk), organisation)
        actions.keep_own(by=request.user, organisation=organisation, node=node, service=service)
        messages.success(request, _("Changed, and confirmed today."))
        return redirect(service)
    shown = {"form": form, "organisation": organisation, "service": service}
    return render(request, "directory/own_service.html", shown, status=422 if form.is_bound else 200)


@allow(is_coordinator)
@require_POST
def confirm(request: PersonRequest, slug: str) -> HttpResponse:
    """Say with one button that it is still right, or whether it runs."""
    service, standing = own_service(request, slug), request.POST.get("standing", "")
    if standing in Status.values:
        actions.set_standing(by=request.user, service=service, status=standing)
    else:
        actions.confirm_own(by=request.user, service=service)
    messages.success(request, _("Thank you. The page says so from now on."))
    return redirect("directory:ours")
