"""The French catalogue as files: kept in step with the source, checked, and compiled (developers only: needs polib)."""

from collections.abc import Mapping
from pathlib import Path

import polib

from beenthere.home.catalogue import Message, same_placeholders

Key = tuple[str, str]
Messages = Mapping[Key, Message]

# No dates and no tool names: the file changes only when a sentence does.
HEADER = {
    "Project-Id-Version": "been-there",
    "Language": "fr",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n > 1);",
}


def file_in(package: Path) -> Path:
    """Where the French catalogue of the package lies."""
    return package / "locale" / "fr" / "LC_MESSAGES" / "django.po"


def key_of(entry: polib.POEntry) -> Key:
    return (entry.msgctxt or "", entry.msgid)


def said(entry: polib.POEntry) -> list[str]:
    """The French of an entry: one sentence, or one for each number."""
    if entry.msgid_plural:
        return [entry.msgstr_plural.get(number, "") for number in (0, 1)]
    return [entry.msgstr]


def read(file: Path) -> polib.POFile:
    """The catalogue as it stands; an empty one where there is none yet."""
    return polib.pofile(str(file)) if file.exists() else polib.POFile()


def translations_of(file: Path) -> dict[Key, list[str]]:
    """What the catalogue says today, by key."""
    return {key_of(entry): said(entry) for entry in read(file) if "fuzzy" not in entry.flags}


def entry_of(message: Message, french: list[str]) -> polib.POEntry:
    """One sentence with its French, as an entry of the catalogue."""
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = dict(enumerate(french or ["", ""]))
    else:
        entry.msgstr = french[0] if french else ""
    return entry


def catalogue_of(messages: Messages, translations: Mapping[Key, list[str]]) -> polib.POFile:
    """A catalogue with exactly these sentences, in order, each with the French that is known."""
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = dict(HEADER)
    for message in sorted(messages.values()):
        catalogue.append(entry_of(message, translations.get(message.key, [])))
    return catalogue


def write(catalogue: polib.POFile, file: Path) -> None:
    """Write the catalogue and its compiled twin."""
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(file))
    file.with_suffix(".mo").write_bytes(catalogue.to_binary())


def problems(messages: Messages, file: Path) -> list[str]:
    """Everything that keeps the French from being whole, a sentence each."""
    catalogue = read(file)
    found = {key_of(entry): entry for entry in catalogue}
    lines = [f"not in the source any more: {text!r}" for context, text in sorted(found.keys() - messages.keys())]
    lines += [f"fuzzy: {entry.msgid!r}" for entry in catalogue if "fuzzy" in entry.flags]
    for message in sorted(messages.values(), key=lambda each: (each.place, each.text)):
        entry = found.get(message.key)
        if entry is None or not all(said(entry)) or entry.msgid_plural != message.plural:
            lines.append(f"no French: {message.text!r} ({message.place})")
        elif not same_placeholders(message, said(entry)):
            lines.append(f"other placeholders in French: {message.text!r} ({message.place})")
    compiled = file.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
        lines.append(f"{compiled.name} is out of date: run ./go messages")
    return lines
