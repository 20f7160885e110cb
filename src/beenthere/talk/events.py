"""What happens to the words of two people, and to concerns, when something happens further down."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from beenthere.core.events import MembershipEnded, PersonErased, on
from beenthere.orgs.models import Membership
from beenthere.talk import jobs, letters
from beenthere.talk.models import Concern, Thread
from beenthere.talk.models.concerns import ConcernQuerySet, ConcernState
from beenthere.talk.reads.concerns import readers_of


@on(PersonErased)
def forget_what_nobody_can_read(event: PersonErased) -> None:
    """When the second of two erases their account too, that they wrote goes as well."""
    alone = Q(low=event.person_id, high=None) | Q(low=None, high=event.person_id)
    Thread.objects.filter(alone).delete()


@on(PersonErased)
def take_concerns_back(event: PersonErased) -> None:
    """Whoever goes takes their concerns along, whole. What is told about them stays for its time, without a name."""
    for concern in Concern.objects.filter(writer=event.person_id):
        letters.settled_for(concern, readers_of(concern))
        jobs.destroy_concern(concern.pk)
    roles = Membership.objects.current().filter(person=event.person_id)
    could = Exists(roles.filter(organisation=OuterRef("organisation"), role=OuterRef("role")))
    _free(Concern.objects.filter(Q(taken_by=event.person_id) | Q(could, taken_by=None)), leaves=event.person_id)


@on(MembershipEnded)
def free_concerns(event: MembershipEnded) -> None:
    """Whoever no longer has the role no longer reads; somebody else of that role may, else the writer is told."""
    theirs = Concern.objects.filter(organisation=event.organisation_id, role=event.role)
    _free(theirs.filter(Q(taken_by=event.person_id) | Q(taken_by=None)), leaves=event.person_id)


def _free(concerns: ConcernQuerySet, *, leaves: UUID) -> None:
    for concern in list(concerns.undecided()):
        if concern.taken_by_id == leaves:
            concern.taken_by, concern.state = None, ConcernState.OPEN
            concern.save(update_fields=["taken_by", "state"])
        if any(reader.pk != leaves for reader in readers_of(concern)):
            letters.to_readers(concern)
        else:
            letters.nobody_left(concern)
