"""Which organisations count somebody, and how that stops."""

from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.known import Kept, Known, stops, tells
from beenthere.people.models import Person
from beenthere.reports.actions import be_counted
from beenthere.reports.reads import counted_for


@tells
def who_counts(person: Person) -> Kept:
    """Each organisation, and the page on which the tick is taken back."""
    words = _("%(organisation)s counts you in its numbers, which name nobody and are told in fives.")
    return Kept(
        _("Who counts you"),
        [
            Known(words % {"organisation": one.name}, reverse("reports:stop-counting", args=[one.slug]), _("No longer"))
            for one in counted_for(person)
        ],
    )


@stops
def count_nowhere(person: Person) -> None:
    """No organisation counts the person any more."""
    be_counted(by=person, organisations=[])
