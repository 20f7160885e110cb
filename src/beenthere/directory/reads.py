"""The listed organisations and lines as pages need them: in memory, in order, and as ready cards."""

from collections.abc import Mapping, Sequence

from django.template.loader import render_to_string
from django.utils.translation import get_language

from beenthere.core.kept import kept
from beenthere.core.narrowing import Narrowed, narrow
from beenthere.core.places import PROVINCES
from beenthere.directory import facets, facts
from beenthere.directory.findable import KIND
from beenthere.directory.lines import Order, in_order
from beenthere.directory.models import CrisisLine, ListedOrganisation
from beenthere.orgs.models import Organisation


@kept(seconds=60)
def _lines() -> list[CrisisLine]:
    return list(CrisisLine.objects.public())


def lines_for(province: str) -> Order[CrisisLine]:
    """Give the lines for a province, or for somebody who has not said where they are."""
    return in_order(_lines(), province if province in PROVINCES else "")


def first_line(province: str) -> CrisisLine | None:
    """Give the line to name first on every page."""
    return next(iter(lines_for(province).here), None)


def matching(typed: Mapping[str, str]) -> Narrowed:
    """Narrow the listed organisations down by what stands in an address."""
    return narrow(KIND, typed.get("q", "").strip(), facets.facets(), typed)


def running(province: str = "") -> list[Organisation]:
    """Give the organisations that run their peer support here, in one province or in all."""
    here = Organisation.objects.running()
    return list(here.filter(province=province) if province in PROVINCES else here)


def runs_here(listed: ListedOrganisation) -> Organisation | None:
    """Find the organisation that runs here under the same name, if it does."""
    return Organisation.objects.running().filter(name__iexact=listed.name).first()


def cards(slugs: Sequence[str]) -> list[str]:
    """Give organisations as cards of a list. They are the same for everybody, so each is made once."""
    return [card for slug in slugs if (card := _card(slug, get_language() or "en"))]


@kept(seconds=60)
def _card(slug: str, language: str) -> str:
    organisation = ListedOrganisation.objects.public().filter(slug=slug).first()
    if organisation is None:
        return ""
    line = [str(organisation.get_kind_display()), facts.where(organisation)]
    words = {"organisation": organisation, "line": line, "services": facts.services(organisation)}
    return render_to_string("directory/organisation_card.html", words)
