"""What happens to cards and readings when something happens further down."""

from beenthere.core.events import ConnectionBegan, MembershipEnded, NameChanged, PairBlocked, PersonErased, on
from beenthere.library import publishing
from beenthere.library.actions import leave_to_others
from beenthere.library.models import Writing
from beenthere.library.rules import may_read_for_others
from beenthere.people.models import Person


@on(PersonErased)
def take_everything_along(event: PersonErased) -> None:
    """Public cards go with whoever wrote them; what they read goes to others. What they said of others' cards goes with
    their rows, and out of the numbers with the next month's.
    """
    for writing in Writing.objects.filter(person=event.person_id).select_for_update():
        publishing.unpublish(writing)
    leave_to_others(reader_id=event.person_id)


@on(MembershipEnded)
def read_no_more(event: MembershipEnded) -> None:
    """Whoever supports nobody here any more reads for nobody either."""
    person = Person.objects.filter(pk=event.person_id).first()
    if person and not may_read_for_others(person):
        leave_to_others(reader_id=event.person_id)


@on(PairBlocked)
def keep_apart(event: PairBlocked) -> None:
    """Of two who want nothing more to do with each other, neither reads what the other wrote.

    Whoever keeps somebody away reads none of what waited: one piece that went alone would tell whose it was. Whoever is
    kept away notices no more than that a piece was taken back.
    """
    leave_to_others(reader_id=event.by)
    leave_to_others(reader_id=event.whom, writer_id=event.by)


@on(ConnectionBegan)
def read_nothing_of_each_other(event: ConnectionBegan) -> None:
    """Nobody reads what somebody wrote with whom they walk. All that waited goes, whosever it is: as above."""
    for reader in (event.one, event.other):
        leave_to_others(reader_id=reader)


@on(NameChanged)
def show_the_new_name(event: NameChanged) -> None:
    """A card under one's own name is shown under the new one from now on."""
    for writing in Writing.objects.filter(person=event.person_id).select_related("person"):
        publishing.rename(writing)
