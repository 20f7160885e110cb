"""What trainings cover: the frameworks for everybody, and the ticks of the research committee."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow, public
from beenthere.core.kept import forget, kept_for_visitors
from beenthere.people.requests import PersonRequest
from beenthere.training.actions import cover as actions
from beenthere.training.cover import covering
from beenthere.training.forms.cover import CoverForm
from beenthere.training.models import Cover, Training
from beenthere.training.rules import is_researcher

ON_A_PAGE = 25


@public
@require_safe
@kept_for_visitors(seconds=300)
def competencies(request: HttpRequest) -> HttpResponse:
    """Show the frameworks, and how many trainings cover what of them."""
    return render(request, "training/competencies.html", {"frameworks": covering.frameworks()})


@allow(is_researcher)
@require_safe
def covers(request: PersonRequest) -> HttpResponse:
    """List the trainings that can be ticked, first those of which nothing is known to be covered."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:100]
    trainings = covering.to_tick(Training.objects.public(), query)
    page = Paginator(trainings, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "training/committee/covers.html", {"page_obj": page, "query": query})


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def cover(request: PersonRequest, slug: str) -> HttpResponse:
    """Tick what a training covers of one framework, with the evidence; see what stands and what stood."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    frameworks = covering.frameworks()
    chosen = covering.framework_in(frameworks, request.GET.get("framework", ""))
    form = CoverForm(request.POST or None, framework=chosen)
    if request.method == "POST" and form.is_valid():
        actions.tick_cover(by=request.user, training=training, **form.cleaned_data)
        forget()
        messages.success(request, _("Kept, with where it says so."))
        return redirect(request.get_full_path())
    past = Cover.objects.visible_to(request.user).of([training.pk]).ended()
    shown = {"training": training, "covered": covering.covered_by(training), "past": past, "form": form}
    shown |= {"frameworks": frameworks, "chosen": chosen}
    return render(request, "training/committee/cover.html", shown, status=422 if form.errors else 200)


@allow(is_researcher)
@require_POST
def end(request: PersonRequest, slug: str, cover_id: int) -> HttpResponse:
    """Take one tick away; that it stood stays."""
    there = Cover.objects.visible_to(request.user).select_related("training__merged_into")
    taken = get_object_or_404(there, pk=cover_id, training__slug=slug)
    actions.end_cover(by=request.user, cover=taken)
    forget()
    messages.success(request, _("Taken away. That it stood here stays in its history."))
    return redirect("research:cover", slug=taken.training.stays.slug)
