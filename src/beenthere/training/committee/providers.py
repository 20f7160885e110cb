"""What is asked of whoever gives a training: the link and its code, the letter, and the facts to look over."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from beenthere.core import keys
from beenthere.core.days import in_words
from beenthere.orgs import codes
from beenthere.training.catalogue.facts import label_of, told
from beenthere.training.catalogue.writing import FACTS, facts_of
from beenthere.training.models import ProviderLink, Training

NOT_SHOWN = {"name", "name_language"}


def code_for(link_id: UUID) -> str:
    """The code of a link, as it stands in its address."""
    return codes.from_hex(keys.token(str(link_id), purpose="code of a provider link"))


def token_of(typed: str) -> str:
    """The form in which a code is stored and compared."""
    return keys.token(codes.tidied(typed), purpose="token of a provider link")


def link_of(typed: str) -> ProviderLink | None:
    """Find the link of a code, however it was typed; it may no longer be open."""
    return ProviderLink.objects.filter(code_token=token_of(typed)).select_related("training").first()


def address_of(link: ProviderLink, language: str) -> str:
    """The whole address to send, in one language."""
    with translation.override(language):
        return settings.PUBLIC_ADDRESS.rstrip("/") + reverse("training:confirm", args=[code_for(link.pk)])


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


def facts_to_confirm(training: Training) -> list[tuple[str, str]]:
    """Every fact that is stated, as people find it on its page."""
    said = facts_of(training)
    return [
        (label_of(name, said[name]), told(name, said[name])) for name in FACTS if said[name] and name not in NOT_SHOWN
    ]
