"""What looking at a desk leaves behind."""

from collections.abc import Iterable

from django.db import transaction

from beenthere.consent.actions import look_at_all
from beenthere.core.access import require
from beenthere.desk.apps import DESK_LINE
from beenthere.desk.reads import Desk
from beenthere.matching.reads import DeskLine
from beenthere.orgs.rules import is_coordinator
from beenthere.people.models import Person


@transaction.atomic
def note_looks(*, by: Person, desks: Iterable[Desk]) -> None:
    """Write into the read log of everybody who waits that their line was seen; once a day for each."""
    require(is_coordinator, by)
    owners = {line.request_id: line.asker_id for desk in desks for line in desk.waiting}
    look_at_all(reader=by.pk, what=DESK_LINE, owners=owners)


@transaction.atomic
def note_list_looks(*, by: Person, lines: Iterable[DeskLine]) -> None:
    """The same for the lines of a whole list."""
    require(is_coordinator, by)
    look_at_all(reader=by.pk, what=DESK_LINE, owners={each.line.request_id: each.line.asker_id for each in lines})
