"""Writing an agreement, and saying that it suits."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock, keys
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.meetings import rules
from beenthere.meetings.models import AgreementVersion
from beenthere.people.actions import settle_letters, write_letter

if TYPE_CHECKING:
    from beenthere.matching.models import Match
    from beenthere.people.models import Person


class ChangedMeanwhile(Exception):
    """The other one wrote a newer version while this one was being written."""


@transaction.atomic
def write_agreement(
    *, by: "Person", match: "Match", words: dict[str, str], based_on: int | None = None
) -> AgreementVersion:
    """Write a new version; the same words again change nothing, and a newer version is never written over."""
    require(rules.may_agree, by, match)
    newest = AgreementVersion.objects.filter(match=match).order_by("-number").first()
    if newest and newest.words == words:
        return say_it_suits(by=by, version=newest)
    number = newest.number if newest else 0
    if based_on is not None and based_on != number:
        raise ChangedMeanwhile
    keys.make_key(match.pk)
    version, made = AgreementVersion.objects.get_or_create(
        match=match, number=number + 1, defaults={"author": by, **words, _side(by, match): clock.now()}
    )
    if not made:
        raise ChangedMeanwhile
    record("agreement.written", by=by, thing=version)
    _tell_the_other(by, match)
    return version


@transaction.atomic
def say_it_suits(*, by: "Person", version: AgreementVersion) -> AgreementVersion:
    """Say that a version suits oneself; saying it twice changes nothing."""
    require(rules.may_agree, by, version.match)
    side = _side(by, version.match)
    if AgreementVersion.objects.filter(pk=version.pk, **{side: None}).update(**{side: clock.now()}):
        record("agreement.suits", by=by, thing=version)
        settle_letters(to=by, route="meetings:agreement", route_args=[version.match_id])
    return version


def _side(person: "Person", match: "Match") -> str:
    return "suits_asker_at" if match.asker_id == person.pk else "suits_supporter_at"


def _tell_the_other(by: "Person", match: "Match") -> None:
    text = _("Your agreement was changed. Have a look whether it suits you.")
    if other := match.other(by):
        write_letter(to=other, text=text, route="meetings:agreement", route_args=[str(match.pk)])
