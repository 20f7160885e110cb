"""A name left out of words, for whoever tells a concern unnamed."""

import pytest

from beenthere.talk.unnamed import without_name


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("Hello Amara, amara!", "Amara", "Hello …, …!"),
        ("Le sac d’AMARA et l'amarante", "Amara", "Le sac d’… et l'amarante"),
        ("Benoit, BENOÎT et Benoi\u0302t", "Benoît", "…, … et …"),
        ("Marie et Tremblay", "Marie-Ève T. Tremblay", "… et …"),
        ("T is a letter", "Benoît T.", "T is a letter"),
        ("Bo said so", "Bo", "… said so"),
        ("你好小明", "小明", "你好…"),
        ("Nothing of it", "", "Nothing of it"),
    ],
)
def test_the_name_is_left_out_and_nothing_else(text: str, name: str, kept: str) -> None:
    assert without_name(text, name) == kept
