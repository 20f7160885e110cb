import pytest

from beenthere.home.demo import who_can_sign_in
from beenthere.home.demo.cast import PASSPHRASE
from beenthere.people.actions import join


@pytest.mark.django_db
def test_the_demo_prints_the_words_of_its_cast_and_of_nobody_who_joined_to_try_it() -> None:
    amara = join(name="Amara", sign_in_word="amara", passphrase=PASSPHRASE, language="en").person
    jo = join(name="Jo", sign_in_word="jo", passphrase="my own bread and butter", language="en").person
    told = who_can_sign_in()
    assert str(amara.sign_in_word) in told
    assert str(jo.sign_in_word) not in told
