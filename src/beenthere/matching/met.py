"""How two people met in matching, and what each wrote that the other could read."""

from uuid import UUID

from django.db.models import Q

from beenthere.matching.models import Ask, AskNote, KindWord, Match, OfferApproval, Shown
from beenthere.matching.models.requests import AskQuerySet
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person
from beenthere.talk.met import Met, Said, meets, said


@meets
def asked_and_walked(me: Person, other: Person) -> Met | None:
    """One was suggested to the other, asked them, or walked with them."""
    asks = Ask.objects.visible_to(me).filter(Q(asker=me, supporter=other) | Q(asker=other, supporter=me))
    matches = Match.objects.between(me.pk, other.pk)
    shown = Shown.objects.visible_to(me).filter(offer__supporter=other)
    if not (asks.exists() or matches.exists() or shown.exists()):
        return None
    # A suggestion tells which organisations stand behind the supporter.
    behind = OfferApproval.objects.yes().filter(supporter__in=(me, other))
    walked = matches.exclude(organisation=None).values_list("organisation_id", flat=True)
    through = {*walked, *behind.values_list("organisation_id", flat=True)}
    return Met(through, [*_of_asks(asks, me), *_of_kind_words(me, other)])


def _of_asks(asks: AskQuerySet, me: Person) -> list[Said]:
    really = asks.filter(asked_at__isnull=False).select_related("request")
    wishes = [(f"ask:{row.pk}", row.asker_id, row.asked_at, row.request.words) for row in really if row.asked_at]
    notes = AskNote.objects.visible_to(me).filter(ask__in=asks)
    return said([*wishes, *((f"note:{row.pk}", row.author_id, row.written_at, row.text) for row in notes)], me)


def _of_kind_words(me: Person, other: Person) -> list[Said]:
    reached = KindWord.objects.visible_to(me).filter(Q(author=other) | Q(to=other))
    return said(((f"kind:{row.pk}", row.author_id, row.written_at, row.text) for row in reached), me)


@meets
def answered_an_offer(me: Person, other: Person) -> Met | None:
    """Whoever coordinates sees who offers support there; a supporter knows who answered their offer.

    A line of somebody who waits leads to nobody: a desk does not tell who it is.
    """
    mine, theirs = Organisation.objects.coordinated_by(me), Organisation.objects.coordinated_by(other)
    offers = OfferApproval.objects.filter(supporter=other, organisation__in=mine)
    answered = OfferApproval.objects.filter(supporter=me, organisation__in=theirs, decided_at__isnull=False)
    through: set[UUID] = set()
    for rows in (offers, answered):
        through |= set(rows.values_list("organisation_id", flat=True))
    words = said(((f"answer:{row.pk}", other.pk, row.decided_at, row.words) for row in answered if row.decided_at), me)
    return Met(through, words) if through else None
