"""What one of two people wrote when the other asked what they see in them."""

from django.db.models import Q

from beenthere.experience.models import Mirror
from beenthere.people.models import Person
from beenthere.talk.met import Met, meets, said


@meets
def what_was_seen(me: Person, other: Person) -> Met | None:
    """What was written either way."""
    rows = Mirror.objects.filter(Q(person=me, supporter=other) | Q(person=other, supporter=me))
    written = rows.filter(state=Mirror.State.WRITTEN)
    words = said(
        ((f"mirror:{row.pk}", row.supporter_id, row.written_at or row.asked_at, row.words) for row in written), me
    )
    return Met(words=words) if words else None
