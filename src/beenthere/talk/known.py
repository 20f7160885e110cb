"""Who reads a concern that somebody told."""

from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.known import Kept, Known, tells
from beenthere.people.models import Person
from beenthere.talk.models import Concern
from beenthere.talk.reads import readers_of


@tells
def concerns_of(person: Person) -> Kept:
    """Each concern, with the button that takes it back; it is not stopped with everything else by mistake."""
    rows = Concern.objects.visible_to(person).filter(writer=person).select_related("organisation")
    words = _("%(names)s at %(organisation)s can read a concern that you told.")
    return Kept(
        _("Concerns that you told"),
        [
            Known(
                words % {"names": ", ".join(map(str, readers)), "organisation": row.organisation.name},
                reverse("talk:concern-withdraw", args=[row.pk]),
                _("Take it back"),
            )
            for row in rows
            if row.goes_on and (readers := readers_of(row))
        ],
    )
