"""The three locks: every view states its rule, rows come through `visible_to`, every action checks first."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

SOURCE = Path(__file__).parents[2] / "src" / "beenthere"
# Static files, the language catalogue and the like have no view of ours.
NOT_OURS = ("django.",)
# Reads that begin a chain in a view; everything after them stays inside what the person may see.
DOORS = {"visible_to", "public", "running", "readable_by"}
# Actions of a person that do not begin with `require`, each with its reason.
CHECKED_OTHERWISE = {"consent.unblock": "touches only rows of the id that is given"}
# Actions of a person that leave no deed in the log, each with its reason.
UNRECORDED = {
    "consent.block": "people are ids here; the actions above write the deed down",
    "consent.unblock": "the same",
    "consent.keep_name_away": "the same",
    "consent.let_name_near": "the same",
    "desk.note_list_looks": "it writes into the read log, which is the record",
    "desk.note_looks": "the same",
    "home.put_away": "throwing one’s own half-written text away is nobody’s business",
    "matching.show_people": "whom somebody looks at is nobody’s business",
    "people.put_letter_away": "what somebody has read is nobody’s business",
    "talk.mark_read": "what somebody has read is nobody’s business",
}
# What a view may call without a person, each with its reason.
WITHOUT_A_PERSON = {
    "begin_return": "whoever begins it cannot sign in",
    "finish_return": "two trusted people and three days are the right to do it",
    "join": "nobody has an account yet",
    "take_back_by_code": "the code of the proposal is the right to do it",
    "worry": "who worries about a public card is not asked",
    "recover": "the code of the card is the right to do it",
    "answer_link": "the code that the provider was sent is the right to do it",
    "try_once": "slows a device that guesses",
    "forgive_try": "frees a device that got in",
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
    """Find what people do (`by=`) that is not checked first, not atomic, or takes positional arguments."""
    return [problem for node in ast.parse(code).body if (problem := _problem_of(node))]


def _problem_of(node: ast.stmt) -> str:
    if not isinstance(node, ast.FunctionDef) or node.name.startswith("_") or not _has_by(node):
        return ""
    if node.args.args or node.args.posonlyargs:
        return f"{node.name}: takes positional arguments"
    if not any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list):
        return f"{node.name}: is not atomic"
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return "" if ast.unparse(body[0]).startswith("require(") else f"{node.name}: does not check its rule first"


def unrecorded_actions(code: str) -> list[str]:
    """Find what people do (`by=`) that leaves no deed in the log, neither itself nor through another function here."""
    functions = {node.name: ast.unparse(node) for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)}
    recording = [name for name, text in functions.items() if _calls(text, ["record"])]
    return [
        node.name
        for node in ast.parse(code).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and _has_by(node)
        if node.name not in recording and not _calls(functions[node.name], recording)
    ]


def _calls(text: str, names: list[str]) -> bool:
    return any(re.search(rf"(?<![.\w]){name}\(", text) for name in names)


def _has_by(node: ast.FunctionDef) -> bool:
    return any(argument.arg == "by" for argument in (*node.args.args, *node.args.kwonlyargs))


def nameless_calls(code: str) -> list[str]:
    """Find `actions.x(…)` in a view's source that does not say who is acting."""
    return [
        f"line {node.lineno}: actions.{node.func.attr}"
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value).split(".")[-1] == "actions"
        and node.func.attr not in WITHOUT_A_PERSON
        and not any(keyword.arg == "by" for keyword in node.keywords)
    ]


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


@pytest.mark.parametrize("path", sources("views"), ids=lambda path: str(path.relative_to(SOURCE)))
def test_views_say_who_acts(path: Path) -> None:
    assert nameless_calls(path.read_text()) == []


@pytest.mark.parametrize("path", sources("actions"), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_action_checks_first(path: Path) -> None:
    app = path.relative_to(SOURCE).parts[0]
    found = [p for p in careless_actions(path.read_text()) if f"{app}.{p.split(':')[0]}" not in CHECKED_OTHERWISE]
    assert found == []


def test_a_careless_action_is_noticed() -> None:
    careful = '@transaction.atomic\ndef rest(*, by: P, path: Q) -> None:\n    "Rest."\n    require(owns, by, path)\n'
    assert careless_actions(careful) == []
    assert careless_actions(careful.replace("require", "print")) == ["rest: does not check its rule first"]
    assert careless_actions(careful.replace("@transaction.atomic\n", "")) == ["rest: is not atomic"]
    assert careless_actions(careful.replace("*, ", "")) == ["rest: takes positional arguments"]
    assert nameless_calls("actions.rest(path=path)") == ["line 1: actions.rest"]


def test_every_action_leaves_a_deed_in_the_log() -> None:
    found = {
        f"{path.relative_to(SOURCE).parts[0]}.{name}"
        for path in sources("actions")
        for name in unrecorded_actions(path.read_text())
    }
    assert found == set(UNRECORDED)


def test_an_action_without_a_deed_is_noticed() -> None:
    careless = "def rest(*, by):\n    require(owns, by)\n"
    assert unrecorded_actions(careless) == ["rest"]
    assert unrecorded_actions(careless + '    record("rested", by=by, thing=None)') == []
