"""What happens later on the pages that span apps."""

import datetime as dt

from django.db.models import Q

from beenthere.core import clock
from beenthere.core.jobs import every
from beenthere.home import actions
from beenthere.home.actions import KEPT_FOR
from beenthere.home.models import GivingBack, KeptText
from beenthere.matching.models import Match, MatchRequest, Offer
from beenthere.people.models import Person
from beenthere.plans.models import Pace, Path


@every(minutes=60)
def throw_old_texts_away() -> None:
    """After a week, a text that nobody came back for goes."""
    KeptText.objects.filter(kept_at__lt=clock.now() - KEPT_FOR).delete()


MOVED_ON_FOR = dt.timedelta(days=14)
TOLD_IN_A_DAY = 200


@every(minutes=24 * 60)
def tell_of_giving_back() -> None:
    """Two weeks after a path was done, or a match ended, tell whoever asked then how one becomes a supporter."""
    since = clock.now() - MOVED_ON_FOR
    done = Path.objects.filter(pace=Pace.DONE, paced_on__lte=since.date()).values("person")
    walked = Match.objects.filter(ended_at__lte=since, asker__isnull=False).values("asker")
    waits = MatchRequest.objects.open().values("person")
    walks = Match.objects.current().values("asker")
    moved_on = Person.objects.filter(Q(pk__in=done) | Q(pk__in=walked))
    # Whoever waits or walks with a supporter just now has enough to do.
    moved_on = moved_on.exclude(pk__in=waits).exclude(pk__in=walks.filter(asker__isnull=False))
    untold = moved_on.exclude(pk__in=GivingBack.objects.values("person"))
    for person in untold.exclude(pk__in=Offer.objects.values("supporter"))[:TOLD_IN_A_DAY]:
        actions.tell_of_giving_back(person=person)
