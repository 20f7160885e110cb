"""Who reads now what somebody tells about themselves."""

from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.known import Kept, Known, tells
from beenthere.experience.reads import as_seen, companions
from beenthere.people.models import Person


@tells
def read_after_a_yes(person: Person) -> Kept:
    """Everybody one walks with, as long as there is something for them to read."""
    told = not as_seen(person, after_yes=True).is_empty
    see, change = reverse("experience:as-others-see"), reverse("experience:about")
    words = _("%(name)s can read what you show after a yes.")
    names = companions(person) if told else []
    return Kept(_("What you tell about yourself"), [Known(words % {"name": n}, see=see, change=change) for n in names])
