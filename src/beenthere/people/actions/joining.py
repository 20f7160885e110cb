"""Making an account."""

from dataclasses import dataclass
from uuid import uuid4

from django.db import IntegrityError, transaction

from beenthere.core import clock, keys
from beenthere.core.audit import record
from beenthere.people import passphrases, sign_in_words
from beenthere.people.actions.cards import make_new_card
from beenthere.people.backends import hashed
from beenthere.people.models import DEFAULT_ZONE, Person, token_of_word

TRIES_PER_LENGTH = 40


@dataclass(frozen=True)
class Joined:
    """Somebody new, and what stands on their card. `recovery_codes` is empty where the same form came twice."""

    person: Person
    sign_in_word_full: str
    recovery_codes: list[str]


def join(
    *,
    name: str,
    sign_in_word: str,
    passphrase: str | None,
    language: str,
    email: str = "",
    province: str = "",
    time_zone: str = DEFAULT_ZONE,
    form_key: str = "",
) -> Joined:
    """Make an account. Without a passphrase nobody can sign in to it; the same form twice makes one account."""
    again = _joined_with(form_key)
    if again and _fits(again, passphrase):
        return Joined(again, again.sign_in_word, [])
    person_id = uuid4()
    keys.make_key(person_id)
    person = Person(
        id=person_id,
        name=name,
        email=email or None,
        language=language,
        province=province,
        time_zone=time_zone,
        joined_at=clock.now(),
        joined_with=None if again else _form_token(form_key),
        password=hashed(passphrase),
    )
    try:
        return _join(person, sign_in_word, with_card=passphrase is not None)
    except BaseException as error:
        keys.destroy_key(person_id)
        # The same form may have come twice at the same moment: then the first one made the account.
        again = _joined_with(form_key) if isinstance(error, IntegrityError) else None
        if again and _fits(again, passphrase):
            return Joined(again, again.sign_in_word, [])
        raise


@transaction.atomic
def _join(person: Person, own_word: str, *, with_card: bool) -> Joined:
    person.sign_in_word = _free_sign_in_word(own_word, person.language)
    person.sign_in_token = token_of_word(person.sign_in_word)
    person.save(force_insert=True)
    codes = make_new_card(by=person) if with_card else []
    record("person.joined", by=person, thing=person)
    return Joined(person, person.sign_in_word, codes)


def _free_sign_in_word(own_word: str, language: str) -> str:
    """Draw endings until one is free, so that nobody ever hears that a word is taken."""
    own = sign_in_words.own_part(own_word)
    for digits in (2, 3, 4, 6):
        for _ in range(TRIES_PER_LENGTH):
            word = sign_in_words.with_ending(own, language, digits)
            if not Person.objects.filter(sign_in_token=token_of_word(word)).exists():
                return word
    raise RuntimeError("No free ending was found.")


def _joined_with(form_key: str) -> Person | None:
    token = _form_token(form_key)
    return Person.objects.filter(joined_with=token).first() if token else None


def _fits(person: Person, passphrase: str | None) -> bool:
    # The key of a form is no secret to whoever used this browser before; the passphrase is.
    return bool(passphrase) and person.check_password(passphrases.normalised(passphrase or ""))


def _form_token(form_key: str) -> str | None:
    return keys.token(form_key, purpose="people.join") if form_key else None
