"""What a reader of the committee ticks that a training covers, with the evidence; nothing is ever deleted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import get_language

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.search import index
from beenthere.training.catalogue.findable import KIND, entry_of
from beenthere.training.models import Competency, Cover, Training
from beenthere.training.rules import is_researcher, may_keep

if TYPE_CHECKING:
    from beenthere.people.models import Person


@transaction.atomic
def tick_cover(
    *, by: "Person", training: Training, competencies: Iterable[Competency], evidence: str, source_url: str = ""
) -> list[Cover]:
    """Tick what a training covers, and where it says so. New evidence ends the tick that stood before."""
    require(may_keep, by, training)
    # Of two readers at the same moment, the second sees the ticks of the first; after a merge, that it was merged.
    training = Training.objects.select_for_update().get(pk=training.pk)
    require(may_keep, by, training)
    standing = {one.competency_id: one for one in Cover.objects.public().filter(training=training)}
    made = []
    for competency in competencies:
        before = standing.get(competency.pk)
        if before and (before.evidence, before.source_url) == (evidence, source_url):
            continue
        if before:
            _end(before, by)
        cover = Cover.objects.create(
            training=training,
            competency=competency,
            evidence=evidence,
            source_url=source_url,
            language=(get_language() or by.language)[:2],
            by=by,
        )
        record("cover.ticked", by=by, thing=cover)
        made.append(cover)
    _index_again(training)
    return made


@transaction.atomic
def end_cover(*, by: "Person", cover: Cover) -> None:
    """Take a tick away; that it stood, until when, and who took it away stays."""
    require(is_researcher, by)
    if _end(cover, by):
        record("cover.ended", by=by, thing=cover)
        _index_again(cover.training)


def _end(cover: Cover, by: "Person") -> int:
    return Cover.objects.filter(pk=cover.pk, ended_at=None).update(ended_at=clock.now(), ended_by=by)


def _index_again(training: Training) -> None:
    stands = training.stays
    index(KIND, stands.slug, entry_of(stands))
