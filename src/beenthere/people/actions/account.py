"""Changing one's own account."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.events import NameChanged, publish
from beenthere.core.places import PROVINCES
from beenthere.people import rules
from beenthere.people.actions.letters import write_letter
from beenthere.people.models import Person


@transaction.atomic
def change_account(
    *, by: Person, name: str, language: str, province: str, time_zone: str, email: str | None = None
) -> None:
    """Change the name one is called by, the language, the place and, if given, the e-mail."""
    require(rules.is_peer, by)
    by.name, by.language, by.province, by.time_zone = name, language, province, time_zone
    fields = ["name", "language", "province", "time_zone"]
    if email is not None:
        by.email = email or None
        fields.append("email")
    by.save(update_fields=fields)
    record("person.changed", by=by, thing=by)
    publish(NameChanged(by.pk))


@transaction.atomic
def set_place(*, by: Person, province: str, time_zone: str = "") -> None:
    """Take over the province, and the time zone, from a place that the person told."""
    require(rules.is_peer, by)
    by.province = province
    by.time_zone = time_zone or _zone_of(province) or by.time_zone
    by.save(update_fields=["province", "time_zone"])
    record("person.placed", by=by, thing=by)


@transaction.atomic
def change_passphrase(*, by: Person, encoded: str) -> None:
    """Set a new passphrase, hashed before: hashing is slow on purpose. Every other session ends."""
    require(rules.is_peer, by)
    by.password = encoded
    by.save(update_fields=["password"])
    write_letter(to=by, text=_("Your passphrase was changed."), route="people:account")
    record("person.passphrase_changed", by=by, thing=by)


def _zone_of(province: str) -> str:
    return PROVINCES[province].zone if province in PROVINCES else ""
