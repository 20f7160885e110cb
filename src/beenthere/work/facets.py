"""By what one may narrow occupations down, and how the choices are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from beenthere.core.narrowing import Facet
from beenthere.core.places import PROVINCES, provinces_by_name
from beenthere.core.search import sets_of
from beenthere.work.fields import ASKS_SHORT, BROAD
from beenthere.work.findable import CANADA, KIND, PAY
from beenthere.work.interests import INTERESTS


def facets(typed: Mapping[str, str]) -> list[Facet]:
    """Give the choices with their labels in the language of the page; pay only where wages were brought in."""
    names: dict[str, Mapping[str, Promise] | Mapping[int, Promise]]
    names = {"field": BROAD, "asks": ASKS_SHORT, "interest": INTERESTS}
    options = {name: {str(code): str(label) for code, label in labels.items()} for name, labels in names.items()}
    found = [
        Facet("field", pgettext("of work", "Field"), _("Any field"), options["field"]),
        Facet("asks", _("What it usually asks"), _("Anything"), options["asks"]),
        Facet("interest", _("What people mostly do"), _("anything"), options["interest"]),
    ]
    has_pay = any(True for _pay in sets_of(KIND).each_of("pay"))
    return [*found, *_pay(typed.get("region", ""))] if has_pay else found


def _pay(region: str) -> list[Facet]:
    """Where, and how much an hour at the median there; without a region, in Canada."""
    where = {CANADA: _("Canada"), **{each.code: each.name for each in provinces_by_name()}}
    there = region if region in PROVINCES else CANADA
    known = {code: (f"{code}:0",) for code in where}
    dollars = {str(least): _("$%(dollars)d an hour or more") % {"dollars": least} for least in PAY}
    reaches = {str(least): (f"{there}:{least}",) for least in PAY}
    return [
        Facet("region", _("Pay in"), _("Canada"), where, known, of="pay"),
        Facet("pay", _("Half of people there earn"), _("any pay"), dollars, reaches, of="pay"),
    ]
