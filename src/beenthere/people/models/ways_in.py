"""Other ways to sign in: passkeys, and codes that change every half minute."""

import datetime as dt
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock, keys
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedQuerySet, SealedText
from beenthere.people.models.accounts import Person

SET_UP_WITHIN = dt.timedelta(minutes=30)


def token_of_credential(credential_id: bytes) -> str:
    """The keyed lookup of a passkey by the name that the device gave it."""
    return keys.token(credential_id.hex(), purpose="people.passkey")


class PasskeyQuerySet(SealedQuerySet["Passkey"]):
    def visible_to(self, person: Person) -> "PasskeyQuerySet":
        return self.filter(person=person)


class Passkey(models.Model):
    """A key on a device of the person's, whose secret never leaves it (W3C Web Authentication)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="passkeys")
    name = SealedText()
    credential_token = models.CharField(max_length=64, unique=True)
    credential = SealedText()  # the public key and its name on the device, in hex
    uses = models.PositiveBigIntegerField(default=0)  # what the device counts; a copy of it would fall behind
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = PasskeyQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your passkeys"),
        subject="person",
        keeping=_("until you remove it or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "name": _("so that you know which device it is on"),
            "credential_token": TECHNICAL,
            "credential": TECHNICAL,
            "uses": TECHNICAL,
            "made_at": _("to show you since when it works"),
        },
    )

    class Meta:
        ordering = ("made_at",)

    def __str__(self) -> str:
        return f"passkey {self.pk}"


class CodeMakerQuerySet(SealedQuerySet["CodeMaker"]):
    def visible_to(self, person: Person) -> "CodeMakerQuerySet":
        return self.filter(person=person)

    def working(self) -> "CodeMakerQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def being_set_up(self) -> "CodeMakerQuerySet":
        return self.filter(confirmed_at=None, made_at__gt=clock.now() - SET_UP_WITHIN)


class CodeMaker(models.Model):
    """An app that makes the codes of a person's second step (RFC 6238)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="code_maker")
    secret = SealedText()  # in hex
    last_step = models.BigIntegerField(default=0)  # the half minute of the last code that was taken: each works once
    made_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(null=True)

    sealed_by = "person_id"
    objects = CodeMakerQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your authenticator codes"),
        subject="person",
        keeping=_("until you end it or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "secret": TECHNICAL,
            "last_step": TECHNICAL,
            "made_at": _("to show you since when it works"),
            "confirmed_at": _("so that it is asked for only once it works"),
        },
    )

    def __str__(self) -> str:
        return f"code maker {self.pk}"
