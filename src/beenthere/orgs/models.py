"""Organisations and groups that run here, who has which role in them, and how one comes in."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy

if TYPE_CHECKING:
    from beenthere.people.models import Person


class Kind(models.TextChoices):
    ORGANISATION = "organisation", _("an organisation")
    GROUP = "group", _("a group")
    COALITION = "coalition", _("a coalition")


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("coordinator")
    SUPPORTER = "supporter", _("peer supporter")
    MEMBER = "member", _("member")
    CONCERNS = "concerns", _("person for concerns")
    LEAD = "lead", _("lead for supporters")
    RESEARCH = "research", _("research committee")


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def running(self) -> "OrganisationQuerySet":
        return self.filter(closed_at=None)

    def visible_to(self, person: "Person") -> "OrganisationQuerySet":
        """That an organisation runs here is public."""
        return self.running()

    def coordinated_by(self, person: "Person") -> "OrganisationQuerySet":
        return self.running().filter(
            memberships__person=person, memberships__role=Role.COORDINATOR, memberships__ended_at=None
        )


class Organisation(models.Model):
    """An organisation, group or coalition that runs its peer support here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.ORGANISATION)
    province = models.CharField(max_length=2, blank=True)
    about_en = models.TextField(blank=True, max_length=1000)
    about_fr = models.TextField(blank=True, max_length=1000)
    opened_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "slug", "name", "kind", "province", "about_en", "about_fr", "opened_at", "closed_at"
    )

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def about(self) -> str:
        """The text in the page's language, or in the other one if it is the only one."""
        mine, other = (self.about_fr, self.about_en) if self._in_french() else (self.about_en, self.about_fr)
        return mine or other

    @property
    def about_language(self) -> str:
        """The language in which `about` answers, so that a page can mark it."""
        if self._in_french():
            return "fr" if self.about_fr else "en"
        return "en" if self.about_en else "fr"

    @staticmethod
    def _in_french() -> bool:
        return (get_language() or "en").startswith("fr")


class RequirementQuerySet(models.QuerySet["Requirement"]):
    def visible_to(self, person: "Person") -> "RequirementQuerySet":
        """What an organisation asks of its supporters is public."""
        return self.filter(organisation__closed_at=None)


class Requirement(models.Model):
    """Something that an organisation asks of whoever offers support with its yes, in both languages."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="requirements")
    text_en = models.CharField(max_length=200)
    text_fr = models.CharField(max_length=200)
    place = models.PositiveSmallIntegerField()

    objects = RequirementQuerySet.as_manager()
    privacy = Privacy.of_public_facts("id", "organisation", "text_en", "text_fr", "place")

    class Meta:
        ordering = ("place",)
        constraints = [
            models.UniqueConstraint(fields=["organisation", "text_en", "text_fr"], name="ask_for_a_thing_once")
        ]

    def __str__(self) -> str:
        return self.text_fr if (get_language() or "en").startswith("fr") else self.text_en


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(ended_at=None, organisation__closed_at=None)

    def of(self, person: "Person") -> "MembershipQuerySet":
        return self.filter(person=person).select_related("organisation")

    def visible_to(self, person: "Person") -> "MembershipQuerySet":
        """One's own, and those in the organisations that one coordinates; past ones too."""
        return self.filter(Q(person=person) | Q(organisation__in=Organisation.objects.coordinated_by(person)))

    def with_people(self) -> "MembershipQuerySet":
        return self.select_related("person", "organisation")


class Membership(models.Model):
    """A person has a role in an organisation, for some time; what ended stays as the person's own history."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role.choices)
    since = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()
    privacy = Privacy(
        subject="person",
        title=_("Your organisations"),
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "organisation": _("to know where you take part"),
            "role": _("to let you do what your role is for"),
            "since": _("to show you your own history"),
            "ended_at": _("to show you your own history"),
        },
    )

    class Meta:
        ordering = ("since",)
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=Q(ended_at=None),
                name="one_current_membership_per_role",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_has_a_known_role"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.id}"

    @property
    def role_words(self) -> str:
        """The role as people say it: a group has hosts."""
        return role_words(self.role, self.organisation)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        return self.filter(
            used_at=None, withdrawn_at=None, expires_at__gt=clock.now(), organisation__closed_at=None
        ).select_related("organisation")

    def visible_to(self, person: "Person") -> "InvitationQuerySet":
        """Those to the organisations that one coordinates."""
        return self.filter(organisation__in=Organisation.objects.coordinated_by(person))


class Invitation(models.Model):
    """A link or printed code that opens one role to one person. The code is nowhere in the table, only its token."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=12, choices=Role.choices)
    code_token = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()
    privacy = Privacy(
        subject="made_by",
        title=_("Invitations you made"),
        keeping=_("one year after it ran out; without your name once you erase your account"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("made_by",),
        fields={
            "id": TECHNICAL,
            "organisation": _("to know where the invitation leads"),
            "role": _("to know which role it opens"),
            "code_token": TECHNICAL,
            "made_by": _("to know who invited, should something go wrong"),
            "made_at": _("to know how old the invitation is"),
            "expires_at": _("so that a lost card stops working"),
            "used_at": _("so that it works once"),
            "withdrawn_at": _("so that it can be taken back"),
        },
    )

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.role} {self.id}"

    @property
    def is_open(self) -> bool:
        """Whether somebody can still say yes to it."""
        unused = self.used_at is None and self.withdrawn_at is None
        return unused and self.expires_at > clock.now() and self.organisation.closed_at is None

    @property
    def role_words(self) -> str:
        """The role that it opens, as people say it."""
        return role_words(self.role, self.organisation)


class SetupCode(models.Model):
    """The code that the server prints once, with which the first organisation is made."""

    code_token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=clock.now)
    used_at = models.DateTimeField(null=True, blank=True)

    privacy = Privacy.of_machinery("id", "code_token", "made_at", "used_at")

    def __str__(self) -> str:
        return f"set-up code of {self.made_at:%Y-%m-%d}"


def role_words(role: str, organisation: Organisation) -> str:
    """The name of a role in this organisation, for a sentence."""
    if role == Role.COORDINATOR and organisation.kind == Kind.GROUP:
        return str(pgettext_lazy("role in a group", "host"))
    return str(Role(role).label)
