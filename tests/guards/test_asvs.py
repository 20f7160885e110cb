"""docs/ASVS.md says something true about every requirement of level 2: no number is missing, every test exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
ASVS = PROJECT / "docs/ASVS.md"
# How many requirements of levels 1 and 2 each section has: 253 in all. They are numbered from 1 on.
SECTIONS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4,
    "17.3": 2,
}  # fmt: skip
REASONS = ("by design: ", "does not apply", "not met")
TEST = re.compile(r"`([\w/.-]+\.py)::(\w+)`")


def rows(text: str) -> Iterator[tuple[list[str], str]]:
    """Each row: the requirements that it is about, and what it says of them."""
    for line in text.splitlines():
        if re.match(r"\| \d", line):
            numbers, _asked, here = (cell.strip() for cell in line.strip("|").split("|", 2))
            yield [number for part in numbers.split(", ") for number in _numbers(part)], here


def _numbers(part: str) -> list[str]:
    section, first, last = re.fullmatch(r"(\d+\.\d+)\.(\d+)(?:–(\d+))?", part).groups()  # type: ignore[union-attr]
    return [f"{section}.{number}" for number in range(int(first), int(last or first) + 1)]


def missing_tests(text: str, project: Path = PROJECT) -> list[str]:
    """The tests that are named and do not exist."""
    named = TEST.findall(text)
    there = {file: (project / file).read_text() if (project / file).exists() else "" for file, _ in named}
    return [f"{file}::{test}" for file, test in named if f"def {test}(" not in there[file]]


def test_every_requirement_of_levels_1_and_2_stands_there_once() -> None:
    told = [number for numbers, _ in rows(ASVS.read_text()) for number in numbers]
    wanted = [f"{section}.{number}" for section, count in SECTIONS.items() for number in range(1, count + 1)]
    assert len(wanted) == 253
    assert sorted(told) == sorted(wanted)


def test_each_names_a_test_or_says_why_not() -> None:
    silent = [
        numbers for numbers, here in rows(ASVS.read_text()) if not (TEST.search(here) or here.startswith(REASONS))
    ]
    assert silent == []


def test_every_test_that_is_named_exists() -> None:
    text = ASVS.read_text()
    assert len(TEST.findall(text)) > 80
    assert missing_tests(text) == []


def test_files_that_are_named_exist() -> None:
    named = re.findall(r"`((?:docs|tests|src)/[\w/.-]+)(?:::\w+)?`", ASVS.read_text())
    assert [name for name in named if not (PROJECT / name).exists()] == []


@pytest.mark.parametrize("text", ["`tests/guards/test_asvs.py::test_of_nothing`", "`no/such.py::test_x`"])
def test_a_test_that_does_not_exist_is_noticed(text: str) -> None:
    assert missing_tests(text)
