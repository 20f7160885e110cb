"""What a spreadsheet would carry out is harmless in a file, and comes back as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beenthere.core.formulas import as_meant, harmless, is_marked

texts = st.text(st.sampled_from("=+-@'\t\r\n; ab"), max_size=12)


@given(texts)
def test_nothing_begins_as_a_formula_and_everything_comes_back(text: str) -> None:
    told = harmless(text)
    assert not re.search(r"(^|[;\t\r\n])[=+\-@]", told)
    assert as_meant(told) == text


@pytest.mark.parametrize(
    ("text", "told"), [("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("a;=1", "a;'=1"), ("'tis so", "'tis so"), ("a", "a")]
)
def test_only_what_would_be_carried_out_gets_a_mark(text: str, told: str) -> None:
    assert (harmless(text), is_marked(told)) == (told, told.startswith("'") and text != told)
