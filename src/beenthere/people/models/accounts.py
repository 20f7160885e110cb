"""Who is here, the codes of their printed card, and the letters that the site writes to them."""

import datetime as dt
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import F, Q
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from beenthere.consent.reads import connected_ids
from beenthere.core import clock, keys
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedQuerySet, SealedText
from beenthere.people import recovery_codes, sign_in_words

DEFAULT_ZONE = "America/Toronto"
RETURN_LASTS = dt.timedelta(days=14)
RETURN_NOTICE = dt.timedelta(hours=72)


def token_of_word(sign_in_word: str) -> str:
    """The keyed lookup of a sign-in word, forgiving about case, accents and hyphens."""
    return keys.token(sign_in_words.folded(sign_in_word), purpose="people.sign_in_word")


def token_of_code(word_token: str, code: str) -> str:
    """The keyed lookup of a recovery code, which fits one account only."""
    return keys.token(f"{word_token}:{recovery_codes.normalised(code)}", purpose="people.recovery_code")


def token_of_trust(code: str) -> str:
    """The keyed lookup of a code that passes between people who trust each other."""
    return keys.token(recovery_codes.normalised(code), purpose="people.trust")


class PersonQuerySet(SealedQuerySet["Person"]):
    def visible_to(self, person: "Person") -> "PersonQuerySet":
        """Oneself and the people with whom one walks; there is no list of people."""
        return self.filter(pk__in={person.pk, *connected_ids(person.pk)})


class Person(AbstractBaseUser):
    """Somebody with an account: a name to be called by, and nothing else that one must tell."""

    class Language(models.TextChoices):
        """Each in its own words, so that whoever reads only one of them finds it."""

        ENGLISH = "en", "English"
        FRENCH = "fr", "Français"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = SealedText(_("name"))
    sign_in_token = models.CharField(max_length=64, unique=True)
    sign_in_word = SealedText(_("sign-in word"))
    email = SealedText(_("e-mail"))
    language = models.CharField(max_length=2, choices=Language, default=Language.ENGLISH)
    province = models.CharField(max_length=2, blank=True)
    time_zone = models.CharField(max_length=40, default=DEFAULT_ZONE)
    joined_at = models.DateTimeField()
    joined_with = models.CharField(max_length=64, unique=True, null=True)
    last_login = None  # when somebody comes here is nobody's business

    USERNAME_FIELD = "sign_in_token"
    sealed_by = "id"
    objects = PersonQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your account"),
        subject="id",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "password": TECHNICAL,
            "name": _("to call you by the name that you chose"),
            "sign_in_token": TECHNICAL,
            "sign_in_word": _("to show you, and nobody else, the word with which you sign in"),
            "email": _("to tell you that a letter waits here, if you want that"),
            "language": _("to write to you in your language"),
            "province": _("to show you the crisis lines and services of your province"),
            "time_zone": _("to tell times as your clock shows them"),
            "joined_at": _("to know since when you have an account"),
            "joined_with": TECHNICAL,
        },
    )

    def __str__(self) -> str:
        return self.name or str(_("somebody who has left"))

    def get_full_name(self) -> str:
        return str(self)


class RecoveryCode(models.Model):
    """One code of a person's printed card, kept only as something that it can be compared with."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="recovery_codes")
    code_token = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(null=True)

    privacy = Privacy(
        title=_("Codes of your card"),
        subject="person",
        keeping=_("until you make a new card or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "code_token": TECHNICAL,
            "used_at": _("so that each code of your card works only once"),
        },
    )


class RecoveryCardQuerySet(SealedQuerySet["RecoveryCard"]):
    def visible_to(self, person: Person) -> "RecoveryCardQuerySet":
        return self.filter(person=person)


class RecoveryCard(models.Model):
    """A card that was made and not yet put away: the only hour in which its codes can be read here."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE)
    codes = SealedJSON()
    made_at = models.DateTimeField()

    sealed_by = "person_id"
    objects = RecoveryCardQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your card, until you put it away"),
        subject="person",
        keeping=_("until you say that you have it, one day at most"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "codes": TECHNICAL,  # a download must not hold codes that open the account
            "made_at": _("to put the card away after a day"),
        },
    )


class SignedInDeviceQuerySet(SealedQuerySet["SignedInDevice"]):
    def visible_to(self, person: Person) -> "SignedInDeviceQuerySet":
        return self.filter(person=person)


class SignedInDevice(models.Model):
    """A browser in which somebody is signed in. No address is kept: only what kind of browser it is."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    session = models.CharField(max_length=40, unique=True)  # the digest under which the session lies in its table
    kind = SealedText()
    since = models.DateTimeField()

    sealed_by = "person_id"
    objects = SignedInDeviceQuerySet.as_manager()
    privacy = Privacy(
        title=_("Devices on which you are signed in"),
        subject="person",
        keeping=_("until you sign out there, at most 14 days"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "session": TECHNICAL,
            "kind": _("so that you recognise the device"),
            "since": _("so that you see a sign-in that was not yours"),
        },
    )

    class Meta:
        ordering = ["-since"]


class TrustedPersonQuerySet(models.QuerySet["TrustedPerson"]):
    def visible_to(self, person: Person) -> "TrustedPersonQuerySet":
        """Those whom one asked, and those who asked one; ended ones are nobody's business any more."""
        return self.open().filter(Q(owner=person) | Q(person=person))

    def open(self) -> "TrustedPersonQuerySet":
        return self.filter(ended_at=None)

    def said_yes(self) -> "TrustedPersonQuerySet":
        return self.open().filter(said_yes_at__isnull=False)


