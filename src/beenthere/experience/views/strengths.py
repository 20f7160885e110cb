"""My strengths: a walk through moments of one's own, the words that were found, and where they stand."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow
from beenthere.experience import actions, reads, rules, sentences, strengths
from beenthere.experience.forms import STEPS, FindForm, MomentForm, OnAboutForm, StrengthForm
from beenthere.experience.models import Moment, Shown, Strength
from beenthere.experience.rules import is_peer
from beenthere.people.requests import PersonRequest

PAGES = [*STEPS, "words"]  # the walk, one thing on each


def own_moment(request: PersonRequest, moment_id: UUID) -> Moment:
    """Fetch one of one's own moments; anybody else's does not exist."""
    return get_object_or_404(Moment.objects.visible_to(request.user), pk=moment_id)


def own_strength(request: PersonRequest, strength_id: UUID) -> Strength:
    """Fetch one of one's own strengths; anybody else's does not exist."""
    return get_object_or_404(Strength.objects.visible_to(request.user), pk=strength_id)


@allow(is_peer)
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    """Show the strengths, the moments, and whom one asked."""
    asked = strengths.asked_by(request.user)
    shown = {
        "strengths": strengths.strengths_of(request.user),
        "moments": Moment.objects.visible_to(request.user),
        "asked": [each for each in asked if not each.mirror.put_away],
        "put_away": [each for each in asked if each.mirror.put_away],
    }
    return render(request, "experience/strengths/mine.html", shown)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def walk(request: PersonRequest) -> HttpResponse:
    """Begin the walk: choose a moment, in words or without."""
    form = MomentForm(request.POST or None)
    if form.is_valid() and not rules.has_room_for_moment(request.user):
        form.add_error(None, _("You have two hundred moments here. You can remove one first."))
    if form.is_valid():
        moment = actions.begin_moment(by=request.user, told=form.told, new_id=form.cleaned_data["new_id"])
        return _onward(request, moment, "moment")
    return _page(request, form, "moment")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: PersonRequest, moment_id: UUID, step: str) -> HttpResponse:
    """Answer one question about a moment, or change the answer."""
    moment = own_moment(request, moment_id)
    if step == "words":
        return _words(request, moment)
    if step not in STEPS:
        raise Http404
    form = STEPS[step](request.POST or None, initial={part: getattr(moment, part) for part in Moment.PARTS})
    if form.is_valid():
        actions.tell_moment(by=request.user, moment=moment, told=form.told)
        return _onward(request, moment, step)
    return _page(request, form, step, moment)


def _words(request: PersonRequest, moment: Moment | None) -> HttpResponse:
    """Find words, for a moment or without one."""
    form = FindForm(Strength.objects.visible_to(request.user), moment, request.POST or None)
    if form.is_valid() and not rules.may_keep_strengths(
        request.user, len(form.found["codes"]) + len(form.found["own"])
    ):
        form.add_error(None, _("That is more than your list can hold. You can take something off it first."))
    if form.is_valid():
        actions.find_strengths(by=request.user, moment=moment, **form.found)
        if moment and "back" in request.POST:
            return redirect("experience:moment-step", moment.pk, PAGES[-2])
        messages.success(request, _("Kept. Your list is only for you."))
        return redirect("experience:strengths")
    return _page(request, form, "words", moment)


def _onward(request: PersonRequest, moment: Moment, step: str) -> HttpResponse:
    if "stop" in request.POST:
        messages.success(request, _("All is kept. You can go on whenever you like, or never."))
        return redirect("experience:moment", moment.pk)
    there = PAGES.index(step) + (-1 if "back" in request.POST else 1)
    return redirect("experience:moment-step", moment.pk, PAGES[max(there, 0)])


def _page(request: PersonRequest, form: Any, step: str, moment: Moment | None = None) -> HttpResponse:
    at = PAGES.index(step)
    shown = {"form": form, "moment": moment, "step": at + 1, "of": len(PAGES), "before": at > 0}
    shown |= {"asked": strengths.who_reads(moment) if moment else []}
    return render(request, f"experience/strengths/step_{step}.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Put words on the list without any moment."""
    return _words(request, None)


@allow(is_peer)
@require_safe
def moment(request: PersonRequest, moment_id: UUID) -> HttpResponse:
    """Show a moment with all that was written about it."""
    own = own_moment(request, moment_id)
    return render(request, "experience/strengths/moment.html", {"moment": own, "asked": strengths.who_reads(own)})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def moment_remove(request: PersonRequest, moment_id: UUID) -> HttpResponse:
    """Ask once, then forget a moment."""
    own = own_moment(request, moment_id)
    if request.method != "POST":
        return render(request, "experience/strengths/moment_remove.html", {"moment": own})
    actions.remove_moment(by=request.user, moment=own)
    messages.success(request, _("The moment is gone. What you found in it is still on your list."))
    return redirect("experience:strengths")


@allow(is_peer)
@require_safe
def strength(request: PersonRequest, strength_id: UUID) -> HttpResponse:
    """Show a strength: its sentence, its moments, where it stands, and what was heard."""
    own = own_strength(request, strength_id)
    shown = {"strength": own, "asked": strengths.who_reads(own)}
    return render(request, "experience/strengths/strength.html", shown)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PersonRequest, strength_id: UUID) -> HttpResponse:
    """Say a strength in other words."""
    own = own_strength(request, strength_id)
    form = StrengthForm.of(own, request.POST or None)
    if form.is_valid():
        actions.word_strength(by=request.user, strength=own, **form.cleaned_data)
        messages.success(request, _("Kept. What you put out before stays as it is."))
        return redirect("experience:strength", own.pk)
    shown = {"form": form, "strength": own, "asked": strengths.who_reads(own)}
    return render(request, "experience/strengths/edit.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def on_about(request: PersonRequest, strength_id: UUID) -> HttpResponse:
    """Put a strength's sentence on “about me”, change it there, or take it off."""
    own = own_strength(request, strength_id)
    form = OnAboutForm.of(own, request.POST or None)
    if form.is_valid():
        actions.put_on_about(by=request.user, strength=own, **form.cleaned_data)
        off = form.cleaned_data["shown"] == Shown.ME
        seen = sentences.after_yes(reads.companions(request.user))
        messages.success(request, _("It does not stand there.") if off else seen)
        return redirect("experience:strength", own.pk)
    shown = {"form": form, "strength": own}
    return render(request, "experience/strengths/on_about.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def up(request: PersonRequest, strength_id: UUID) -> HttpResponse:
    """Let a strength stand one higher."""
    actions.move_strength_up(by=request.user, strength=own_strength(request, strength_id))
    return redirect("experience:strengths")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, strength_id: UUID) -> HttpResponse:
    """Ask once, then take a strength off the list."""
    own = own_strength(request, strength_id)
    if request.method != "POST":
        return render(request, "experience/strengths/remove.html", {"strength": own})
    actions.remove_strength(by=request.user, strength=own)
    messages.success(request, _("It is off your list."))
    return redirect("experience:strengths")


@allow(is_peer)
@require_POST
def forget(request: PersonRequest, strength_id: UUID, number: int) -> HttpResponse:
    """Take away something that was kept beside a strength."""
    own = own_strength(request, strength_id)
    actions.forget_heard(by=request.user, strength=own, at=number)
    messages.success(request, _("It no longer stands here."))
    return redirect("experience:strength", own.pk)
