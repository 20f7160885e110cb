"""By which words and choices a service is found."""

from django.utils.translation import override

from beenthere.core.places import PROVINCES
from beenthere.core.search import Entry, Texts
from beenthere.core.words import fold
from beenthere.directory.choosing_services import facets_of, needs_of, wheres_of
from beenthere.directory.models import Service, Status
from beenthere.directory.needs import BY_CODE

KIND = "service"


def entry_of(service: Service) -> Entry:
    """Give all by which the search finds it; what does not run comes last."""
    order = {}
    for language in ("en", "fr"):
        not_here = int(service.language != language and not service.other_name)
        order[language] = f"{int(service.status != Status.ACTIVE)}{not_here} {fold(service.name)}"
    return Entry(texts_of(service), facets_of(service), order)


def texts_of(service: Service) -> Texts:
    """Give its names and texts in their language, and the everyday words of what it is for in both."""
    texts = {language: ["", *_everyday(service, language)] for language in ("en", "fr")}
    mine, other = service.language, "fr" if service.language == "en" else "en"
    texts[mine][0] = service.name
    texts[mine] += [service.alternate_name, service.description, service.eligibility_description]
    texts[other][0] = service.other_name
    texts[other].append(service.other_description)
    return texts


def _everyday(service: Service, language: str) -> list[str]:
    where = [place.city for place in wheres_of(service)]
    with override(language):
        needs = [BY_CODE[code] for code in needs_of(service)]
        told = [str(need.label) for need in needs]
        told += [need.words_en if language == "en" else need.words_fr for need in needs]
        codes = {place.state_province for place in wheres_of(service)} & PROVINCES.keys()
        where += [PROVINCES[code].name for code in sorted(codes)]
    provider = service.provider.name if service.provider else ""
    return [provider, *where, *told]
