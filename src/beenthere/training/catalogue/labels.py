"""What each fact of a training is called on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LABELS: dict[str, Promise] = {
    "name": pgettext_lazy("of a training", "Name"),
    "name_language": _("Language of the name"),
    "provider": _("Given by"),
    "province": _("Provinces and territories"),
    "city": _("Town or city"),
    "delivery": _("How"),
    "languages": _("Language"),
    "hours": _("Hours"),
    "days": _("Days"),
    "weeks": _("Weeks"),
    "sessions": _("Sessions"),
    "credits": pgettext_lazy("of a training", "Credits"),
    "mandatory": _("Not to be missed"),
    "practicum": _("Practicum"),
    "cost": _("Cost"),
    "cost_help": _("Help with the cost"),
    "starts": _("Starts"),
    "starts_on": _("Next start"),
    "prerequisites": _("To get in"),
    "credential": _("What you get"),
    "recognised_by": _("Recognised by"),
    "audience": _("For whom"),
    "teachers": _("Who teaches"),
    "peer_run": _("Run by peers"),
    "accessibility": _("Accessibility"),
    "website": _("Website"),
    "phone": _("Phone"),
    "notes": _("Notes"),
    "standing": _("Still offered?"),
}
