"""Who must not be suggested to whom: the one question that every list of people in matching asks."""

from uuid import UUID

from beenthere.consent import names
from beenthere.consent import reads as consent
from beenthere.matching.models import OfferName
from beenthere.people.models import Person


def kept_apart_ids(person: Person) -> set[UUID]:
    """Supporters and others who must not meet this person here: blocked, or called as somebody is not to be called.

    A handful of rows however many offers there are: each name is looked up by its token.
    """
    mine = OfferName.objects.filter(token__in=consent.names_kept_away(person.pk))
    called_so = set(mine.values_list("supporter_id", flat=True))
    keep_me_away = consent.who_keeps_away(names.tokens_of(person.name or ""))
    return (consent.blocked_ids(person.pk) | called_so | keep_me_away) - {person.pk}
