"""The printed card: ten codes, each of which sets a new passphrase once."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people import recovery_codes, rules
from beenthere.people.actions.letters import write_letter
from beenthere.people.actions.ways_in import forget_ways_in
from beenthere.people.models import Person, RecoveryCard, RecoveryCode, token_of_code, token_of_word
from beenthere.people.reads import codes_left


@transaction.atomic
def make_new_card(*, by: Person) -> list[str]:
    """Make a new card; the codes of the old one stop working."""
    require(rules.is_peer, by)
    codes = _new_codes(by)
    record("card.made", by=by, thing=by)
    return codes


@transaction.atomic
def put_card_away(*, by: Person) -> None:
    """She has her card on paper: forget what it said."""
    require(rules.is_peer, by)
    if RecoveryCard.objects.visible_to(by).delete()[0]:
        record("card.put_away", by=by, thing=by)


@transaction.atomic
def recover(*, sign_in_word: str, code: str, encoded: str) -> Person | None:
    """Set a new, hashed passphrase with a code of the card. None, without saying why, if word and code do not fit."""
    word_token = token_of_word(sign_in_word)
    fitting = RecoveryCode.objects.filter(code_token=token_of_code(word_token, code), used_at=None)
    if fitting.update(used_at=clock.now()) != 1:
        return None
    person = Person.objects.get(sign_in_token=word_token)
    # A new passphrase ends every other session: each session is bound to the one with which it began.
    person.password = encoded
    person.save(update_fields=["password"])
    forget_ways_in(person)
    _tell_about_used_code(person)
    record("person.recovered", by=person, thing=person)
    return person


def _new_codes(person: Person) -> list[str]:
    """Replace every code of the person by ten new ones, which lie on a card until it is put away."""
    RecoveryCode.objects.filter(person=person).delete()
    RecoveryCard.objects.filter(person=person).delete()
    codes = recovery_codes.new_card()
    tokens = [token_of_code(person.sign_in_token, code) for code in codes]
    RecoveryCode.objects.bulk_create(RecoveryCode(person=person, code_token=token) for token in tokens)
    RecoveryCard.objects.create(person=person, codes=codes, made_at=clock.now())
    return codes


def _tell_about_used_code(person: Person) -> None:
    left = codes_left(person)
    some_left = ngettext_lazy(
        "A code of your card was used to set a new passphrase. %(left)d code still works.",
        "A code of your card was used to set a new passphrase. %(left)d codes still work.",
        "left",
    )
    none_left = _("The last code of your card was used to set a new passphrase. Make a new card soon.")
    write_letter(to=person, text=some_left if left else none_left, values={"left": left}, route="people:account")
