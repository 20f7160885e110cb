"""The committee's export as a file."""

from django.http import HttpResponseBase
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from beenthere.core.access import allow
from beenthere.core.clock import today
from beenthere.core.limits import DOWNLOADING, looked_at
from beenthere.core.opendata import Download
from beenthere.people.requests import PersonRequest
from beenthere.training.opendata import export
from beenthere.training.rules import is_researcher

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@looked_at(DOWNLOADING)
@allow(is_researcher)  # type: ignore[arg-type]  # an answer all the same, though it is made while it is sent
@require_safe
def workbook(request: PersonRequest) -> HttpResponseBase:
    """Give all records and their history as a workbook."""
    pieces = export.pieces(get_language() or "en")
    return Download(pieces, XLSX, request.user.pk, f"training-{today().isoformat()}.xlsx")
