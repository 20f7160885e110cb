"""Thanks, and not being left alone with something heavy."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from beenthere.core.access import allow
from beenthere.core.limits import WRITING, limited
from beenthere.matching import actions, reads, rules
from beenthere.matching.forms import HeavyForm, NoteForm, typed
from beenthere.matching.models import KindWord, Match
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def thanks(request: PersonRequest) -> HttpResponse:
    """The thanks I got: mine to read again, and nobody else's."""
    return render(request, "matching/thanks.html", {"thanks": reads.thanks_to(request.user)})


@allow(rules.is_peer)
@limited(WRITING)
def say_thanks(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Thank the one I walk or walked with."""
    both = Match.objects.visible_to(request.user).exclude(asker=None).exclude(supporter=None)
    ours = get_object_or_404(both, pk=pk)
    before = KindWord.objects.visible_to(request.user).filter(match=ours, author=request.user, kind="thanks").first()
    form = NoteForm(typed(request), label=_("Your words"), ready=before.text if before else "")
    if request.method == "POST" and form.is_valid():
        actions.say_thanks(by=request.user, match=ours, text=form.cleaned_data["text"])
        messages.success(request, _("Your thanks are on their way."))
        return redirect("matching:match", pk)
    page = {"form": form, "match": ours, "other": ours.other(request.user)}
    return render(request, "matching/say_thanks.html", page, status=422 if form.errors else 200)


@allow(rules.is_peer)
@limited(WRITING)
def heavy(request: PersonRequest, pk: UUID) -> HttpResponse:
    """That was a heavy one: write to somebody who listens to supporters."""
    ours = get_object_or_404(Match.objects.visible_to(request.user), pk=pk, supporter=request.user)
    form = HeavyForm(typed(request), listeners=reads.listeners_in_words(ours))
    if request.method == "POST" and form.is_valid():
        listener = form.listener()
        actions.say_it_was_heavy(by=request.user, match=ours, listener=listener, **form.words())
        return redirect("talk:with", listener.pk)
    page = {"form": form, "match": ours, "listeners": form.listeners, "i_listen": reads.listens(request.user)}
    return render(request, "matching/heavy.html", page, status=422 if form.errors else 200)
