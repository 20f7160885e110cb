"""What is installed is pinned by name, version and hash; what is shipped holds what the product needs, and no more."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LOCKS = sorted(PROJECT.glob("requirements*.lock"))
ASKED_FOR = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))


def pinned(lock: Path) -> set[str]:
    return {match[1] for match in re.finditer(r"^([\w.-]+)==\S+", lock.read_text(), re.MULTILINE)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_hold_names_versions_and_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text()
    assert "http" not in text
    assert "file:" not in text
    assert not re.search(r"^\s*-", re.sub(r"--hash=", "", text), re.MULTILINE)
    assert all(f"{name}==" in text and "--hash=sha256:" in text for name in pinned(lock))


def test_there_are_three_locks() -> None:
    assert [lock.name for lock in LOCKS] == ["requirements-dev.lock", "requirements-uv.lock", "requirements.lock"]


def test_everything_asked_for_is_locked() -> None:
    runtime = {re.match(r"[\w-]+", each)[0] for each in ASKED_FOR["project"]["dependencies"]}  # type: ignore[index]
    developers = {re.match(r"[\w-]+", each)[0] for each in ASKED_FOR["dependency-groups"]["dev"]}  # type: ignore[index]
    assert runtime <= pinned(PROJECT / "requirements.lock")
    assert runtime | developers <= pinned(PROJECT / "requirements-dev.lock")


def test_every_dependency_says_why_it_is_there() -> None:
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    listed = re.findall(r'^  "([\w-]+)(?:\[\w+\])?(?:[<>=][^"]*)?",(.*)$', text[: text.index("[tool.")], re.MULTILINE)
    named = {name: comment for name, comment in listed if name in text}
    assert {"django", "granian", "mypy"} <= named.keys()
    assert [name for name, comment in named.items() if "#" not in comment] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=PROJECT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_templates_styles_data_and_the_compiled_french(wheel: set[str]) -> None:
    source = PROJECT / "src"
    kinds = ["*/templates/**/*.html", "*/static/**/*", "*/data/**/*", "*/migrations/*.py", "**/*.mo"]
    wanted = {str(file.relative_to(source)) for kind in kinds for file in (source / "beenthere").glob(kind)}
    wanted = {each for each in wanted if (source / each).is_file() and "__pycache__" not in each}
    assert wanted
    assert wanted <= wheel


def test_the_wheel_holds_the_command_and_neither_tests_nor_sources_of_french(wheel: set[str]) -> None:
    assert any(name.endswith("entry_points.txt") for name in wheel)
    assert not [name for name in wheel if "/tests/" in name or name.endswith(".po")]
