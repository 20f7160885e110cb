"""Whoever gives a service says by a link whether its entry is right; whoever keeps the directory asks and reads."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow, public
from beenthere.core.limits import CODES, limited
from beenthere.directory import actions, keeping
from beenthere.directory.forms import AnswerForm, DecideForm
from beenthere.directory.models import Service, ServiceLink
from beenthere.directory.rules import keeps_the_directory, may_answer
from beenthere.people.requests import PersonRequest

ON_A_PAGE = 20


@public
@limited(CODES)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def still_right(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever gives a service says whether its entry is still right."""
    link = keeping.link_of(code)
    if link is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        return _answered(request, link, code, form)
    facts = keeping.facts_to_confirm(link.service)
    shown = {"link": link, "service": link.service, "facts": facts, "form": form}
    shown["seen"] = keeping.seen_of(link.service)
    return render(request, "directory/still_right.html", shown, status=422 if form.is_bound else 200)


def _answered(request: HttpRequest, link: ServiceLink, code: str, form: AnswerForm) -> HttpResponse:
    by = request.user if request.user.is_authenticated else None
    if not may_answer(by):
        messages.warning(request, _("You keep these pages: this is for whoever gives the service alone."))
        return redirect("directory:still-right", code)
    try:
        actions.answer_link(by=by, link=link, language=(get_language() or "en")[:2], **form.cleaned_data)
    except actions.AlreadyAnswered:
        pass  # the page says what was answered first
    except actions.SaysSomethingElse:
        messages.warning(request, _("The entry has changed while you were reading. Please look at it once more."))
    return redirect("directory:still-right", code)


def asked_about(slug: str) -> Service:
    """Fetch an entry that no organisation here keeps itself."""
    return get_object_or_404(Service.objects.public().filter(kept_by=None).select_related("provider"), slug=slug)


@allow(keeps_the_directory)
@require_safe
def due(request: PersonRequest) -> HttpResponse:
    """What whoever gives services said and somebody has to read, and which entries are due."""
    page = Paginator(keeping.due(), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/due.html", {"answers": keeping.to_read(), "page_obj": page})


@allow(keeps_the_directory)
@require_safe
def asking(request: PersonRequest, slug: str) -> HttpResponse:
    """Show an entry's link as a letter to copy, and what was answered."""
    service, links = asked_about(slug), ServiceLink.objects.visible_to(request.user).select_related("service__provider")
    link = links.standing().filter(service__slug=slug).first()
    answer = links.to_read().filter(service__slug=slug).order_by("answered_at").first()
    letters = [keeping.letter_for(link, code) for code in ("en", "fr")] if link and link.may_be_answered else []
    form = DecideForm(initial={"words": answer.words if answer else ""})
    shown = {"service": service, "link": link, "letters": letters, "answer": answer, "form": form}
    return render(request, "directory/asking.html", shown)


@allow(keeps_the_directory)
@require_POST
def ask(request: PersonRequest, slug: str) -> HttpResponse:
    """Make the link of an entry, or say that one has sent it."""
    service = asked_about(slug)
    link = ServiceLink.objects.visible_to(request.user).standing().filter(service=service).first()
    if link and request.POST.get("sent"):
        actions.note_sent(by=request.user, link=link)
        messages.success(request, _("Noted."))
    else:
        actions.ask_now(by=request.user, service=service)
    return redirect("directory:asking", slug)


@allow(keeps_the_directory)
@require_POST
def decide(request: PersonRequest, slug: str) -> HttpResponse:
    """Put an answer on the page, or set it aside."""
    rows = ServiceLink.objects.visible_to(request.user).to_read().select_related("service")
    link = rows.filter(service=asked_about(slug)).order_by("answered_at").first()
    form = DecideForm(request.POST)
    if link and form.is_valid():
        agree = bool(request.POST.get("agree"))
        actions.decide(by=request.user, link=link, agree=agree, words=form.cleaned_data["words"])
        messages.success(request, _("The page says so now.") if agree else _("Set aside. The page stays as it is."))
    return redirect("directory:due")
