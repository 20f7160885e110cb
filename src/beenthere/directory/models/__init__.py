"""What is listed: organisations, services, and lines to call."""

from beenthere.directory.models.happened import Happened, HappenedCount, HappenedRound, What
from beenthere.directory.models.links import ServiceLink
from beenthere.directory.models.organisations import CANADA, CrisisLine, Kind, LineKind, ListedOrganisation
from beenthere.directory.models.parts import (
    Accessibility,
    CostOption,
    Location,
    LocationType,
    Phone,
    RequiredDocument,
    Schedule,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
)
from beenthere.directory.models.services import Provider, Service, ServiceQuerySet, Status, Taxonomy, Term

__all__ = [
    "CANADA",
    "Accessibility",
    "CostOption",
    "CrisisLine",
    "Happened",
    "HappenedCount",
    "HappenedRound",
    "Kind",
    "LineKind",
    "ListedOrganisation",
    "Location",
    "LocationType",
    "Phone",
    "Provider",
    "RequiredDocument",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceLanguage",
    "ServiceLink",
    "ServiceQuerySet",
    "Status",
    "Taxonomy",
    "Term",
    "What",
]
