"""What stands open to whoever holds a link, and what waits in public."""

import re
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from beenthere.core.access import allow, public
from beenthere.core.limits import CODES, limited
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.training import actions
from beenthere.training.catalogue.record import last_number
from beenthere.training.committee.differences import rows_of
from beenthere.training.committee.providers import facts_to_confirm, link_of
from beenthere.training.committee.queue import named
from beenthere.training.forms.committee import ASKED_OF_PROVIDERS, ProviderForm
from beenthere.training.models import Answer, Proposal, ProviderLink
from beenthere.training.rules import may_answer

ON_A_PAGE = 20


@public
@limited(CODES)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever gives a training says whether its record is still right."""
    link = _link(code)
    answer, seen = request.POST.get("answer", ""), request.POST.get("seen", "")
    if request.method == "POST" and answer in {Answer.STILL, Answer.ENDED}:
        return _answered(request, link, code, answer, seen=int(seen) if re.fullmatch("[0-9]{1,9}", seen) else None)
    shown = {"link": link, "training": link.training, "code": code, "facts": facts_to_confirm(link.training)}
    shown["seen"] = last_number(link.training)
    return render(request, "training/confirm.html", shown, status=400 if request.method == "POST" else 200)


@public
@limited(CODES)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_correct(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever gives a training corrects its record."""
    link = _link(code)
    if not link.is_open:
        return redirect("training:confirm", code)
    form = ProviderForm(request.POST or None, names=ASKED_OF_PROVIDERS, training=link.training)
    if form.is_valid():
        return _answered(request, link, code, Answer.CORRECTED, words=form.cleaned_data["words"], **form.told())
    shown = {"form": form, "training": link.training, "code": code}
    return render(request, "training/confirm_correct.html", shown, status=422 if form.is_bound else 200)


@public
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """What one reader found right and now waits in public, so that anybody can object."""
    rows = Proposal.objects.public().select_related("training__merged_into").order_by("publish_on", "pk")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    lines = [(one, *named(one), rows_of(one)) for one in page]
    return render(request, "training/waiting.html", {"page_obj": page, "lines": lines})


@allow(is_peer)
@require_safe
def decided(request: PersonRequest, proposal_id: UUID) -> HttpResponse:
    """What became of something that one proposed while signed in."""
    rows = Proposal.objects.visible_to(request.user).filter(by=request.user).select_related("training__merged_into")
    row = get_object_or_404(rows.prefetch_related("readings"), pk=proposal_id)
    record, language = named(row)
    shown = {"proposal": row, "record": record, "language": language, "rows": rows_of(row)}
    return render(request, "training/decided.html", shown)


def _link(code: str) -> ProviderLink:
    link = link_of(code)
    if link is None or link.training.merged_into_id:
        raise Http404
    return link


def _answered(request: HttpRequest, link: ProviderLink, code: str, answer: str, **told: object) -> HttpResponse:
    by = request.user if request.user.is_authenticated else None
    if not may_answer(by):
        messages.warning(request, _("You sit on the research committee: this is for whoever gives the training alone."))
        return redirect("training:confirm", code)
    try:
        told["language"] = (get_language() or "en")[:2]
        actions.answer_link(by=by, link=link, answer=answer, **told)  # type: ignore[arg-type]
    except actions.AlreadyAnswered:
        pass  # the page says what was answered first
    except actions.SaysSomethingElse:
        messages.warning(request, _("The record has changed while you were reading. Please look at it once more."))
    return redirect("training:confirm", code)
