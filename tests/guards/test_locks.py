"""The three locks: every view states its rule, rows come through `visible_to`, every action checks first."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

SOURCE = Path(__file__).parents[2] / "src" / "beenthere"
# Static files, the language catalogue and the like have no view of ours.
NOT_OURS = ("django.",)
# Reads that begin a chain in a view; everything after them stays inside what the person may see.
DOORS = {"visible_to", "public", "running"}
# Actions that start before there is a person who could be checked, each with its reason.
ACTS_WITHOUT_A_RULE = {
    "people.join": "nobody has an account yet",
    "consent.unblock": "touches only rows of the id that is given",
    "consent.stop_sharing_thing": "touches only rows of the id that is given",
    "consent.stop_all": "touches only rows of the id that is given",
    "consent.look": "writes the read log, which may never be refused",
    "consent.look_at_all": "writes the read log, which may never be refused",
    "consent.disconnect": "called by actions above that have checked; ends only",
}


def every_pattern(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from every_pattern(pattern)
        else:
            yield pattern


def views_without_a_rule() -> list[str]:
    return [
        f"{pattern.callback.__module__}.{pattern.callback.__name__}"
        for pattern in every_pattern()
        if not pattern.callback.__module__.startswith(NOT_OURS)
        if not hasattr(pattern.callback, "rule") and not hasattr(pattern.callback, "is_public")
    ]


def careless_reads(code: str) -> list[str]:
    """Find `.objects.x` in a view's source where x is not one of the doors."""
    return [
        f"line {node.lineno}: .objects.{node.attr}"
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in {"objects", "_default_manager", "_base_manager"}
        and node.attr not in DOORS
    ]


def careless_actions(code: str) -> list[str]:
    """Find public functions that do not check first, are not atomic, or take positional arguments."""
    return [problem for node in ast.parse(code).body if (problem := _problem_of(node))]


def _problem_of(node: ast.stmt) -> str:
    if not isinstance(node, ast.FunctionDef) or node.name.startswith("_") or _is_handler(node):
        return ""
    if node.args.args or node.args.posonlyargs:
        return f"{node.name}: takes positional arguments"
    if not any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list):
        return f"{node.name}: is not atomic"
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return "" if ast.unparse(body[0]).startswith("require(") else f"{node.name}: does not check its rule first"


def _is_handler(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(decorator).startswith(("on(", "job", "every(")) for decorator in node.decorator_list)


def sources(name: str) -> list[Path]:
    return sorted([*SOURCE.glob(f"*/{name}.py"), *SOURCE.glob(f"*/{name}/*.py")])


def test_every_view_states_its_rule() -> None:
    assert list(every_pattern())
    assert views_without_a_rule() == []


def test_a_silent_view_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = next(p for p in every_pattern() if hasattr(p.callback, "rule"))
    monkeypatch.delattr(pattern.callback, "rule")
    assert views_without_a_rule() != []


@pytest.mark.parametrize("path", sources("views"), ids=lambda path: str(path.relative_to(SOURCE)))
def test_views_read_rows_only_through_a_door(path: Path) -> None:
    assert careless_reads(path.read_text()) == []


def test_a_careless_read_is_noticed() -> None:
    assert careless_reads("def view(request):\n    return Plan.objects.all()") == ["line 2: .objects.all"]
    assert careless_reads("def view(request):\n    return Plan.objects.visible_to(request.user).get()") == []


@pytest.mark.parametrize("path", sources("actions"), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_action_checks_first(path: Path) -> None:
    app = path.relative_to(SOURCE).parts[0]
    found = [p for p in careless_actions(path.read_text()) if f"{app}.{p.split(':')[0]}" not in ACTS_WITHOUT_A_RULE]
    assert found == []


def test_a_careless_action_is_noticed() -> None:
    careful = '@transaction.atomic\ndef rest(*, by: P, path: Q) -> None:\n    "Rest."\n    require(owns, by, path)\n'
    assert careless_actions(careful) == []
    assert careless_actions(careful.replace("require", "print")) == ["rest: does not check its rule first"]
    assert careless_actions(careful.replace("@transaction.atomic\n", "")) == ["rest: is not atomic"]
    assert careless_actions(careful.replace("*, ", "")) == ["rest: takes positional arguments"]
