"""By which words a listed organisation is found."""

from django.utils.translation import override

from beenthere.core.given import plain
from beenthere.core.places import PROVINCES
from beenthere.core.search import Entry, Texts
from beenthere.core.words import fold
from beenthere.directory.facets import facets_of
from beenthere.directory.models import ListedOrganisation
from beenthere.directory.phrases import PHRASES

KIND = "organisation"


def entry_of(organisation: ListedOrganisation) -> Entry:
    """Give all by which the search finds it; in a list those that may have closed come last."""
    place = f"{int(organisation.in_doubt)} {fold(organisation.name)}"
    return Entry(texts_of(organisation), facets_of(organisation), {"en": place, "fr": place})


def texts_of(organisation: ListedOrganisation) -> Texts:
    """Give its name, which is the same in both languages, and what it does in each."""
    return {language: (organisation.name, *_about(organisation, language)) for language in ("en", "fr")}


def _about(organisation: ListedOrganisation, language: str) -> list[str]:
    given = (organisation.services, organisation.languages, organisation.notes)
    with override(language):
        told = [plain(text, PHRASES) for text in given if text]
        where = [PROVINCES[code].name if code in PROVINCES else "Canada" for code in organisation.provinces]
        return [organisation.city, *where, str(organisation.get_kind_display()), *told]
