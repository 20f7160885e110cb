"""The screens on which the committee keeps records fresh: their history, what is due, and whom to ask."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow, require
from beenthere.people.requests import PersonRequest
from beenthere.training import actions
from beenthere.training.catalogue.facts import label_of, plainly
from beenthere.training.committee.freshness import due_lines, due_records, freshness
from beenthere.training.committee.history import confirmations_of, earlier, history_of, merged_histories
from beenthere.training.committee.providers import letter_for
from beenthere.training.forms.committee import ReasonForm, UpkeepForm
from beenthere.training.models import ProviderLink, Training, Upkeep
from beenthere.training.rules import is_researcher, may_keep

ON_A_PAGE = 20


@allow(is_researcher)
@require_safe
def history(request: PersonRequest, slug: str) -> HttpResponse:
    """Everything that a record ever said."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    shown = {
        "training": training,
        "entries": history_of(training),
        "merged": merged_histories(training),
        "confirmations": confirmations_of(training),
    }
    return render(request, "training/committee/history.html", shown)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def go_back(request: PersonRequest, slug: str, number: int, fact: str) -> HttpResponse:
    """Propose that a fact says again what it said before."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    revision = earlier(training.revisions.all(), number, fact)
    if revision is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        made = actions.go_back(by=request.user, revision=revision, fact=fact, reason=form.cleaned_data["reason"])
        messages.success(request, _("Proposed. Others of the committee read it; you cannot be your own reader."))
        return redirect("research:proposal", made.pk)
    shown = {"form": form, "training": training, "revision": revision, "label": label_of(fact)}
    shown |= {"now": plainly(fact, getattr(training, fact)), "earlier": plainly(fact, revision.facts[fact])}
    return render(request, "training/committee/go_back.html", shown, status=422 if form.is_bound else 200)


@allow(is_researcher)
@require_safe
def due(request: PersonRequest) -> HttpResponse:
    """What is due, who has it, and how fresh the whole is."""
    mine = request.GET.get("mine") == "yes"
    page = Paginator(due_records(request.user if mine else None), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {"page_obj": page, "lines": due_lines(list(page), request.user), "fresh": freshness(), "mine": mine}
    return render(request, "training/committee/due.html", shown)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def upkeep(request: PersonRequest, slug: str) -> HttpResponse:
    """Whom to ask about a record, how often, and the letter with its link."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    kept = Upkeep.objects.visible_to(request.user).filter(training=training).first()
    link = ProviderLink.objects.visible_to(request.user).standing().filter(training=training).first()
    initial = {"contact": kept.contact if kept else "", "months": training.confirm_months}
    form = UpkeepForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.keep_up(by=request.user, training=training, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("research:upkeep", training.slug)
    letters = [letter_for(link, code) for code in ("en", "fr")] if link and link.is_open else []
    shown = {"form": form, "training": training, "link": link, "letters": letters}
    return render(request, "training/committee/upkeep.html", shown, status=422 if form.is_bound else 200)


@allow(is_researcher)
@require_POST
def ask(request: PersonRequest, slug: str) -> HttpResponse:
    """Make the link for a provider without waiting for the clock."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    actions.ask_now(by=request.user, training=training)
    return redirect("research:upkeep", training.slug)


@allow(is_researcher)
@require_POST
def sent(request: PersonRequest, slug: str) -> HttpResponse:
    """Say that one sent the link oneself."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    link = ProviderLink.objects.visible_to(request.user).standing().filter(training=training).first()
    require(may_keep, request.user, training)
    if link:
        actions.note_sent(by=request.user, link=link)
        messages.success(request, _("Noted. After 30 days without an answer the record says so."))
    return redirect("research:upkeep", training.slug)


@allow(is_researcher)
@require_POST
def keeper(request: PersonRequest, slug: str) -> HttpResponse:
    """Look after a record, or no longer."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    if request.POST.get("lay_down"):
        actions.lay_down(by=request.user, training=training)
    elif actions.look_after(by=request.user, training=training):
        messages.success(request, _("You look after it now."))
    else:
        messages.warning(request, _("Somebody else looks after it."))
    return redirect("research:due")
