"""Coming into an organisation, and leaving it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow, public
from beenthere.core.limits import CODES, limited
from beenthere.orgs import actions, reads
from beenthere.orgs.forms import CodeForm, SetupForm
from beenthere.orgs.models import Membership, Role
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer


@public
@require_http_methods(["GET", "HEAD", "POST"])
@limited(CODES)
def setup(request: HttpRequest) -> HttpResponse:
    """Make the first organisation; afterwards this address does not exist."""
    if not reads.needs_setup():
        raise Http404
    if not request.user.is_authenticated:
        return render(request, "orgs/setup_account.html")
    form = SetupForm(request.POST or None)
    if form.is_valid():
        _organisation, invitation = actions.set_up(by=request.user, **form.cleaned_data)
        messages.success(request, _("It stands. Welcome."))
        return redirect("desk:invitation", invitation.id) if invitation else redirect("desk:desk")
    return render(request, "orgs/setup.html", {"form": form}, status=422 if form.is_bound else 200)


@public
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited(CODES)
def enter_code(request: HttpRequest) -> HttpResponse:
    """Type the code of a printed invitation."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return redirect("orgs:invitation", form.cleaned_data["code"])
    return render(request, "orgs/enter_code.html", {"form": form}, status=422 if form.is_bound else 200)


@public
@require_safe
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """Read an invitation before saying yes to it."""
    found = reads.find_invitation(code)
    if found is None:
        # Used, expired, taken back or never made: all look alike, so that nobody can try codes out.
        return render(request, "orgs/invitation_gone.html", status=404)
    return render(request, "orgs/invitation.html", {"invitation": found, "code": code, "roles": Role})


@allow(is_peer)
@require_POST
@limited(CODES)
def accept(request: PersonRequest, code: str) -> HttpResponse:
    """Say yes to an invitation."""
    membership = actions.accept_invitation(by=request.user, code=code)
    messages.success(request, _("You are in. Welcome to %(name)s.") % {"name": membership.organisation.name})
    return redirect("orgs:mine")


@allow(is_peer)
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    """The organisations one takes part in, now and before."""
    rows = list(Membership.objects.visible_to(request.user).of(request.user))
    current = [row for row in rows if row.ended_at is None]
    past = [row for row in rows if row.ended_at is not None]
    return render(request, "orgs/mine.html", {"current": current, "past": past, "roles": Role})


@allow(is_peer)
def leave(request: PersonRequest, membership_id: UUID) -> HttpResponse:
    """Lay down a role with one button; only who would leave a desk empty is asked once more."""
    membership = get_object_or_404(Membership.objects.visible_to(request.user).of(request.user), pk=membership_id)
    if request.method != "POST":  # the question after a change of language
        return redirect("orgs:mine")
    if reads.leaves_an_empty_desk(request.user, membership) and "sure" not in request.POST:
        return render(request, "orgs/last_one.html", {"organisation": membership.organisation}, status=422)
    actions.leave(by=request.user, membership=membership)
    messages.success(request, _("You left. Thank you for the time you gave."))
    return redirect("orgs:mine")
