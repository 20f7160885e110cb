"""Who may do what with a file that somebody brings to the database of trainings."""

from typing import TYPE_CHECKING

from beenthere.training.rules import is_researcher

if TYPE_CHECKING:
    from beenthere.people.models import Person
    from beenthere.training.models import ImportBatch


def may_read_import(person: "Person", batch: "ImportBatch") -> bool:
    """Reads for the committee, and did not bring the file."""
    return is_researcher(person) and batch.by_id != person.pk
