from hypothesis import given
from hypothesis import strategies as st

from beenthere.core import codes


def test_a_code_is_three_groups_of_four() -> None:
    code = codes.from_hex("f" * 64)
    assert code == "ZZZZ-ZZZZ-ZZZZ"


def test_typing_mistakes_of_look_alikes_are_forgiven() -> None:
    assert codes.tidied(" o1lz abcd2345 ") == codes.tidied("011Z-ABCD-2345") == "011Z-ABCD-2345"


@given(st.integers(min_value=0, max_value=2**60 - 1))
def test_every_code_survives_being_read_aloud(number: int) -> None:
    code = codes.from_hex(f"{number:015x}")
    assert codes.tidied(code.lower().replace("-", "")) == code
    assert not set("ILOU") & set(code)


@given(st.text())
def test_whatever_is_typed_is_tidied_once_and_for_all(typed: str) -> None:
    tidied = codes.tidied(typed)
    assert codes.tidied(tidied) == tidied
