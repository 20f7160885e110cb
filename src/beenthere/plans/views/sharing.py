"""One path, shown to somebody else: give, look as they look, stop, read, suggest, answer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.consent.actions import look
from beenthere.consent.models import Grant
from beenthere.core.access import allow
from beenthere.people import actions as people
from beenthere.people.models import Person
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, rules
from beenthere.plans.forms import ShareForm, SuggestForm
from beenthere.plans.models import SHARED, Path, Suggestion
from beenthere.plans.picture import SharedPath
from beenthere.plans.views.paths import own_path


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: PersonRequest, path_id: UUID) -> HttpResponse:
    """Choose a reader and a day, read in one sentence what that means, then say yes."""
    mine = own_path(request, path_id)
    form = ShareForm(request.user, request.POST or None)
    if form.is_valid() and form.cleaned_data["sure"]:
        reader = get_object_or_404(Person.objects.visible_to(request.user), pk=form.cleaned_data["reader"])
        actions.share_path(by=request.user, path=mine, reader=reader, until=form.cleaned_data["until"])
        messages.success(request, _("%(name)s can read this path now.") % {"name": reader.name})
        return redirect("plans:path", mine.pk)
    if form.is_valid():
        return render(request, "plans/share_sure.html", {"path": mine, "form": form})
    return render(request, "plans/share.html", {"path": mine, "form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_safe
def as_seen(request: PersonRequest, grant_id: UUID) -> HttpResponse:
    """Show the owner just what the reader sees."""
    grant = get_object_or_404(
        Grant.objects.visible_to(request.user).running().filter(owner=request.user.pk, what=SHARED), pk=grant_id
    )
    mine = own_path(request, grant.thing)
    reader = get_object_or_404(Person.objects.visible_to(request.user), pk=grant.reader)
    shown = {"shared": SharedPath(mine, reader), "reader": reader.name, "grant": grant}
    return render(request, "plans/as_seen.html", shown)


@allow(is_peer)
@require_POST
def stop(request: PersonRequest, grant_id: UUID) -> HttpResponse:
    """Stop a sharing at once."""
    grant = get_object_or_404(Grant.objects.visible_to(request.user).filter(owner=request.user.pk), pk=grant_id)
    people.stop_sharing(by=request.user, grant=grant)
    messages.success(request, _("Stopped. Nobody sees this path through that sharing any more."))
    return redirect("plans:plan")


def readable_path(request: PersonRequest, path_id: UUID) -> Path:
    """Fetch a path that somebody lets this person read today; any other does not exist."""
    return get_object_or_404(Path.objects.readable_by(request.user).select_related("person", "occupation"), pk=path_id)


@allow(is_peer)
@require_safe
def shared(request: PersonRequest, path_id: UUID) -> HttpResponse:
    """Read a shared path. The owner's read log comes first: if it cannot be written, nothing is shown."""
    theirs = readable_path(request, path_id)
    look(reader=request.user.pk, owner=theirs.person_id, what=SHARED, thing=theirs.pk)
    may_suggest = rules.may_suggest(request.user, theirs)
    shown = {"shared": SharedPath(theirs, request.user), "may_suggest": may_suggest}
    return render(request, "plans/shared.html", shown)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: PersonRequest, path_id: UUID) -> HttpResponse:
    """Suggest a step for a shared path."""
    theirs = readable_path(request, path_id)
    if not rules.may_suggest(request.user, theirs):
        return redirect("plans:shared", theirs.pk)
    look(reader=request.user.pk, owner=theirs.person_id, what=SHARED, thing=theirs.pk)
    form = SuggestForm(request.user, request.POST or None)
    if form.is_valid():
        actions.suggest_step(by=request.user, path=theirs, **form.cleaned_data)
        told = {"name": theirs.person.name}
        messages.success(request, _("%(name)s sees your suggestion now, and decides.") % told)
        return redirect("plans:shared", theirs.pk)
    return render(request, "plans/suggest.html", {"form": form, "path": theirs}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def accept(request: PersonRequest, suggestion_id: UUID) -> HttpResponse:
    """Make a suggested step one's own."""
    if actions.accept_suggestion(by=request.user, suggestion=_own_suggestion(request, suggestion_id)):
        messages.success(request, _("It is your step now. Change it as you like."))
    return redirect("plans:plan")


@allow(is_peer)
@require_POST
def decline(request: PersonRequest, suggestion_id: UUID) -> HttpResponse:
    """Leave a suggestion, without a reason."""
    actions.decline_suggestion(by=request.user, suggestion=_own_suggestion(request, suggestion_id))
    messages.success(request, _("Left aside. No reason needed."))
    return redirect("plans:plan")


def _own_suggestion(request: PersonRequest, suggestion_id: UUID) -> Suggestion:
    mine = Suggestion.objects.visible_to(request.user).filter(person=request.user.pk).select_related("path")
    return get_object_or_404(mine, pk=suggestion_id)
