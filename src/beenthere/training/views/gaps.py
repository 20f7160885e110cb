"""What is missing, as a picture and as a table: for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beenthere.core.access import public
from beenthere.core.kept import kept_for_visitors
from beenthere.training import covering, missing


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
    }
    return render(request, "training/gaps.html", shown)
