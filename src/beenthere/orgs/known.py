"""Which organisations know that somebody is here, because they have a role there."""

from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.known import Kept, Known, tells
from beenthere.orgs.models import Membership
from beenthere.people.models import Person


@tells
def roles_of(person: Person) -> Kept:
    """Each role, with the button that lays it down on the page of one's organisations."""
    rows = Membership.objects.current().of(person)
    words = _("%(organisation)s knows you by your name, as %(role)s.")
    return Kept(
        _("Organisations that know you are here"),
        [
            Known(
                words % {"organisation": row.organisation.name, "role": row.role_words},
                reverse("orgs:leave", args=[row.pk]),
                _("Leave"),
            )
            for row in rows
        ],
    )
