"""Proposing something for the database without an account, and what became of it."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from beenthere.core.access import public
from beenthere.core.limits import CODES, PROPOSING, limited
from beenthere.training import actions
from beenthere.training.committee.proposal_codes import by_code, code_of, proposed_by
from beenthere.training.forms.proposing import AddForm, CorrectForm, FactsForm, FollowForm
from beenthere.training.models import Training
from beenthere.training.rules import committee_size

if TYPE_CHECKING:
    from beenthere.people.models import Person


@public
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited(PROPOSING)
def add(request: HttpRequest) -> HttpResponse:
    """Propose a training that is not in the database yet."""
    return _answer(request, AddForm(request.POST or None), None)


@public
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited(PROPOSING)
def wrong(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that something in a record is wrong, and what is right."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    return _answer(request, CorrectForm(request.POST or None, training=training), training)


def _answer(request: HttpRequest, form: FactsForm, training: Training | None) -> HttpResponse:
    """Show the form, or the code; the code stands in no address, where whoever comes next could read it."""
    shown: dict[str, object] = {"form": form, "training": training, "committee_size": committee_size()}
    if form.is_valid():
        proposal = actions.propose(by=_person(request), training=training, **form.proposed())
        return render(request, "training/proposed.html", shown | {"code": code_of(proposal)})
    return render(request, "training/propose.html", shown, status=422 if form.is_bound else 200)


@public
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited(CODES)
def proposals(request: HttpRequest) -> HttpResponse:
    """See with a code what became of a proposal; whoever is signed in also sees their own."""
    form, found = FollowForm(request.POST or None), None
    if form.is_valid():
        found = by_code(form.cleaned_data["code"])
        if found is None:
            form.add_error("code", _("There is no such code. Please check each letter."))
    shown: dict[str, object] = {
        "form": FollowForm() if found else form,
        "found": found,
        "mine": proposed_by(_person(request)),
        "committee_size": committee_size(),
    }
    if found:
        shown["code"] = code_of(found)
    return render(request, "training/proposals.html", shown, status=422 if form.errors else 200)


@public
@require_POST
@never_cache
@limited(CODES)
def take_back(request: HttpRequest) -> HttpResponse:
    """Take a proposal back with its code."""
    form = FollowForm(request.POST)
    if form.is_valid() and actions.take_back_by_code(code=form.cleaned_data["code"]):
        messages.success(request, _("It is taken back. What you wrote about how you know is forgotten."))
    return proposals(request)


def _person(request: HttpRequest) -> "Person | None":
    return request.user if request.user.is_authenticated else None
