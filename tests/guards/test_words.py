"""Our own sentences keep the words of the field: nothing clinical, nothing that belittles (promise 10)."""

import re
from pathlib import Path

import polib
import pytest

CATALOGUE = Path(__file__).parents[2] / "src/beenthere/locale/fr/LC_MESSAGES/django.po"
NEVER = {
    "en": r"\b(patients?|clients?|caseloads?|case manage\w+|compliance|compliant|high[- ]functioning|suffers? from"
    r"|suffering from|gaps?|diagnos\w+|mentally ill|failed)\b",
    "fr": r"\b(patient|patiente|patients|patientes|client|cliente|clients|clientes|observance|souffre de|souffrir de"
    r"|atteint de|diagnosti\w+|malades? mentaux|échoué)\b",
}
# Sentences that name such a word in order to say that we do not ask for it, or in another meaning.
ALLOWED = ("no diagnosis", "gives you a diagnosis or asks for one")


def wrong_words(language: str, sentence: str) -> list[str]:
    return re.findall(NEVER[language], sentence, re.IGNORECASE)


def entries() -> list[polib.POEntry]:
    found = [entry for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete]
    return [entry for entry in found if not any(part in entry.msgid for part in ALLOWED)]


def test_no_sentence_of_ours_uses_a_word_we_avoid() -> None:
    found = {entry.msgid: wrong_words("en", entry.msgid) + wrong_words("fr", entry.msgstr) for entry in entries()}
    assert found
    assert {sentence: words for sentence, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Our patients"), ("en", "a gap in your résumé"), ("fr", "Nos clients"), ("fr", "qui souffre de stress")],
)
def test_a_wrong_word_is_noticed(language: str, sentence: str) -> None:
    assert wrong_words(language, sentence)
