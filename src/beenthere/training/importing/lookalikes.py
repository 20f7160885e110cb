"""Finding records that may tell of one training, and keeping the pairs to be asked about, each once."""

import datetime as dt
from collections.abc import Iterable
from itertools import islice

from django.db import transaction

from beenthere.core import clock
from beenthere.training.importing.bringing import everything
from beenthere.training.importing.likeness import Pair, likely_pairs
from beenthere.training.models import DuplicateLook, DuplicatePair

CHUNK = 200
OVERLAP = dt.timedelta(minutes=5)  # for what was being written while we looked
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def look_at_changed() -> int:
    """Compare what was written since the last look with everything; gives how many new pairs there are to look at."""
    began = clock.now()
    last = DuplicateLook.objects.first() or DuplicateLook(up_to=LONG_AGO)
    found = keep(likely_pairs(everything(changed_at__gt=last.up_to), everything()))
    last.up_to = began - OVERLAP
    last.save()
    return found


def keep(pairs: Iterable[Pair]) -> int:
    """Keep pairs that nobody was asked about; what was settled stays settled."""
    rest, kept = iter(pairs), 0
    while chunk := list(islice(rest, CHUNK)):
        with transaction.atomic():
            known = set(
                DuplicatePair.objects.filter(a__in=[pair.a for pair in chunk], b__in=[pair.b for pair in chunk])
                .values_list("a", "b")
            )  # fmt: skip
            new = [
                DuplicatePair(a_id=pair.a, b_id=pair.b, likeness=pair.likeness, why=list(pair.why))
                for pair in chunk
                if (pair.a, pair.b) not in known
            ]
            DuplicatePair.objects.bulk_create(new, ignore_conflicts=True)
            kept += len(new)
    return kept
