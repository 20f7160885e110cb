"""What readers do: tick that they read, read and answer, translate, look after what somebody worries about."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beenthere.core.access import allow, require
from beenthere.core.limits import WRITING, limited
from beenthere.library import actions, illustrated, reads, rules
from beenthere.library.forms import AnswerForm, ReaderForm, TranslationForm
from beenthere.library.models import Card, Reading
from beenthere.library.models.cards import DESCRIBED, PARTS
from beenthere.library.rules import may_read_for_others, reads_for_others
from beenthere.people.requests import PersonRequest


def own_reading(request: PersonRequest, reading_id: UUID) -> Reading:
    """Fetch what waits to be read by this person; any other does not exist."""
    return get_object_or_404(Reading.objects.visible_to(request.user).select_related("writing__person"), pk=reading_id)


@allow(may_read_for_others)
@require_http_methods(["GET", "HEAD", "POST"])
def readings(request: PersonRequest) -> HttpResponse:
    """Tick in which languages one reads, and see what waits."""
    form = ReaderForm(request.POST or None, initial={"languages": reads.languages_of(request.user)})
    if request.method == "POST" and form.is_valid():
        ticked = form.cleaned_data["languages"]
        if ticked:
            actions.read_for_others(by=request.user, english="en" in ticked, french="fr" in ticked)
        else:
            actions.stop_reading(by=request.user)
        messages.success(request, _("Kept. Thank you for reading.") if ticked else _("Kept. You are asked no more."))
        return redirect("library:readings")
    shown = {"form": form, "waiting": reads.waiting_for(request.user), "worried": reads.worried(request.user)}
    return render(request, "library/readings.html", shown, status=422 if form.is_bound else 200)


@allow(reads_for_others)
@limited(WRITING)
@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: PersonRequest, reading_id: UUID) -> HttpResponse:
    """Read what somebody wrote, and answer kindly."""
    asked = own_reading(request, reading_id)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        answer = actions.answer_yes if form.cleaned_data["answer"] == "yes" else actions.ask_for_change
        answer(by=request.user, reading=asked, words=form.cleaned_data["words"])
        messages.success(request, _("Thank you. Your words are on their way."))
        return redirect("library:readings")
    shown = {"form": form, "reading": asked, "shown": reads.as_readers_see(asked.writing)}
    shown["media"] = illustrated.of_reading(asked)
    return render(request, "library/reading.html", shown, status=422 if form.is_bound else 200)


@allow(reads_for_others)
@require_POST
def pass_on(request: PersonRequest, reading_id: UUID) -> HttpResponse:
    """Leave it to somebody else."""
    actions.pass_on(by=request.user, reading=own_reading(request, reading_id))
    messages.success(request, _("Somebody else is asked. No reason needed."))
    return redirect("library:readings")


@allow(reads_for_others)
@limited(WRITING)
@require_http_methods(["GET", "HEAD", "POST"])
def translate(request: PersonRequest, slug: str) -> HttpResponse:
    """Tell a card in the other language."""
    card = get_object_or_404(Card.objects.public(), slug=slug)
    require(rules.may_translate, request.user, card)
    told = [part for part in (*PARTS, *DESCRIBED) if getattr(card.text, part)]
    form = TranslationForm(told, request.POST or None)
    if form.is_valid():
        actions.translate(by=request.user, card=card, words=form.cleaned_data)
        messages.success(request, _("Thank you. It can be read in both languages now."))
        return redirect("library:card", slug)
    return render(request, "library/translate.html", {"form": form, "card": card}, status=422 if form.is_bound else 200)


@allow(reads_for_others)
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: PersonRequest, slug: str) -> HttpResponse:
    """Look at a card that somebody worries about: take it out of sight, or leave it."""
    card = get_object_or_404(Card.objects.public(), slug=slug)
    require(rules.may_put_away, request.user, card)
    if request.method != "POST":
        return render(request, "library/look.html", {"card": card, "worries": reads.worries_about(card)})
    wrong = request.POST.get("answer") == "away"
    actions.put_away(by=request.user, card=card, wrong=wrong)
    messages.success(request, _("It is out of sight.") if wrong else _("It stays."))
    return redirect("library:readings")
