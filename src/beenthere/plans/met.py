"""The steps that one of two people suggested to the other."""

from django.db.models import Q

from beenthere.people.models import Person
from beenthere.plans.models import Suggestion
from beenthere.talk.met import Met, meets, said


@meets
def suggested_steps(me: Person, other: Person) -> Met | None:
    """What was suggested either way."""
    rows = Suggestion.objects.filter(Q(person=me, author=other) | Q(person=other, author=me))
    words = said(((f"step:{row.pk}", row.author_id, row.made_at, row.text) for row in rows), me)
    return Met(words=words) if words else None
