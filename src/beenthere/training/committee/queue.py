"""What waits for the committee, as lines of a list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from beenthere.training.committee.readings import is_light, is_stale, reading_of, that_count
from beenthere.training.models import Origin, Proposal, ProposalKind, Verdict
from beenthere.training.models.proposals import ProposedFactsQuerySet

if TYPE_CHECKING:
    from beenthere.people.models import Person


ORIGINS = [(code, label) for code, label in Origin.choices if code not in {Origin.IMPORT, Origin.PROJECT}]


@dataclass(frozen=True)
class Line:
    """One proposal in the queue, as somebody of the committee sees it."""

    proposal: Proposal
    name: str
    language: str
    readers: int
    light: bool
    stale: bool
    own: bool
    mine: str  # what this reader said already; nothing if it no longer counts


def waiting_for(person: "Person", kind: str = "", origin: str = "") -> ProposedFactsQuerySet:
    """Every proposal that waits, oldest first; of one kind or from some alone, if that is asked for.

    So nobody who sends very many buries what a provider answered.
    """
    rows = Proposal.objects.visible_to(person).waiting()
    rows = rows.filter(kind=kind) if kind in ProposalKind.values else rows
    rows = rows.filter(origin=origin) if origin in Origin.values else rows
    return rows.select_related("training__merged_into").prefetch_related("readings").order_by("made_at", "pk")


def line_of(proposal: Proposal, person: "Person") -> Line:
    """What the queue tells of one."""
    name, language = named(proposal)
    yes, mine = that_count(proposal), reading_of(proposal, person)
    counts = mine is not None and (mine in yes or mine.verdict != Verdict.PUBLISH)
    return Line(
        proposal=proposal,
        name=name,
        language=language,
        readers=len(yes),
        light=is_light(proposal),
        stale=is_stale(proposal),
        own=proposal.by_id == person.pk,
        mine=mine.verdict if mine and counts else "",
    )


def named(proposal: Proposal) -> tuple[str, str]:
    """The name of the record that it is about, or of the one to add, with its language."""
    if proposal.training is not None:
        return proposal.training.name, proposal.training.name_language
    return str(proposal.facts.get("name", "")), str(proposal.facts.get("name_language") or proposal.language)
