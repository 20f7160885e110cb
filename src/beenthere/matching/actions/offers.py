"""A supporter makes an offer; an organisation says yes to it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import letters, rules
from beenthere.matching.actions import moving
from beenthere.matching.actions.apart import note_names
from beenthere.matching.actions.caring import keep_words
from beenthere.matching.actions.indexing import mark
from beenthere.matching.models import KindWord, Match, Offer, OfferApproval
from beenthere.matching.models.kind_words import Kind
from beenthere.matching.models.offers import Decision
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person


@transaction.atomic
def make_offer(*, by: Person, training: str, paths: Iterable[str], fields: Iterable[str], capacity: int) -> Offer:
    """Offer to walk with others, or change one's offer; those one walks with stay, even if there is less room now."""
    require(rules.is_peer, by)
    facts: dict[str, Any] = {
        "training": training,
        "paths": sorted(paths),
        "fields": sorted(fields),
        "capacity": capacity,
    }
    offer, created = Offer.objects.update_or_create(supporter=by, defaults=facts)
    note_names(offer)
    record("offer.made" if created else "offer.changed", by=by, thing=offer)
    mark([offer.pk])
    moving.release_unless_available(offer)
    return offer


@transaction.atomic
def submit_offer(*, by: Person, offer: Offer, organisations: Iterable[Organisation]) -> None:
    """Ask exactly these organisations for a yes; a “not yet” may be asked again, and one no longer named is out."""
    require(rules.owns_offer, by, offer)
    wanted = list(organisations)
    now = clock.now()
    offer.approvals.exclude(organisation__in=wanted).exclude(state=Decision.NOT_YET).delete()
    again = offer.approvals.filter(organisation__in=wanted, state=Decision.NOT_YET)
    again.update(state=Decision.WAITING, asked_at=now, decided_at=None, words=None)
    for organisation in wanted:
        _, created = OfferApproval.objects.get_or_create(
            offer=offer, organisation=organisation, defaults={"supporter": by, "asked_at": now}
        )
        if created:
            record("offer.submitted", by=by, thing=offer)
    mark([offer.pk])
    moving.release_unless_available(offer)


@transaction.atomic
def say_what_one_has(*, by: Person, approval: OfferApproval, has: Iterable[str]) -> None:
    """Tick what one has of what the organisation asks for."""
    require(rules.owns_offer, by, approval.offer)
    asked = {str(pk) for pk in approval.organisation.requirements.values_list("pk", flat=True)}
    OfferApproval.objects.filter(pk=approval.pk).update(has=sorted(asked & set(has)))
    record("offer.ticked", by=by, thing=approval.offer)


@transaction.atomic
def approve_offer(*, by: Person, offer: Offer, organisation: Organisation) -> None:
    """The organisation says yes: from now on the offer may be suggested."""
    require(rules.decides_on_offer, by, offer, organisation)
    asked = offer.approvals.filter(organisation=organisation).exclude(state=Decision.YES)
    if asked.update(state=Decision.YES, decided_at=clock.now(), words=None) == 1:
        record("offer.approved", by=by, thing=offer)
        mark([offer.pk])
        letters.offer_yes(offer.supporter)


@transaction.atomic
def not_yet(*, by: Person, offer: Offer, organisation: Organisation, text: str) -> None:
    """The organisation says “not yet”, with a kind sentence."""
    require(rules.decides_on_offer, by, offer, organisation)
    waiting = offer.approvals.filter(organisation=organisation, state=Decision.WAITING)
    if waiting.update(state=Decision.NOT_YET, decided_at=clock.now()) == 1:
        approval = offer.approvals.get(organisation=organisation)
        approval.words = text
        approval.save(update_fields=["words"])
        record("offer.not_yet", by=by, thing=offer)
        letters.offer_not_yet(offer.supporter)


@transaction.atomic
def pause_offer(
    *, by: Person, offer: Offer, since: dt.date | None = None, until: dt.date | None = None, words: str = ""
) -> None:
    """Rest: nobody is suggested this offer, and who waits for an answer is passed on at once, or when it begins.

    Each person one walks with is told at once, with the words where they walk together.
    """
    require(rules.owns_offer, by, offer)
    moving.rest(offer, since=since, until=until)
    record("offer.paused", by=by, thing=offer)
    KindWord.objects.filter(author=by, kind=Kind.REST).delete()  # what was said before an earlier rest
    for match in Match.objects.current().filter(supporter=by).select_related("asker"):
        if words:
            keep_words(by, match, Kind.REST, words)
        letters.will_rest(match)


@transaction.atomic
def set_room(
    *, by: Person, offer: Offer, capacity: int, rest: tuple[dt.date | None, dt.date | None] | None = None
) -> None:
    """Say, with an answer, how much room there is from now on, and when one rests."""
    require(rules.owns_offer, by, offer)
    if capacity != offer.capacity:
        Offer.objects.filter(pk=offer.pk).update(capacity=capacity)
        record("offer.changed", by=by, thing=offer)
        mark([offer.pk])
        moving.release_unless_available(offer)
    if rest and rest != (offer.paused_from, offer.paused_until):
        pause_offer(by=by, offer=offer, since=rest[0], until=rest[1])


@transaction.atomic
def resume_offer(*, by: Person, offer: Offer) -> None:
    """Be suggested again."""
    require(rules.owns_offer, by, offer)
    Offer.objects.filter(pk=offer.pk).update(paused_at=None, paused_from=None, paused_until=None)
    record("offer.resumed", by=by, thing=offer)
    mark([offer.pk])
