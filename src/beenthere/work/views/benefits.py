"""How income support treats earnings, province by province."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beenthere.core import clock
from beenthere.core.access import public
from beenthere.core.places import fold
from beenthere.work.benefit_words import asks, told
from beenthere.work.models import BenefitRule
from beenthere.work.models.benefit_rules import CANADA

ALL = "all"


@public
@require_safe
def benefits(request: HttpRequest) -> HttpResponse:
    """Every rule with its source and how sure it is, or those of one place; unasked, those of all of Canada."""
    rows = sorted(BenefitRule.objects.public(), key=lambda row: (row.place != CANADA, fold(row.place_name), row.slug))
    on = clock.today()
    places = [
        {"code": code, "name": those[0].place_name, "rules": [told(row, on) for row in those], "asks": asks(those)}
        for code, group in groupby(rows, key=lambda row: row.place)
        if (those := list(group))
    ]
    chosen = request.GET.get("place", "")
    here = [each for each in places if each["code"] == chosen != CANADA]
    shown = places if chosen == ALL else here + [each for each in places if each["code"] == CANADA]
    context = {"places": shown, "all_places": places, "chosen": chosen}
    return render(request, "work/benefits.html", context)
