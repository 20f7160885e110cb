"""What trainings cover, as the search and the pages need it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from beenthere.training.models import Competency, Cover, Framework, Standing, Training
from beenthere.training.models.trainings import TrainingQuerySet

NOT_TICKED = ("band",)  # what a score means is nothing that a training could cover


def covers_of(training_ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """The codes of what each training covers, for many at once; one that covers nothing known is left out."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = Cover.objects.public().of(training_ids)
    for training, into, code in rows.values_list("training_id", "training__merged_into_id", "competency__slug"):
        found[into or training].add(code)
    return {training: frozenset(codes) for training, codes in found.items()}


@dataclass(frozen=True)
class Covered:
    """One framework with what of it a training covers."""

    framework: Framework
    covers: tuple[Cover, ...]


def covered_by(training: Training) -> list[Covered]:
    """What a training covers, by framework, with the evidence."""
    rows = Cover.objects.public().of([training.pk]).select_related("competency__framework")
    by_framework: dict[Framework, list[Cover]] = defaultdict(list)
    for row in {row.competency_id: row for row in rows}.values():
        by_framework[row.competency.framework].append(row)
    return [Covered(framework, tuple(covers)) for framework, covers in by_framework.items()]


@dataclass(frozen=True)
class Shown:
    """One framework as the page of frameworks shows it."""

    framework: Framework
    competencies: tuple[Competency, ...]  # each with `trainings`, how many cover it

    @property
    def is_ticked(self) -> bool:
        """Whether any training covers any of it."""
        return any(each.trainings for each in self.competencies)  # type: ignore[attr-defined]

    @property
    def not_verified(self) -> int:
        """How many of its labels were not read in their source, or only in part."""
        return sum(each.verified != "yes" for each in self.competencies)


def frameworks() -> list[Shown]:
    """Every framework with its items, and how many trainings that are not over cover each."""
    stands = Coalesce("covers__training__merged_into", "covers__training")
    its_standing = Coalesce("covers__training__merged_into__standing", "covers__training__standing")
    here = Q(covers__ended_at=None) & ~Q(its_standing=Standing.HISTORIC)
    rows = (
        Competency.objects.select_related("framework")
        .alias(its_standing=its_standing)
        .annotate(trainings=Count(stands, filter=here, distinct=True))
        .order_by("framework__order", "pk")
    )  # what is grouped forgets the order of its table
    by_framework: dict[Framework, list[Competency]] = defaultdict(list)
    for row in rows:
        by_framework[row.framework].append(row)
    return [Shown(framework, tuple(items)) for framework, items in by_framework.items()]


def framework_in(shown: list[Shown], slug: str) -> Shown | None:
    """The framework of this address, or the first."""
    return next((each for each in shown if each.framework.slug == slug), next(iter(shown), None))


def to_tick(trainings: TrainingQuerySet, query: str) -> TrainingQuerySet:
    """The trainings that are not over, with how many `ticks` stand on each; those without any come first."""
    there = trainings.exclude(standing=Standing.HISTORIC)
    if query:
        there = there.filter(Q(name__icontains=query) | Q(provider__icontains=query))
    mine = Count("covers__competency", filter=Q(covers__ended_at=None), distinct=True)
    merged = Count("merged__covers__competency", filter=Q(merged__covers__ended_at=None), distinct=True)
    return there.annotate(ticks=mine + merged).order_by("ticks", "name")
