"""Passkeys and authenticator codes: set up, used, removed."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people import one_time, rules
from beenthere.people.actions.letters import write_letter
from beenthere.people.models import CodeMaker, Passkey, Person, token_of_credential

MOST_PASSKEYS = 10


@transaction.atomic
def keep_passkey(*, by: Person, name: str, credential_id: bytes, credential: bytes) -> Passkey | None:
    """Keep a passkey that a browser has just made; None if there are ten already, or it is kept by somebody."""
    require(rules.is_peer, by)
    if Passkey.objects.filter(person=by).count() >= MOST_PASSKEYS:
        return None
    try:
        with transaction.atomic():
            made = Passkey.objects.create(
                person=by, name=name, credential_token=token_of_credential(credential_id), credential=credential.hex()
            )
    except IntegrityError:
        return None
    record("passkey.kept", by=by, thing=made)
    _tell(by)
    return made


@transaction.atomic
def remove_passkey(*, by: Person, passkey: Passkey) -> None:
    """It no longer signs in; the device may still show it."""
    require(rules.owns_passkey, by, passkey)
    record("passkey.removed", by=by, thing=passkey)
    passkey.delete()
    _tell(by)


@transaction.atomic
def note_passkey_used(*, passkey: Passkey, uses: int) -> bool:
    """Count a use; False if the device counts behind what it counted before: then it is a copy."""
    counts = uses > passkey.uses or uses == passkey.uses == 0
    newer = Passkey.objects.filter(pk=passkey.pk, uses__lte=uses)
    return counts and newer.update(uses=uses) == 1


@transaction.atomic
def begin_codes(*, by: Person) -> CodeMaker:
    """Make a secret for an app. Until its first code was typed, nothing is asked for."""
    require(rules.is_peer, by)
    CodeMaker.objects.filter(person=by, confirmed_at=None).delete()
    found = CodeMaker.objects.filter(person=by).first()
    if found:
        return found
    record("codes.begun", by=by, thing=by)
    return CodeMaker.objects.create(person=by, secret=one_time.new_secret())


@transaction.atomic
def confirm_codes(*, by: Person, code: str) -> bool:
    """The app makes the right codes: from now on one is asked for after the passphrase."""
    require(rules.is_peer, by)
    maker = CodeMaker.objects.being_set_up().filter(person=by).first()
    if maker is None or not _takes(maker, code):
        return False
    CodeMaker.objects.filter(pk=maker.pk).update(confirmed_at=clock.now())
    record("codes.confirmed", by=by, thing=by)
    _tell(by)
    return True


@transaction.atomic
def end_codes(*, by: Person) -> None:
    """No code is asked for any more."""
    require(rules.is_peer, by)
    if CodeMaker.objects.filter(person=by).delete()[0]:
        record("codes.ended", by=by, thing=by)
        _tell(by)


@transaction.atomic
def take_code(*, person: Person, code: str) -> bool:
    """Whether this is a code of now, not used before."""
    maker = CodeMaker.objects.working().filter(person=person).first()
    return maker is not None and _takes(maker, code)


def forget_ways_in(person: Person) -> None:
    """Whoever came back by card or with trusted people may have lost the phone with its app and its passkey."""
    CodeMaker.objects.filter(person=person).delete()
    Passkey.objects.filter(person=person).delete()


def _takes(maker: CodeMaker, code: str) -> bool:
    step = one_time.step_of(maker.secret, code, clock.now().timestamp())
    if step is None:
        return False
    return CodeMaker.objects.filter(pk=maker.pk, last_step__lt=step).update(last_step=step) == 1


def _tell(person: Person) -> None:
    text = _("A way to sign in to your account was added or removed. If that was not you, look at it now.")
    write_letter(to=person, text=text, route="people:ways-in")
