"""The agreement of two who walk or walked together."""

from beenthere.matching.models import Match
from beenthere.meetings.models import AgreementVersion
from beenthere.people.models import Person
from beenthere.talk.met import Met, meets, said


@meets
def agreed(me: Person, other: Person) -> Met | None:
    """Each version that either of them wrote."""
    matches = Match.objects.between(me.pk, other.pk)
    rows = AgreementVersion.objects.visible_to(me).filter(match__in=matches)
    texts = ((f"agreement:{row.pk}", row.author_id, row.written_at, "\n".join(row.words.values())) for row in rows)
    words = said(texts, me)
    return Met(words=words) if words else None
