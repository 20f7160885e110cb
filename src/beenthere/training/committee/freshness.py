"""How fresh the whole database is, and which records are due."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, Min, Prefetch, Q

from beenthere.core import clock, keys
from beenthere.training.models import ProviderLink, Training, Upkeep
from beenthere.training.models.trainings import UNANSWERED_AFTER, TrainingQuerySet

if TYPE_CHECKING:
    from beenthere.people.models import Person

WIDE = 600  # of the picture


@dataclass(frozen=True)
class Part:
    """One piece of the bar and one row of the table."""

    look: str
    number: int
    x: int
    wide: int


@dataclass(frozen=True)
class Freshness:
    """The whole at a glance."""

    total: int
    fresh: int
    late: int
    never: int
    unanswered: int
    oldest: dt.date | None

    @property
    def share(self) -> int:
        """Of a hundred records, how many are confirmed within their rhythm; rounded down, so that 100 means all."""
        return 100 * self.fresh // self.total if self.total else 0

    @property
    def parts(self) -> list[Part]:
        """The bar: what is fresh, what is late, what nobody ever confirmed."""
        found, x = [], 0
        for look, number in (("fresh", self.fresh), ("late", self.late), ("never", self.never)):
            wide = WIDE * number // self.total if self.total else 0
            found.append(Part(look, number, x, wide))
            x += wide
        return found


@dataclass(frozen=True)
class Due:
    """One record that is due, and what happened about it."""

    training: Training
    keeper: str
    mine: bool
    sent: bool
    has_link: bool


def freshness() -> Freshness:
    """Count every record that has to be confirmed from time to time."""
    today = clock.today()
    late = Q(confirmed_on__isnull=False, confirm_by__lt=today)
    found = Training.objects.with_a_duty().aggregate(
        total=Count("pk"),
        late=Count("pk", filter=late),
        never=Count("pk", filter=Q(confirmed_on=None)),
        unanswered=Count("pk", filter=Q(asked_on__lte=today - UNANSWERED_AFTER)),
        oldest=Min("confirmed_on"),
    )
    return Freshness(fresh=found["total"] - found["late"] - found["never"], **found)


def due_records(keeper: "Person | None" = None) -> TrainingQuerySet:
    """What is due: first whose provider does not answer, then what was never confirmed, then the longest late."""
    rows = Training.objects.due().select_related("upkeep__keeper")
    rows = rows.filter(upkeep__keeper=keeper) if keeper else rows
    links = Prefetch("links", ProviderLink.objects.standing(), to_attr="standing_links")
    return rows.prefetch_related(links).order_by(
        F("asked_on").asc(nulls_last=True), F("confirm_by").asc(nulls_first=True), "name"
    )


def due_lines(trainings: list[Training], person: "Person") -> list[Due]:
    """What the list tells of each."""
    upkeeps: dict[int, Upkeep] = {one.pk: one.upkeep for one in trainings if hasattr(one, "upkeep")}
    keys.load(one.keeper_id for one in upkeeps.values() if one.keeper_id)
    return [_line(one, upkeeps.get(one.pk), person) for one in trainings]


def _line(training: Training, upkeep: Upkeep | None, person: "Person") -> Due:
    links: list[ProviderLink] = training.standing_links  # type: ignore[attr-defined]
    keeper = upkeep.keeper if upkeep else None
    return Due(
        training=training,
        keeper=str(keeper) if keeper else "",
        mine=bool(keeper and keeper.pk == person.pk),
        sent=any(link.sent_at for link in links),
        has_link=bool(links),
    )
