import pytest
from django.utils import translation

from beenthere.core.lists import and_list, or_list


@pytest.mark.parametrize(
    ("things", "told"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_things_stand_in_one_sentence(things: list[str], told: str) -> None:
    assert and_list(things) == told
    assert or_list(things) == told.replace(" and ", " or ")


def test_the_sentence_is_in_the_language_of_the_page() -> None:
    with translation.override("fr"):
        assert (and_list("AB"), or_list("AB")) == ("A et B", "A ou B")
