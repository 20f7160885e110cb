"""What is asked of whoever gives a training: the link and its code, the letter, and the facts to look over."""

from django.utils.translation import gettext_lazy as _

from beenthere.core.still_right import Asked, Letter, letter, token_of
from beenthere.core.still_right import code_for as code_for
from beenthere.training.catalogue.facts import label_of, told
from beenthere.training.catalogue.writing import FACTS, facts_of
from beenthere.training.models import ProviderLink, Training

LISTED = _("Been There lists “%(name)s” among the peer-support trainings in Canada.")
THANKS = _("Thank you. The research committee")
NOT_SHOWN = {"name", "name_language"}


def link_of(typed: str) -> ProviderLink | None:
    """Find the link of a code, however it was typed; it may no longer be open."""
    return ProviderLink.objects.filter(code_token=token_of(typed)).select_related("training").first()


def letter_for(link: ProviderLink, language: str) -> Letter:
    """Ask whether the record is still right."""
    return letter(link, language, "training:confirm", Asked(link.training.name, LISTED, THANKS))


def facts_to_confirm(training: Training) -> list[tuple[str, str]]:
    """Every fact that is stated, as people find it on its page."""
    said = facts_of(training)
    return [
        (label_of(name, said[name]), told(name, said[name])) for name in FACTS if said[name] and name not in NOT_SHOWN
    ]
