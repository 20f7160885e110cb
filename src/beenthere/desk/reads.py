"""What a coordinator sees: lines made by matching and orgs, never a row of anybody's."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from beenthere.core import keys
from beenthere.matching import reads as matching
from beenthere.matching.models import Offer
from beenthere.orgs.models import Invitation, Membership, Organisation
from beenthere.people.models import Person


@dataclass(frozen=True)
class Desk:
    """One organisation's desk."""

    organisation: Organisation
    waiting: list[matching.Waiting]
    room: list[matching.Room]
    late: list[matching.Late]


@dataclass(frozen=True)
class Circle:
    """Who has which role in one organisation, and which invitations to it are open."""

    organisation: Organisation
    memberships: list[Membership]
    invitations: list[Invitation]


def line_is_out(name: str) -> str:
    """What became of a line that was taken out, and how it comes back."""
    words = _("%(name)s: nobody for now. Making the list anew brings them back, and undoes your other changes.")
    return words % {"name": name}


def desks_of(person: Person) -> list[Desk]:
    """The desks that this person keeps."""
    return [
        Desk(
            organisation,
            matching.waiting_list(organisation),
            matching.room(organisation),
            matching.late_answers(organisation),
        )
        for organisation in Organisation.objects.coordinated_by(person)
    ]


def offer_waiting(person: Person, offer: Offer, organisation: Organisation) -> matching.OfferWaiting | None:
    """The line of one offer, as long as it waits for the yes of this organisation."""
    wanted = (offer.pk, organisation.pk)
    lines = matching.offers_waiting_for(person)
    return next((each for each in lines if (each.offer_id, each.organisation_id) == wanted), None)


def slug_of(desks: Iterable[Desk], organisation_id: UUID) -> str:
    """The address name of one of these desks' organisations."""
    return next(each.organisation.slug for each in desks if each.organisation.pk == organisation_id)


def circles_of(person: Person) -> list[Circle]:
    """The people and open invitations of the organisations that this person coordinates."""
    organisations = list(Organisation.objects.coordinated_by(person))
    memberships = list(
        Membership.objects.visible_to(person).current().filter(organisation__in=organisations).with_people()
    )
    keys.load(row.person_id for row in memberships)
    invitations = list(Invitation.objects.visible_to(person).open())
    return [
        Circle(
            organisation,
            [row for row in memberships if row.organisation_id == organisation.pk],
            [row for row in invitations if row.organisation_id == organisation.pk],
        )
        for organisation in organisations
    ]


def list_page(organisation: Organisation) -> dict[str, Any]:
    """The whole list of one organisation: the draft, or how many could be in one."""
    draft = matching.draft_of(organisation)
    return {
        "organisation": organisation,
        "draft": draft,
        "lines": matching.desk_lines(draft) if draft else [],
        "in_it": matching.in_the_list(organisation).count(),
        "last": matching.last_offered(organisation),
    }
