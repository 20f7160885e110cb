"""What stands on one's résumés: the facts, the head, and what another program's file brings."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from beenthere.core.access import allow
from beenthere.core.limits import Limit, limited
from beenthere.core.uploads import takes_a_file
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, laid_out, rules
from beenthere.plans.forms import BringResumeForm, FactForm, KeepForm, LinesForm, ResumeAboutForm
from beenthere.plans.models import FactKind, Resume, ResumeFact
from beenthere.plans.resume.facts import LISTED
from beenthere.plans.resume.jsonresume import MOST_BYTES

BRINGING = Limit("bringing a résumé", 10, 60)
Written = FactForm | LinesForm


def own_fact(request: PersonRequest, fact_id: UUID) -> ResumeFact:
    """Fetch one of the person's own facts; any other does not exist."""
    return get_object_or_404(ResumeFact.objects.visible_to(request.user), pk=fact_id)


def own_resumes(request: PersonRequest) -> list[Resume]:
    """Every résumé of the person."""
    return list(Resume.objects.visible_to(request.user))


@allow(is_peer)
@require_safe
def resume(request: PersonRequest) -> HttpResponse:
    """Show the résumés and all that was told for them."""
    facts = list(ResumeFact.objects.visible_to(request.user))
    told = [(kind, [row for row in facts if row.fact.kind == kind]) for kind in FactKind]
    head = laid_out.resume_about_of(request.user)
    shown = {"resumes": own_resumes(request), "kinds": told, "head": head, "is_blank": not facts}
    return render(request, "plans/resume.html", shown)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def about(request: PersonRequest) -> HttpResponse:
    """Say who it is and how to reach them."""
    form = ResumeAboutForm(request.POST or None, initial=laid_out.resume_about_of(request.user).told())
    if form.is_valid():
        actions.tell_resume_about(by=request.user, about=form.about)
        messages.success(request, _("Kept."))
        return redirect("plans:resume")
    return render(request, "plans/resume_about.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def fact_new(request: PersonRequest, kind: str) -> HttpResponse:
    """Tell a fact, or several in as many lines."""
    form = _blank(request, kind)
    if form.is_valid() and _have_room(request, form, form.facts):
        told = {"facts": form.facts, "resumes": form.resumes, "new_id": form.cleaned_data["new_id"]}
        actions.tell_facts(by=request.user, **told)
        messages.success(request, _("Kept. Only you see it."))
        return redirect("plans:resume")
    shown = {"form": form, "kind": FactKind(kind).label}
    return render(request, "plans/resume_fact_new.html", shown, status=422 if form.is_bound else 200)


def _blank(request: PersonRequest, kind: str) -> Written:
    if kind not in FactKind.values:
        raise Http404
    resumes = own_resumes(request)
    if kind in LISTED:
        return LinesForm(kind, resumes, request.POST or None)
    return FactForm.blank(kind, resumes, request.POST or None)


def _have_room(request: PersonRequest, form: Written | KeepForm, facts: Sequence[object]) -> bool:
    """Whether so many more may be told; the form says so otherwise."""
    if rules.may_tell_facts(request.user, len(facts)):
        return True
    form.add_error(None, _("That is more than we can keep for your résumés. You can remove something first."))
    return False


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def fact(request: PersonRequest, fact_id: UUID) -> HttpResponse:
    """Word a fact anew."""
    mine = own_fact(request, fact_id)
    form = FactForm.of(mine, own_resumes(request), request.POST or None)
    if form.is_valid():
        actions.change_fact(by=request.user, row=mine, fact=form.facts[0], resumes=form.resumes)
        messages.success(request, _("Kept."))
        return redirect("plans:resume")
    return render(request, "plans/resume_fact.html", {"form": form, "fact": mine}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def fact_remove(request: PersonRequest, fact_id: UUID) -> HttpResponse:
    """Ask once, then forget a fact."""
    mine = own_fact(request, fact_id)
    if request.method != "POST":
        return render(request, "plans/resume_fact_remove.html", {"fact": mine})
    actions.remove_fact(by=request.user, row=mine)
    messages.success(request, _("It is gone from your résumés."))
    return redirect("plans:resume")


@allow(is_peer)
@limited(BRINGING)
@takes_a_file(MOST_BYTES)
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: PersonRequest) -> HttpResponse:
    """Show what a file tells; keep what was ticked of it, and nothing before."""
    if "text" in request.POST:
        return _keep(request)
    form = BringResumeForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        return _ask(request, KeepForm(form.found, text=form.text), form.aside)
    return render(request, "plans/resume_bring.html", {"form": form}, status=422 if form.errors else 200)


def _ask(request: PersonRequest, form: KeepForm, aside: Sequence[str] = ()) -> HttpResponse:
    shown = {"form": form, "found": form.found, "aside": aside}
    return render(request, "plans/resume_keep.html", shown, status=422 if form.is_bound else 200)


def _keep(request: PersonRequest) -> HttpResponse:
    """Keep what was ticked."""
    try:
        form = KeepForm.sent(request.POST)
    except ValidationError:  # what travelled with the form was changed on the way
        return redirect("plans:resume-bring")
    if not (form.is_valid() and _have_room(request, form, form.kept)):
        return _ask(request, form)
    told = {"facts": form.kept, "resumes": own_resumes(request), "new_id": form.cleaned_data["new_id"]}
    actions.keep_brought(by=request.user, about=form.found.about if form.cleaned_data.get("about") else None, **told)
    messages.success(request, _("Kept. Only you see it."))
    return redirect("plans:resume")
