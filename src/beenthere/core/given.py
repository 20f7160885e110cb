"""What a source says, shown in the reader's language where the project has written it in both."""

from collections.abc import Collection

from django.utils.translation import get_language, gettext

from beenthere.core.templatetags.ui import foreign


def given(text: str, phrases: Collection[str], language: str = "en") -> str:
    """Return a fact in the page's language; one that only exists in the other is marked as such."""
    if text in phrases:
        text, language = gettext(text), get_language() or language
    # Numbers and initials are the same in every language.
    return text if text == text.upper() else foreign(text, language)


def plain(text: str, phrases: Collection[str], language: str = "en") -> str:
    """Return the same for an index: words only, in the language that is active now, or nothing."""
    if text in phrases:
        return gettext(text)
    return text if (get_language() or "en").startswith(language) else ""
