"""The one way in which facts get into the database: with who, when and from which source, and then into the search."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from beenthere.core import clock
from beenthere.core.search import index_some
from beenthere.training.findable import KIND, entry_of
from beenthere.training.models import Proposal, Revision, Training

if TYPE_CHECKING:
    from beenthere.people.models import Person

# Every fact of a record, in the order of its page. The rest of a row is the machine's, or follows from these.
FACTS = (
    "name", "name_language", "provider", "province", "city", "delivery", "languages", "hours", "days", "weeks",
    "sessions", "credits", "mandatory", "practicum", "cost", "cost_help", "starts", "starts_on", "prerequisites",
    "credential", "recognised_by", "audience", "teachers", "peer_run", "accessibility", "website", "phone", "notes",
    "standing",
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """From where facts come, who brought them, and whether the committee checked them."""

    origin: str
    url: str = ""
    date: str = ""
    by: "Person | None" = None
    proposal: Proposal | None = None
    checked: bool = False


def facts_of(training: Training) -> dict[str, Any]:
    """What the record says now, as JSON holds it."""
    return {name: plain(getattr(training, name)) for name in FACTS}


def plain(value: Any) -> Any:
    """A fact as JSON holds it: days as 2026-11-27, nothing as an empty text."""
    return value.isoformat() if hasattr(value, "isoformat") else ("" if value is None else value)


@transaction.atomic
def write(training: Training, facts: Mapping[str, Any], source: Source) -> Revision | None:
    """Write facts into a record that stands, or one that is new; no revision if nothing changes.

    The row is locked first, so that of two who write at once the second sees what the first wrote.
    """
    if training.pk:
        training = Training.objects.select_for_update().get(pk=training.pk)
    changed = {name: value for name, value in facts.items() if plain(getattr(training, name)) != plain(value)}
    if training.pk and not changed:
        return None
    for name, value in changed.items():
        setattr(training, name, None if name == "starts_on" and value == "" else value)
    training.changed_at = clock.now()
    training.full_clean(validate_unique=False, validate_constraints=False)
    first = not training.pk
    if first and not training.source_url:  # the first source is the record's main one
        training.source_url, training.source_date = source.url, source.date
    training.save()
    revision = _note(training, facts_of(training) if first else {n: plain(v) for n, v in changed.items()}, source)
    index_some(KIND, {training.slug: entry_of(training)})
    return revision


def _note(training: Training, facts: dict[str, Any], source: Source) -> Revision:
    last = training.revisions.aggregate(last=Max("number"))["last"] or 0
    return Revision.objects.create(
        training=training,
        number=last + 1,
        by=source.by,
        origin=source.origin,
        source_url=source.url,
        source_date=source.date,
        checked=source.checked,
        proposal=source.proposal,
        facts=facts,
    )
