"""By what one may narrow the library down."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from beenthere.core.challenges import CHALLENGES
from beenthere.core.narrowing import Facet
from beenthere.library.models import NOTES


def facets() -> list[Facet]:
    """Give the choices with their labels in the language of the page."""
    challenges = {code: str(label) for code, label in CHALLENGES.items()}
    kinds = {"card": _("strategy cards"), "story": _("stories")}
    writers = {"peers": _("written by peers"), "project": _("written by this project")}
    languages = {"en": _("told in English"), "fr": _("told in French")}
    notes = {"none": _("only without a content note"), **{code: str(label) for code, label in NOTES.items()}}
    return [
        Facet("challenge", _("What it is about"), _("anything"), challenges),
        Facet("kind", pgettext("facet of the library", "What"), _("cards and stories"), kinds),
        Facet("by", _("By whom"), _("by anybody"), writers, more=True),
        Facet("told", _("Language"), _("in either language"), languages, more=True),
        Facet("note", _("Content notes"), _("with or without"), notes, more=True),
    ]
