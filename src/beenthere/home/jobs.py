"""What happens later on the pages that span apps."""

import datetime as dt

from django.db.models import Exists, F, OuterRef, Q

from beenthere.consent.models import Block
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
WALKED_FOR = dt.timedelta(days=28)
TOLD_IN_A_DAY = 200


@every(minutes=24 * 60)
def tell_of_giving_back() -> None:
    """Two weeks after a path was done, or after weeks of walking together, tell how one becomes a supporter."""
    since = clock.now() - MOVED_ON_FOR
    done = Path.objects.filter(pace=Pace.DONE, paced_on__lte=since.date()).values("person")
    walked = Match.objects.filter(ended_at__lte=since, accepted_at__lte=F("ended_at") - WALKED_FOR)
    apart = Block.objects.filter(by=OuterRef("asker"), whom=OuterRef("supporter"))
    # Whoever lost their supporter, or wants nothing more to do with them, is not told how good it is to be one.
    walked = walked.filter(asker__isnull=False, supporter__isnull=False).exclude(Exists(apart))
    waits = MatchRequest.objects.open().values("person")
    walks = Match.objects.current().values("asker")
    moved_on = Person.objects.filter(Q(pk__in=done) | Q(pk__in=walked.values("asker")))
    # Whoever waits or walks with a supporter just now has enough to do.
    moved_on = moved_on.exclude(pk__in=waits).exclude(pk__in=walks.filter(asker__isnull=False))
    untold = moved_on.exclude(pk__in=GivingBack.objects.values("person"))
    for person in untold.exclude(pk__in=Offer.objects.values("supporter"))[:TOLD_IN_A_DAY]:
        actions.tell_of_giving_back(person=person)
