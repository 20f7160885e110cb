"""Small enough to read: views, functions, files and templates keep their budgets, and templates keep style apart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SOURCE = PROJECT / "src/beenthere"
VIEW, FUNCTION, FILE, TEMPLATE, TEST = 20, 40, 400, 150, 25
# Only these may call HTML safe: each builds it from escaped parts.
MAY_MARK_SAFE = {"core/icons.py", "core/templatetags/ui.py", "people/one_time.py", "plans/picture.py"}
# A page that leaves the site in a zip must carry its own style.
STANDS_ALONE = {"download_page.html"}
FORBIDDEN_IN_TEMPLATES = {
    r"\sstyle\s*=": "an inline style",
    r"<style\b": "an inline style sheet",
    r"<script(?![^>]*\ssrc=)": "an inline script",
    r"\son[a-z]+\s*=\s*[\"']": "an inline event handler",
    r"\|\s*safe\b|\{%\s*autoescape off": "text that is not escaped",
    r"(?:src|href)=[\"'](?:https?:)?//": "an address of another site that is loaded or fixed",
    r"\{%\s*load\s[^%]*\b(?:i18n|static|ui)\b": "a load tag: these are built in",
}


def python_files() -> Iterator[Path]:
    roots = [SOURCE, PROJECT / "benchmarks", PROJECT / "tests"]
    yield from (file for root in roots for file in root.rglob("*.py") if "migrations" not in file.parts)
    yield PROJECT / "go"


def templates() -> Iterator[Path]:
    yield from SOURCE.glob("*/templates/**/*.html")


def name_of(file: Path) -> str:
    return str(file.relative_to(PROJECT))


def too_long(code: str, *, are_views: bool) -> list[str]:
    """The functions above their budget, each with its size."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            is_view = are_views and bool(node.args.args) and node.args.args[0].arg == "request"
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            budget = TEST if node.name.startswith("test_") else VIEW if is_view else FUNCTION
            if size > budget:
                found.append(f"{node.name} has {size} lines")
    return found


def wrong_in_template(text: str) -> list[str]:
    return [words for pattern, words in FORBIDDEN_IN_TEMPLATES.items() if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("file", sorted(python_files()), ids=name_of)
def test_functions_and_files_keep_their_budget(file: Path) -> None:
    code = file.read_text("utf-8")
    assert len(code.splitlines()) <= FILE
    assert too_long(code, are_views=file.name == "views.py" or file.parent.name == "views") == []


@pytest.mark.parametrize("file", sorted(templates()), ids=name_of)
def test_templates_are_short_and_keep_style_and_script_apart(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) <= TEMPLATE
    found = wrong_in_template(text)
    assert found == (["an inline style sheet"] if file.name in STANDS_ALONE else [])


def test_only_named_files_call_html_safe() -> None:
    uses = {
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        if "tests" not in file.parts and re.search(r"\bmark_safe\(|SafeString\(", file.read_text("utf-8"))
    }
    assert uses <= MAY_MARK_SAFE


def test_a_long_function_view_or_test_is_noticed() -> None:
    body = "\n".join(["    pass"] * 20)
    view = f"def page(request):\n{body}\n"
    assert too_long(view, are_views=True) == ["page has 21 lines"]
    assert too_long(view, are_views=False) == []
    assert too_long(f"def f():\n{body}\n{body}\n", are_views=False) == ["f has 41 lines"]
    assert too_long(f"def test_f():\n{body}\n{body}\n", are_views=False) == ["test_f has 41 lines"]


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        "<script>alert(1)</script>",
        '<button onclick="x()">',
        "{{ x|safe }}",
        '<img src="https://elsewhere.example/x.png">',
        "{% load i18n %}",
    ],
)
def test_what_a_template_may_not_hold_is_noticed(line: str) -> None:
    assert wrong_in_template(line)
    assert wrong_in_template('<script src="{% static "x.js" %}"></script><a href="{{ url }}">x</a>') == []
