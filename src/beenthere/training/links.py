"""The codes of the links for providers: only this server can work them out, from the id of the link."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from beenthere.core import keys
from beenthere.orgs import codes
from beenthere.training.models import ProviderLink


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
