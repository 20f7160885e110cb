"""Strengths that somebody found, put on their résumés by their own choice, one sentence at a time."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from beenthere.core.access import allow
from beenthere.experience.models import Strength
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, reads, rules
from beenthere.plans.forms import StrengthOnForm
from beenthere.plans.views.resume import own_resumes


@allow(is_peer)
@require_safe
def strengths(request: PersonRequest) -> HttpResponse:
    """Show the strengths, and which of them stand on a résumé."""
    rows = list(Strength.objects.visible_to(request.user))
    return render(request, "plans/resume_strengths.html", {"stands": reads.stand_on_resumes(request.user, rows)})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def strength(request: PersonRequest, strength_id: UUID) -> HttpResponse:
    """Word the sentence with which a strength stands on résumés, and say on which."""
    mine = get_object_or_404(Strength.objects.visible_to(request.user), pk=strength_id)
    stand = reads.stand_on_resumes(request.user, [mine])[0]
    form = StrengthOnForm.of(mine.as_said, stand.fact, own_resumes(request), request.POST or None)
    if form.is_valid() and not (stand.fact or rules.may_tell_facts(request.user, 1)):
        form.add_error(None, _("That is more than we can keep for your résumés. You can remove something first."))
    if form.is_valid():
        actions.put_strength(by=request.user, strength=mine, fact=form.fact, resumes=form.resumes)
        messages.success(request, _("Kept. The sentence is ready for your résumés."))
        return redirect("plans:resume")
    shown = {"form": form, "strength": mine, "stand": stand}
    return render(request, "plans/resume_strength.html", shown, status=422 if form.is_bound else 200)
