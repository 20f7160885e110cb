"""The sentences of this project, read from the source without gettext's tools, and how well the French answers them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

# How many leading arguments are words, by function: (context, singular, plural).
CALLS = {
    "_": (False, 1),
    "gettext": (False, 1),
    "gettext_lazy": (False, 1),
    "gettext_noop": (False, 1),
    "ngettext": (False, 2),
    "ngettext_lazy": (False, 2),
    "pgettext": (True, 1),
    "pgettext_lazy": (True, 1),
    "npgettext": (True, 2),
    "npgettext_lazy": (True, 2),
}
LITERAL = r"""[uU]?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
TEMPLATE_CALL = re.compile(rf"\b(n?p?gettext|_)\(({LITERAL}(?:,\s?{LITERAL})*)")
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|\{(\w*)\}|(?<!%)(?:%%)*%([sd])")


@dataclass(frozen=True, order=True)
class Message:
    """One sentence as the source has it; `place` is the file where it first stands."""

    text: str
    plural: str = ""
    context: str = ""
    place: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return (self.context, self.text)

    @property
    def written(self) -> str:
        """The key as gettext writes it in one string, the context before an EOT sign."""
        return f"{self.context}\4{self.text}" if self.context else self.text


def message(function: str, words: list[str], place: str) -> Message | None:
    """What a call of a gettext function with these literal words says, if it says something."""
    has_context, count = CALLS[function]
    if len(words) < count + has_context or not words[int(has_context)]:
        return None
    context = words.pop(0) if has_context else ""
    return Message(words[0], words[1] if count == 2 else "", context, place)


def in_python(source: str, place: str) -> Iterator[Message]:
    """The sentences which a Python file gives to gettext."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        function = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if function not in CALLS:
            continue
        words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if any(isinstance(arg, ast.JoinedStr) for arg in node.args):
            raise ValueError(f"{place}:{node.lineno}: an f-string cannot be translated")
        if found := message(function, words, place):
            yield found


def in_template(source: str, place: str) -> Iterator[Message]:
    """The sentences which a template translates, by Django's own reading of its tags."""
    for function, literals in TEMPLATE_CALL.findall(templatize(source, origin=place)):
        words = [ast.literal_eval(literal) for literal in re.findall(LITERAL, literals)]
        if found := message(function, words, place):
            yield found


def in_package(package: Path) -> dict[tuple[str, str], Message]:
    """Every sentence of the package by its key; tests and migrations speak to nobody."""
    found: dict[tuple[str, str], Message] = {}
    for file in sorted(package.rglob("*")):
        place = file.relative_to(package)
        if {"tests", "migrations", "static", "locale"} & set(place.parts):
            continue
        read = {".py": in_python, ".html": in_template, ".txt": in_template}.get(file.suffix)
        if read is None or (file.suffix == ".txt" and "templates" not in place.parts):
            continue
        for each in read(file.read_text("utf-8"), str(place)):
            known = found.get(each.key)
            # The same word once alone and once with a plural is one entry of the catalogue.
            if known is None or (each.plural and not known.plural):
                found[each.key] = each
    return found


def placeholders(text: str) -> set[str]:
    """The names that a sentence leaves open for values."""
    return {"".join(found) for found in PLACEHOLDER.findall(text)}


def same_placeholders(source: Message, translations: list[str]) -> bool:
    """Whether the French leaves the same gaps open; a singular may say its number as a word."""
    wanted = placeholders(source.text) | placeholders(source.plural)
    if not source.plural:
        return placeholders(translations[0]) == wanted
    *singular, plural = translations
    return placeholders(plural) == wanted and all(placeholders(each) <= wanted for each in singular)
