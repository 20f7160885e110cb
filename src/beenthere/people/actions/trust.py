"""Two trusted people let somebody back in, after 72 hours' notice on every screen of the account."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock, keys
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people import recovery_codes, rules
from beenthere.people.actions.letters import settle_letters, write_letter
from beenthere.people.actions.ways_in import forget_ways_in
from beenthere.people.models import (
    RETURN_NOTICE,
    Person,
    Return,
    ReturnConfirmation,
    ReturnQuerySet,
    TrustedPerson,
    token_of_trust,
    token_of_word,
)
from beenthere.people.reads import code_for_trusted, kept_apart

MOST_TRUSTED = 3
NEEDED = 2


@dataclass(frozen=True)
class WayBack:
    """What somebody who begins a way back writes down: a code to tell, and a code to keep."""

    code: str
    own_code: str


@transaction.atomic
def ask_to_be_trusted(*, by: Person) -> TrustedPerson | None:
    """Make a code with which one person can say yes to being a trusted person; None if there are three already."""
    require(rules.is_peer, by)
    # Held until the end, so that of two at once only one can be the third.
    Person.objects.select_for_update().get(pk=by.pk)
    if TrustedPerson.objects.open().filter(owner=by).count() >= MOST_TRUSTED:
        return None
    asked = TrustedPerson(owner=by, asked_at=clock.now())
    asked.code_token = token_of_trust(code_for_trusted(asked))
    asked.save(force_insert=True)
    record("trust.asked", by=by, thing=asked)
    return asked


@transaction.atomic
def say_yes(*, by: Person, trusted: TrustedPerson) -> bool:
    """Be a trusted person from now on; says whether that is so. Once is enough for two people."""
    require(rules.may_be_trusted, by, trusted)
    # Whoever is blocked is told the same as whoever comes too late.
    if kept_apart(by, trusted.owner) or TrustedPerson.objects.said_yes().filter(owner=trusted.owner, person=by):
        return False
    free = TrustedPerson.objects.open().filter(pk=trusted.pk, person=None)
    if free.update(person=by, said_yes_at=clock.now()) != 1:
        return TrustedPerson.objects.said_yes().filter(pk=trusted.pk, person=by).exists()
    record("trust.said_yes", by=by, thing=trusted)
    write_letter(to=trusted.owner, text=_("Somebody you trust said yes."), route="people:trusted")
    return True


@transaction.atomic
def stop_trusting(*, by: Person, trusted: TrustedPerson) -> None:
    """End it, from either side, without a reason."""
    require(rules.is_in_trust, by, trusted)
    if TrustedPerson.objects.open().filter(pk=trusted.pk).update(ended_at=clock.now()) == 1:
        record("trust.ended", by=by, thing=trusted)
        if by.pk != trusted.owner_id and trusted.said_yes_at:
            text = _("Somebody can no longer be your trusted person. You may want to ask somebody else.")
            write_letter(to=trusted.owner, text=text, route="people:trusted")


@transaction.atomic
def begin_return(*, sign_in_word: str) -> WayBack:
    """Begin a way back into the account of this word. Nobody's word takes the same steps, and nobody is told yet."""
    way_back = WayBack(recovery_codes.new_code(), recovery_codes.new_code())
    word_token = token_of_word(sign_in_word)
    Return.objects.create(
        # Only the id: opening a name would take one more look into the keys where there is somebody.
        person_id=Person.objects.filter(sign_in_token=word_token).values_list("pk", flat=True).first(),
        code_token=token_of_trust(way_back.code),
        own_token=own_token_of(word_token, way_back.own_code),
        begun_at=clock.now(),
    )
    return way_back


@transaction.atomic
def confirm_return(*, by: Person, way_back: Return) -> None:
    """Say that one spoke with the person. With the second of two, 72 hours begin in which they can stop it."""
    require(rules.may_let_in, by, way_back)
    trusted = TrustedPerson.objects.said_yes().get(owner=way_back.person, person=by)
    Return.objects.select_for_update().get(pk=way_back.pk)
    _row, first = ReturnConfirmation.objects.get_or_create(
        way_back=way_back, trusted=trusted, defaults={"at": clock.now()}
    )
    if first:
        record("return.confirmed", by=by, thing=way_back)
        if _confirmed_by_two(Return.objects.filter(pk=way_back.pk, notice_at=None)).update(notice_at=clock.now()):
            record("return.notice", by=None, thing=way_back)
        _tell_owner(way_back)


@transaction.atomic
def stop_returns(*, by: Person) -> None:
    """Stop every way back into one's account: somebody is signed in here, so nobody needs to be let in."""
    require(rules.is_peer, by)
    if Return.objects.running().filter(person=by).update(ended_at=clock.now()):
        record("return.stopped", by=by, thing=by)
        settle_letters(to=by, route="people:trusted")


@transaction.atomic
def finish_return(*, sign_in_word: str, own_code: str, encoded: str) -> Person | None:
    """Set a new, hashed passphrase once two confirmed and 72 hours have passed; None, without saying why, if not."""
    own_token = own_token_of(token_of_word(sign_in_word), own_code)
    ripe = Return.objects.running().filter(own_token=own_token, notice_at__lte=clock.now() - RETURN_NOTICE)
    # Whoever is no longer trusted, or stepped back in the meantime, does not count.
    if _confirmed_by_two(ripe).update(ended_at=clock.now()) != 1:
        return None
    person = Person.objects.get(sign_in_token=token_of_word(sign_in_word))
    # A new passphrase ends every other session: each session is bound to the one with which it began.
    person.password = encoded
    person.save(update_fields=["password"])
    forget_ways_in(person)
    Return.objects.running().filter(person=person).update(ended_at=clock.now())
    text = _("Two people you trust let you back in, and you set a new passphrase. Make a new card soon.")
    write_letter(to=person, text=text, route="people:account")
    record("return.finished", by=person, thing=person)
    return person


def own_token_of(word_token: str, own_code: str) -> str:
    """The keyed lookup of the code that whoever began a way back keeps; it fits one account only."""
    return keys.token(f"{word_token}:{recovery_codes.normalised(own_code)}", purpose="people.return")


def _confirmed_by_two(returns: ReturnQuerySet) -> ReturnQuerySet:
    still_trusted = Q(confirmed_by__ended_at=None, confirmed_by__said_yes_at__isnull=False)
    counted = returns.annotate(confirmed=Count("confirmed_by", filter=still_trusted, distinct=True))
    return Return.objects.filter(pk__in=list(counted.filter(confirmed__gte=NEEDED).values_list("pk", flat=True)))


def _tell_owner(way_back: Return) -> None:
    if way_back.person is None:
        return
    settle_letters(to=way_back.person, route="people:trusted")
    text = _("A trusted person says that you cannot get into your account any more. If you did not ask, stop it.")
    write_letter(to=way_back.person, text=text, route="people:trusted")
