"""The trainings as lists of them need them: in memory, in order, and as ready cards."""

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beenthere.core.kept import kept
from beenthere.core.search import Found, find
from beenthere.core.words import fold
from beenthere.training import facts
from beenthere.training.findable import KIND
from beenthere.training.models import Standing, Training


@kept(seconds=60)
def everything(language: str) -> list[Training]:
    """Give all trainings: what can be taken first, and first those in the language of the page."""
    order = list(Standing)

    def place(training: Training) -> tuple[int, bool, str]:
        return (order.index(Standing(training.standing)), training.name_language != language, fold(training.name))

    return sorted(Training.objects.public(), key=place)


def matching(query: str) -> tuple[list[Training], Found]:
    """Give the trainings that a search finds, best first; without a search, all of them."""
    trainings = everything(get_language() or "en")
    if not query:
        return trainings, Found()
    found, by_slug = find(KIND, query), {training.slug: training for training in trainings}
    return [by_slug[slug] for slug in found if slug in by_slug], found


def card(training: Training) -> str:
    """Give the training as a card of a list. It is the same for everybody, so it is made once."""
    return _card(training.slug, get_language() or "en")


@kept(seconds=60)
def _card(slug: str, language: str) -> str:
    training = next(each for each in everything(language) if each.slug == slug)
    words = {
        "training": training,
        "in_language": _in_other_language(training.name_language, language),
        "line": [training.provider, facts.where(training), facts.audience(training)],
        "facts": facts.main_facts(training),
    }
    return render_to_string("training/card.html", words)


def _in_other_language(language: str, here: str) -> str:
    """Say that a name stands in the other language, if it does."""
    if language == here:
        return ""
    return _("in French") if language == "fr" else _("in English")
