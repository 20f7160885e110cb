"""A training as a page tells it: every fact as the source gives it, and “not stated” where it says nothing."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beenthere.core.given import given
from beenthere.core.places import PROVINCES
from beenthere.training.models import Training
from beenthere.training.phrases import PHRASES
from beenthere.training.reading import CANADA

Fact = tuple[str, str]
UNITS = ("day", "week")


def all_facts(training: Training) -> list[Fact]:
    """Tell every fact, for the training's own page."""
    told = [
        (_("Given by"), training.provider),
        (_("Where"), where(training)),
        (_("How"), _given(training.delivery)),
        (_("Language"), _given(training.languages)),
        (_("Hours"), _given(training.hours)),
        length(training),
        (_("Cost"), cost(training)),
        (_("To get in"), _given(training.prerequisites)),
        (_("What you get"), _given(training.credential)),
        (_("For whom"), _given(training.audience)),
    ]
    return [(term, value or _("not stated")) for term, value in told]


def main_facts(training: Training) -> list[Fact]:
    """Tell what people choose by, for a list; what is not stated is left out there."""
    told = [
        (_("How"), _given(training.delivery)),
        (_("Hours"), _given(training.hours)),
        length(training),
        (_("Cost"), cost(training)),
        (_("Language"), _given(training.languages)),
    ]
    return [(term, value) for term, value in told if value]


def where(training: Training) -> str:
    """Name the city and the provinces in the language of the page."""
    names = [_("all of Canada") if code == CANADA else PROVINCES[code].name for code in training.provinces]
    return ", ".join(filter(None, [training.city, *names]))


def length(training: Training) -> Fact:
    """Tell how long it takes; the sources count in weeks unless they say days."""
    in_words = any(unit in training.weeks for unit in UNITS)
    return (_("How long") if in_words else _("Weeks"), _given(training.weeks))


def cost(training: Training) -> str:
    """Tell what it costs, in dollars."""
    if not training.cost[:1].isdigit():
        return _given(training.cost)
    if training.cost == "0":
        return _("free")
    if training.cost.isdigit():
        return _("$%(dollars)s") % {"dollars": training.cost}
    # The French phrases carry their own dollar sign, after the number.
    return _given(training.cost) if get_language() == "fr" else f"${training.cost}"


def notes(training: Training) -> str:
    """Tell what else the source says."""
    return _given(training.notes)


def audience(training: Training) -> str:
    """Tell for whom it is, or nothing."""
    return _given(training.audience)


def _given(text: str) -> str:
    return given(text, PHRASES)
