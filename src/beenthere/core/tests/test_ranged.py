"""Parts of files, as players ask for them."""

import pytest

from beenthere.core.ranged import part_of


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", None),
        ("bytes=0-", (0, 100)),
        ("bytes=0-1", (0, 2)),
        ("bytes=90-500", (90, 100)),
        ("bytes=-10", (90, 100)),
        ("bytes=-500", (0, 100)),
        ("bytes=100-", (0, 0)),
        ("bytes=5-4", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("lines=0-1", None),
        ("bytes=99999999999999999999-", None),
    ],
)
def test_a_part_is_what_was_asked_for_and_there(asked: str, expected: tuple[int, int] | None) -> None:
    assert part_of(asked, 100) == expected
