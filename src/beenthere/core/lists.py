"""Several things in one sentence, in the language of the page."""

from collections.abc import Iterable

from django.utils.translation import gettext as _


def and_list(things: Iterable[object]) -> str:
    """“A”, “A and B”, “A, B and C”."""
    *some, last = [str(thing) for thing in things] or [""]
    return _("%(some)s and %(last)s") % {"some": ", ".join(some), "last": last} if some else last


def or_list(things: Iterable[object]) -> str:
    """“A”, “A or B”, “A, B or C”."""
    *some, last = [str(thing) for thing in things] or [""]
    return _("%(some)s or %(last)s") % {"some": ", ".join(some), "last": last} if some else last
