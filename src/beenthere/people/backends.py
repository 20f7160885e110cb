"""Signing in with a sign-in word and a passphrase."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest

from beenthere.people import passphrases
from beenthere.people.models import Person, token_of_word


class SignInWordBackend(BaseBackend):
    """Takes the same steps whether or not the account exists, so that neither answer nor time tells."""

    def authenticate(
        self,
        request: HttpRequest | None,
        sign_in_word: str | None = None,
        passphrase: str | None = None,
        **credentials: Any,
    ) -> Person | None:
        if sign_in_word is None or passphrase is None:
            return None
        nobody = nobodys_passphrase()
        found = Person.objects.filter(sign_in_token=token_of_word(sign_in_word)).values_list("pk", "password").first()
        person_id, encoded = found or (None, nobody)
        fits = check_password(passphrases.normalised(passphrase), encoded)
        return self.get_user(person_id) if fits and person_id else None

    def get_user(self, user_id: UUID) -> Person | None:
        return Person.objects.filter(pk=user_id).first()


def hashed(passphrase: str | None) -> str:
    """A passphrase as it is kept; None makes an account that nobody can open."""
    return make_password(None if passphrase is None else passphrases.normalised(passphrase))


@lru_cache(maxsize=1)
def nobodys_passphrase() -> str:
    """A hash that no passphrase fits, made once, to be checked where there is no account."""
    return make_password("")
