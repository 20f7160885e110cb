"""By what one may narrow postings down, and how the choices are called. Nothing here knows who is looking."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from beenthere.core import clock, reach
from beenthere.core.narrowing import Facet, Narrowed, narrow
from beenthere.core.places import provinces_by_name
from beenthere.core.search import sets_of
from beenthere.work.findable import PAY
from beenthere.work.findable_postings import KIND, NOT_SAID
from beenthere.work.models import Occupation
from beenthere.work.models.postings import TIMES, Hours, Posting, Term

NEW = {"week": 7, "month": 30}  # days
FEW = 5


def matching(typed: Mapping[str, str]) -> Narrowed:
    """Narrow the postings down by what stands in an address."""
    given = reach.asked(KIND, typed.get("near", ""))
    return narrow(KIND, typed.get("q", "").strip(), facets(given, typed.get("noc", "")), {**typed, "near": given.typed})


def facets(given: reach.Asked, noc: str = "") -> list[Facet]:
    """Give the choices with their labels in the language of the page."""
    not_said = {NOT_SAID: _("not stated")}
    where = {each.code: each.name for each in provinces_by_name()}
    return [
        reach.facet(given, where | not_said),
        Facet("hours", _("How much"), _("any hours"), _labels(Hours) | not_said),
        Facet("week", _("Hours a week"), _("any number"), _weeks() | not_said),
        Facet("home", _("From home"), pgettext("from home", "or not"), _from_home() | not_said),
        *_occupation(noc),
        Facet("term", _("For how long"), pgettext("a job", "any length"), _labels(Term) | not_said, more=True),
        Facet("times", _("When"), _("any time"), {code: str(label) for code, label in TIMES.items()}, more=True),
        Facet("pay", _("Pays at least"), _("any pay"), _pay(), more=True),
        Facet("province", _("Where"), _("anywhere in Canada"), where | not_said, of="place", more=True),
        _since(),
        Facet("language", _("Told in"), _("any language"), _languages(), more=True),
    ]


def _labels(choices: type[Hours] | type[Term]) -> dict[str, str]:
    return {str(code): str(label) for code, label in choices.choices}


def _weeks() -> dict[str, str]:
    return {"few": _("under 15"), "half": _("15 to 30"), "most": _("30 and more")}


def _from_home() -> dict[str, str]:
    return {"yes": _("can be done from home, or partly"), "no": pgettext("from home", "on site")}


def _pay() -> dict[str, str]:
    return {str(least): _("$%(dollars)d an hour or more") % {"dollars": least} for least in PAY}


def _languages() -> dict[str, str]:
    return {"en": pgettext("given in", "English"), "fr": pgettext("given in", "French")}


def _occupation(noc: str) -> list[Facet]:
    """The kind of work whose page led here."""
    row = Occupation.objects.public().filter(noc=noc[:5]).first() if noc else None
    return [Facet("noc", _("Kind of work"), _("any kind of work"), {row.noc: row.title})] if row else []


def _since() -> Facet:
    """How new: the days that an address means are counted from today."""
    today = clock.today()
    unions = {
        name: [(today - dt.timedelta(days=before)).isoformat() for before in range(days + 1)]
        for name, days in NEW.items()
    }
    options = {"week": _("in the last week"), "month": _("in the last month")}
    return Facet("new", pgettext("a job", "Posted"), _("at any time"), options, unions, of="day", more=True)


def rows(narrowed: Narrowed, start: int, stop: int) -> list[Posting]:
    """Read the postings of a page, in order."""
    slugs = [line.key for line in narrowed[start:stop]]
    found = Posting.objects.public().in_bulk(slugs)
    return [found[slug] for slug in slugs if slug in found]


def count_for(noc: str) -> int:
    """How many are offered for a kind of work."""
    return sets_of(KIND).of("noc", noc).bit_count()


def near(posting: Posting) -> list[Posting]:
    """A few others of the same kind of work in its province, the newest of them."""
    if not posting.noc:
        return []
    others = Posting.objects.public().filter(noc=posting.noc).exclude(pk=posting.pk)
    here = [row for row in others.filter(province=posting.province)[: FEW * 2] if not row.is_over]
    return here[:FEW]
