"""Trusted people, and the way back in with two of them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from beenthere.core.access import allow, public
from beenthere.core.limits import CODES, limited
from beenthere.people import actions, reads, rules, sessions
from beenthere.people.forms import BeginReturnForm, FinishReturnForm, TrustCodeForm
from beenthere.people.models import TrustedPerson
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def trusted(request: PersonRequest) -> HttpResponse:
    """Who can let me back in, whom I can let back in, and whether somebody is at it."""
    mine, others = reads.trust_of(request.user)
    page = {"mine": mine, "others": others, "returns": reads.returns_of(request.user), "form": TrustCodeForm()}
    page["yeses"] = sum(each.trusted.said_yes_at is not None for each in mine)
    return render(request, "people/trusted.html", page)


@require_POST
@allow(rules.is_peer)
def ask_trusted(request: PersonRequest) -> HttpResponse:
    """Make a code for somebody I trust."""
    if actions.ask_to_be_trusted(by=request.user) is None:
        messages.info(request, _("Three are enough. End one first if you would like to ask somebody else."))
    return redirect("people:trusted")


@require_POST
@allow(rules.is_peer)
def stop_trusting(request: PersonRequest, trusted_id: UUID) -> HttpResponse:
    """End it with one of them."""
    row = get_object_or_404(TrustedPerson.objects.visible_to(request.user), pk=trusted_id)
    actions.stop_trusting(by=request.user, trusted=row)
    messages.success(request, _("It is ended."))
    return redirect("people:trusted")


@allow(rules.is_peer)
@limited(CODES)
def trust_code(request: PersonRequest) -> HttpResponse:
    """Type a code that somebody gave me: to be trusted by them, or to let them back in."""
    form = TrustCodeForm(request.POST or None, person=request.user)
    if form.is_valid():
        return render(request, "people/trust_sure.html", form.found())
    return render(request, "people/trust_code.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
@limited(CODES)
def trust_yes(request: PersonRequest) -> HttpResponse:
    """Say yes to what the code is for; whoever only looks here types the code."""
    if request.method != "POST":
        return redirect("people:trust-code")
    form = TrustCodeForm(request.POST, person=request.user)
    if not form.is_valid():
        return render(request, "people/trust_code.html", {"form": form}, status=422)
    found = form.found()
    if way_back := found["way_back"]:
        actions.confirm_return(by=request.user, way_back=way_back)
        messages.success(request, _("Thank you. With a second yes, three days begin in which it can still be stopped."))
    elif actions.say_yes(by=request.user, trusted=found["trusted"]):
        messages.success(request, _("You are one of their trusted people now."))
    else:
        messages.info(request, _("This code is no longer open. Ask whoever gave it to you for a new one."))
    return redirect("people:trusted")


@require_POST
@allow(rules.is_peer)
def stop_returns(request: PersonRequest) -> HttpResponse:
    """Nobody needs to be let into my account: I am here."""
    actions.stop_returns(by=request.user)
    messages.success(request, _("It is stopped. Nobody gets in this way."))
    return redirect("people:trusted")


@public
@never_cache
@limited(CODES)
def begin_return(request: HttpRequest) -> HttpResponse:
    """Begin the way back with two trusted people; the answer is the same for a word that is nobody's."""
    form = BeginReturnForm(request.POST or None)
    if form.is_valid():
        way_back = actions.begin_return(sign_in_word=form.cleaned_data["sign_in_word"])
        return render(request, "people/return_begun.html", {"way_back": way_back})
    return render(request, "people/return_begin.html", {"form": form}, status=422 if form.is_bound else 200)


@public
@never_cache
def finish_return(request: HttpRequest) -> HttpResponse:
    """Set a new passphrase once two confirmed and three days have passed."""
    form = FinishReturnForm(request.POST if request.method == "POST" else None)
    person = sessions.returned(request, form) if form.is_valid() else None
    if person:
        return sessions.begin(request, person, own_device=False, then=sessions.front())
    return render(request, "people/return_finish.html", {"form": form}, status=422 if form.is_bound else 200)
