"""My own questions: choose them, answer when one likes, see the answers over time, show one to one person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.consent.actions import look
from beenthere.core.access import allow
from beenthere.people.models import Person
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions
from beenthere.plans.forms import AnswersForm, MeasuresForm, ShareForm
from beenthere.plans.models import SHARED_MEASURE, Measure
from beenthere.plans.over_time import OverTime, all_over_time


@allow(is_peer)
@require_safe
def measures(request: PersonRequest) -> HttpResponse:
    """All questions with what was answered over time, beside what happened on the paths."""
    return render(request, "plans/measures/all.html", {"over_time": all_over_time(request.user)})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PersonRequest) -> HttpResponse:
    """Choose which questions to ask oneself, and how often."""
    form = MeasuresForm(list(Measure.objects.visible_to(request.user).current()), request.POST or None)
    if form.is_valid():
        chosen = {"questions": form.cleaned_data["questions"], "own": form.own()}
        actions.choose_measures(by=request.user, rhythm=form.cleaned_data["rhythm"], **chosen)
        messages.success(request, _("Kept. Only you see them."))
        return redirect("plans:measures-answer" if any(chosen.values()) else "plans:measures")
    return render(request, "plans/measures/choose.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: PersonRequest) -> HttpResponse:
    """Today's answers; each may be left out."""
    form = AnswersForm(list(Measure.objects.visible_to(request.user).current()), request.POST or None)
    if not form.measures:
        return redirect("plans:measures-choose")
    if form.is_valid():
        actions.answer_measures(by=request.user, answers=form.answers())
        messages.success(request, _("Kept. Only you see it."))
        return redirect("plans:measures")
    return render(request, "plans/measures/answer.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def leave(request: PersonRequest) -> HttpResponse:
    """Not now."""
    actions.leave_measures(by=request.user)
    return redirect("home:front")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, measure_id: UUID) -> HttpResponse:
    """Take a question away with its answers, after being asked once."""
    mine = own_measure(request, measure_id)
    if request.method == "POST":
        actions.remove_measure(by=request.user, measure=mine)
        messages.success(request, _("Removed, with all its answers."))
        return redirect("plans:measures")
    return render(request, "plans/measures/remove.html", {"measure": mine})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: PersonRequest, measure_id: UUID) -> HttpResponse:
    """Choose a reader and a day, read in one sentence what that means, then say yes."""
    mine, form = own_measure(request, measure_id), ShareForm(request.user, request.POST or None)
    shown = {"measure": mine, "form": form}
    if form.is_valid() and form.cleaned_data["sure"]:
        reader = get_object_or_404(Person.objects.visible_to(request.user), pk=form.cleaned_data["reader"])
        actions.share_measure(by=request.user, measure=mine, reader=reader, until=form.cleaned_data["until"])
        messages.success(request, _("%(name)s can read this question and its answers now.") % {"name": reader.name})
        return redirect("plans:measures")
    if form.is_valid():
        return render(request, "plans/measures/share_sure.html", shown)
    return render(request, "plans/measures/share.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_safe
def shared(request: PersonRequest, measure_id: UUID) -> HttpResponse:
    """Read somebody's question and answers. Their read log comes first: if it cannot be written, nothing is shown."""
    theirs = get_object_or_404(Measure.objects.readable_by(request.user).select_related("person"), pk=measure_id)
    look(reader=request.user.pk, owner=theirs.person_id, what=SHARED_MEASURE, thing=theirs.pk)
    return render(request, "plans/measures/shared.html", {"each": OverTime.alone(theirs), "owner": theirs.person})


def own_measure(request: PersonRequest, measure_id: UUID) -> Measure:
    """Fetch one of one's own questions; anybody else's does not exist."""
    return get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
