"""The public screens of the training database."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from beenthere.core.access import public
from beenthere.core.kept import kept_for_visitors
from beenthere.training.catalogue import comparing, facts, reads
from beenthere.training.catalogue.record import record_of
from beenthere.training.catalogue.schema_org import course_of
from beenthere.training.cover import covering
from beenthere.training.figures.report import years
from beenthere.training.models import Training
from beenthere.training.views.merged import follows_merged

ON_A_PAGE = 15


@public
@kept_for_visitors(seconds=60)
def training_list(request: HttpRequest) -> HttpResponse:
    """Search the trainings and narrow them down."""
    narrowed = reads.matching(request.GET.dict())
    page = Paginator(narrowed, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "query": narrowed.query,
        "narrowed": narrowed,
        "page_obj": page,
        "lines": reads.lines(narrowed, list(page)),
        "nearest": reads.nearest(narrowed) if not narrowed else [],
        "place": reads.place_in(narrowed.query) if not request.GET.get("near") else None,
        "year": years()[-1],
    }
    return render(request, "training/list.html", shown)


@public
@kept_for_visitors(seconds=60)
@follows_merged
def training_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every fact about one training."""
    training = get_object_or_404(Training.objects.public(), slug=slug)
    others = [other.slug for other in comparing.chosen(request.GET.getlist("t")) if other.pk != training.pk]
    shown = {
        "training": training,
        "compare": comparing.address([*others[-3:], training.slug]),
        "record": record_of(training),
        "notes": facts.notes(training),
        "covered": covering.covered_by(training),
        "course": course_of(training, request.build_absolute_uri(training.get_absolute_url())),
    }
    return render(request, "training/page.html", shown)


@public
@kept_for_visitors(seconds=60)
def comparison(request: HttpRequest) -> HttpResponse:
    """Put up to four trainings side by side, and search for another."""
    ticked = request.GET.getlist("t")
    trainings, query = comparing.chosen(ticked), request.GET.get("q", "").strip()
    shown = {
        "shown": comparing.compare(trainings),
        "query": query,
        "found": comparing.further(trainings, query),
        "keep": [("t", training.slug) for training in trainings],
        "too_many": len(set(ticked)) > comparing.MOST,
    }
    return render(request, "training/compare.html", shown)
