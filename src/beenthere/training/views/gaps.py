"""What is missing, and what a year brought, in pictures and in tables: for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beenthere.core.access import public
from beenthere.core.kept import kept_for_visitors
from beenthere.training.cover import covering
from beenthere.training.figures import missing
from beenthere.training.figures.report import Report, years


@public
@require_safe
@kept_for_visitors(seconds=300)
def gap_map(request: HttpRequest) -> HttpResponse:
    """Show what is confirmed, listed and unknown, by province and language."""
    chosen = missing.chosen_in(request.GET.dict())
    shown = {
        "missing": missing.Missing(chosen),
        "chosen": chosen,
        "choices": missing.choices(),
        "frameworks": covering.frameworks(),
        "last_year": years()[-1],
    }
    return render(request, "training/gaps.html", shown)


@public
@require_safe
@kept_for_visitors(seconds=300)
def year_report(request: HttpRequest, year: int) -> HttpResponse:
    """Show one year of the database in figures."""
    if year not in years():
        raise Http404
    others = [each for each in years() if each != year]
    return render(request, "training/report.html", {"report": Report(year), "other_years": others})
