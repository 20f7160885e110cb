"""What the directory asks of whoever gives a service, and what waits to be looked at by whoever keeps it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from beenthere.core.still_right import Asked, Letter, letter, token_of
from beenthere.directory.models import Service, ServiceLink
from beenthere.directory.shown_services import complete, name_of, shown

LISTED = _("Been There lists “%(name)s” among the services that people may find when they need help.")
THANKS = _("Thank you. The committee that keeps these pages")


def link_of(typed: str) -> ServiceLink | None:
    """Find the link of a code, however it was typed; it may no longer be open."""
    return ServiceLink.objects.filter(code_token=token_of(typed)).select_related("service__provider").first()


def letter_for(link: ServiceLink, language: str) -> Letter:
    """Ask whether the entry is still right."""
    return letter(link, language, "directory:still-right", Asked(name_of(link.service), LISTED, THANKS))


def seen_of(service: Service) -> str:
    """A mark of what an entry says now."""
    return service.changed_at.isoformat()


def facts_to_confirm(service: Service) -> list[tuple[str, str]]:
    """Every fact that is stated, as people find it on its page."""
    told = shown(complete(Service.objects.public()).get(pk=service.pk))
    phones = [*told.phones, *(phone for place in told.places for phone in place.phones)]
    places = [", ".join(filter(None, [place.name, *place.address])) for place in told.places]
    stated = [
        (_("What it is for"), told.what),
        (_("What happens there?"), told.description),
        (_("Telephone"), ", ".join(phone.digits for phone in phones)),
        (_("E-mail"), service.email),
        (_("Website"), service.url),
        (_("Where it is"), " · ".join(filter(None, places))),
        (_("Hours"), ", ".join([*told.hours, *(line for place in told.places for line in place.hours)])),
    ]
    return [(str(term), value) for term, value in [*stated, *told.facts] if value]


@dataclass(frozen=True)
class Due:
    """An entry that is due, and whether its link was made and sent."""

    service: Service
    link: ServiceLink | None


def due() -> "list[Due]":
    """What is due: what was once confirmed first, because somebody there answers; then what nobody ever confirmed."""
    rows = Service.objects.due().order_by("confirm_by", "name").select_related("provider")
    links = {link.service_id: link for link in ServiceLink.objects.standing()}
    return [Due(service, links.get(service.pk)) for service in rows]


def to_read() -> list[ServiceLink]:
    """Answers that somebody has to look at, the oldest first."""
    return list(ServiceLink.objects.to_read().select_related("service").order_by("answered_at"))