class TrustedPerson(models.Model):
    """Somebody who, together with another, can let the owner back in. `person` is empty until they said yes."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="trusted_people")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    code_token = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    said_yes_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = TrustedPersonQuerySet.as_manager()
    privacy = Privacy(
        title=_("People who can let you back in, and those who trust you with that"),
        subject=("owner", "person"),
        keeping=_("until you or they end it or erase their account"),
        on_erasure=Erasure.DELETE,
        export_visible=True,
        fields={
            "id": TECHNICAL,
            "owner": _("to know whom it is about"),
            "person": _("to know who said yes"),
            "code_token": TECHNICAL,
            "asked_at": _("to show when you asked"),
            "said_yes_at": _("to know that they said yes"),
            "ended_at": _("to know that it ended"),
        },
    )

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "person"], condition=Q(ended_at=None), name="trust_somebody_once_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(owner=F("person")), name="nobody_is_trusted_by_themselves"),
            models.CheckConstraint(
                condition=Q(said_yes_at=None) | Q(person__isnull=False), name="whoever_said_yes_is_somebody"
            ),
        ]


class ReturnQuerySet(models.QuerySet["Return"]):
    def running(self) -> "ReturnQuerySet":
        """Begun in the last fourteen days, and neither stopped nor used."""
        return self.filter(ended_at=None, begun_at__gt=clock.now() - RETURN_LASTS)

    def visible_to(self, person: Person) -> "ReturnQuerySet":
        """Ways back into one's own account which a trusted person confirmed; before that, nobody is told of them."""
        return self.running().filter(person=person, confirmed_by__isnull=False).distinct()


class Return(models.Model):
    """Somebody without passphrase and card begins the way back in. Without `person`, the word was nobody's."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    code_token = models.CharField(max_length=64, unique=True)  # of the code that is told to the trusted people
    own_token = models.CharField(max_length=64, unique=True)  # of the code that whoever began it keeps
    confirmed_by = models.ManyToManyField(TrustedPerson, related_name="returns", through="ReturnConfirmation")
    begun_at = models.DateTimeField()
    notice_at = models.DateTimeField(null=True)  # when the second of two confirmed it
    ended_at = models.DateTimeField(null=True)

    objects = ReturnQuerySet.as_manager()
    privacy = Privacy(
        title=_("Ways back into your account"),
        subject="person",
        keeping=_("14 days"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "code_token": TECHNICAL,
            "own_token": TECHNICAL,
            "confirmed_by": TECHNICAL,
            "begun_at": _("to let it run out after 14 days"),
            "notice_at": _("to wait 72 hours before it opens anything"),
            "ended_at": _("to know that it was stopped or used"),
        },
    )

    @property
    def opens_at(self) -> dt.datetime | None:
        """The moment from which the code that was kept sets a new passphrase."""
        return self.notice_at + RETURN_NOTICE if self.notice_at else None


class ReturnConfirmation(models.Model):
    """One trusted person said that they spoke with the person whose account it is."""

    way_back = models.ForeignKey(Return, on_delete=models.CASCADE)
    trusted = models.ForeignKey(TrustedPerson, on_delete=models.CASCADE)
    at = models.DateTimeField()

    privacy = Privacy(
        title=_("Who confirmed that somebody may come back in"),
        subject="trusted__person",
        keeping=_("14 days"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "way_back": TECHNICAL,
            "trusted": TECHNICAL,
            "at": _("so that each confirms once"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["way_back", "trusted"], name="confirm_a_return_once")]


class LetterQuerySet(SealedQuerySet["Letter"]):
    def visible_to(self, person: Person) -> "LetterQuerySet":
        return self.filter(person=person)

    def still_open(self) -> "LetterQuerySet":
        """Those that the person has not put away."""
        return self.filter(put_away_at=None)


class Letter(models.Model):
    """A short note from the site to one person, in their language. It never holds what somebody wrote."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="letters")
    text = SealedText()
    language = models.CharField(max_length=2, choices=Person.Language)
    route = models.CharField(max_length=60, blank=True)
    route_args = SealedJSON()
    written_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True)

    sealed_by = "person_id"
    objects = LetterQuerySet.as_manager()
    privacy = Privacy(
        title=_("Letters to you"),
        subject="person",
        keeping=_("one year, or until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "text": _("to tell you what happened while you were away"),
            "language": TECHNICAL,
            "route": TECHNICAL,
            "route_args": TECHNICAL,
            "written_at": _("to tell you when it happened"),
            "put_away_at": _("so that what you have read does not stand in your way"),
        },
    )

    class Meta:
        ordering = ["-written_at"]
        indexes = [models.Index(fields=["person", "put_away_at"])]

    @property
    def address(self) -> str:
        """Where the letter leads, or nothing if that page is gone."""
        try:
            return reverse(self.route, args=self.route_args or []) if self.route else ""
        except NoReverseMatch:
            return ""


class SlowedDevice(models.Model):
    """How often a device tried in vain, under a token from which neither device nor address can be read."""

    device = models.CharField(max_length=64, primary_key=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_at = models.DateTimeField()

    privacy = Privacy.of_machinery("device", "tries", "last_at")


class ErasedAccount(models.Model):
    """That an account was erased, and whether its key is gone. Nothing here says whose it was."""

    person_id = models.UUIDField(primary_key=True)
    asked_at = models.DateTimeField()
    key_gone_at = models.DateTimeField(null=True)

    privacy = Privacy.of_machinery("person_id", "asked_at", "key_gone_at")
