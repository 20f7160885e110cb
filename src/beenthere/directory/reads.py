"""The listed organisations and lines as pages need them: in memory, in order, and as ready cards."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.translation import get_language

from beenthere.core.kept import kept
from beenthere.core.places import PROVINCES
from beenthere.core.search import Found, find
from beenthere.core.words import fold
from beenthere.directory import facts
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


@kept(seconds=60)
def everything(language: str) -> list[ListedOrganisation]:
    """Give all listed organisations by name; those that may have closed come last. The language sorts accents."""
    return sorted(ListedOrganisation.objects.public(), key=lambda each: (each.in_doubt, fold(each.name)))


def matching(query: str) -> tuple[list[ListedOrganisation], Found]:
    """Give the organisations that a search finds, best first; without a search, all of them."""
    organisations = everything(get_language() or "en")
    if not query:
        return organisations, Found()
    found, by_slug = find(KIND, query), {each.slug: each for each in organisations}
    return [by_slug[slug] for slug in found if slug in by_slug], found


def running(province: str = "") -> list[Organisation]:
    """Give the organisations that run their peer support here, in one province or in all."""
    here = Organisation.objects.running()
    return list(here.filter(province=province) if province in PROVINCES else here)


def runs_here(listed: ListedOrganisation) -> Organisation | None:
    """Find the organisation that runs here under the same name, if it does."""
    return Organisation.objects.running().filter(name__iexact=listed.name).first()


def cards(organisations: Sequence[ListedOrganisation]) -> list[str]:
    """Give organisations as cards of a list. They are the same for everybody, so each is made once."""
    return [_card(organisation.slug, get_language() or "en") for organisation in organisations]


@kept(seconds=60)
def _card(slug: str, language: str) -> str:
    organisation = next(each for each in everything(language) if each.slug == slug)
    line = [str(organisation.get_kind_display()), facts.where(organisation)]
    words = {"organisation": organisation, "line": line, "services": facts.services(organisation)}
    return render_to_string("directory/organisation_card.html", words)
