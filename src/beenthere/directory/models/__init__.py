"""What is listed: organisations, services, and lines to call."""

from beenthere.directory.models.organisations import CANADA, CrisisLine, Kind, LineKind, ListedOrganisation

__all__ = ["CANADA", "CrisisLine", "Kind", "LineKind", "ListedOrganisation"]
