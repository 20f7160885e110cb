"""The French is whole, and both languages are written with their own signs (promise 9)."""

import re
from pathlib import Path

import polib
import pytest

from beenthere.home import catalogue, french

PACKAGE = Path(__file__).parents[2] / "src/beenthere"
WRONG_IN_ENGLISH = {
    r"[A-Za-z]'[A-Za-z]": "a typewriter apostrophe",
    r'(?<![=\w])"': "typewriter quotation marks",
    r"\.\.\.": "three dots instead of an ellipsis",
    r"\w--\w| -- | - ": "a hyphen where a dash belongs",
}
WRONG_IN_FRENCH = {
    r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]": "a typewriter apostrophe",
    r"\.\.\.": "three dots instead of an ellipsis",
    r'(?<![=\w])"|[“”]': "quotation marks that are not French",
    r"«[^\u00a0]|[^\u00a0]»": "a quotation mark without its unbreakable space",
    r"[^\u00a0\d:] ?:(?:\s|$)": "a colon without its unbreakable space",
    r"\s[;!?](?:\s|$)": "a space before ; ! or ?, which Canadian French does not have",
}


def wrong(text: str, signs: dict[str, str]) -> list[str]:
    plain = re.sub(r"%\(\w+\)s|<[^>]+>|https?:\S+", "X", text)
    return [words for pattern, words in signs.items() if re.search(pattern, plain)]


def entries() -> list[polib.POEntry]:
    """The sentences we wrote; what a source is quoted with keeps the source's signs."""
    messages = catalogue.in_package(PACKAGE)
    quoted = {key for key, message in messages.items() if Path(message.place).name == "phrases.py"}
    return [entry for entry in french.read(french.file_in(PACKAGE)) if french.key_of(entry) not in quoted]


def test_every_sentence_stands_in_french() -> None:
    messages = catalogue.in_package(PACKAGE)
    assert messages
    assert french.problems(messages, french.file_in(PACKAGE)) == []


def test_english_is_written_with_its_own_signs() -> None:
    found = {entry.msgid: wrong(entry.msgid, WRONG_IN_ENGLISH) for entry in entries()}
    assert {text: words for text, words in found.items() if words} == {}


def test_french_is_written_with_its_own_signs() -> None:
    said = [text for entry in entries() for text in french.said(entry)]
    found = {text: wrong(text, WRONG_IN_FRENCH) for text in said}
    assert {text: words for text, words in found.items() if words} == {}


@pytest.mark.parametrize("text", ["It's here", 'Say "yes"', "Wait...", "a road - long"])
def test_wrong_signs_in_english_are_noticed(text: str) -> None:
    assert wrong(text, WRONG_IN_ENGLISH)


@pytest.mark.parametrize("text", ["l'aide", "Attendez...", "« oui »", "Voici : un", "Vraiment ?", "“oui”"])
def test_wrong_signs_in_french_are_noticed(text: str) -> None:
    assert wrong(text, WRONG_IN_FRENCH)


@pytest.mark.parametrize("text", ["l’aide", "Attendez…", "«\u00a0oui\u00a0»", "Voici\u00a0: un", "Vraiment?", "9:30"])
def test_right_signs_in_french_pass(text: str) -> None:
    assert wrong(text, WRONG_IN_FRENCH) == []


# “De Amara” is no French, and neither is “que Odile”; who is named is not known when the sentence is written.
BEFORE_A_NAME = re.compile(
    r"\b(?:de|que|jusque|lorsque|puisque|ne|le|la|je|se|me|te) (?:«\u00a0)?"
    r"%\((?:names?|other|asker|owner|reader|supporter|person|organisation|who|author)\)s",
    re.IGNORECASE,
)


def test_no_french_word_that_would_be_shortened_stands_before_a_name() -> None:
    said = [text for entry in entries() for text in french.said(entry)]
    assert [text for text in said if BEFORE_A_NAME.search(text)] == []


@pytest.mark.parametrize("text", ["Le plan de %(name)s", "Ce que %(other)s voit", "le rôle de «\u00a0%(who)s\u00a0»"])
def test_a_word_that_would_be_shortened_is_noticed(text: str) -> None:
    assert BEFORE_A_NAME.search(text)


def test_every_function_that_translates_is_called_by_a_name_that_is_looked_for() -> None:
    """A sentence given to gettext under another name stands in no catalogue, and stays English."""
    renamed = re.compile(r"\b(n?p?gettext(?:_lazy)?) as (\w+)")
    sources = [path for path in PACKAGE.rglob("*.py") if "tests" not in path.parts]
    found = [(path.name, name) for path in sources for _of, name in renamed.findall(path.read_text())]
    assert {(path, name) for path, name in found if name not in catalogue.CALLS} == set()
    assert found
