"""What everybody can read, and what a signed-in person says of it."""

import secrets

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from beenthere.core.access import allow, public
from beenthere.core.limits import PROPOSING, limited
from beenthere.library import actions, illustrated, reads
from beenthere.library.forms import WishesForm, WorryForm
from beenthere.library.illustrated import words_only
from beenthere.library.models import Card
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer

ON_A_PAGE = 15


@public
@vary_on_headers("Save-Data")
def cards(request: HttpRequest) -> HttpResponse:
    """Search cards and stories and narrow them down, but for what the person would rather not see."""
    typed = request.GET.dict()
    narrowed = reads.matching(typed)
    wishes = reads.wishes_of(request.user)
    away = reads.hidden_slugs(wishes.hidden or [])
    left = [line for line in narrowed if line.key not in away] if away else narrowed
    page = Paginator(left, ON_A_PAGE).get_page(typed.get("page"))
    shown = {
        "query": narrowed.query,
        "narrowed": narrowed,
        "page_obj": page,
        "cards": reads.listed([line.key for line in page], words_only(request, wishes.words_only)),
        "leaves_out": bool(away),
    }
    return render(request, "library/cards.html", shown)


@public
@vary_on_headers("Save-Data")
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one card, what others say of it in fives, and what the person said."""
    found = get_object_or_404(Card.objects.public(), slug=slug)
    shown = {
        "card": found,
        "media": illustrated.of_card(found),
        "words_only": words_only(request, reads.wishes_of(request.user).words_only),
        "about": reads.about(found.subject, found.subject_key),
        "counts": reads.counts(found),
        "mine": reads.own_saying(request.user, found),
        "may_act": request.user.is_authenticated,
    }
    return render(request, "library/card.html", shown)


@public
def surprise(request: HttpRequest) -> HttpResponse:
    """Lead to any card."""
    hidden = reads.wishes_of(request.user).hidden or []
    found = reads.surprise(hidden, secrets.randbelow(1_000_000))
    return redirect(found.get_absolute_url() if found else "library:list")


@allow(is_peer)
@require_POST
def say(request: PersonRequest, slug: str) -> HttpResponse:
    """Say how it went, change it, or take it back."""
    found, what = get_object_or_404(Card.objects.public(), slug=slug), request.POST.get("what", "")
    if what in found.sayings and what != reads.own_saying(request.user, found):
        actions.say(by=request.user, card=found, what=what)
        messages.success(request, _("Kept. Nobody sees who said what; the page counts in fives, once a month."))
    elif what:
        actions.take_saying_back(by=request.user, card=found)
        messages.success(request, _("Taken back."))
    return redirect("library:card", slug)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: PersonRequest) -> HttpResponse:
    """Choose what the library leaves out, and stop its offers elsewhere."""
    now = reads.wishes_of(request.user)
    form = WishesForm.of(now, request.POST or None)
    if request.method == "POST" and form.is_valid():
        ticked = {name: form.cleaned_data[name] for name in ("no_offers", "words_only")}
        actions.choose_wishes(by=request.user, hidden=form.all_hidden, **ticked)
        messages.success(request, _("Kept. You can change it at any time."))
        return redirect("library:list")
    return render(request, "library/wishes.html", {"form": form}, status=422 if form.is_bound else 200)


@public
@never_cache
@limited(PROPOSING)
@require_http_methods(["GET", "HEAD", "POST"])
def wrong(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that something may be wrong with a card, without saying who says it."""
    found = get_object_or_404(Card.objects.public(), slug=slug)
    form = WorryForm(request.POST or None)
    if form.is_valid():
        actions.worry(card=found, what=form.cleaned_data["what"])
        messages.success(request, _("Thank you. Peers who read for others look at it. Nobody is told who said it."))
        return redirect("library:card", slug)
    return render(request, "library/wrong.html", {"form": form, "card": found}, status=422 if form.is_bound else 200)
