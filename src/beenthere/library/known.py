"""What others can read that somebody wrote, and how it stops."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beenthere.core.known import Kept, Known, stops, tells
from beenthere.library import actions
from beenthere.library.models import Writing, WritingState
from beenthere.people.models import Person


@tells
def public_cards(person: Person) -> Kept:
    """Cards and stories that everybody can read, and those that readers read now."""
    states = list(Writing.objects.visible_to(person).values_list("state", flat=True))
    public, read = states.count(WritingState.PUBLIC), states.count(WritingState.READ)
    see, told = reverse("library:mine"), []
    if public:
        words = ngettext(
            "Everybody can read %(number)d piece that you wrote, under the name that you chose for it or none.",
            "Everybody can read %(number)d pieces that you wrote, under the name that you chose for each or none.",
            public,
        )
        told.append(Known(words % {"number": public}, see=see))
    if read:
        words = ngettext(
            "Readers read %(number)d piece of yours now. They do not know who wrote it.",
            "Readers read %(number)d pieces of yours now. They do not know who wrote them.",
            read,
        )
        told.append(Known(words % {"number": read}, see=see))
    return Kept(_("What you wrote for other peers"), told)


@stops
def stop_all(person: Person) -> None:
    """Take all of it back."""
    actions.take_all_back(by=person)
