"""Two people are kept apart, quietly: somebody one met, or anybody who goes by a name."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from beenthere.consent import actions as consent
from beenthere.consent import names
from beenthere.consent.models import NameBlock
from beenthere.core import keys
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import rules
from beenthere.matching.actions import moving
from beenthere.matching.models import Ask, MatchRequest, Offer, OfferName
from beenthere.people.models import Person


@transaction.atomic
def keep_apart(*, by: Person, other: Person) -> None:
    """Block somebody quietly. To them it looks like a pause before a yes, and like an ending after one."""
    require(rules.may_keep_apart, by, other)
    consent.block(by=by.pk, whom=other.pk)
    record("person.blocked", by=by, thing=None)


@transaction.atomic
def keep_name_away(*, by: Person, name: str) -> None:
    """Never be shown to anybody called so, nor be shown them. With whom one walks stays as it is."""
    require(rules.may_keep_name_away, by, name)
    consent.keep_name_away(by=by.pk, name=name)
    record("name.kept_away", by=by, thing=None)
    token = names.token_of(name)
    open_between = Ask.objects.live().filter(Q(asker=by) | Q(supporter=by)).select_related("asker", "supporter")
    others = {_other(ask, by) for ask in open_between}
    keys.load(other.pk for other in others)
    called_so = [other.pk for other in others if token in names.tokens_of(other.name or "")]
    part_asks(person=by.pk, others=called_so)


@transaction.atomic
def let_name_near(*, by: Person, block: NameBlock) -> None:
    """Take it back; nobody is suggested or asked by this alone."""
    require(rules.set_name_block, by, block)
    consent.let_name_near(by=by.pk, block=block)
    record("name.let_near", by=by, thing=None)


def part_asks(*, person: UUID, others: Iterable[UUID]) -> None:
    """What was asked between them stops; to the other it looks like any pass or taking back."""
    others = list(others)
    if not others:
        return
    moving.no_longer_needed(Ask.objects.live().filter(asker=person, supporter__in=others))
    moving.pass_on_all(Ask.objects.answerable().filter(asker__in=others, supporter=person))
    # If the one who was being asked was taken out, the next on the list is asked.
    request = MatchRequest.objects.open().filter(person=person).first()
    if request and not request.asks.answerable().exists():
        moving.ask_next(request)


def note_names(offer: Offer) -> None:
    """Keep by which names the supporter goes now, as tokens."""
    tokens = names.tokens_of(offer.supporter.name or "")
    offer.names.exclude(token__in=tokens).delete()
    for token in tokens:
        OfferName.objects.get_or_create(offer=offer, token=token, defaults={"supporter_id": offer.supporter_id})


def note_missing_names() -> None:
    """Offers from before names were noted get theirs."""
    for offer in Offer.objects.filter(names=None).select_related("supporter")[:500]:
        note_names(offer)


def _other(ask: Ask, person: Person) -> Person:
    return ask.supporter if ask.asker_id == person.pk else ask.asker
