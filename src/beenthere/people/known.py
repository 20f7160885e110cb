"""Who is trusted with letting somebody back in."""

from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.known import Kept, Known, tells
from beenthere.people.models import Person
from beenthere.people.reads import trust_of


@tells
def trusted_with_return(person: Person) -> Kept:
    """The trusted people, who see nothing and can together let one back in."""
    mine, _others = trust_of(person)
    words = _("%(name)s can, together with another, let you back in. They see nothing of yours.")
    return Kept(
        _("Whom you trust with letting you back in"),
        [
            Known(words % {"name": one.name}, reverse("people:stop-trusting", args=[one.trusted.pk]), _("End this"))
            for one in mine
            if one.name
        ],
    )
