"""What is written to whoever gives a training, in each language, for e-mail or to copy."""

from dataclasses import dataclass

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from beenthere.core.days import in_words
from beenthere.training.links import address_of
from beenthere.training.models import ProviderLink


@dataclass(frozen=True)
class Letter:
    """A ready text."""

    language: str
    subject: str
    text: str


def letter_for(link: ProviderLink, language: str) -> Letter:
    """Ask whether the record is still right; the link opens a page, and only a button there acts."""
    with translation.override(language):
        subject = _("Is this still right: %(name)s?") % {"name": link.training.name}
        paragraphs = [
            _("Hello,"),
            _("Been There lists “%(name)s” among the peer-support trainings in Canada.") % {"name": link.training.name},
            _("Is what it says still right? The page below shows it, with three buttons. No password is needed:"),
            address_of(link, language),
            _("The link works until %(day)s. It is for you alone; please do not publish it.")
            % {"day": in_words(timezone.localtime(link.expires_at).date())},
            _("Thank you. The research committee"),
        ]
    return Letter(language, subject, "\n\n".join(paragraphs))
