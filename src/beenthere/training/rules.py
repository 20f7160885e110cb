"""Who may do what in the database of trainings."""

from typing import TYPE_CHECKING

from beenthere.orgs.models import MembershipQuerySet
from beenthere.orgs.rules import on_the_research_committee, research_committee
from beenthere.training.models import Training, Verdict

if TYPE_CHECKING:
    from beenthere.people.models import Person
    from beenthere.training.models import ImportBatch, Proposal, Training


def is_researcher(person: "Person") -> bool:
    """Sits on the research committee now."""
    return on_the_research_committee(person)


def may_read(person: "Person", proposal: "Proposal") -> bool:
    """Reads for the committee, did not propose it, and has not stepped aside: that one gains by it stays so."""
    return is_researcher(person) and proposal.by_id != person.pk and not stepped_aside(person, proposal)


def stepped_aside(person: "Person", proposal: "Proposal") -> bool:
    """Left it to others."""
    return any(row.reader_id == person.pk and row.verdict == Verdict.ASIDE for row in proposal.readings.all())


def may_answer(person: "Person | None") -> bool:
    """Whoever holds a link answers it; but not the committee, which sees them all, in the name of a provider."""
    return person is None or not is_researcher(person)


def may_read_import(person: "Person", batch: "ImportBatch") -> bool:
    """Reads for the committee, and did not bring the file."""
    return is_researcher(person) and batch.by_id != person.pk


def may_propose(person: "Person | None", training: "Training | None") -> bool:
    """Anybody may, with an account or without; but not for a record that became part of another."""
    return training is None or training.merged_into_id is None


def may_keep(person: "Person", training: Training) -> bool:
    """Sits on the committee; what was merged into another is kept there."""
    return is_researcher(person) and training.merged_into_id is None


def committee_size() -> int:
    """How many people sit on the research committee now."""
    return committee().values("person_id").distinct().count()


def committee() -> MembershipQuerySet:
    """The roles of those who sit on the research committee now; somebody may have been named by two coalitions."""
    return research_committee()
