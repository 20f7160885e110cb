"""What happens to cards and readings when something happens further down."""

from beenthere.core.events import MembershipEnded, NameChanged, PairBlocked, PersonErased, on
from beenthere.library import publishing
from beenthere.library.actions import leave_to_others
from beenthere.library.actions.trying import said_token
from beenthere.library.models import Reading, Said, Tried, Writing
from beenthere.library.rules import may_read_for_others
from beenthere.people.models import Person


@on(PersonErased)
def take_everything_along(event: PersonErased) -> None:
    """Public cards go with whoever wrote them; what they said is counted no more; what they read goes to others."""
    for writing in Writing.objects.filter(person=event.person_id).select_for_update():
        publishing.unpublish(writing)
    told = [row.said for row in Tried.objects.filter(person=event.person_id)]
    tokens = [said_token(event.person_id, said["card"]) for said in told if said]
    Said.objects.filter(token__in=tokens).delete()
    leave_to_others(reader_id=event.person_id)


@on(MembershipEnded)
def read_no_more(event: MembershipEnded) -> None:
    """Whoever supports nobody here any more reads for nobody either."""
    person = Person.objects.filter(pk=event.person_id).first()
    if person and not may_read_for_others(person):
        leave_to_others(reader_id=event.person_id)


@on(PairBlocked)
def keep_apart(event: PairBlocked) -> None:
    """Of two who want nothing more to do with each other, neither reads what the other wrote."""
    for reader, writer in ((event.by, event.whom), (event.whom, event.by)):
        if Reading.objects.filter(reader=reader, writing__person=writer).waiting().exists():
            leave_to_others(reader_id=reader)


@on(NameChanged)
def show_the_new_name(event: NameChanged) -> None:
    """A card under one's own name is shown under the new one from now on."""
    for writing in Writing.objects.filter(person=event.person_id).select_related("person"):
        publishing.rename(writing)
