"""By what one may narrow the listed organisations down."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from beenthere.core.narrowing import Facet
from beenthere.core.places import PROVINCES, provinces_by_name
from beenthere.directory.models import CANADA, Kind, ListedOrganisation


def facets_of(organisation: ListedOrganisation) -> dict[str, Collection[str]]:
    """What an organisation has of each facet."""
    return {"province": _provinces(organisation), "kind": (organisation.kind,)}


def facets() -> list[Facet]:
    """Give the choices with their labels in the language of the page."""
    kinds = {code: str(label) for code, label in Kind.choices}
    return [
        Facet("province", _("Where"), _("anywhere in Canada"), province_names()),
        Facet("kind", _("What it is"), _("any kind"), kinds),
    ]


def province_names() -> dict[str, str]:
    """Give the provinces by name, and all of Canada last."""
    return {**{each.code: each.name for each in provinces_by_name()}, CANADA: _("all of Canada")}


def _provinces(organisation: ListedOrganisation) -> tuple[str, ...]:
    """What works in all of Canada also works in each province."""
    return (*PROVINCES, CANADA) if CANADA in organisation.provinces else organisation.provinces
